"""Which cells lie under the charts and pictures of a sheet, by the widths and heights it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from salesperf.render.template.areas import LAST_COLUMN, LAST_ROW, Area
from salesperf.render.template.markup import Element, counted, elements, whole_number

_PIXEL, _POINT = 9_525, 12_700
"""English metric units, in which drawings measure."""
_DIGIT = 7
"""The pixels of a digit in the font that widths of columns count in."""
_WIDE, _HIGH = 64 * _PIXEL, 15 * _POINT
"""A column and a row of which nothing is said."""
_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_INSIDE = ("pic", "graphicFrame", "row", "col", "rowOff", "colOff", "ext", "pos")
_TRUE = frozenset({"1", "true"})


class _Grid(Struct, frozen=True):
    """How wide the columns and how high the rows of a sheet are."""

    wide: int
    high: int
    columns: Mapping[int, int]
    rows: Mapping[int, int]

    def column_at(self, first: int, reach: int) -> int:
        """The last column that something reaches which begins with a column and is so wide."""
        return _reached(first, reach, lambda at: self.columns.get(at, self.wide), most=LAST_COLUMN)

    def row_at(self, first: int, reach: int) -> int:
        """The last row that something reaches which begins with a row and is so high."""
        return _reached(first, reach, lambda at: self.rows.get(at, self.high), most=LAST_ROW)


def covered(drawing: bytes, *, part: str, sheet: str, content: bytes, sheet_part: str) -> Iterator[Area]:
    """Where the pictures and charts of a drawing lie, on the sheet whose part is `content`."""
    listed = elements(drawing, part=part, names=[*_ANCHORS, *_INSIDE])
    grid: _Grid | None = None
    for anchor in (one for one in listed if one.name in _ANCHORS):
        inside = [one for one in listed if anchor.start < one.start < anchor.end]
        if not any(one.name in {"pic", "graphicFrame"} for one in inside):
            continue
        if anchor.name == "twoCellAnchor":
            rows, columns = (_numbers(inside, name, part) for name in ("row", "col"))
            if rows and columns:
                yield Area(sheet, rows[0] + 1, columns[0] + 1, rows[-1] + 1, columns[-1] + 1)
            continue
        grid = grid or _grid_of(content, sheet_part)
        yield _measured(anchor, inside, grid, part=part, sheet=sheet)


def _measured(anchor: Element, inside: Sequence[Element], grid: _Grid, *, part: str, sheet: str) -> Area:
    """The cells under what says how large it is, from the cell or the point where it begins."""
    own = {one.name: one.attributes for one in inside if len(one.path) == len(anchor.path) + 1}
    size, point = own.get("ext", {}), own.get("pos", {})
    across, down = _length(size.get("cx")), _length(size.get("cy"))
    if anchor.name == "absoluteAnchor":
        left, top = _length(point.get("x")), _length(point.get("y"))
        # What ends where a cell begins does not lie on it; what begins there does.
        first_column, first_row = grid.column_at(1, left + 1), grid.row_at(1, top + 1)
        return Area(sheet, first_row, first_column, grid.row_at(1, top + down), grid.column_at(1, left + across))
    row, column = (next(iter(_numbers(inside, name, part)), 0) + 1 for name in ("row", "col"))
    right, below = (next((_length(one.text) for one in inside if one.name == name), 0) for name in ("colOff", "rowOff"))
    return Area(sheet, row, column, grid.row_at(row, below + down), grid.column_at(column, right + across))


def _numbers(inside: Sequence[Element], name: str, part: str) -> list[int]:
    return [counted(one.text, part=part) for one in inside if one.name == name]


def _length(said: str | None) -> int:
    return whole_number((said or "").strip()) or 0


def _reached(first: int, reach: int, size: Callable[[int], int], *, most: int) -> int:
    at, passed = first, size(first)
    while passed < reach and at < most:
        at += 1
        passed += size(at)
    return at


def _grid_of(content: bytes, part: str) -> _Grid:
    listed = elements(content, part=part, names=["sheetFormatPr", "col", "row"])
    said = next((one.attributes for one in listed if one.name == "sheetFormatPr"), {})
    wide = _of_width(said.get("defaultColWidth"), _WIDE)
    high = _of_height(said.get("defaultRowHeight"), _HIGH)
    columns: dict[int, int] = {}
    rows: dict[int, int] = {}
    for one in listed:
        is_hidden = one.attributes.get("hidden", "0").lower() in _TRUE
        if one.name == "col":
            width = 0 if is_hidden else _of_width(one.attributes.get("width"), wide)
            first, last = (counted(one.attributes.get(key), part=part, otherwise=1) for key in ("min", "max"))
            columns |= dict.fromkeys(range(first, min(last, LAST_COLUMN) + 1), width)
        elif one.name == "row" and (number := whole_number(one.attributes.get("r", ""))) is not None:
            rows[number] = 0 if is_hidden else _of_height(one.attributes.get("ht"), high)
    return _Grid(wide, high, columns, rows)


def _of_width(said: str | None, otherwise: int) -> int:
    """A width in digits, as the length it takes."""
    number = _number(said)
    return otherwise if number is None else int(number * _DIGIT + 0.5) * _PIXEL


def _of_height(said: str | None, otherwise: int) -> int:
    """A height in points, as the length it takes."""
    number = _number(said)
    return otherwise if number is None else int(number * _POINT)


def _number(said: str | None) -> float | None:
    try:
        return max(0.0, float(said or ""))
    except ValueError:
        return None
