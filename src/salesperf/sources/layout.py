"""Which rows of a sheet are the table: the header, and what lies around it (titles, blanks, totals, footers).

Works on cells as text, so text files and workbooks share one judgement; refuses to ask what a column means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from salesperf.core.text import folded

Cells = Sequence[str]
"""One row; an empty string is an empty cell."""

TITLE, BLANK, TOTAL, FOOTER, REPEATED_HEADER = "title", "blank", "total", "footer", "repeated_header"

TOTAL_PATTERN = (
    r"^(?:(?:grand|sub|overall|report|sum)?[ -]?totals?|sum|合计|总计|小计|汇总|总和|共计|累计|合計|總計|小計|"
    r"本页小计|本页合计|本月合计|本年累计)"
    r"(?: *[(（][^)）]*[)）])? *[:：]?$"
)
"""A cell that says its row adds up others, after blanks are trimmed and case is folded."""

GROUP_TOTAL_PATTERN = r"^(?:sub)?totals? (?:for|of) .+$|^.+ (?:sub)?totals?$|^.+ ?(?:合计|小计|汇总)$"
"""A cell that may add up a group by name (`Total for Acme`, `East Total`); the rest of its row must bear it out."""

FOOTER_PATTERN = (
    r"^(?:grand totals? \(\d[\d,]* records?\)|confidential\b.*|copyright\b.*|©.*|generated (?:by|on|at)\b.*|"
    r"report generated\b.*|printed (?:by|on)\b.*|(?:source|note|notes|remark|remarks) ?[:：].*|"
    r"[-* ]*end of (?:report|file|data|list|page)\b.*|[(（]?以下空白[)）]?|"
    r"(?:制表人?|制单人?|审核人?|审批人?|复核人?|打印时间|打印日期|导出时间|导出日期|生成时间|数据来源|备注|说明|注|来源)"
    r" ?[:：].*|共 ?\d+ ?(?:条|行|笔).*|第 ?\d+ ?页.*)$"
)

_TOTAL = re.compile(TOTAL_PATTERN, re.IGNORECASE)
_GROUP_TOTAL = re.compile(GROUP_TOTAL_PATTERN, re.IGNORECASE)
_SPACED_OUT = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_UNIT = re.compile(
    r"单位 ?: ?(?:人民币)?(亿元|百万元|万元|千元)|\bin\b[^.]{0,20}\b(thousands|millions)\b", re.IGNORECASE
)
_FOOTER = re.compile(FOOTER_PATTERN, re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"^[-+(]?\s*[¥￥$€£]?\s*[-+]?[\d][\d,. ]*\)?\s*[%元万亿]?$")
_DATE = re.compile(
    r"^\d{1,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,4}日?)?(?:[ T]\d{1,2}:\d{2}.*)?$|^\d{1,2}:\d{2}(?::\d{2})?$|^(?:19|20)\d{6}$"
)
_SHAPES = (("year", re.compile(r"^(?:19|20)\d\d$")), ("date", _DATE), ("number", _NUMBER))
_GROUP_SHARE = 0.6
"""How much of the width a total of a group fills at most: a line of goods fills more."""
_WIDE = 5
"""Columns from which a row of one or two cells is far from being a line."""
_FOOTER_CELLS = 2
"""Cells that a footer fills at most."""
_LOOK = 60
"""Rows from the top among which the header is sought."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the header is: `header` and `body` count rows of the grid from 0; no header means `header` is None."""

    header: int | None
    body: int
    dropped: dict[str, int]
    evidence: tuple[str, ...]
    unit: str = ""
    """What the titles say amounts are in (万元, thousands); empty when they say nothing."""


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
                at,
                at + 1,
                _above(grid, at),
                (f"row {at + 1} fills {_filled(row)} of {width} cells with names",),
                unit_of(grid[:at]),
            )
        return Head(None, at, _above(grid, at), (f"row {at + 1} looks like the rows below it: no header",))
    return Head(None, 0, {}, ("no row is as wide as the table",))


def unit_of(titles: Sequence[Cells]) -> str:
    """The unit that the rows above a header give for its amounts (`单位：万元`, `in thousands`)."""
    found = (_UNIT.search(folded(cell)) for row in titles for cell in row if cell)
    return next(((match[1] or match[2].lower()) for match in found if match), "")


def looks_like_header(row: Cells, below: Sequence[Cells]) -> bool:
    """Whether a row names columns: only words, or values (years, periods) of another look than those below them."""
    values = [(column, _shape(cell)) for column, cell in enumerate(row) if cell.strip() and _is_value(cell)]
    if not values:
        return True
    if len(values) == _filled(row) and any(shape == "number" for _, shape in values):
        # Years and periods may name every column, plain numbers do not.
        return False
    data = [other for other in below if not is_blank(other)]
    if not data:
        return len(values) < _filled(row)
    return sum(_same_look(other, values) for other in data) * 2 < len(data)


def _same_look(row: Cells, values: list[tuple[int, str]]) -> bool:
    """Whether most of the values have one of the same shape in this row."""
    compared = [(row[column], shape) for column, shape in values if column < len(row) and row[column].strip()]
    alike = sum(_shape(cell) == shape for cell, shape in compared)
    return bool(compared) and alike * 2 > len(compared)


def _shape(cell: str) -> str:
    text = cell.strip()
    for shape, pattern in _SHAPES:
        if pattern.match(text):
            return shape
    return "text"


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
    return max(width for width, count in counts.items() if count == most)


