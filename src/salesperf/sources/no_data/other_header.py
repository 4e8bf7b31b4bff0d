"""A second header in other words, such as 业务员,月份,目标 under Rep,Month,Target: it names the columns again."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from salesperf.sources.profile import is_known_header
from salesperf.sources.values.cell_shape import is_value


def is_header_in_other_words(rows: pl.DataFrame, header: Sequence[str]) -> bool:
    """Whether the first row names the columns again, in another language say; no header has a figure of its own."""
    if rows.is_empty() or not any(name.strip() for name in header):
        return False
    cells = [cell if isinstance(cell, str) else "" for cell in rows.row(0)]
    says_figures = any(
        is_value(cell) and cell.strip() != name.strip() for cell, name in zip(cells, header, strict=False)
    )
    return all(cells) and not says_figures and is_known_header(cells)
