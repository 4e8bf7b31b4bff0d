"""Rows that tell an average, the highest, the lowest or a count of others: no sales, judged by what they leave empty.

Max is a person too, so the words alone never are enough; refuses rows with a date of their own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

import polars as pl

from salesperf.core.late import late
from salesperf.core.text import folded
from salesperf.sources.no_data.totals import cells_of, line_beside
from salesperf.sources.values.cell_shape import Cells, is_figure, is_none_written, shape
from salesperf.sources.values.money_cells import money_of

WORDS = (
    *("average", "avg", "mean", "median", "max", "min", "count", "std", "standard dev", "variance"),
    *("平均", "均值", "最大", "最小", "最高", "最低", "中位", "标准差", "方差", "计数", "标准偏差"),
)
"""Every such row holds one of these."""
_CERTAIN = (
    r"average|avg\.?|mean|median|std\.?(?: ?dev\.?)?|standard deviation|variance|"
    r"平均|平均值|平均数|均值|中位数|标准差|标准偏差|方差"
)
_NAMES = r"max(?:imum)?|min(?:imum)?|count|最大|最大值|最小|最小值|最高|最高值|最低|最低值|计数"
_STATISTIC = late(rf"^(?:.+[ :：_–—-]|grand|总计)? ?(?P<word>{_CERTAIN}|{_NAMES}) ?[:：]?$", re.IGNORECASE)
_SURE = late(rf"^(?:{_CERTAIN})$", re.IGNORECASE)
_COUNT = late(r"^(?:count|计数)$", re.IGNORECASE)
_LONGEST = 60
_SUFFICE = 2
"""Cells with words or dates that a row of data fills and such a row leaves empty."""
_HALF_CENT = Decimal("0.005")


def may_be_statistic(row: Cells) -> bool:
    """Whether the first filled cell says average, highest or the like, and nothing but figures stands behind it."""
    texts = [cell for cell in row if cell and not cell.isspace()]
    if len(texts) < 2 or not _said(texts[0]):  # noqa: PLR2004 -- words and a figure
        return False
    return any(map(is_figure, texts[1:])) and all(is_figure(cell) or is_none_written(cell) for cell in texts[1:])


def statistics(rows: pl.DataFrame, *, perhaps: Sequence[int], out: Collection[int]) -> list[int]:
    """The places among `perhaps` of rows that are such statistics; `out` are those of rows known to be no data."""
    without = {*perhaps, *out}
    ends = rows.height
    while ends and ends - 1 in without:
        ends -= 1
    return [place for place in perhaps if _is_statistic(rows, place, without, is_at_end=place >= ends)]


def _is_statistic(rows: pl.DataFrame, place: int, without: Collection[int], *, is_at_end: bool) -> bool:
    cells, line = cells_of(rows, place), line_beside(rows, place, without)
    label = next(at for at, cell in enumerate(cells) if cell.strip())
    pairs = [(at, cell, other) for at, (cell, other) in enumerate(zip(cells, line, strict=True)) if at != label]
    if any(cell.strip() and shape(cell) == shape(other) == "date" for _, cell, other in pairs):
        return False
    missing = [at for at, cell, other in pairs if other.strip() and not cell.strip() and not is_figure(other)]
    is_bare = len(missing) >= _SUFFICE or any(shape(line[at]) == "date" for at in missing)
    is_sure = is_at_end or _SURE.match(_said(cells[label]))
    if is_bare and (is_sure or _counts_group(cells, label, place, without)):
        return True
    return _bears_out(rows, place, without)


def _counts_group(cells: Cells, label: int, place: int, without: Collection[int]) -> bool:
    """Whether a count is that of the rows of data right above it, up to the rows of no data before them."""
    figures = [cell.strip() for at, cell in enumerate(cells) if at != label and cell.strip()]
    if _COUNT.match(_said(cells[label])) is None or len(figures) != 1:
        return False
    last = place - 1
    while last in without:
        last -= 1
    first = last
    while first >= 0 and first not in without:
        first -= 1
    return last > first and figures[0].removesuffix(".0") == str(last - first)


def _bears_out(rows: pl.DataFrame, place: int, without: Collection[int]) -> bool:
    """Whether its largest figure is the mean, the highest, the lowest or the count of the rows of data."""
    cells = cells_of(rows, place)
    figures = {at: money_of(rows.to_series(at)) for at, cell in enumerate(cells) if is_figure(cell)}
    told = {at: value for at, column in figures.items() if isinstance(value := column.item(place), Decimal)}
    if not told:
        return False
    at = max(told, key=lambda column: abs(told[column]))
    out = pl.Series(sorted(without), dtype=pl.Int64).implode()
    data = figures[at].to_frame("money").with_row_index().filter(~pl.col("index").cast(pl.Int64).is_in(out))["money"]
    values: list[Decimal] = data.drop_nulls().to_list()
    if len(values) < _SUFFICE:
        return False
    known = (sum(values, Decimal(0)) / len(values), max(values), min(values), Decimal(len(values)))
    return any(abs(value - told[at]) <= _HALF_CENT for value in known)


def _said(cell: str) -> str:
    """The word for the statistic; empty where the cell says none."""
    found = _STATISTIC.match(folded(cell)) if len(cell) <= _LONGEST else None
    return found["word"] if found else ""
