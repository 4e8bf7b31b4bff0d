"""Where everything lies in a sheet's XML that filling touches: rows, cells, merged cells, formulas, protection."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct, field

from salesperf.core.text import Text
from salesperf.render.template.areas import LAST_ROW, Area, area_of
from salesperf.render.template.faults import DamagedError
from salesperf.render.template.markup import Element, counted, is_closed, prefix_of, walk

_TRUE = frozenset({"1", "true", "on"})
_DATA = ("worksheet", "sheetData")
_ROW = (*_DATA, "row")
_CELL = (*_ROW, "c")
_NO_DATA = Text("the part {part} holds no cells", "部件 {part} 不含单元格")
_BAD_NUMBER = Text("the part {part} has a row or cell without a right number", "部件 {part} 的行号或单元格编号有误")


class CellPlace(Struct, frozen=True):
    """One cell as it stands: its bytes, its style, what it shows and the formula behind it, if any."""

    column: int
    start: int
    inner: int
    end: int
    style: int
    kind: str
    shown: str
    formula: str | None


class RowPlace(Struct, frozen=True):
    """One row as it stands; `style` is that of its cells that are not there yet."""

    number: int
    start: int
    inner: int
    end: int
    is_closed: bool
    style: int | None
    spans: str | None
    cells: Mapping[int, CellPlace]


class SheetPlaces(Struct, frozen=True):
    """What of a sheet must be known to fill it; of rows that nobody fills no cells are kept.

    `spread` are the areas that one formula fills: of arrays and of data tables. `styles` are those of whole columns.
    """

    name: str
    part: str
    content: bytes
    prefix: bytes
    data: Element
    rows: Mapping[int, RowPlace]
    merged: tuple[Area, ...]
    spread: tuple[Area, ...]
    styles: tuple[tuple[int, int, int], ...]
    dimension: Element | None
    is_protected: bool

    def cell(self, row: int, column: int) -> CellPlace | None:
        """The cell at a place, where there is one."""
        found = self.rows.get(row)
        return found.cells.get(column) if found else None

    def style(self, row: int, column: int) -> int:
        """The style that a cell has, or would have."""
        there = self.cell(row, column)
        if there is not None:
            return there.style
        line = self.rows.get(row)
        if line is not None and line.style is not None:
            return line.style
        return next((style for first, last, style in self.styles if first <= column <= last), 0)


class _Cell(Struct):
    """What is known of the cell that is being read."""

    formula: str | None = None
    shown: str = ""


class _Reading(Struct):
    """What was found so far."""

    name: str
    part: str
    content: bytes
    wanted: Collection[int]
    rows: dict[int, RowPlace] = field(default_factory=dict)
    cells: list[tuple[Element, _Cell]] = field(default_factory=list)
    cell: _Cell = field(default_factory=_Cell)
    last_row: int = 0
    data: Element | None = None
    dimension: Element | None = None
    merged: list[Area] = field(default_factory=list)
    spread: list[Area] = field(default_factory=list)
    styles: list[tuple[int, int, int]] = field(default_factory=list)
    is_protected: bool = False

    def take(self, element: Element) -> None:
        path = element.path
        if path == _ROW:
            self._take_row(element)
        elif path == _CELL:
            self.cells.append((element, self.cell))
            self.cell = _Cell()
        elif path[:4] == _CELL:
            self._take_inside(element)
        elif path == _DATA:
            self.data = element
        elif len(path) > 1:
            self._take_beside(element)

    def _take_inside(self, element: Element) -> None:
        """What stands in a cell: its formula, its value or its text without the reading aid of Chinese and Japanese."""
        if element.name == "f":
            self.cell.formula = element.text
            area = area_of(element.attributes.get("ref", ""), self.name)
            if area is not None and element.attributes.get("t") in {"array", "dataTable"}:
                self.spread.append(area)
        elif element.name in {"v", "t"} and "rPh" not in element.path:
            self.cell.shown += element.text

    def _take_row(self, element: Element) -> None:
        number = _number(element.attributes.get("r"), self.last_row + 1, self.part)
        self.last_row = number
        if number in self.wanted:
            has_style = element.attributes.get("customFormat", "0").lower() in _TRUE
            self.rows[number] = RowPlace(
                number,
                element.start,
                element.inner,
                element.end,
                is_closed(self.content, element),
                int(element.attributes.get("s", "0")) if has_style else None,
                element.attributes.get("spans"),
                {cell.column: cell for cell in self._placed()},
            )
        else:
            self.rows[number] = RowPlace(
                number, element.start, element.inner, element.end, is_closed=False, style=None, spans=None, cells={}
            )
        self.cells.clear()

    def _placed(self) -> list[CellPlace]:
        placed: list[CellPlace] = []
        column = 0
        for element, cell in self.cells:
            reference = element.attributes.get("r")
            area = area_of(reference, self.name) if reference is not None else None
            if reference is not None and area is None:
                raise DamagedError(_BAD_NUMBER.fill(part=self.part))
            column = area.first_column if area is not None else column + 1
            kind, style = element.attributes.get("t", "n"), int(element.attributes.get("s", "0"))
            places = (element.start, element.inner, element.end)
            placed.append(CellPlace(column, *places, style, kind, cell.shown, cell.formula))
        return placed

    def _take_beside(self, element: Element) -> None:
        path, attributes = element.path[1:], element.attributes
        if path == ("mergeCells", "mergeCell"):
            area = area_of(attributes.get("ref", ""), self.name)
            self.merged += [area] if area is not None else []
        elif path == ("cols", "col") and "style" in attributes:
            first, last = (_number(attributes.get(key), 1, self.part) for key in ("min", "max"))
            self.styles.append((first, last, int(attributes["style"])))
        elif path == ("sheetProtection",):
            self.is_protected = attributes.get("sheet", "0").lower() in _TRUE
        elif path == ("dimension",):
            self.dimension = element


def places_of(content: bytes, *, name: str, part: str, rows: Collection[int]) -> SheetPlaces:
    """Look a sheet through, with the cells of these rows; raises `DamagedError` where it is no sheet of cells."""
    reading = _Reading(name, part, content, rows)
    try:
        walk(content, part=part, done=reading.take)
    except ValueError as fault:
        raise DamagedError(_BAD_NUMBER.fill(part=part)) from fault
    if reading.data is None:
        raise DamagedError(_NO_DATA.fill(part=part))
    return SheetPlaces(
        name,
        part,
        content,
        prefix_of(content, reading.data),
        reading.data,
        reading.rows,
        tuple(reading.merged),
        tuple(reading.spread),
        tuple(reading.styles),
        reading.dimension,
        reading.is_protected,
    )


def _number(text: str | None, otherwise: int, part: str) -> int:
    number = counted(text, part=part, otherwise=otherwise)
    if not 0 < number <= LAST_ROW:
        raise DamagedError(_BAD_NUMBER.fill(part=part))
    return number
