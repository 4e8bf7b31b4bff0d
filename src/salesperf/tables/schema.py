"""What a canonical column and table are, and the dtypes they are kept in."""

from __future__ import annotations

from enum import StrEnum

import polars as pl
from msgspec import Struct

from salesperf.core.text import Text

MONEY = pl.Decimal(38, 6)
"""Amounts and quantities, from parsing to aggregation."""
RATE = pl.Decimal(38, 12)
"""Rates that need more digits than money: FX, prorations."""


class Kind(StrEnum):
    """The meaning of a column's values; it decides the dtype and how cells are parsed."""

    ID = "id"
    NAME = "name"
    TEXT = "text"
    MONEY = "money"
    QUANTITY = "quantity"
    RATE = "rate"
    DATE = "date"
    MOMENT = "moment"
    """A day and a time of day, as the clock on the wall showed it; midnight where only the day is known."""
    FLAG = "flag"


DTYPES: dict[Kind, pl.DataType] = {
    Kind.ID: pl.String(),
    Kind.NAME: pl.String(),
    Kind.TEXT: pl.String(),
    Kind.MONEY: MONEY,
    Kind.QUANTITY: MONEY,
    Kind.RATE: RATE,
    Kind.DATE: pl.Date(),
    Kind.MOMENT: pl.Datetime("us"),
    Kind.FLAG: pl.Boolean(),
}
DAYS = frozenset({Kind.DATE, Kind.MOMENT})
"""Kinds that name a day."""

FILE, SHEET, ROW, COLUMN, TOTAL = "_file", "_sheet", "_row", "_column", "_total"
PROVENANCE: dict[str, pl.DataType] = {
    FILE: pl.Categorical(),
    SHEET: pl.Categorical(),
    ROW: pl.UInt32(),
    COLUMN: pl.Categorical(),
    TOTAL: pl.UInt32(),
}
"""Where a row came from; every table carries it when asked for. `_column` only where a row is one cell of a sheet,
`_total` where it is the row of a written total that holds with this one added."""


class Column(Struct, frozen=True):
    """One canonical column; `needed` columns must be found or derivable to recognise the table."""

    name: str
    kind: Kind
    label: Text
    needed: bool = False

    @property
    def key(self) -> str:
        """The stable name."""
        return self.name

    @property
    def dtype(self) -> pl.DataType:
        """The dtype its kind is kept in."""
        return DTYPES[self.kind]


class TableSchema(Struct, frozen=True):
    """One canonical table: its grain in words and its columns."""

    name: str
    label: Text
    grain: Text
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        """The stable name."""
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """All column names, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that identify the table."""
        return tuple(column.name for column in self.columns if column.needed)

    def column(self, name: str) -> Column:
        """One column by name."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def dtypes(self) -> dict[str, pl.DataType]:
        """Name to dtype, in order."""
        return {column.name: column.dtype for column in self.columns}


def conform(frame: pl.DataFrame, schema: TableSchema) -> pl.DataFrame:
    """The frame's canonical columns in the schema's order, checked to have the schema's dtypes.

    Columns the frame lacks stay absent; provenance columns are kept at the end. Only conformed frames are
    stacked. A wrong dtype is a programmer's mistake.
    """
    wanted = {**schema.dtypes(), **PROVENANCE}
    extra = [name for name in frame.columns if name not in wanted]
    if extra:
        raise ValueError(f"not columns of {schema.name}: {', '.join(extra)}")
    wrong = [f"{name} is {frame.schema[name]}" for name in frame.columns if frame.schema[name] != wanted[name]]
    if wrong:
        raise ValueError(f"{schema.name}: {'; '.join(wrong)}")
    return frame.select([name for name in wanted if name in frame.columns])
