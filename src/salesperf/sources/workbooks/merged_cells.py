"""Cells merged down a column: every row of the merge takes its value, for the reader gives it to the first alone.

Figures are left alone: an amount merged over several rows is the amount of all of them and counts once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import polars as pl
from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, in_quotes
from salesperf.sources.workbooks.sheet_cut import Cut
from salesperf.sources.workbooks.sheet_facts import Merge

_IDS = re.compile(
    r"(?i)编号|编码|代码|单号|号码|号$|日期|年|月|\b(?:id|no|number|nr|code|ref|date|year|month|day)\b|#$|(?<=[a-z])I[dD]$"
)
"""Headers of numbers that say what a row is of, and not how much."""
_AMOUNTS = re.compile(r"(?i)金额|销售额|总额|合计|业绩|收入|\b(?:amount|total|revenue|sales|value)\b")
_ORDERS = re.compile(r"(?i)单号|订单|单据|编号|票号|合同|\b(?:order|invoice|receipt|id|no|number)\b|ID$")
"""Headers that say which rows are of one order, whose amount is shared over its lines later on."""
_MOSTLY = 0.5
_ONCE = Text(
    "an amount merged over {cells:more row|more rows} under {headers} counts once, in its first row",
    "{headers} 列的金额另与下方 {cells} 行合并：只在首行计入一次",
)
_FILLED = Text(
    "{cells:cell|cells} merged with the one above under {headers}: each takes its value",
    "{headers} 列有 {cells} 个单元格与上方合并：均取合并单元格的值",
)


class Unmerged(Struct, frozen=True):
    """A table whose merged cells are filled, with how many were, by header."""

    cut: Cut
    filled: Mapping[str, int] = field(default_factory=dict)
    once: Mapping[str, int] = field(default_factory=dict)
    """The rows that an amount above them holds, by header."""

    def findings(self, where: Where) -> list[Issue]:
        """What became of merged cells, told once a table."""
        return [
            issue("R139", phrase.fill(cells=Count(cells), headers=in_quotes(headers)), where, count=cells)
            for phrase, headers in ((_FILLED, self.filled), (_ONCE, self.once))
            if (cells := sum(headers.values()))
        ]


def unmerged(cut: Cut, merges: Sequence[Merge]) -> Unmerged:
    """The table with the value of each merge in all its rows."""
    if not merges or cut.grid.rows.is_empty():
        return Unmerged(cut)
    rows = cut.grid.rows
    filled: dict[str, int] = {}
    once: dict[str, int] = {}
    has_orders = any(map(_ORDERS.search, cut.names))
    by_number = {cut.grid.columns[at]: (rows.columns[at], name) for at, name in zip(cut.kept, cut.names, strict=True)}
    of_column: dict[int, list[Merge]] = {}
    for merge in merges:
        if merge.column in by_number:
            of_column.setdefault(merge.column, []).append(merge)
    for number, own in of_column.items():
        column, header = by_number[number]
        cells = rows.get_column(column)
        is_amount = not has_orders and cells.dtype.is_numeric() and _AMOUNTS.search(header) is not None
        if not is_amount and not _says_whose(cells, header):
            continue
        whole = _filled(cells, own, cut.first_data, with_nothing=is_amount)
        if count := cells.null_count() - whole.null_count():
            rows = rows.with_columns(whole)
            (once if is_amount else filled)[header] = count
    return Unmerged(replace(cut, grid=replace(cut.grid, rows=rows)), filled, once)


def _filled(cells: pl.Series, merges: Sequence[Merge], first: int, *, with_nothing: bool) -> pl.Series:
    """The cells with each empty one of a merge as the first of the merge; with zero where that holds for all."""
    source = list(range(cells.len()))
    for merge in merges:
        if (top := merge.first - first) >= 0:
            for place in range(top, min(cells.len(), merge.last - first + 1)):
                source[place] = top
    tops = cells.gather(source)
    value = pl.when(pl.lit(tops).is_not_null()).then(0) if with_nothing else pl.lit(tops)
    return pl.select(pl.coalesce(pl.lit(cells), value).cast(cells.dtype)).to_series().rename(cells.name)


def _says_whose(cells: pl.Series, header: str) -> bool:
    """Whether cells name something: words, days, or numbers that are none of amounts."""
    if cells.dtype == pl.String:
        held = cells.drop_nulls()
        is_figure = held.len() > 0 and held.cast(pl.Float64, strict=False).is_not_null().mean() > _MOSTLY  # type: ignore[operator]
        return not is_figure or _IDS.search(header) is not None
    return not cells.dtype.is_numeric() or _IDS.search(header) is not None
