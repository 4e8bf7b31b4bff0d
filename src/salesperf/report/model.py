"""The report document: tables of typed cells, notes and meta; nothing is formatted here.

Renderers decide how a value looks; a report only knows its unit.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct, field

from salesperf.core.status import Status
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit

Value = Decimal | int | float | str | date | bool | None
"""What a cell can hold; money and quantities are Decimals, ratios floats, counts ints."""


NO_DATA = Text("no data", "无数据")


class Cell(Struct, frozen=True):
    """One value; `reason` says why it is null, `formula` is for workbooks, `status` colours it.

    `unit` is set where the cells of one column have different units (a metric a row); otherwise the column's
    unit holds. `partial` marks a value of a period the data do not reach the end of.
    """

    value: Value
    unit: Unit | None = None
    reason: Text | None = None
    formula: str | None = None
    status: Status | None = None
    partial: bool = False


class Sparkline(Struct, frozen=True):
    """A short series drawn in one cell; None is a gap."""

    values: tuple[float | None, ...]


class Column(Struct, frozen=True):
    """One column: `key` for machines, `label` for people, `unit` for both; a column without unit holds text."""

    key: str
    label: Text
    unit: Unit | None = None


class Row(Struct, frozen=True):
    """One row of cells in column order; a drawn-only cell (sparkline) has no machine value."""

    cells: tuple[Cell | Sparkline, ...]
    heading: Text | None = None
    """Set on the first row of a group: the heading printed above it."""
    key: str | None = None
    """Set where the rows are metrics: the record column that this row shows."""


class TableBlock(Struct, frozen=True):
    """One table for people: rows under columns, a total evaluated on its own."""

    key: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    empty: Text = NO_DATA


class Records(Struct, frozen=True):
    """The same answer for machines: flat records in a fixed column order.

    `rows` are the answer, `total` is added by the formats that were asked for it.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: tuple[Value, ...] | None = None


class Note(Struct, frozen=True):
    """One sentence under the report; `key` is stable, so machines can look for it."""

    key: str
    text: Text
    warning: bool = False


class Meta(Struct, frozen=True):
    """What the report is about and where it came from; `manifest` is JSON-ready."""

    as_of: date | None = None
    span: tuple[date, date] | None = None
    currency: str | None = None
    manifest: Mapping[str, object] = field(default_factory=dict)


class Report(Struct, frozen=True):
    """One answer: `schema` names its machine form (`salesperf.kpi/1`), `blocks` are for people."""

    schema: str
    title: Text
    lang: Lang
    blocks: tuple[TableBlock, ...]
    records: Records
    notes: tuple[Note, ...] = ()
    meta: Meta = field(default_factory=Meta)
    subtitle: Text | None = None