def _above(grid: Sequence[Cells], at: int) -> dict[str, int]:
    blanks = sum(1 for row in grid[:at] if is_blank(row))
    counts = {TITLE: at - blanks, BLANK: blanks}
    return {reason: count for reason, count in counts.items() if count}


def is_blank(row: Cells) -> bool:
    """Whether no cell of the row holds anything but blanks."""
    return not _filled(row)


def is_total(row: Cells, *, width: int) -> bool:
    """Whether a row adds up others: its first filled cell says so and the rest are numbers, or it is far from full."""
    return _adds_up([cell for cell in row if cell and not cell.isspace()], width)


def is_footer(row: Cells, *, width: int) -> bool:
    """Whether a row below the table talks about it: one or two cells, in words a footer uses."""
    return _talks([cell for cell in row if cell and not cell.isspace()], width)


def _adds_up(filled: list[str], width: int) -> bool:
    if not filled:
        return False
    said = _SPACED_OUT.sub("", folded(filled[0]))
    if _TOTAL.match(said):
        return len(filled) < width or all(_is_value(cell) for cell in filled[1:])
    if len(filled) < 2 or len(filled) > width * _GROUP_SHARE or not _GROUP_TOTAL.match(said):  # noqa: PLR2004 -- a sum
        return False
    return all(_shape(cell) in {"number", "year"} for cell in filled[1:])


def _talks(filled: list[str], width: int) -> bool:
    if not filled or len(filled) > _FOOTER_CELLS or width <= _FOOTER_CELLS:
        return False
    return bool(_FOOTER.match(folded(filled[0])))


def is_repeated_header(row: Cells, *, header: Cells) -> bool:
    """Whether a row says the header again, word for word; one column alone may well hold its own name."""
    if len(header) <= 1 or len(row) != len(header) or row[0].strip() != header[0].strip():
        return False
    return all(cell.strip() == name.strip() for cell, name in zip(row, header, strict=True))


def row_kind(row: Cells, *, header: Cells) -> str | None:
    """Why a row below the header is no data; None when it is."""
    filled = [cell for cell in row if cell and not cell.isspace()]
    if not filled:
        return BLANK
    width = len(header)
    if _adds_up(filled, width):
        return TOTAL
    if _talks(filled, width):
        return FOOTER
    if len(filled) == 1 and width >= _WIDE and not header[0].strip() and row[0] == filled[0]:
        # A heading of a group, in a column without a name.
        return TITLE
    return REPEATED_HEADER if is_repeated_header(row, header=header) else None


def is_sparse(row: Cells, *, width: int) -> bool:
    """Whether a row has so few cells that it can only talk about the table, once the table has ended."""
    return width >= _WIDE and _filled(row) <= _FOOTER_CELLS


def talk_at_end(rows: Sequence[Cells], *, header: Cells) -> tuple[int, ...]:
    """The places of the last rows that only talk: sparse, with a blank row, a total or a footer above all of them.

    Rows that `row_kind` knows are not among them.
    """
    places: list[int] = []
    for at in range(len(rows) - 1, -1, -1):
        kind = row_kind(rows[at], header=header)
        if kind in {BLANK, TOTAL, FOOTER} and places:
            return tuple(places)
        if kind is None and not is_sparse(rows[at], width=len(header)):
            break
        if kind is None:
            places.append(at)
    return ()


def two_row_header(grid: Sequence[Cells], head: Head) -> tuple[Head, list[str]]:
    """The header cells, with those of a second row above or below where merged cells spread it over two.

    Above: cells the header leaves empty are named by the row right above it. Below: a row of words that fills just
    what the header leaves empty (and the first column under each group) completes it: `amount` over `due`, `paid`
    gives `amount due`, `amount paid`.
    """
    if head.header is None:
        return head, []
    row = list(grid[head.header])
    empty = [at for at, cell in enumerate(row) if not cell.strip()]
    if not empty:
        return head, row
    below = grid[head.body] if head.body < len(grid) else []
    if _completes(below, row, empty, grid[head.body + 1 : head.body + 12]):
        group, joined = "", []
        for at, cell in enumerate(row):
            group = cell.strip() or group
            part = below[at].strip() if at < len(below) else ""
            joined.append(cell if not part else part if group in part else f"{group} {part}")
        return replace(head, body=head.body + 1, evidence=(*head.evidence, "and the row below completes it")), joined
    above = grid[head.header - 1] if head.header > 0 else []
    named = [above[at] if at in empty and at < len(above) else cell for at, cell in enumerate(row)]
    if named != row and head.dropped.get(TITLE):
        counts = {**head.dropped, TITLE: head.dropped[TITLE] - 1}
        dropped = {reason: count for reason, count in counts.items() if count}
        return replace(head, dropped=dropped, evidence=(*head.evidence, "and the row above completes it")), named
    return head, row


def _completes(below: Cells, row: Cells, empty: list[int], rest: Sequence[Cells]) -> bool:
    """Whether the row under a header with empty cells is its second half."""
    filled = [at for at, cell in enumerate(below) if cell.strip()]
    if filled in ([], [0]) or not set(empty) <= set(filled) or any(_is_value(below[at]) for at in filled):
        return False
    starts_of_groups = {at - 1 for at in empty}
    others = [at for at in range(len(row)) if at not in empty and at not in starts_of_groups]
    is_free = not any(at in filled for at in others)
    return is_free and bool(others) and any(_filled(other) > len(filled) for other in rest)


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
