"""The headers of a table as Excel wants them: with their unit, and no two the same."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.render.xlsx import words
from salesperf.report import phrases
from salesperf.report.escape import on_one_line
from salesperf.report.grid import unit_word
from salesperf.report.model import Column
from salesperf.report.names import Taken

_LONGEST = 250
_IN_CELLS = frozenset({Unit.RATIO, Unit.RATE, Unit.CHANCE, Unit.GROWTH})
"""Units whose sign stands in every cell."""


def headers(columns: Sequence[Column], *, lang: Lang, currency: str | None) -> tuple[str, ...]:
    """The labels with their units; one that comes again names the column it follows (`orders: on last year`)."""
    labels = [on_one_line(column.label.say(lang))[:_LONGEST] for column in columns]
    heads = _heads(columns)
    again = {label.casefold() for label in labels if [one.casefold() for one in labels].count(label.casefold()) > 1}
    taken = Taken()
    found = []
    for column, label, head in zip(columns, labels, heads, strict=True):
        is_told = head is not None and label.casefold() in again
        said = (
            on_one_line(words.OF_WHICH.fill(head=head, label=column.label).say(lang))[:_LONGEST] if is_told else label
        )
        found.append(_unique(_with_unit(said, column, lang=lang, currency=currency), taken))
    return tuple(found)


def _heads(columns: Sequence[Column]) -> list[Text | None]:
    """The label of the column that each follows by its key, as `net_revenue_yoy` follows `net_revenue`."""
    found: list[Text | None] = []
    head: Column | None = None
    for column in columns:
        follows = head is not None and column.key.startswith(f"{head.key}_")
        found.append(head.label if head is not None and follows else None)
        if not follows:
            head = column
    return found


def _with_unit(label: str, column: Column, *, lang: Lang, currency: str | None) -> str:
    if column.unit in _IN_CELLS:
        return label
    unit = unit_word(column.unit, lang=lang, currency=on_one_line(currency) if currency else None)
    return phrases.in_unit(label, unit, lang=lang)


def _unique(header: str, taken: Taken) -> str:
    """A header that stands in no other column; a blank one is a dot, for Excel would name it itself."""
    header = header.strip() or "·"
    found, number = header, 1
    while not taken.take(found):
        number += 1
        found = f"{header} ({number})"
    return found
