"""A table in words: values formatted, units in the headers, marks and lights set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from salesperf.core.status import GLYPHS, WORDS, Status
from salesperf.core.text import Lang
from salesperf.core.unit import Unit
from salesperf.report import phrases
from salesperf.report.chart import Chart, chart_of
from salesperf.report.escape import on_one_line
from salesperf.report.grid import decimals, formatted, is_number, unit_word
from salesperf.report.marks import Footnotes, mark, rows_and_total
from salesperf.report.model import Cell, Column, Report, Row, Sparkline, TableBlock, Value
from salesperf.report.sparks import sparkline
from salesperf.report.words import Grid, Kind, Line, Word


def grid_of(block: TableBlock, report: Report, *, notes: Footnotes) -> Grid:
    """One table of the report."""
    currency = currency_of(report)
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
        key=block.key,
        is_backing=block.is_backing,
        charts=tuple(_charts(block, report)),
    )


def _charts(block: TableBlock, report: Report) -> Iterator[Chart]:
    """The figures that have numbers to draw."""
    for figure in block.figures:
        chart = chart_of(figure, block, lang=report.lang, currency=currency_of(report))
        if chart is not None:
            yield chart


def indented(grid: Grid, *, by: str) -> Grid:
    """The table with `by` before the names of rows for each level they stand below the first."""
    return replace(grid, lines=tuple(_indented(line, by) if line.level else line for line in grid.lines))


def _indented(line: Line, by: str) -> Line:
    name, *others = line.words
    return replace(line, words=(replace(name, text=by * line.level + name.text), *others))


def currency_of(report: Report) -> str | None:
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
    return phrases.in_unit(label, unit, lang=lang)


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
    own = _places_of_row(row, block, currency=currency_of(report))
    words = tuple(
        _word(cell, column, report, places=_own_places(cell, column, own, shared=shared), notes=notes)
        for cell, column, shared in zip(row.cells, block.columns, places, strict=True)
    )
    heading = on_one_line(row.heading.say(report.lang)) if row.heading else ""
    return Line(words, heading, row.level, row.section)


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
        currency=currency_of(report),
        places=places,
        bare=not _brings_unit(cell, column),
    )
    light = light_of(cell.status, report.lang) if cell.status else ""
    return Word(f"{light} {text}".strip() if light else text, mark(cell, unit, notes=notes), cell.status, light)


def light_of(status: Status, lang: Lang) -> str:
    """A traffic light as a glyph and a word."""
    return f"{GLYPHS[status]} {WORDS[status].say(lang)}"
