"""Which mark is the decimal one where every number of a column has three digits behind one mark: `1.234`, `2,000`.

The column cannot tell. The rows can (quantity × price is the amount), else another column whose marks are sure, else
semicolons between the cells with dates such as 14.02.2026: they are written where the comma is the decimal mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl

from salesperf.sources.loaded import Mapped
from salesperf.sources.values.number_format import NumberFormat
from salesperf.sources.values.parse_number import number_format
from salesperf.sources.values.thousands_marks import LONE_MARK
from salesperf.tables.schema import MONEY

_LONE = re.compile(LONE_MARK)
_MARKED = re.compile(r"\D*\d+([.,])(?:\d{1,2}|\d{4,})\D*")
_DOTTED = r"^\s*\d{1,2}\.\d{1,2}\.\d{2,4}\b"
_PRODUCTS = ("amount", "list_amount", "total_amount")
_NUMBERED = frozenset(
    (
        "quantity", "unit_price", "amount", "list_amount", "total_amount", "discount", "tax", "freight", "refund",
        "cost", "unit_cost", "profit", "line_amount",
    )
)  # fmt: skip
_NEARLY_ALL = 0.95
_CENT = 0.011


def likely_mark(sample: pl.DataFrame, found: Mapping[str, Mapped], *, delimiter: str | None) -> str | None:
    """The decimal mark that the first rows of a file speak for where some column leaves it open; else None."""
    texts = {
        column: [cell.strip() for cell in sample[one.header].to_list() if cell is not None and cell.strip()]
        for column, one in found.items()
        if column in _NUMBERED and sample[one.header].dtype == pl.String
    }
    is_open = any(_is_open(cells) for cells in texts.values())
    if not is_open:
        return None
    by_rows = _by_rows(sample, found)
    if by_rows is not None:
        return by_rows
    sure = {mark for column, cells in texts.items() if (mark := _sure(cells)) is not None}
    if sure:
        return sure.pop() if len(sure) == 1 else None
    return "," if delimiter == ";" and _has_dotted_dates(sample, found) else None


def _has_dotted_dates(sample: pl.DataFrame, found: Mapping[str, Mapped]) -> bool:
    dates = [sample[one.header] for column, one in found.items() if column.endswith("_date")]
    texts = [cells.drop_nulls() for cells in dates if cells.dtype == pl.String]
    return any(cells.len() > 0 and bool(cells.str.contains(_DOTTED).all()) for cells in texts)


def _is_open(cells: list[str]) -> bool:
    marked = [cell for cell in cells if "." in cell or "," in cell]
    return bool(marked) and all(_LONE.fullmatch(cell) for cell in marked)


def _sure(cells: list[str]) -> str | None:
    """The mark that all cells with a single one other than before three digits have."""
    marks = {match[1] for cell in cells if (match := _MARKED.fullmatch(cell)) is not None}
    return marks.pop() if len(marks) == 1 and not _is_open(cells) else None


def _by_rows(sample: pl.DataFrame, found: Mapping[str, Mapped]) -> str | None:
    """The mark by which quantity × price is the amount in nearly all rows, where it is so by one of them only."""
    product = next((name for name in _PRODUCTS if name in found), None)
    if product is None or not {"quantity", "unit_price"} <= found.keys():
        return None
    names = ("quantity", "unit_price", product)
    holds = [mark for mark in (".", ",") if _holds(sample.select(found[name].header for name in names), mark)]
    return holds[0] if len(holds) == 1 else None


def _holds(rows: pl.DataFrame, mark: str) -> bool:
    first, second, third = (_read(rows.to_series(at), mark) for at in range(3))
    same = ((first * second - third).abs() <= _CENT).drop_nulls()
    return same.len() > 1 and int(same.sum()) >= _NEARLY_ALL * same.len()


def _read(cells: pl.Series, mark: str) -> pl.Series:
    if cells.dtype != pl.String:
        return cells.cast(pl.Float64, strict=False)
    how = number_format(cells, decimal=mark).format
    parsed = NumberFormat(plain=False, decimal=mark) if how.plain else how
    return cells.to_frame("cell").select(parsed.parsed(pl.col("cell"), MONEY)).to_series().cast(pl.Float64)
