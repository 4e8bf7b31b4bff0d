"""Which results of surveys rest on so few answers that chance may have made them."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.kpi import phrases
from salesperf.analyses.kpi.compute import Entry, Result
from salesperf.core.text import Text, listing, same
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.parts import atom_column
from salesperf.report.model import Note

ENOUGH = 30
_SHOWN = 5


def few_answers(result: Result) -> Iterator[Note]:
    """A note for each kind of answers of which a row counts some, but fewer than 30."""
    for sample in dict.fromkeys(metric.sample for metric in result.scope.metrics if metric.sample):
        column = atom_column(sample)
        rows = [*result.entries, *([result.total] if result.total is not None else [])]
        few = [entry for entry in rows if 0 < _answers(entry, column) < ENOUGH]
        if few:
            named = [_told(result, entry, _answers(entry, column)) for entry in few[:_SHOWN]]
            more = [phrases.AND_MORE.fill(count=len(few) - _SHOWN)] if len(few) > _SHOWN else []
            rows_told = listing([*named, *more])
            yield Note("few_answers", phrases.FEW_ANSWERS.fill(answers=ATOMS[sample].meaning, rows=rows_told))


def _answers(entry: Entry, column: str) -> int:
    found = entry.now.get(column)
    return found if isinstance(found, int) else 0


def _told(result: Result, entry: Entry, count: int) -> Text:
    """The row by its period and group, as far as there are several, and how many answers it counts."""
    if entry is result.total:
        return phrases.OF_ROW.fill(row=phrases.TOTAL, count=count)
    periods = [entry.period.key] if len(result.scope.periods) > 1 else []
    groups = [
        result.scope.label(key, part) or phrases.NO_NAME for key, part in zip(result.scope.by, entry.group, strict=True)
    ]
    row = [*periods, *groups]
    return phrases.OF_ROW.fill(row=listing(row, same(" ")), count=count) if row else same(str(count))
