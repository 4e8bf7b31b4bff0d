"""A report in words: the one form that every renderer for people draws, with marks, footnotes and units set.

Nothing here knows a screen or a file; how wide a column gets is the renderer's business.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct

from salesperf.core.status import GLYPHS, WORDS, Status
from salesperf.core.text import Lang
from salesperf.core.unit import Unit
from salesperf.report import phrases
from salesperf.report.escape import on_one_line
from salesperf.report.grid import decimals, formatted, is_number, sparkline, unit_word
from salesperf.report.marks import PARTIAL_KEY, Footnotes, footnotes, has_partial, mark, rows_and_total
from salesperf.report.model import Cell, Column, Report, Row, Sparkline, TableBlock, Value

_TO_COPY = "\n[[table]]\n"
"""With what the lines of a note begin that a reader copies: any other break of a line is one in the data."""


class Kind(Enum):
    """How a column stands: numbers to the right, words and series to the left."""

    NUMBER = "number"
    WORD = "word"
    SERIES = "series"


class Word(Struct, frozen=True):
    """One cell in words; `mark` follows the text (arrow, partial sign, footnote) and aligns on its own."""

    text: str
    mark: str = ""
    status: Status | None = None


class Line(Struct, frozen=True):
    """One row in words; `heading` stands above the first row of a group."""

    words: tuple[Word, ...]
    heading: str = ""


class Grid(Struct, frozen=True):
    """One table in words; `empty` is said instead of rows when there are none.

    `follows` says of each column whether it only makes sense beside the one before it, as a growth beside its
    metric.
    """

    title: str
    headers: tuple[str, ...]
    kinds: tuple[Kind, ...]
    follows: tuple[bool, ...]
    lines: tuple[Line, ...]
    total: Line | None
    empty: str


class Remark(Struct, frozen=True):
    """One sentence under the tables; `mark` is the sign it explains, if any.

    `lines` are to be copied into the project file, and stand below it as they are.
    """

    text: str
    mark: str = ""
    warning: bool = False
    lines: tuple[str, ...] = ()


class Page(Struct, frozen=True):
    """A whole report in words."""

    title: str
    subtitle: str
    grids: tuple[Grid, ...]
    remarks: tuple[Remark, ...]
    lang: Lang


def page(report: Report) -> Page:
    """The report in its language: values formatted, reasons of nulls numbered as footnotes."""
    notes = footnotes(report)
    return Page(
        title=on_one_line(report.title.say(report.lang)),
        subtitle=on_one_line(report.subtitle.say(report.lang)) if report.subtitle else "",
        grids=tuple(_grid(block, report, notes=notes) for block in report.blocks),
        remarks=(*_remarks_on_marks(report, notes=notes), *_remarks_of_notes(report)),
        lang=report.lang,
    )


def _remarks_on_marks(report: Report, *, notes: Footnotes) -> Iterator[Remark]:
    for reason, sign in notes.items():
        yield Remark(on_one_line(reason.say(report.lang)), sign)
    is_explained = any(note.key == PARTIAL_KEY for note in report.notes)
    if has_partial(report) and not is_explained:
        yield Remark(phrases.PARTIAL_NOTE.say(report.lang), phrases.PARTIAL)


def _remarks_of_notes(report: Report) -> Iterator[Remark]:
    for note in report.notes:
        sign = phrases.PARTIAL if note.key == PARTIAL_KEY else ""
        said, heading, below = note.text.say(report.lang).partition(_TO_COPY)
        lines = (heading + below).strip("\n").split("\n") if heading else ()
        yield Remark(on_one_line(said), sign, note.warning, tuple(map(on_one_line, lines)))


def _grid(block: TableBlock, report: Report, *, notes: Footnotes) -> Grid:
    currency = _currency(report)
    places = tuple(
        decimals(_values(block, index), column.unit, currency=currency) if column.unit else None
        for index, column in enumerate(block.columns)
    )
    return Grid(
        title=on_one_line(block.title.say(report.lang)),
        headers=tuple(_header(column, lang=report.lang, currency=currency) for column in block.columns),
        kinds=tuple(_kind(block, index) for index in range(len(block.columns))),
        follows=_follows(block.columns),
        lines=tuple(_line(row, block, report, places=places, notes=notes) for row in block.rows),
        total=_total(block, report, places=places, notes=notes),
        empty=on_one_line(block.empty.say(report.lang)),
    )


def _currency(report: Report) -> str | None:
    """The currency as it may be shown: it can come from a column of the data."""
    return on_one_line(report.meta.currency) if report.meta.currency else None


def _values(block: TableBlock, index: int) -> Iterator[Value]:
    """The values of one column that have the column's own unit."""
    for row in rows_and_total(block):
        cell = row.cells[index]
        if isinstance(cell, Cell) and not _brings_unit(cell, block.columns[index]):
            yield cell.value


