"""Rows that hold nothing but the name of a group, above the rows of the group: the name is written into these rows.

So lie the detail reports of accounting programs: `Acme` alone, its invoices with an empty first cell, `Total for Acme`.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
from msgspec import Struct

from salesperf.core.han import has_han
from salesperf.core.late import late
from salesperf.sources.profile import fold_header

_CELLS = 2
"""Cells beside the first that a row of data fills at least."""
_FIRST = 50
"""Rows from the top that must not speak against groups."""
_TOTAL = late(
    r"(?i)^(?:sub-?|grand )?totals?(?:[ -]+(?:for|of))?(?:\s+(?P<behind>.+))?$|^(?P<before>.+?)[ -]+(?:sub-?)?totals?$"
    r"|^(?P<zh>.*?)\s*(?:合计|小计|总计|汇总)$"
)
_NAMES = (
    (late(r"(?i)\bby customer|\bby client|按客户|分客户|客户销售|客户明细"), "Customer", "客户"),
    (late(r"(?i)\bby (?:product|item)|按商品|按产品|按存货|按物料|分产品"), "Product", "产品"),
    (late(r"(?i)\bby (?:sales ?)?(?:rep|person)|按业务员|按销售员|分业务员"), "Sales Rep", "业务员"),
)


def name_of_groups(header: Sequence[str], titles: Sequence[str], below: Sequence[Sequence[str]]) -> str | None:
    """What the titles say the groups are, where the first header is empty and the first row below is of a group.

    A title that stands over the empty cell is no header of it.
    """
    first = next((row for row in below if any(cell.strip() for cell in row)), ())
    if (
        not header
        or (header[0].strip() and header[0] not in titles)
        or not first
        or not first[0].strip()
        or any(cell.strip() for cell in first[1:])
    ):
        return None
    there = {fold_header(name) for name in header}
    for words, english, chinese in _NAMES:
        name = chinese if any(map(has_han, header)) else english
        if any(words.search(title) for title in titles) and fold_header(name) not in there:
            return name
    return None


class Groups(Struct, frozen=True):
    """The group of each row, and the places of the rows that name groups and of those that say their totals."""

    names: tuple[str | None, ...] = ()
    headings: tuple[int, ...] = ()
    totals: tuple[int, ...] = ()


def groups_of(rows: pl.DataFrame) -> Groups:
    """The groups that rows lie in; none where they are not so grouped.

    Rows of data must leave the first cell empty, and a group that ends has its total or another group behind it.
    """
    lead = rows.to_series(0)
    if rows.width <= _CELLS or lead.dtype != pl.String or not _may_be_grouped(rows.head(_FIRST)):
        return Groups()
    names = [(cell or "").strip() for cell in lead.to_list()]
    filled = _others(rows)
    if any(name and count and not _TOTAL.match(name) for name, count in zip(names, filled, strict=True)):
        return Groups()
    groups, headings, ended = _walked(names, filled)
    if not headings or not any(groups) or not (ended or len(headings) > 1):
        return Groups()
    totals = (place for place, count in enumerate(filled) if count and names[place])
    return Groups(tuple(groups), tuple(headings), tuple(totals))


def _walked(names: Sequence[str], filled: Sequence[int]) -> tuple[list[str | None], list[int], bool]:
    """Groups within groups end with their totals: what stands behind is of the group around them."""
    ends = {group: place for place, name in enumerate(names) if (group := _total_of(name))}
    groups: list[str | None] = []
    headings: list[int] = []
    around: list[str] = []
    has_rows = False
    for place, (name, count) in enumerate(zip(names, filled, strict=True)):
        is_row = not name and count >= _CELLS
        groups.append(around[-1] if around and is_row else None)
        has_rows |= is_row
        if name and (not _TOTAL.match(name) or (name in ends and not count)):
            # Without a total further below, the group before is over where the next one begins.
            if around and has_rows and ends.get(around[-1], 0) < place:
                around.pop()
            headings.append(place)
            around.append(name)
            has_rows = False
        elif (group := _total_of(name)) in around:
            del around[around.index(group) :]
    return groups, headings, any(names[place] in ends for place in headings)


def _total_of(name: str) -> str:
    """The group whose total a name says; empty where it says none."""
    found = _TOTAL.match(name) if name else None
    return next((part.strip() for part in found.groups() if part), "") if found else ""


def _may_be_grouped(rows: pl.DataFrame) -> bool:
    lead = rows.to_series(0).to_list()
    return any(not (cell or "").strip() for cell in lead) and not any(
        (name or "").strip() and count and not _TOTAL.match((name or "").strip())
        for name, count in zip(lead, _others(rows), strict=True)
    )


def _others(rows: pl.DataFrame) -> list[int]:
    """How many cells behind the first each row fills."""
    cells = [
        pl.col(name).str.strip_chars() != "" if dtype == pl.String else pl.col(name).is_not_null()
        for name, dtype in list(rows.schema.items())[1:]
    ]
    return rows.select(pl.sum_horizontal(cell.fill_null(value=False) for cell in cells)).to_series().to_list()
