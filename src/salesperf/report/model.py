"""The report document: tables of typed cells, sections, notes and meta; nothing is formatted here.

Renderers decide how a value looks; a report only knows its unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct, field

from salesperf.core.status import Status
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.figure import Figure
from salesperf.report.formula import Formula

Value = Decimal | int | float | str | date | bool | None
"""What a cell can hold; money and quantities are Decimals, ratios floats, counts ints."""


NO_DATA = Text("no data", "无数据")


class Cell(Struct, frozen=True):
    """One value; `reason` says why it is null, `formula` how a workbook works it out again, `status` colours it.

    `unit` is set where the cells of one column have different units (a metric a row); otherwise the column's
    unit holds. `partial` marks a value of a period the data do not reach the end of. `begun` is set where the value
    is words of ours and no name: the same words as a page begins them, with a capital. `aside` is what must be known
    of a value that is there, a footnote as a reason is one.
    """

    value: Value
    unit: Unit | None = None
    reason: Text | None = None
    formula: Formula | None = None
    status: Status | None = None
    partial: bool = False
    begun: str | None = None
    aside: Text | None = None

    @property
    def footnote(self) -> Text | None:
        """Why the value is null, or what must be known of it."""
        return self.reason if self.value is None else self.aside


class Sparkline(Struct, frozen=True):
    """A short series drawn in one cell; None is a gap."""

    values: tuple[float | None, ...]


class Column(Struct, frozen=True):
    """One column: `key` for machines, `label` for people, `unit` for both; a column without unit holds text.

    `adds_up` says that its total is the sum of its rows by what it means (amounts, counts of events), so that a
    workbook may add it up again; ratios and distinct counts do not.
    """

    key: str
    label: Text
    unit: Unit | None = None
    adds_up: bool = False


class Row(Struct, frozen=True):
    """One row of cells in column order; a drawn-only cell (sparkline) has no machine value."""

    cells: tuple[Cell | Sparkline, ...]
    heading: Text | None = None
    """Set on the first row of a group: the heading printed above it."""
    key: str | None = None
    """Set where the rows are metrics: the record column that this row shows."""
    level: int = 0
    """How deep the row stands below the first ones: a team below the company, a rep below the team."""
    section: str | None = None
    """The key of the section that tells more of this row."""


class TableBlock(Struct, frozen=True):
    """One table for people: rows under columns, a total evaluated on its own."""

    key: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    empty: Text = NO_DATA
    figures: tuple[Figure, ...] = ()
    """Pictures of this table's numbers; every number drawn stands in the table."""
    is_backing: bool = False
    """Whether the table only backs its figures: a page may fold it away."""
    beyond: tuple[Row, ...] = ()
    """The rows that its last one, `46 others`, stands for: a workbook has them in its place."""


class Sentence(Struct, frozen=True):
    """One sentence whose figures are cells: `words` names each as `{name}`; every cell has its own unit."""

    words: Text
    values: Mapping[str, Cell] = field(default_factory=dict)
    status: Status | None = None


class Beside(Struct, frozen=True):
    """What stands beside a tile's value to judge it by: a target, an attainment, a change on last year.

    `key` names it in workbooks and records, whatever its label says.
    """

    key: str
    label: Text
    cell: Cell


class Tile(Struct, frozen=True):
    """One figure shown large; its cells have their own units, and `trend` is a short series behind it."""

    key: str
    label: Text
    cell: Cell
    beside: tuple[Beside, ...] = ()
    trend: tuple[float | None, ...] = ()
    trend_label: Text = NO_DATA
    """What the trend shows: `last 12 months`."""


class Section(Struct, frozen=True):
    """One part of a report under its own heading; `sections` go deeper: teams of a company, reps of a team.

    `key` is unique in its report, of ASCII letters, digits, `_` and `-` alone: anchors and sheets are named by it.
    `empty` says why there is nothing where nothing is.
    """

    key: str
    title: Text
    sentences: tuple[Sentence, ...] = ()
    tiles: tuple[Tile, ...] = ()
    blocks: tuple[TableBlock, ...] = ()
    sections: tuple[Section, ...] = ()
    empty: Text | None = None


class Records(Struct, frozen=True):
    """The same answer for machines: flat records in a fixed column order.

    `rows` are the answer, a tuple or what makes them as they are read (`report.rows`); `total` is added by the formats
    that were asked for it. `is_sheet` says that they are a sheet which another command reads (targets): a workbook then
    holds them alone, under their keys.
    """

    columns: tuple[Column, ...]
    rows: Sequence[tuple[Value, ...]]
    total: tuple[Value, ...] | None = None
    is_sheet: bool = False


class Note(Struct, frozen=True):
    """One sentence under the report; `key` is stable, so machines can look for it."""

    key: str
    text: Text
    warning: bool = False


class Definition(Struct, frozen=True):
    """What a figure of the report means."""

    key: str
    label: Text
    meaning: Text


class Meta(Struct, frozen=True):
    """What the report is about and where it came from; `manifest` is JSON-ready.

    `through` is the day to which the data are whole, `organisation` who is reported on, `tables` what people call the
    tables that the manifest names, `only` the conditions that the lines in the numbers satisfy.
    """

    as_of: date | None = None
    span: tuple[date, date] | None = None
    currency: str | None = None
    manifest: Mapping[str, object] = field(default_factory=dict)
    through: date | None = None
    organisation: str | None = None
    tables: Mapping[str, Text] = field(default_factory=dict)
    only: Text | None = None
    words: Mapping[str, Text] = field(default_factory=dict)
    """What people call the words of the manifest: kinds of rows that are no data, reasons of files left out."""


class Report(Struct, frozen=True):
    """One answer: `schema` names its machine form (`salesperf.kpi/1`), `blocks` and `sections` are for people.

    The answer of a command has blocks, a report pack sections.
    """

    schema: str
    title: Text
    lang: Lang
    blocks: tuple[TableBlock, ...]
    records: Records
    notes: tuple[Note, ...] = ()
    meta: Meta = field(default_factory=Meta)
    subtitle: Text | None = None
    sections: tuple[Section, ...] = ()
    definitions: tuple[Definition, ...] = ()


def sections_of(report: Report) -> Iterator[Section]:
    """All sections in reading order, each before those inside it."""
    yield from _within(report.sections)


def tables_of(report: Report) -> Iterator[TableBlock]:
    """All tables in reading order: those of the report, then those of its sections."""
    yield from report.blocks
    for section in sections_of(report):
        yield from section.blocks


def _within(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _within(section.sections)
