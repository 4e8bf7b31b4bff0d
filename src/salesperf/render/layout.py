"""Where the columns of a table stand on a screen: widths, wrapped lines, and parts when a table is too wide.

Widths are terminal columns: a Chinese character takes two. A number is never cut, wrapped or abbreviated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len

from salesperf.report.words import Grid, Kind, Line, Word

GAP = "  "
_INDENT = 2
_NARROW_WORDS = (28, 20, 12)
"""How far words may be narrowed, the gentlest first; below the last they would be read letter by letter."""
_NARROW_HEADER = 8
_WIDE = "\u2e80-\u303f\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6"
_OPENERS = "（「『《【〈“‘"
_CLOSERS = "，。、；：！？）」』》】〉”’％…"
# A short remark in brackets, such as the unit of a header, stays whole.
_PIECE = re.compile(
    rf"\s+|（[^（）\s]{{1,4}}）|[{_OPENERS}]*[{_WIDE}][{_CLOSERS}]*|[{_OPENERS}]*[^\s{_WIDE}]+[{_CLOSERS}]*|[{_OPENERS}{_CLOSERS}]+"
)


_JOINTS = "_-./"


class Place(Struct, frozen=True):
    """One column on the screen: which one, how wide, and how much of that its marks take."""

    index: int
    width: int
    mark: int
    indent: int
    kind: Kind


class _Need(Struct, frozen=True):
    place: Place
    narrow: int
    """The least width that keeps numbers whole and words readable."""
    follows: bool
    """Whether it must not be parted from the column before it."""


def parts(grid: Grid, *, width: int | None) -> tuple[tuple[Place, ...], ...]:
    """The columns side by side; in several parts, each with the leading word columns, when they do not fit.

    No part at all means that not even one number fits beside the names: the rows must be listed one below the
    other. `width` None is a page without an edge.
    """
    wishes = tuple(_need(grid, index) for index in range(len(grid.headers)))
    if width is None or _total([need.place.width for need in wishes]) <= width:
        return (tuple(need.place for need in wishes),)
    tiers = _tiers(grid, wishes)
    for needs in tiers:
        if _total([need.narrow for need in needs]) <= width:
            return (_stretched(needs, width=width),)
    for needs in tiers[:-1]:
        # Wrapped names make every row taller, one more part only one table more: names keep up to half the screen.
        if _total([need.narrow for need in _names(needs)]) <= width // 2 and (found := _split(needs, width=width)):
            return found
    return _split(tiers[-1], width=width)


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """A text in lines of at most `width` columns, broken at blanks and between Chinese characters.

    A piece longer than a line is folded, so nothing is lost; a closing mark does not start a line.

    >>> wrapped("won deals at close", 9)
    ('won deals', 'at close')
    """
    lines: list[str] = []
    line = ""
    for found in _PIECE.findall(text):
        piece = found
        if cell_len(line + piece.rstrip()) > width:
            if line.strip():
                lines.append(line.rstrip())
            line, piece = "", piece.lstrip()
        while cell_len(piece) > width and piece.strip():
            head = _head(piece, width)
            lines.append(head)
            piece = piece[len(head) :]
        line += piece
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return tuple(lines)


def cell(word: Word, place: Place) -> tuple[str, ...]:
    """One cell as lines of exactly the column's width; marks stand in a column of their own."""
    if place.kind is Kind.NUMBER:
        text = _padded(word.text, place.width - place.mark, right=True)
        return (text + _padded(word.mark, place.mark),)
    if place.kind is Kind.SERIES:
        return (_padded(word.text, place.width),)
    indent = " " * place.indent
    lines = wrapped(word.text + word.mark, place.width - place.indent)
    return tuple(_padded(indent + line, place.width) for line in lines)


def header(text: str, place: Place) -> tuple[str, ...]:
    """A column's header, wrapped to its width."""
    return tuple(_padded(line, place.width, right=place.kind is Kind.NUMBER) for line in wrapped(text, place.width))


def _need(grid: Grid, index: int) -> _Need:
    words = [line.words[index] for line in _lines(grid)]
    kind = grid.kinds[index]
    mark = max((cell_len(word.mark) for word in words), default=0)
    indent = _INDENT if index == 0 and kind is Kind.WORD and any(line.heading for line in grid.lines) else 0
    if kind is Kind.WORD:
        text = max((cell_len(word.text + word.mark) for word in words), default=0) + indent
    else:
        text = max((cell_len(word.text) for word in words), default=0) + mark
    head = cell_len(grid.headers[index])
    natural = max(text, head)
    low = min(head, max(_NARROW_HEADER, _longest_piece([grid.headers[index]])))
    narrow = natural if kind is Kind.WORD else max(text, low)
    place = Place(index, natural, mark if kind is Kind.NUMBER else 0, indent, kind)
    return _Need(place, narrow, grid.follows[index])


