"""The list of texts that the cells of a workbook share: how long they are, and how long they get when repeated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

SHORTEST_CELL = 20
"""Bytes that a cell with a shared text takes at least: `<c t="s"><v>0</v></c>`."""
_MARK = b"</si>"
_END = re.compile(rb"</(?:[^\s<>/:]+:)?si\s*>")
_REFERENCE = re.compile(rb"\bt\s*=\s*[\"']s[\"'][^>]*>\s*<(?:[^\s<>/:]+:)?v\b[^>]*>\s*(\d{1,9})")
_CARRIED = 400
"""Bytes at the end of a piece that may hold the start of a mark or a cell."""


def longest_text(pieces: Iterable[bytes]) -> int:
    """Bytes of the longest text with its markup; what no mark ends counts as one text.

    Never too few; too many where a mark is written in an unusual way.
    """
    longest = length = 0
    for piece in _between_tags(pieces):
        texts = _END.split(piece) if b":si" in piece else piece.split(_MARK)
        length += len(texts[0])
        if len(texts) > 1:
            longest = max(longest, length, *map(len, texts))
            length = len(texts[-1])
    return max(longest, length)


def repeated_text(shared: Iterable[bytes], sheets: Iterable[bytes]) -> int:
    """Bytes of all the texts that cells name, each as often as it is named."""
    lengths = tuple(_lengths(shared))
    total = 0
    rest = b""
    for piece in sheets:
        whole = rest + piece
        end = 0
        for found in _REFERENCE.finditer(whole):
            end, number = found.end(), int(found[1])
            total += lengths[number] if number < len(lengths) else 0
        rest = whole[max(end, len(whole) - _CARRIED) :]
    return total


def _lengths(pieces: Iterable[bytes]) -> Iterator[int]:
    length = 0
    for piece in _between_tags(pieces):
        texts = _END.split(piece)
        for text in texts[:-1]:
            yield length + len(text)
            length = 0
        length += len(texts[-1])
    yield length


def _between_tags(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut so that no tag is cut apart."""
    rest = b""
    for piece in pieces:
        whole = rest + piece
        opened = whole.rfind(b"<", max(0, len(whole) - _CARRIED))
        cut = opened if opened >= 0 and b">" not in whole[opened:] else len(whole)
        rest = whole[cut:]
        yield whole[:cut]
    yield rest
