"""A raw table with one thing across its columns, as the same cells one below the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.sources.rows.raw import RawTable
from salesperf.sources.values.parse_number import number_format

_SAMPLE = 200
_AT, _OF = "_at", "_of"


def unfolded(raw: RawTable, across: Mapping[str, Sequence[str]], *, names: Sequence[str], value: str) -> RawTable:
    """The cells under the headers `across`, each in a row of its own with the columns that stand beside them.

    `across` says for each header what the columns called `names` hold in its rows. The cell stands under `value`,
    empty cells are left out, and every row keeps the number it has in the file.
    """
    beside = [text for text in raw.header if text not in across]
    header = (*beside, *names, value)
    whole = raw.frame.collect() if isinstance(raw.frame, pl.LazyFrame) else raw.frame
    first = raw.layout.first_row
    numbers = raw.row_numbers or tuple(range(first, first + whole.height))
    placed = whole.with_columns(pl.Series(_AT, numbers, dtype=pl.Int64))
    parts = [
        placed.select(
            *beside,
            *(pl.lit(said, dtype=pl.String).alias(name) for name, said in zip(names, across[text], strict=True)),
            pl.col(text).cast(_common(whole, across)).alias(value),
            _AT,
            pl.lit(order).alias(_OF),
        )
        for order, text in enumerate(across)
    ]
    cells = pl.concat(parts).filter(~_is_empty(value, _common(whole, across))).sort(_AT, _OF, maintain_order=True)
    marks = [raw.currencies[text] for text in across if text in raw.currencies]
    kept = {text: found for text, found in raw.currencies.items() if text in beside}
    frame = cells.select(header)
    told = replace(
        raw,
        header=header,
        failed={text: found for text, found in raw.failed.items() if text in beside},
        percents={},
        currencies=kept | ({value: {mark: row for found in marks for mark, row in found.items()}} if marks else {}),
    )
    return with_rows(told, frame, cells[_AT].to_list())


def _common(whole: pl.DataFrame, across: Mapping[str, Sequence[str]]) -> pl.DataType:
    """Text where any of the columns is text, else numbers of one type."""
    types = {whole.schema[text] for text in across}
    if pl.String in types or not all(one.is_numeric() or one == pl.Null for one in types):
        return pl.String()
    known = {one for one in types if one != pl.Null}
    return known.pop() if len(known) == 1 else pl.Float64()


def _is_empty(column: str, dtype: pl.DataType) -> pl.Expr:
    is_null = pl.col(column).is_null()
    if dtype != pl.String:
        return is_null
    return is_null | pl.col(column).str.strip_chars().is_in(["", "-", "—", "–", "/"])


def only_columns(raw: RawTable, header: Sequence[str]) -> RawTable:
    """The table with these of its columns only."""
    return replace(
        raw, header=tuple(header), frame=raw.frame.select(header), sample=raw.sample.select(header), scan=None
    )


def renamed_columns(raw: RawTable, names: Mapping[str, str]) -> RawTable:
    """The table with other headers for some of its columns."""
    kept = {text: name for text, name in names.items() if text in raw.header}
    header = tuple(kept.get(text, text) for text in raw.header)
    return replace(raw, header=header, frame=raw.frame.rename(kept), sample=raw.sample.rename(kept))


def with_rows(raw: RawTable, frame: pl.DataFrame, numbers: Sequence[int]) -> RawTable:
    """The table with other rows, each with the number it has in the file."""
    return replace(
        raw, frame=frame.lazy(), sample=frame.head(_SAMPLE), rows=frame.height, row_numbers=tuple(numbers), scan=None
    )


def numbers_of(cells: pl.Series) -> pl.Series:
    """The numbers of a column for comparisons; nothing counts as 0."""
    if cells.dtype != pl.String:
        return cells.cast(pl.Float64).fill_null(0)
    how = number_format(cells).format
    read = cells.to_frame("cell").select(how.parsed(pl.col("cell")).cast(pl.Float64))
    return read.to_series().fill_null(0)
