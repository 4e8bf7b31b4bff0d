"""Columns that hold nothing, for one reason: the reason is said once, and the columns are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from salesperf.core.text import Lang, Text, listing
from salesperf.render.html.wide import picked
from salesperf.report import phrases
from salesperf.report.words import Grid, Remark

_NOT_FILLED = Text("Left out, for no row has a value", "未列出（各行均无数值）")
_LEFT_OUT = Text("{not_filled}: {headers} – {reason}", "{not_filled}：{headers}；{reason}")
_SEMICOLON = Text("; ", "；")
_MOST_REASONS = 2


class Unfilled(Struct, frozen=True):
    """The headers of columns left out and the reason they share; the other of the one row that has another is last."""

    headers: tuple[str, ...]
    reasons: tuple[str, ...]

    def said(self, lang: Lang) -> str:
        """One sentence of what is left out and why; columns of one name are named once."""
        headers, reason = listing(dict.fromkeys(self.headers)), listing(self.reasons, _SEMICOLON)
        if lang is Lang.BOTH:
            # The headers and the reasons speak both languages already.
            return f"{_NOT_FILLED.say(lang)}: {headers.en} – {reason.en}"
        return _LEFT_OUT.fill(not_filled=_NOT_FILLED, headers=headers, reason=reason).say(lang)


class Filled(Struct, frozen=True):
    """A table with the columns that hold something, and what was left out of it."""

    grid: Grid
    unfilled: tuple[Unfilled, ...] = ()


def filled(grid: Grid, remarks: Sequence[Remark]) -> Filled:
    """The table without the columns in which every row, and the total, is empty for one and the same reason.

    A row that gives no reason does not gainsay the others, and one row (that of all others, say) may have a second,
    which is said too. A column without any reason stays, and so does a table of which nothing but names would be left.
    """
    reasons = {remark.mark: remark.whole for remark in remarks if remark.mark}
    empty = {index: marks for index in range(1, len(grid.headers)) if (marks := _marks_of(grid, index, reasons))}
    kept = [index for index in range(len(grid.headers)) if index not in empty]
    if not empty or len(kept) == 1:
        return Filled(grid)
    by_marks: dict[tuple[str, ...], list[str]] = {}
    for index, marks in empty.items():
        by_marks.setdefault(marks, []).append(grid.headers[index])
    told = (Unfilled(tuple(heads), tuple(reasons[mark] for mark in marks)) for marks, heads in by_marks.items())
    return Filled(picked(grid, kept), tuple(told))


def _marks_of(grid: Grid, index: int, reasons: Mapping[str, str]) -> tuple[str, ...]:
    """The marks of the reasons for which a column is empty; none where a cell holds something or reasons differ."""
    lines = (*grid.lines, grid.total) if grid.total else grid.lines
    cells = [line.words[index] for line in lines]
    marks = Counter(cell.mark for cell in cells if cell.mark).most_common()
    is_empty = all(cell.text in {"", phrases.NULL} for cell in cells)
    is_one = len(marks) == 1 or (len(marks) == _MOST_REASONS and marks[0][1] > marks[1][1] == 1)
    found = tuple(mark for mark, _ in marks)
    return found if is_empty and is_one and reasons.keys() >= set(found) else ()