def _tiers(grid: Grid, wishes: Sequence[_Need]) -> list[tuple[_Need, ...]]:
    """The columns narrowed more and more: at first no piece of a name is broken, at last long ones are."""
    pieces = [_longest_piece(_texts(grid, need.place.index)) + need.place.indent for need in wishes]
    whole = [piece if piece <= _NARROW_WORDS[0] else 0 for piece in pieces]
    kept = [
        tuple(_narrowed(need, max(least, piece)) for need, piece in zip(wishes, whole, strict=True))
        for least in _NARROW_WORDS
    ]
    return [*kept, tuple(_narrowed(need, _NARROW_WORDS[-1]) for need in wishes)]


def _narrowed(need: _Need, least: int) -> _Need:
    return replace(need, narrow=min(need.narrow, least)) if need.place.kind is Kind.WORD else need


def _lines(grid: Grid) -> tuple[Line, ...]:
    return (*grid.lines, grid.total) if grid.total else grid.lines


def _texts(grid: Grid, index: int) -> Iterator[str]:
    yield grid.headers[index]
    yield from (line.words[index].text for line in _lines(grid))


def _longest_piece(texts: Iterable[str]) -> int:
    """The widest run of characters that is not to be broken."""
    return max((cell_len(piece.strip()) for text in texts for piece in _PIECE.findall(text)), default=0)


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * max(0, len(widths) - 1)


def _stretched(needs: Sequence[_Need], *, width: int) -> tuple[Place, ...]:
    """The columns at their least widths, and what room is left given to those that lack the most."""
    widths = [need.narrow for need in needs]
    for _ in range(width - _total(widths)):
        lacks = [need.place.width / max(1, given) for need, given in zip(needs, widths, strict=True)]
        most = max(lacks, default=1)
        if most <= 1:
            break
        widths[lacks.index(most)] += 1
    return tuple(replace(need.place, width=given) for need, given in zip(needs, widths, strict=True))


def _names(needs: Sequence[_Need]) -> Sequence[_Need]:
    """The leading columns of words: what a row is called."""
    first = next((index for index, need in enumerate(needs) if need.place.kind is not Kind.WORD), len(needs))
    return needs[:first]


def _split(needs: Sequence[_Need], *, width: int) -> tuple[tuple[Place, ...], ...]:
    keys = _names(needs)
    others = needs[len(keys) :]
    start = _total([need.narrow for need in keys]) + (len(GAP) if keys else 0)
    if not others or any(start + need.narrow > width for need in others):
        return ()
    groups: list[list[_Need]] = [[]]
    for bundle in _bundles(others, width=width - start):
        if groups[-1] and start + _total([item.narrow for item in [*groups[-1], *bundle]]) > width:
            groups.append([])
        groups[-1] += bundle
    # The names stand equally wide in every part: they get the room that the fullest part leaves.
    room = width - start - max(_total([need.narrow for need in group]) for group in groups)
    names = _stretched(keys, width=start - len(GAP) + room) if keys else ()
    left = width - sum(place.width + len(GAP) for place in names)
    return tuple((*names, *_stretched(group, width=left)) for group in groups)


def _bundles(needs: Sequence[_Need], *, width: int) -> Iterator[list[_Need]]:
    """The columns with those that follow them; one by one where they do not fit beside each other."""
    bundles: list[list[_Need]] = []
    for need in needs:
        if need.follows and bundles:
            bundles[-1].append(need)
        else:
            bundles.append([need])
    for bundle in bundles:
        if _total([need.narrow for need in bundle]) <= width:
            yield bundle
        else:
            yield from ([need] for need in bundle)


def _head(piece: str, width: int) -> str:
    """As much of a piece as fits on a line, at least one character; file names and keys part at their joints."""
    taken = 0
    for index, char in enumerate(piece):
        taken += cell_len(char)
        if taken > width and index:
            head = piece[:index]
            joint = max(head.rfind(mark) for mark in _JOINTS) + 1
            return head[:joint] or head
    return piece


def _padded(text: str, width: int, *, right: bool = False) -> str:
    blanks = " " * (width - cell_len(text))
    return blanks + text if right else text + blanks
