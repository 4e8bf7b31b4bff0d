"""Tables on paper: wide ones have smaller letters, and the columns of still wider ones go on in further tables."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from rich.cells import cell_len

from salesperf.report.words import Grid, Kind, Line

ROOM = 112
"""How many letters stand side by side on a sheet."""
TIGHT = 136
"""How many do in the smallest letters that are still read with ease."""
_HALF = 56
_FEW = 15
_BETWEEN = 3
_NAME = 12
"""What a column of names is given, whatever they are: they take several lines, and no name changes the page."""
_WIDEST_HEADER = 10
"""Longer headers take several lines too."""


def is_wide(grid: Grid, *, most: int = ROOM) -> bool:
    """Whether a table with rows has more columns than a sheet has room for."""
    return bool(grid.lines) and sum(_widths(grid)) > most


def stands_beside(grid: Grid) -> bool:
    """Whether a table is so small that it and its one picture share the width of a sheet."""
    return len(grid.charts) == 1 and 0 < len(grid.lines) < _FEW and not is_wide(grid, most=_HALF)


def parts_of(grid: Grid, *, most: int = TIGHT) -> tuple[Grid, ...]:
    """The table in parts that fit, each with the leading columns of names; itself where it fits.

    A column stands beside the one it belongs to as long as the two fit. One that alone is too wide has a part alone.
    The parts are as alike in width as can be, so that no column stands alone for want of a little room.
    """
    if not is_wide(grid, most=most):
        return (grid,)
    widths = _widths(grid)
    names = _names(grid.kinds)
    if sum(widths[:names]) * 2 > most:
        # So many words leave no room beside them: the first alone is the name.
        names = 1
    groups = _groups(grid, names, widths, room=most - sum(widths[:names]))
    if len(groups) == 1:
        return (grid,)
    return tuple(
        replace(picked(grid, (*range(names), *group)), title=f"{grid.title} ({number}/{len(groups)})")
        for number, group in enumerate(groups, start=1)
    )


def picked(grid: Grid, indexes: Sequence[int]) -> Grid:
    """The table with these columns alone."""

    def words(line: Line) -> Line:
        return replace(line, words=tuple(line.words[index] for index in indexes))

    return replace(
        grid,
        headers=tuple(grid.headers[index] for index in indexes),
        kinds=tuple(grid.kinds[index] for index in indexes),
        follows=tuple(grid.follows[index] for index in indexes),
        lines=tuple(map(words, grid.lines)),
        total=words(grid.total) if grid.total else None,
    )


def _widths(grid: Grid) -> list[int]:
    return [_width(grid, index) for index in range(len(grid.headers))]


def _width(grid: Grid, index: int) -> int:
    if grid.kinds[index] is Kind.WORD:
        return _NAME + _BETWEEN
    lines = (*grid.lines, grid.total) if grid.total else grid.lines
    words = max(cell_len(line.words[index].text + line.words[index].mark) for line in lines)
    return max(words, min(cell_len(grid.headers[index]), _WIDEST_HEADER)) + _BETWEEN


def _names(kinds: Sequence[Kind]) -> int:
    """How many of the first columns say what a row is called; one where all are words."""
    first = next((index for index, kind in enumerate(kinds) if kind is not Kind.WORD), None)
    return first if first is not None else min(1, len(kinds) - 1)


def _groups(grid: Grid, names: int, widths: Sequence[int], *, room: int) -> list[list[int]]:
    """The columns beside the names, part by part: as few parts as the room allows, each as narrow as that allows."""
    bundles = _bundles(grid, range(names, len(widths)), widths, room=room)
    fewest = len(_filled(bundles, widths, room=room))
    least = next((less for less in range(room) if len(_filled(bundles, widths, room=less)) == fewest), room)
    return _filled(bundles, widths, room=least)


def _filled(bundles: Sequence[Sequence[int]], widths: Sequence[int], *, room: int) -> list[list[int]]:
    """The bundles in order, a new part wherever the next has no room."""
    groups: list[list[int]] = [[]]
    for bundle in bundles:
        if groups[-1] and sum(widths[index] for index in (*groups[-1], *bundle)) > room:
            groups.append([])
        groups[-1] += bundle
    return groups


def _bundles(grid: Grid, indexes: Sequence[int], widths: Sequence[int], *, room: int) -> list[list[int]]:
    """The columns, each with those that only make sense beside it, where these fit together."""
    bundles: list[list[int]] = []
    for index in indexes:
        if grid.follows[index] and bundles and sum(widths[one] for one in (*bundles[-1], index)) <= room:
            bundles[-1].append(index)
        else:
            bundles.append([index])
    return bundles
