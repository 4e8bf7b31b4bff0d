"""Columns that hold nothing, for one reason: the reason is said once, and the columns are left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from salesperf.core.text import Lang, Text, listing
from salesperf.render.html.wide import picked
from salesperf.report import phrases
from salesperf.report.words import Grid, Remark

_LEFT_OUT = Text(
    "Left out, for no row has a value: {headers} – {reason}", "未列出（各行均无数值）：{headers}；{reason}"
)


class Unfilled(Struct, frozen=True):
    """The headers of columns left out and the reason they share."""

    headers: tuple[str, ...]
    reason: str

    def said(self, lang: Lang) -> str:
        """One sentence of what is left out and why."""
        pattern, first = (_LEFT_OUT.en, Lang.EN) if lang is Lang.EN else (_LEFT_OUT.zh, Lang.ZH)
        return pattern.format(headers=listing(self.headers).say(first), reason=self.reason)


class Filled(Struct, frozen=True):
    """A table with the columns that hold something, and what was left out of it."""

    grid: Grid
    unfilled: tuple[Unfilled, ...] = ()


def filled(grid: Grid, remarks: Sequence[Remark]) -> Filled:
    """The table without the columns in which every row, and the total, is empty for one and the same reason.

    A row that gives no reason does not gainsay the others. A column without any reason stays, and so does a table of
    which nothing but names would be left.
    """
    reasons = {remark.mark: remark.whole for remark in remarks if remark.mark}
    empty = {index: mark for index in range(1, len(grid.headers)) if (mark := _mark_of(grid, index, reasons))}
    kept = [index for index in range(len(grid.headers)) if index not in empty]
    if not empty or len(kept) == 1:
        return Filled(grid)
    by_mark: dict[str, list[str]] = {}
    for index, mark in empty.items():
        by_mark.setdefault(mark, []).append(grid.headers[index])
    return Filled(picked(grid, kept), tuple(Unfilled(tuple(heads), reasons[mark]) for mark, heads in by_mark.items()))


def _mark_of(grid: Grid, index: int, reasons: Mapping[str, str]) -> str:
    """The mark of the one reason for which a column is empty; none where a cell holds something or reasons differ."""
    lines = (*grid.lines, grid.total) if grid.total else grid.lines
    cells = [line.words[index] for line in lines]
    marks = {cell.mark for cell in cells if cell.mark}
    is_empty = all(cell.text in {"", phrases.NULL} for cell in cells)
    return marks.pop() if is_empty and len(marks) == 1 and marks <= reasons.keys() else ""
