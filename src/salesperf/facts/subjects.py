"""The business events an export tells of, each subject as far as its tables are there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from salesperf.facts.events import Events
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.bundle import Bundle

Facts = Mapping[Subject, Events]


def facts_of(bundle: Bundle, *, section: SalesSection, as_of: date | None = None) -> Facts:
    """Every subject that the tables tell of; raises `DataError` where they tell of none."""
    return {Subject.SALES: sales(bundle, section=section, as_of=as_of)}
