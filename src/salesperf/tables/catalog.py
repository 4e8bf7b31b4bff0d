"""Every canonical table in one list: the contract between reading and everything after it."""

from __future__ import annotations

from salesperf.core.registry import Registry
from salesperf.tables.events import EVENTS
from salesperf.tables.schema import TableSchema
from salesperf.tables.surroundings import SURROUNDINGS

TABLES: Registry[TableSchema] = Registry("table", (*EVENTS, *SURROUNDINGS))
