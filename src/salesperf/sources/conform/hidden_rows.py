"""Rows of a large text that may be no data, seen in the one pass over it; refuses to judge them.

A large text is not looked through before it is read, so a subtotal in its middle would be added up. One column of codes
without a gap tells at the price of a comparison: a total has no code of its own. Where there is none, words are sought.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl

from salesperf.sources.no_data.row_kind import may_be_total, row_kind
from salesperf.sources.no_data.statistic_rows import may_be_statistic
from salesperf.sources.no_data.suspects import has_total_word, suspicious
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.values.cell_shape import is_value
from salesperf.sources.values.cells import CellReading
from salesperf.tables.schema import Kind

NO_DATA = "?row"
"""The column that says whether a row may be no data."""
_CODE = re.compile(r"^[^\W\d]{0,6}[-_#/]?(?=\d)", re.ASCII)
"""What stands before the first digit of a code."""
_LONGEST = 18
"""Digits of the longest number a column of whole numbers holds."""
_AMONG = 4
"""Columns from the left in which a total has its words, beside the first that holds texts."""
_JUDGED = 20_000
"""Rows judged one by one before the table is looked through in any case."""


class HiddenRowsError(Exception):
    """Large texts hold rows that are no data among their rows: they must be looked through; `tables` are theirs."""

    def __init__(self, tables: Sequence[RawTable]) -> None:
        self.tables = tuple(tables)
        super().__init__(", ".join(table.file.name for table in tables))


def odd_rows(raws: Sequence[RawTable], readings: Sequence[CellReading]) -> list[list[pl.Expr]]:
    """For each table whether a row needs a look, as `NO_DATA`; nothing where all have been looked through."""
    if all(raw.scan is None for raw in raws):
        return [[] for _ in raws]
    nothing = pl.lit(value=False)
    return [[(_may_be_no_data(raw, readings) if raw.scan else nothing).alias(NO_DATA)] for raw in raws]


def says_total(distinct: pl.Series) -> bool:
    """Whether one of the distinct texts of a column holds a total's word."""
    return bool(distinct.to_frame().select(has_total_word((distinct.name,))).to_series().any())


def refuse_hidden(raws: Sequence[RawTable]) -> None:
    """Raise `HiddenRowsError` for those tables in which odd rows were seen and are no data."""
    if found := hidden(raws):
        raise HiddenRowsError(found)


def hidden(raws: Sequence[RawTable]) -> list[RawTable]:
    """Those of the large texts that hold rows of no data, or rows that only the others can tell from it."""
    return [raw for raw in raws if raw.scan is not None and _holds_no_data(raw)]


def _may_be_no_data(raw: RawTable, readings: Sequence[CellReading]) -> pl.Expr:
    """Whether a row of a large text needs a look: cheap enough to ask of every row."""
    for reading in readings:
        if reading.kind is Kind.ID and reading.dtype == pl.String and not reading.learnt.repeats:
            is_code = _is_code(raw.sample[reading.header])
            if is_code is not None:
                return ~is_code.fill_null(value=False)
    return _says_total(raw)


def _holds_no_data(raw: RawTable) -> bool:
    suspects = raw.frame.filter(suspicious(raw.sample, raw.header)).head(_JUDGED).collect(engine="streaming")
    rows = (["" if cell is None else str(cell) for cell in row] for row in suspects.iter_rows())
    is_full = suspects.height == _JUDGED
    return is_full or any(
        row_kind(row, header=raw.header) is not None or may_be_total(row) or may_be_statistic(row) for row in rows
    )


def _is_code(sample: pl.Series) -> pl.Expr | None:
    """Whether a cell begins like all codes of a sample, or is a number as they are; None where they are no such codes.

    A code of letters and digits is known by the texts it lies between, which is the fastest thing to ask of a text.
    """
    cells = sample.to_list()
    leads = {found.group() if cell and (found := _CODE.match(cell)) else None for cell in cells}
    lead = next(iter(leads), None)
    if len(leads) != 1 or lead is None:
        return None
    code = pl.col(sample.name)
    if lead:
        return (code >= f"{lead}0") & (code < f"{lead}:")
    is_number = all(cell.isdigit() and len(cell) <= _LONGEST for cell in cells)
    return code.cast(pl.Int64, strict=False).is_not_null() if is_number else None


def _says_total(raw: RawTable) -> pl.Expr:
    """Whether a total's word stands where its label would."""
    places = [*range(min(_AMONG, len(raw.header)))]
    places += [at for at in range(_AMONG, len(raw.header)) if _is_of_texts(raw.sample.to_series(at))][:1]
    return has_total_word(tuple(raw.header[at] for at in places))


def _is_of_texts(sample: pl.Series) -> bool:
    cells = [cell for cell in sample.head(20).to_list() if cell]
    return bool(cells) and not any(map(is_value, cells))
