"""A row that is not as wide as its table, or had to be repaired: where its cells belong, if that is certain.

Cells are never guessed: a row is filled, joined or cut only where every other way contradicts what the columns hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from salesperf.core.text import Text, same
from salesperf.sources.no_data.row_kind import may_be_total, row_kind
from salesperf.sources.rows.column_looks import ENOUGH, Look
from salesperf.sources.rows.records import Record, Writing
from salesperf.sources.values.cell_shape import filled, is_blank, is_figure

Cells = tuple[str, ...]


class Odd(Enum):
    """What became of a row: as wide as the table after all, cut short, repaired, with cells too many, or undecided."""

    PLAIN = "plain"
    SHORT = "short"
    REPAIRED = "repaired"
    LONG = "long"
    UNCLEAR = "unclear"


_REPAIRS = {
    "quote": Text(
        "a quote of the row breaks the rules of the file and was taken as a character",
        "该行的引号不符合文件规则，已按普通字符读取",
    ),
    "delimiter": Text("the row is written with another delimiter", "该行使用了另一种分隔符"),
}
_LEFT_OUT = Text("a quote that opens or closes no cell was left out", "已去掉不成对的引号")
_FEW, _WIDE = 2, 5
"""Cells that a note under a table fills at most, and columns from which such a row is far from being a line."""
_MISSING = Text("an empty cell was missing", "缺少一个空单元格，已补上")


_TOO_MANY = Text("an empty cell too many was left out", "多出一个空单元格，已去掉")
_NOTHING = same("")
_ONE_CELL = Text("{cell!r} was taken as one cell, with the delimiter in it", "「{cell}」含分隔符，已作为一个单元格读取")


class OddRow(Struct, frozen=True):
    """Such a row: `cells` are as many as the table is wide, `beyond` those that find no column, `found` those it has.

    `said` tells the repair.
    """

    kind: Odd
    cells: Cells
    found: int
    said: Text = _NOTHING
    beyond: Cells = ()


def odd_row(record: Record, *, header: Sequence[str], looks: Sequence[Look], rows: int, writing: Writing) -> OddRow:
    """The row of a record under a header; `looks` are those of the columns over `rows` rows beyond doubt."""
    width = len(header)
    cells = _without_stray(record.cells, looks, writing.quote) if record.repair else record.cells
    if record.repair and _is_cut_through(record.cells, writing.quote):
        beyond = tuple(cell for cell in cells[width:] if cell.strip())
        padded = cells[:width] + ("",) * (width - len(cells))
        return OddRow(Odd.LONG if beyond else Odd.UNCLEAR, padded, len(record.cells), beyond=beyond)
    if len(cells) > width:
        found = _too_long(cells, record, looks, rows=rows, delimiter=writing.delimiter)
        if any(cell.strip() for cell in cells[width:]) or not _is_cut(found, cells, looks, rows=rows):
            return found
        cells = cells[:width]
    if len(cells) == width:
        return _of_width(record, cells, looks)
    return _too_short(cells, record, looks, header=header, rows=rows)


def _is_cut_through(cells: Cells, quote: str) -> bool:
    """Whether a quote opens inside one cell and closes another, so that the delimiter before it is lost."""
    odd = [cell for cell in cells if cell.count(quote) % 2]
    return len(odd) > 1 and not odd[0].startswith(quote) and not odd[0].endswith(quote) and odd[1].endswith(quote)


def _is_cut(found: OddRow, cells: Cells, looks: Sequence[Look], *, rows: int) -> bool:
    """Whether blanks behind the last column are nothing: no empty cell further left may have moved the others."""
    cut = cells[: len(looks)]
    if found.kind is Odd.REPAIRED:
        return found.cells == cut
    has_several = rows >= ENOUGH and len(cells) == len(looks) + 1 and _fit(cut, looks)
    return not has_several and _resemble(cut, looks)


def _of_width(record: Record, cells: Cells, looks: Sequence[Look]) -> OddRow:
    if not record.repair:
        return OddRow(Odd.PLAIN, cells, len(record.cells))
    if not _resemble(cells, looks):
        return OddRow(Odd.UNCLEAR, cells, len(record.cells))
    is_bared = record.repair == "quote" and cells != record.cells
    return OddRow(Odd.REPAIRED, cells, len(record.cells), _LEFT_OUT if is_bared else _REPAIRS[record.repair])


def _too_long(cells: Cells, record: Record, looks: Sequence[Look], *, rows: int, delimiter: str) -> OddRow:
    width = len(looks)
    beyond = cells[width:] if any(cell.strip() for cell in cells[width:]) else ()
    torn = OddRow(Odd.LONG if beyond else Odd.UNCLEAR, cells[:width], len(record.cells), beyond=beyond)
    if rows < ENOUGH:
        return torn
    extra = len(cells) - width
    ways: dict[Cells, Text] = {}
    for at in range(len(cells)):
        if extra == 1 and not cells[at].strip():
            ways.setdefault((*cells[:at], *cells[at + 1 :]), _TOO_MANY)
        parts = cells[at : at + extra + 1]
        if at < width and all(part.strip() for part in parts):
            joined = delimiter.join(parts)
            # Two numbers are never put together: 1,000 may be one or two cells.
            said = _NOTHING if is_figure(joined) else _ONE_CELL.fill(cell=joined.strip())
            ways.setdefault((*cells[:at], joined, *cells[at + extra + 1 :]), said)
    return _decided(torn, ways, looks)


def _too_short(cells: Cells, record: Record, looks: Sequence[Look], *, header: Sequence[str], rows: int) -> OddRow:
    lack = len(header) - len(cells)
    cut = OddRow(Odd.SHORT, cells + ("",) * lack, len(record.cells))
    if is_blank(cells) or not rows or _is_perhaps_no_data(cells, header):
        return cut
    gaps = [at for at in range(len(cells) + 1) if _fit(cells[:at], looks[:at]) and _fit(cells[at:], looks[at + lack :])]
    # Where the gap may also be further left, the cells behind it may belong elsewhere: no matter if they are texts.
    if gaps and gaps[-1] == len(cells) and not any(look.is_value for look in looks[gaps[0] : len(cells)]):
        return cut
    unclear = OddRow(Odd.UNCLEAR, cut.cells, len(record.cells))
    if rows < ENOUGH or not all(look.may_be_empty for at in gaps for look in looks[at : at + lack]):
        return unclear
    return _decided(unclear, {(*cells[:at], *("",) * lack, *cells[at:]): _MISSING for at in gaps}, looks)


def _decided(otherwise: OddRow, ways: dict[Cells, Text], looks: Sequence[Look]) -> OddRow:
    """The only way in which every cell fits its column, where there is just one."""
    fitting = [way for way in ways if _fit(way, looks)]
    if len(fitting) != 1 or not ways[fitting[0]]:
        return otherwise
    return OddRow(Odd.REPAIRED, fitting[0], otherwise.found, ways[fitting[0]])


def _resemble(cells: Sequence[str], looks: Sequence[Look]) -> bool:
    return all(look.resembles(cell) for cell, look in zip(cells, looks, strict=True))


def _fit(cells: Sequence[str], looks: Sequence[Look]) -> bool:
    return all(look.fits(cell) for cell, look in zip(cells, looks, strict=True))


def _is_perhaps_no_data(cells: Cells, header: Sequence[str]) -> bool:
    """Whether the row may be a total, a footer or a title, which are judged elsewhere; few cells say too little."""
    padded = cells + ("",) * (len(header) - len(cells))
    is_few = filled(cells) <= (_FEW if len(header) >= _WIDE else 1)
    return is_few or row_kind(padded, header=header) is not None or may_be_total(cells)


def _without_stray(cells: Cells, looks: Sequence[Look], quote: str) -> Cells:
    """The cells without a quote that stands before or behind them and belongs to nothing.

    A lone quote behind a text may mean inches and stays.
    """
    return tuple(_bared(cell, look, quote) for cell, look in zip(cells, looks, strict=False)) + cells[len(looks) :]


def _bared(cell: str, look: Look, quote: str) -> str:
    if cell.count(quote) != 1:
        return cell
    if cell.startswith(quote):
        return cell[1:]
    is_behind = cell.endswith(quote) and not look.fits(cell) and look.fits(cell[:-1])
    return cell[:-1] if is_behind else cell
