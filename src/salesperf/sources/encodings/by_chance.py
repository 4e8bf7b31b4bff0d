"""Bytes that are UTF-8 by chance: two or three Chinese characters of an older encoding can be letters in it as well."""

from __future__ import annotations

import re
import unicodedata

from salesperf.sources.encodings.naturalness import latin_weight

FEW = 6
"""Runs of bytes beyond ASCII up to which chance is possible."""
_AROUND = 2
_RUN = re.compile(rb"[\x80-\xff]+")
_ASCII, _LATIN_ENDS, _TWO_BYTES_END = 0x80, 0x180, 0x800
_DELIMITERS = frozenset(',;\t|\r\n"')
"""What stands on both sides of a mark that is all a cell holds: rarely a mark, perhaps a Chinese character."""
_WORD = re.compile("[\u0386-\u03ce]{3,}|[\u0401-\u045f]{3,}|[\u05d0-\u05ea]{3,}|[\u0621-\u064a]{3,}")
"""Three letters or more of Greek, Cyrillic, Hebrew or Arabic, as today's words have them; two may be Chinese."""


def runs_of(chunk: bytes, *, most: int) -> list[bytes]:
    """The first runs of bytes beyond ASCII, each with the two bytes on either side."""
    found: list[bytes] = []
    for run in _RUN.finditer(chunk):
        found.append(chunk[max(0, run.start() - _AROUND) : run.end() + _AROUND])
        if len(found) == most:
            break
    return found


def is_by_chance(runs: list[bytes]) -> bool:
    """Whether not one of the characters is a letter or mark where UTF-8 text has such."""
    text = " ".join(run.decode(errors="ignore") for run in runs)
    if _WORD.search(text):
        return False
    return not any(_is_natural(text, at) for at, char in enumerate(text) if ord(char) >= _ASCII)


def _is_natural(text: str, at: int) -> bool:
    char = text[at]
    if ord(char) >= _TWO_BYTES_END:
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if ord(char) >= _LATIN_ENDS:
        return False
    if latin_weight(text, at) > 0 and not set((before + after).strip()) <= _DELIMITERS:
        return True
    return unicodedata.category(char) in {"Ll", "Lu"} and any(map(_is_latin, (before, after)))


def _is_latin(char: str) -> bool:
    return char.isalpha() and ord(char) < _LATIN_ENDS