def _brings_unit(cell: Cell, column: Column) -> bool:
    """Whether the unit stands in the cell, because the header cannot say it for the whole column."""
    return cell.unit is not None and cell.unit is not column.unit


def _header(column: Column, *, lang: Lang, currency: str | None) -> str:
    label = on_one_line(column.label.say(lang))
    unit = unit_word(column.unit, lang=lang, currency=currency)
    return phrases.IN_UNIT.say(lang).format(label=label, unit=unit) if unit else label


def _follows(columns: Sequence[Column]) -> tuple[bool, ...]:
    """A column follows when its key goes on from that of a metric: `net_revenue_yoy` follows `net_revenue`."""
    found: list[bool] = []
    head = ""
    for column in columns:
        found.append(bool(head) and column.key.startswith(f"{head}_"))
        if not found[-1]:
            head = column.key
    return tuple(found)


def _kind(block: TableBlock, index: int) -> Kind:
    cells = [row.cells[index] for row in rows_and_total(block)]
    if any(isinstance(cell, Sparkline) for cell in cells):
        return Kind.SERIES
    # A column of nothing but missing numbers stands where its numbers would.
    if block.columns[index].unit is not None or any(isinstance(cell, Cell) and cell.unit for cell in cells):
        return Kind.NUMBER
    known = [cell for cell in cells if isinstance(cell, Cell) and cell.value is not None]
    return Kind.NUMBER if known and all(is_number(cell.value) for cell in known) else Kind.WORD


def _line(row: Row, block: TableBlock, report: Report, *, places: Sequence[int | None], notes: Footnotes) -> Line:
    own = _places_of_row(row, block, currency=_currency(report))
    words = tuple(
        _word(cell, column, report, places=_own_places(cell, column, own, shared=shared), notes=notes)
        for cell, column, shared in zip(row.cells, block.columns, places, strict=True)
    )
    return Line(words, on_one_line(row.heading.say(report.lang)) if row.heading else "")


def _total(block: TableBlock, report: Report, *, places: Sequence[int | None], notes: Footnotes) -> Line | None:
    """The total in words; where a total has no name to give (all reps, all months) the cell stays empty."""
    if block.total is None:
        return None
    line = _line(block.total, block, report, places=places, notes=notes)
    nothing = Word(phrases.NULL)
    return Line(
        tuple(
            Word("") if word == nothing and _kind(block, index) is Kind.WORD else word
            for index, word in enumerate(line.words)
        )
    )


def _own_places(cell: Cell | Sparkline, column: Column, own: dict[Unit, int], *, shared: int | None) -> int | None:
    if isinstance(cell, Cell) and cell.unit is not None and _brings_unit(cell, column):
        return own[cell.unit]
    return shared


def _places_of_row(row: Row, block: TableBlock, *, currency: str | None) -> dict[Unit, int]:
    """The decimals of the cells that bring their own unit: a value and its base must read alike."""
    by_unit: dict[Unit, list[Value]] = {}
    for cell, column in zip(row.cells, block.columns, strict=True):
        if isinstance(cell, Cell) and cell.unit is not None and _brings_unit(cell, column):
            by_unit.setdefault(cell.unit, []).append(cell.value)
    return {unit: decimals(values, unit, currency=currency) for unit, values in by_unit.items()}


def _word(cell: Cell | Sparkline, column: Column, report: Report, *, places: int | None, notes: Footnotes) -> Word:
    if isinstance(cell, Sparkline):
        return Word(sparkline(cell.values))
    unit = cell.unit or column.unit
    text = formatted(
        cell.value,
        unit,
        lang=report.lang,
        currency=_currency(report),
        places=places,
        bare=not _brings_unit(cell, column),
    )
    if cell.status:
        text = f"{GLYPHS[cell.status]} {WORDS[cell.status].say(report.lang)} {text}".rstrip()
    return Word(text, mark(cell, unit, notes=notes), cell.status)
