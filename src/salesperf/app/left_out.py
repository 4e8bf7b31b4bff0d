"""Where no table tells of sales, what was left out is told with the refusal: there the table may be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from salesperf.app.workspace import Opened
from salesperf.core.errors import DataError, speaking
from salesperf.facts.subjects import TELLING

_LEFT_OUT = frozenset({"R102", "R119", "R126", "R129", "R418", "R202", "R215"})
"""Findings about files, sheets and folders that gave no table."""


@contextmanager
def answering(opened: Opened) -> Iterator[None]:
    """Faults within are told in the language of the tables, with what was left out where nothing tells of events."""
    with speaking(opened.lang):
        try:
            yield
        except DataError as fault:
            left_out = tuple(one for one in opened.loaded.issues if one.code in _LEFT_OUT)
            if fault.issues or not left_out or TELLING & opened.loaded.bundle.tables.keys():
                raise
            raise DataError(fault.text, fault.hint_text, left_out) from fault
