"""New values into the XML of a sheet: only the cells that get one are touched, in their own style."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from salesperf.render.template.areas import Area, area_of, cell_name
from salesperf.render.template.markup import Splice, is_closed, spliced, with_attribute
from salesperf.render.template.sheet import CellPlace, RowPlace, SheetPlaces
from salesperf.render.template.written import Written

Values = Mapping[tuple[int, int], Written]
"""What the cells of a sheet shall hold, by row and column."""


def filled(sheet: SheetPlaces, values: Values) -> bytes:
    """The sheet with these values; a cell that is not there and shall be empty stays away."""
    by_row: dict[int, dict[int, Written]] = {}
    for (row, column), value in values.items():
        if not value.is_empty or sheet.cell(row, column) is not None:
            by_row.setdefault(row, {})[column] = value
    return spliced(sheet.content, [*_of_rows(sheet, by_row), *_of_dimension(sheet, by_row)])


def _of_rows(sheet: SheetPlaces, by_row: Mapping[int, Mapping[int, Written]]) -> Iterator[Splice]:
    new: dict[int, list[bytes]] = {}
    numbers = sorted(sheet.rows)
    for number, values in sorted(by_row.items()):
        row = sheet.rows.get(number)
        if row is not None:
            yield from _of_row(sheet, row, values)
            continue
        cells = b"".join(_new_cell(sheet, number, column, value) for column, value in sorted(values.items()))
        name = sheet.prefix + b"row"
        line = b'<%b r="%d">%b</%b>' % (name, number, cells, name)
        new.setdefault(_place_of_row(sheet, numbers, number), []).append(line)
    if new and is_closed(sheet.content, sheet.data):
        name = sheet.prefix + b"sheetData"
        tag = sheet.content[sheet.data.start : sheet.data.inner]
        lines = b"".join(line for place in sorted(new) for line in new[place])
        yield Splice(sheet.data.start, sheet.data.inner, _opened(tag) + lines + b"</%b>" % name)
        return
    for place, lines_there in new.items():
        yield Splice(place, place, b"".join(lines_there))


def _place_of_row(sheet: SheetPlaces, numbers: Sequence[int], number: int) -> int:
    """Where a row that is not there belongs: before the next one, or at the end."""
    at = bisect_right(numbers, number)
    if at < len(numbers):
        return sheet.rows[numbers[at]].start
    return sheet.data.inner if is_closed(sheet.content, sheet.data) else sheet.content.rindex(b"</", 0, sheet.data.end)


def _of_row(sheet: SheetPlaces, row: RowPlace, values: Mapping[int, Written]) -> Iterator[Splice]:
    there = row.cells
    new: dict[int, bytes] = {}
    for column, value in sorted(values.items()):
        if column in there:
            yield _exchanged(sheet, there[column], value)
        else:
            place = _place_of_cell(row, column)
            new[place] = new.get(place, b"") + _new_cell(sheet, row.number, column, value)
    tag = sheet.content[row.start : row.inner]
    open_tag = _spanning(tag, row.spans, values)
    if row.is_closed and new:
        yield Splice(row.start, row.inner, _opened(open_tag) + b"".join(new.values()) + b"</%brow>" % sheet.prefix)
        return
    if open_tag != tag:
        yield Splice(row.start, row.inner, open_tag)
    for place, cells in new.items():
        yield Splice(place, place, cells)


def _place_of_cell(row: RowPlace, column: int) -> int:
    """Where a cell that is not there belongs: before the next one, or behind the last."""
    after = [cell.start for cell in row.cells.values() if cell.column > column]
    if after:
        return min(after)
    return max((cell.end for cell in row.cells.values()), default=row.inner)


def _exchanged(sheet: SheetPlaces, cell: CellPlace, value: Written) -> Splice:
    """A cell with another value: its style and what else is said of it stay, what belongs to the old value goes."""
    tag = sheet.content[cell.start : cell.inner]
    for attribute in ("cm", "vm"):
        tag = with_attribute(tag, attribute, None)
    tag = with_attribute(tag, "t", value.kind)
    return Splice(cell.start, cell.end, _with_inner(tag, sheet.prefix, value))


def _new_cell(sheet: SheetPlaces, row: int, column: int, value: Written) -> bytes:
    style = sheet.style(row, column)
    styled = f' s="{style}"' if style else ""
    kind = f' t="{value.kind}"' if value.kind else ""
    tag = f'<{sheet.prefix.decode()}c r="{cell_name(row, column)}"{styled}{kind}>'
    return _with_inner(tag.encode(), sheet.prefix, value)


def _with_inner(tag: bytes, prefix: bytes, value: Written) -> bytes:
    if value.is_empty:
        return tag if tag.endswith(b"/>") else tag[:-1].rstrip() + b"/>"
    return _opened(tag) + value.inner(prefix.decode()).encode() + b"</%bc>" % prefix


def _opened(tag: bytes) -> bytes:
    return tag[:-2].rstrip() + b">" if tag.endswith(b"/>") else tag


def _spanning(tag: bytes, spans: str | None, columns: Iterable[int]) -> bytes:
    """The tag of a row whose list of used columns, a help for readers, covers these too."""
    ends = [int(end) for end in (spans or "").replace(":", " ").split() if end.isascii() and end.isdigit()]
    if not ends:
        return tag
    first, last = min(*columns, *ends), max(*columns, *ends)
    return tag if (first, last) == (min(ends), max(ends)) else with_attribute(tag, "spans", f"{first}:{last}")


def _of_dimension(sheet: SheetPlaces, by_row: Mapping[int, Mapping[int, Written]]) -> Iterator[Splice]:
    """The used area of the sheet, as far as it says one, covers the new cells."""
    if sheet.dimension is None or not by_row:
        return
    said = area_of(sheet.dimension.attributes.get("ref", ""), sheet.name)
    if said is None:
        return
    columns = [column for values in by_row.values() for column in values]
    reach = Area(
        sheet.name,
        min(said.first_row, *by_row),
        min(said.first_column, *columns),
        max(said.last_row, *by_row),
        max(said.last_column, *columns),
    )
    if reach != said:
        tag = sheet.content[sheet.dimension.start : sheet.dimension.inner]
        yield Splice(sheet.dimension.start, sheet.dimension.inner, with_attribute(tag, "ref", str(reach)))
