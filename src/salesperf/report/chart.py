"""A figure resolved against its table: numbers, words and axes, ready to be drawn by any renderer.

Nothing here knows a colour or a pixel.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import isfinite

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.status import Status
from salesperf.core.text import Lang, Text, listing
from salesperf.core.unit import Unit
from salesperf.report import phrases
from salesperf.report.chart_axes import across_of, axis_of
from salesperf.report.chart_marks import beside_of, expected_of, marked
from salesperf.report.chart_parts import Axis, Point, Series
from salesperf.report.chart_words import Seen, Told, alt_of
from salesperf.report.escape import on_one_line
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.grid import compact, formatted, is_number, unit_word
from salesperf.report.model import Cell, Column, Row, TableBlock

_ONE_STATUS = frozenset({FigureKind.BAR, FigureKind.BULLET})
"""Kinds whose bar stands for its row and takes the row's light."""
_MIXED = frozenset({FigureKind.HEAT_MAP, FigureKind.BULLET, FigureKind.PARETO, FigureKind.SCATTER})
"""Kinds that do not put all their numbers on one axis, so that units may differ."""
_COLUMNS_DRAWN = {
    FigureKind.WATERFALL: 1,
    FigureKind.FUNNEL: 1,
    FigureKind.BULLET: 1,
    FigureKind.PARETO: 2,
    FigureKind.SCATTER: 2,
}
"""Kinds that draw so many columns and no more."""
_SIGNED = frozenset({Unit.RATIO, Unit.GROWTH, Unit.POINTS})
"""Units whose sign stands with every number; the others are told by the header."""
_FIRST_OF = Text("first {shown} of {rows}", "前 {shown} 项，共 {rows} 项")
_NOT_DRAWN = Text("not drawn: {names}", "未绘出：{names}")
_AND = Text("; ", "；")


class Chart(Struct, frozen=True):
    """A picture in numbers and words.

    `categories` name the points of every series, in order; names that are alike stay apart. `beside` is a remark for
    each category (attainment, conversion), or empty. `across` is the second axis: of the shares of a Pareto chart, or
    the horizontal one of a scatter chart. `expected` is what was to be reached by now, of bullets alone. `note` says
    what is not drawn; `alt` tells the picture to who cannot see it.
    """

    kind: FigureKind
    key: str
    title: str
    alt: str
    label: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis: Axis
    lang: Lang
    target: Series | None = None
    across: Axis | None = None
    beside: tuple[str, ...] = ()
    note: str = ""
    expected: Series | None = None


class _Drawn(Struct, frozen=True):
    """What of a table a figure draws."""

    kind: FigureKind
    rows: tuple[Row, ...]
    label: int
    values: tuple[int, ...]
    target: int | None
    expected: int | None


def chart_of(figure: Figure, block: TableBlock, *, lang: Lang, currency: str | None) -> Chart | None:
    """The figure with the numbers of its table; None where the table has no number or no name to draw.

    A column that the table no longer shows is not drawn either; a bullet without a target is a bar.
    """
    drawn = _drawn(figure, block)
    told = Told(lang, currency)
    series = tuple(_series(index, drawn, block, told) for index in drawn.values) if drawn else ()
    if drawn is None or not any(one.known for one in series):
        return None
    unit = None if drawn.kind in _MIXED else _unit(series)
    kept = series if unit is None else tuple(_in_unit(one, unit) for one in series if _has_unit(one, unit))
    target = _series(drawn.target, drawn, block, told) if drawn.target is not None else None
    kept = marked(drawn.kind, kept, target)
    expected = _series(drawn.expected, drawn, block, told) if drawn.expected is not None else None
    categories = tuple(_name(row.cells[drawn.label], block.columns[drawn.label], told) for row in drawn.rows)
    left_out = [block.columns[index] for index, one in zip(drawn.values, series, strict=True) if not _is_in(one, kept)]
    return Chart(
        kind=drawn.kind,
        key=figure.key,
        title=on_one_line(figure.title.say(lang)),
        alt=alt_of(drawn.kind, figure.title, Seen(categories, kept, target, told, _is_nested(drawn.rows))),
        label=on_one_line(block.columns[drawn.label].label.say(lang)),
        categories=categories,
        series=kept,
        axis=axis_of(drawn.kind, kept, target, told),
        lang=lang,
        target=target,
        across=across_of(drawn.kind, kept, told),
        beside=beside_of(drawn.kind, kept, told),
        note=_note(figure, block, drawn, left_out=left_out).say(lang),
        expected=expected_of(expected, target),
    )


