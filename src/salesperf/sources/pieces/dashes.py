"""Dashes in columns of money, as accounting formats write nothing: missing amounts that are told and stop no run."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from salesperf.core.errors import Where
from salesperf.sources.conform.row_places import AT, PART, places, row_number
from salesperf.sources.conform.rows_read import CELL
from salesperf.sources.pieces.one_read import Missing, Read

_DASHES = ("-", "--", "—", "–", "－")
_MONEY = ("amount", "total_amount", "list_amount", "unit_price")


def with_dashes(table: str, read: Read) -> None:
    """Take the dashes of orders' money for missing values; empty cells beside them are too, other words are not."""
    if table != "orders":
        return
    frame = read.rows.frame
    lacking = [name for name in _MONEY if name in frame.columns and frame[name].null_count()]
    read.missing = {**read.missing, **_dashed(read, lacking)}


def _dashed(read: Read, columns: list[str]) -> Mapping[str, Missing]:
    raws = [one.raw for one in read.files]
    found: dict[str, Missing] = {}
    for column in columns:
        header = read.headers[column]
        cells = pl.concat([raw.frame.select(pl.col(header).cast(pl.String)) for raw in raws]).collect()[header]
        placed = places(pl.DataFrame({CELL: cells.str.strip_chars(), PART: read.rows.frame[PART]}))
        dashes = placed.filter(pl.col(CELL).is_in(_DASHES))
        if dashes.height:
            part, at = dashes.select(PART, AT).row(0)
            where = Where(raws[part].file.name, raws[part].sheet, row_number(raws[part], at), header)
            words = tuple(dashes[CELL].unique(maintain_order=True))
            found[column] = Missing(header, words, dashes.height, where)
    return found
