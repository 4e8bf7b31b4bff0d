"""Which rows of a sheet are the table: the header, and what lies around it (titles, blanks, totals, footers).

Works on cells as text, so text files and workbooks share one judgement; refuses to ask what a column means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from salesperf.core.text import folded

Cells = Sequence[str]
"""One row; an empty string is an empty cell."""

TITLE, BLANK, TOTAL, FOOTER, REPEATED_HEADER = "title", "blank", "total", "footer", "repeated_header"

TOTAL_PATTERN = (
    r"^(?:(?:grand|sub|overall|report|sum)?[ -]?totals?|sum|合计|总计|小计|汇总|总和|共计|累计|合計|總計|小計|本页小计|本页合计)"
    r"(?: *[(（][^)）]*[)）])? *[:：]?$"
)
"""A cell that says its row adds up others, after blanks are trimmed and case is folded."""

FOOTER_PATTERN = (
    r"^(?:grand totals? \(\d[\d,]* records?\)|confidential\b.*|copyright\b.*|©.*|generated (?:by|on|at)\b.*|"
    r"report generated\b.*|printed (?:by|on)\b.*|(?:source|note|notes|remark|remarks) ?[:：].*|"
    r"(?:制表人?|审核人?|打印时间|打印日期|导出时间|导出日期|生成时间|数据来源|备注|说明|注|来源) ?[:：].*|"
    r"共 ?\d+ ?(?:条|行|笔).*|第 ?\d+ ?页.*)$"
)

_TOTAL = re.compile(TOTAL_PATTERN, re.IGNORECASE)
_FOOTER = re.compile(FOOTER_PATTERN, re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"^[-+(]?\s*[¥￥$€£]?\s*[-+]?[\d][\d,. ]*\)?\s*[%元万亿]?$")
_DATE = re.compile(
    r"^\d{1,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,4}日?)?(?:[ T]\d{1,2}:\d{2}.*)?$|^\d{1,2}:\d{2}(?::\d{2})?$|^(?:19|20)\d{6}$"
)
_LOOK = 60
"""Rows from the top among which the header is sought."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the header is: `header` and `body` count rows of the grid from 0; no header means `header` is None."""

    header: int | None
    body: int
    dropped: dict[str, int]
    evidence: tuple[str, ...]


def head_of(grid: Sequence[Cells], *, header_row: int | None = None) -> Head:
    """The header of a grid of rows, and how many titles and blanks lie above it.

    The header is the first row that fills most of the table's width with distinct texts. `header_row` (from 1,
    as the spreadsheet counts) overrules.
    """
    if header_row is not None:
        at = min(header_row - 1, len(grid) - 1)
        return Head(at, at + 1, _above(grid, at), (f"row {header_row} named as the header",))
    width = _usual_width(grid)
    for at, row in enumerate(grid[:_LOOK]):
        if _filled(row) < max(1, _enough(width)):
            continue
        if looks_like_header(row, grid[at + 1 : at + 12]):
            return Head(
                at, at + 1, _above(grid, at), (f"row {at + 1} fills {_filled(row)} of {width} cells with names",)
            )
        return Head(None, at, _above(grid, at), (f"row {at + 1} looks like the rows below it: no header",))
    return Head(None, 0, {}, ("no row is as wide as the table",))


def looks_like_header(row: Cells, below: Sequence[Cells]) -> bool:
    """Whether a row names columns: mostly words, or at least other than what stands below each of them."""
    filled = [(column, cell) for column, cell in enumerate(row) if cell.strip()]
    values = [(column, cell) for column, cell in filled if _is_value(cell)]
    if not values:
        return True
    if not _is_value(filled[0][1]) and len(filled) > len(values) > 0:
        # Period columns (2017-07, 2018) name their column and look like values: the first cell decides with what
        # stands below, where a period column holds other numbers.
        return any(not _same_look(row, other, values) for other in below if _filled(other)) or not below
    return False


def _same_look(row: Cells, other: Cells, values: list[tuple[int, str]]) -> bool:
    """Whether every value of `row` has a value of the same shape below it."""
    return all(column < len(other) and _shape(row[column]) == _shape(other[column]) for column, _ in values)


def _shape(cell: str) -> str:
    return "date" if _DATE.match(cell.strip()) else "number" if _NUMBER.match(cell.strip()) else "text"


def _is_value(cell: str) -> bool:
    return _shape(cell) != "text"


def _filled(row: Cells) -> int:
    return sum(1 for cell in row if cell and not cell.isspace())


def _enough(width: int) -> int:
    """Cells a header must fill: most of the table, all but one of a narrow one."""
    return width if width <= 1 else max(2, round(width * 0.6))


def _usual_width(grid: Sequence[Cells]) -> int:
    """The number of filled cells that most rows below the top have; the wider one when two are as common."""
    counts = Counter(filled for row in grid if (filled := _filled(row)))
    if not counts:
        return 0
    most = max(counts.values())
    common = max(width for width, count in counts.items() if count == most)
    # Columns that are mostly empty make the usual row narrower than the table; they must not make it wider.
    return common


def _above(grid: Sequence[Cells], at: int) -> dict[str, int]:
    blanks = sum(1 for row in grid[:at] if is_blank(row))
    counts = {TITLE: at - blanks, BLANK: blanks}
    return {reason: count for reason, count in counts.items() if count}


def is_blank(row: Cells) -> bool:
    """Whether no cell of the row holds anything but blanks."""
    return not any(cell and not cell.isspace() for cell in row)


def is_total(row: Cells, *, width: int) -> bool:
    """Whether a row adds up others: its first filled cell says so and the rest are numbers, or it is far from full."""
    filled = [cell.strip() for cell in row if cell and not cell.isspace()]
    if not filled or not _TOTAL.match(folded(filled[0])):
        return False
    return len(filled) < width or all(_is_value(cell) for cell in filled[1:])


def is_footer(row: Cells, *, width: int) -> bool:
    """Whether a row below the table talks about it: one or two cells, in words a footer uses."""
    filled = [cell.strip() for cell in row if cell and not cell.isspace()]
    if not filled or len(filled) > 2 or width <= 2:
        return False
    return bool(_FOOTER.match(folded(filled[0])))


def is_repeated_header(row: Cells, *, header: Cells) -> bool:
    """Whether a row says the header again, word for word."""
    return [cell.strip() for cell in row] == [cell.strip() for cell in header]


def row_kind(row: Cells, *, header: Cells) -> str | None:
    """Why a row below the header is no data; None when it is."""
    if is_blank(row):
        return BLANK
    width = len(header)
    if is_total(row, width=width):
        return TOTAL
    if is_footer(row, width=width):
        return FOOTER
    if is_repeated_header(row, header=header):
        return REPEATED_HEADER
    return None


def unique_names(cells: Cells) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Column names from header cells, and what had to be changed, for people.

    Blanks around a name go; an empty cell becomes `column_5`; a repeated name gets `_2`, `_3` behind it.
    """
    trimmed = [cell.replace("\ufeff", "").strip() for cell in cells]
    taken = {name for name in trimmed if name}
    seen: set[str] = set()
    names: list[str] = []
    changes: list[str] = []
    for position, name in enumerate(trimmed, start=1):
        wanted = name or f"column_{position}"
        final, number = wanted, 1
        while final in seen or (final != name and final in taken):
            number += 1
            final = f"{wanted}_{number}"
        if final != name:
            changes.append(f"{final!r} for {'an empty cell' if not name else f'a second {name!r}'}")
        seen.add(final)
        names.append(final)
    return tuple(names), tuple(changes)
