"""Whether a comma or a point parts thousands or begins the decimals, going by all the cells of a column."""

from __future__ import annotations

import re

import polars as pl

LONE_MARK = r"[^\d.,]*[1-9]\d{0,2}[.,]\d{3}[^\d.,]*"
"""A number with one mark, before three digits: 1,234 is more than a thousand, or less than two."""
_NEARLY_ALL = 9
"""Times as many cells on one side as on the other: the other side are slips."""


def are_all_thousands(words: pl.DataFrame) -> bool:
    """Whether every mark stands once, before three digits: then it may part thousands in all cells, or in none."""
    marked = words.filter(pl.col("cell").str.contains("[.,]"))
    lone = marked.select(pl.col("cell").str.contains(f"^{LONE_MARK}$").all()).item()
    return marked.height > 0 and bool(lone)


def are_nearly_all_thousands(words: pl.DataFrame, mark: str) -> bool:
    """Whether so many cells have three digits behind a mark that the others with this mark are slips."""
    thousands, decimals = _evidence(words, mark)
    return thousands >= _NEARLY_ALL * decimals > 0


def is_torn(words: pl.DataFrame, mark: str) -> bool:
    """Whether a decimal mark stands before three digits too often to be sure of it."""
    if mark == ".":
        return are_nearly_all_thousands(words, mark)
    thousands, decimals = _evidence(words, mark)
    return decimals > 0 and _NEARLY_ALL * thousands > decimals


def _evidence(words: pl.DataFrame, mark: str) -> tuple[int, int]:
    """Cells in which a mark may part thousands (1,234), and cells in which it must be the decimal mark (99,5)."""
    point = re.escape(mark)
    cell = pl.col("cell")
    lone = words.filter(cell.str.contains(rf"^[^\d.,]*\d+{point}\d*[^\d.,]*$"))
    thousands = int(lone.select(cell.str.contains(rf"^\D*[1-9]\d{{0,2}}{point}\d{{3}}\D*$").sum()).item())
    return thousands, lone.height - thousands
