"""Where no table tells of sales, or one is lacking, what was left out is told with the refusal: there it may be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from salesperf.app.workspace import Opened
from salesperf.core.errors import DataError, speaking
from salesperf.facts.subjects import TELLING
from salesperf.metrics.possible import MAP_ANY

_LEFT_OUT = frozenset({"R102", "R119", "R126", "R129", "R418", "R202", "R215", "R218"})
"""Findings about files, sheets and folders that gave no table."""


@contextmanager
def answering(opened: Opened) -> Iterator[None]:
    """Faults within are told in the language of the tables, with what was left out where nothing tells of events."""
    with speaking(opened.lang):
        try:
            yield
        except DataError as fault:
            left_out = tuple(one for one in opened.loaded.issues if one.code in _LEFT_OUT)
            lacks_table = fault.hint_text == MAP_ANY
            tells = bool(fault.issues) or bool(TELLING & opened.loaded.bundle.tables.keys())
            if not left_out or (tells and not lacks_table):
                raise
            raise DataError(fault.text, fault.hint_text, (*fault.issues, *left_out)) from fault