def _is_nested(rows: tuple[Row, ...]) -> bool:
    return len({row.level for row in rows}) > 1


def _drawn(figure: Figure, block: TableBlock) -> _Drawn | None:
    places = {column.key: index for index, column in enumerate(block.columns)}
    values = tuple(places[key] for key in figure.values if key in places)
    label = places.get(figure.label)
    if label is None or not values:
        return None
    target = places.get(figure.target) if figure.target is not None else None
    kind = figure.kind
    if kind is FigureKind.BULLET and target is None:
        kind = FigureKind.BAR
    if kind is FigureKind.SCATTER and len(values) == 1:
        return None
    expected = places.get(figure.expected) if figure.expected is not None and kind is FigureKind.BULLET else None
    return _Drawn(kind, block.rows[: figure.first], label, values[: _COLUMNS_DRAWN.get(kind)], target, expected)


def _series(index: int, drawn: _Drawn, block: TableBlock, told: Told) -> Series:
    column = block.columns[index]
    points = tuple(_point(row, index, column, told, kind=drawn.kind) for row in drawn.rows)
    unit = next((point.unit for point in points if point.unit is not None), None)
    label = on_one_line(column.label.say(told.lang))
    word = unit_word(column.unit, lang=told.lang, currency=told.currency)
    header = phrases.in_unit(label, word, lang=told.lang)
    return Series(column.key, label, header, points, unit)


def _point(row: Row, index: int, column: Column, told: Told, *, kind: FigureKind) -> Point:
    cell = row.cells[index]
    if not isinstance(cell, Cell):
        return Point(None)
    status = cell.status or (_status(row) if kind in _ONE_STATUS else None)
    unit = cell.unit or column.unit
    value = cell.value
    if not is_number(value) or not isinstance(value, (int, float, Decimal)) or not isfinite(float(value)):
        return Point(None, phrases.NULL, unit, status)
    bare = cell.unit in {None, column.unit} and unit not in _SIGNED
    label = compact(
        value,
        unit or Unit.NUMBER,
        lang=told.numbers,
        currency=told.currency,
        bare=bare,
        trimmed=True,
        even=kind is not FigureKind.HEAT_MAP,
    )
    return Point(
        float(value), label + (phrases.PARTIAL if cell.partial else ""), unit or Unit.NUMBER, status, cell.partial
    )


def _status(row: Row) -> Status | None:
    """The light of a row: that of its first cell that has one."""
    return next((cell.status for cell in row.cells if isinstance(cell, Cell) and cell.status), None)


def _name(cell: object, column: Column, told: Told) -> str:
    if not isinstance(cell, Cell):
        return phrases.NULL
    # Blanks before a name are its level in the table.
    return formatted(cell.value, cell.unit or column.unit, lang=told.lang, currency=told.currency).strip()


def _unit(series: tuple[Series, ...]) -> Unit | None:
    """The unit that the one axis of a picture has: that of its first number."""
    return next((one.unit for one in series if one.known), None)


def _has_unit(series: Series, unit: Unit) -> bool:
    return any(point.unit is unit for point in series.known)


def _in_unit(series: Series, unit: Unit) -> Series:
    """The series without the points that would lie on another axis."""
    points = tuple(point if point.unit in {unit, None} else Point(None, point.label) for point in series.points)
    return replace(series, points=points, unit=unit)


def _is_in(series: Series, kept: tuple[Series, ...]) -> bool:
    return any(one.key == series.key and len(one.known) == len(series.known) for one in kept)


def _note(figure: Figure, block: TableBlock, drawn: _Drawn, *, left_out: list[Column]) -> Text:
    return listing(_remarks(figure, block, drawn, left_out), _AND)


def _remarks(figure: Figure, block: TableBlock, drawn: _Drawn, left_out: list[Column]) -> Iterator[Text]:
    cut = first_of(figure, shown=len(drawn.rows), rows=len(block.rows))
    if cut:
        yield cut
    if left_out:
        yield _NOT_DRAWN.fill(names=listing(column.label for column in left_out))


def first_of(figure: Figure, *, shown: int, rows: int) -> Text:
    """That a picture shows only the first rows of its table, and how many there are; empty when it shows all.

    >>> first_of(Figure(FigureKind.BAR, "f", Text("f", "f"), "who", ("sold",), first=2), shown=2, rows=28).en
    'first 2 of 28'
    """
    if figure.first is None or shown >= rows:
        return Text("", "")
    return _FIRST_OF.fill(shown=f"{shown:,}", rows=f"{figure.of or rows:,}")
