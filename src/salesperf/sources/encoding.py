"""Which characters a text file's bytes mean: byte-order mark, then strict UTF-8, then the best of the legacy encodings.

Never guesses silently: without a clear leader there is no answer, only a request for `--encoding`.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from salesperf.sources.naturalness import latin_weight, wide_weight
from salesperf.sources.vocabulary import WORDS

CHUNK = 1 << 18
"""Bytes looked at in one go: what the cache of a processor core holds."""
SAMPLE = 1 << 16
MARGIN = 0.15
"""How far the best reading must lead the second; right readings score near 1, wrong ones mostly below 0."""
FEW = 20
"""Double-byte characters under which Big5 cannot be told from GB18030."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LENGTHS = ((0x80, 1), (0xE0, 2), (0xF0, 3), (0x100, 4))
"""Bytes of a UTF-8 character by its leading byte."""
_ASCII = 0x80
_TWO_BITS = 0xC0
_MAC_WITH_LINE_FEEDS = 0.2
"""Old Mac text ends its lines with carriage returns; with line feeds it is rare."""
_ENOUGH = (0.2, 0.4)
"""The least that natural text scores: double-byte text may be all rare names, single-byte text may not."""
_EDGES = 4
"""Characters that cutting a sample may break."""
_DOUBLE_BYTE = ("gb18030", "big5", "cp932")
_SINGLE_BYTE = ("cp1252", "mac_roman")
_UTF16 = ("utf-16-le", "utf-16-be")


@dataclass(frozen=True, slots=True)
class Decision:
    """The encoding found, why, and a doubt worth telling; `name` is None when nothing leads clearly."""

    name: str | None
    evidence: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _Reading:
    name: str
    score: float
    wide: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What one pass over all the bytes says."""

    utf8: bool
    quoted: bool
    """Whether a double quote is among them."""
    has_nul: bool = False
    """Whether a zero byte is among them, which no cell of a table holds."""
    ascii: bool = False
    """Whether every byte is a character of its own."""


def survey(source: Path | bytes) -> Survey:
    """Whether all the bytes are UTF-8, and whether there are quotes; 0.25 s a gigabyte, as Polars checks with SIMD."""
    rest, quoted, has_nul, ascii_only = b"", False, False, True
    for chunk in _chunks(source):
        quoted = quoted or b'"' in chunk
        has_nul = has_nul or b"\0" in chunk
        whole = rest + chunk if rest else chunk
        if whole.isascii():
            rest = b""
            continue
        ascii_only = False
        cut = _character_boundary(whole)
        rest = whole[cut:]
        try:
            pl.Series([whole[:cut]], dtype=pl.Binary).cast(pl.String)
        except pl.exceptions.PolarsError:
            return Survey(utf8=False, quoted=quoted, has_nul=has_nul)
    return Survey(utf8=not rest, quoted=quoted, has_nul=has_nul, ascii=ascii_only)


def _chunks(source: Path | bytes) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    with source.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def _character_boundary(chunk: bytes) -> int:
    """Where the last character that is whole ends, judged by its leading byte."""
    for back in range(1, min(4, len(chunk)) + 1):
        byte = chunk[-back]
        if byte & _TWO_BITS != _ASCII:
            needed = next(count for limit, count in _LENGTHS if byte < limit)
            return len(chunk) if back >= needed else len(chunk) - back
    return len(chunk)


def mark(head: bytes) -> str | None:
    """The encoding that a byte-order mark at the start names."""
    return next((name for start, name in _MARKS if head.startswith(start)), None)


def decide(content: bytes) -> Decision:
    """The encoding of text that is neither marked nor UTF-8."""
    if (wide := _unmarked_utf16(content)) is not None:
        return Decision(wide, "every second byte is zero")
    sample = _sample(content)
    scored = [reading for name in (*_DOUBLE_BYTE, *_SINGLE_BYTE) if (reading := _reading(sample, name)) is not None]
    scored.sort(key=lambda reading: (-reading.score, reading.name))
    # Only those that could win are tried on all the bytes: decoding takes longer than scoring.
    best = next(
        (
            reading
            for reading in scored
            if reading.score >= _ENOUGH[reading.name in _SINGLE_BYTE] and _decodes(content, reading.name)
        ),
        None,
    )
    if best is None:
        return Decision(None, _tried([reading for reading in scored if _decodes(content, reading.name)]))
    rivals = [
        reading
        for reading in scored
        if reading is not best and best.score - reading.score < MARGIN and _differs(content, best.name, reading.name)
    ]
    if best.wide < FEW and {best.name, *(rival.name for rival in rivals)} == {"gb18030", "big5"}:
        doubt = f"only {best.wide} Chinese characters: read as gb18030, big5 is possible"
        return Decision("gb18030", _tried(scored), doubt)
    return Decision(None if rivals else best.name, _tried(scored))


def _differs(content: bytes, one: str, other: str) -> bool:
    """Whether the other encoding fits too and gives another text (a copyright sign is the same byte in many)."""
    return _decodes(content, other) and content.decode(one) != content.decode(other)


def _tried(readings: list[_Reading]) -> str:
    if not readings:
        return "no known encoding fits"
    return ", ".join(f"{reading.name} {reading.score:.2f}" for reading in readings[:3])


def _unmarked_utf16(content: bytes) -> str | None:
    head = content[:4096]
    half = len(head) // 2
    if half < 2:  # noqa: PLR2004 - shorter text shows no pattern
        return None
    for name, zeros in zip(_UTF16, (head[1::2].count(0), head[0::2].count(0)), strict=True):
        if zeros > 0.4 * half and _decodes(content, name):
            return name
    return None


def _decodes(content: bytes, name: str) -> bool:
    try:
        content.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _sample(content: bytes) -> bytes:
    """The head and 64 KB around the first, middle and last byte that is not ASCII, cut at line ends."""
    places = [found.start() for found in (_NON_ASCII.search(content), _last_non_ascii(content)) if found is not None]
    if not places:
        return content[:SAMPLE]
    middle = _NON_ASCII.search(content, (places[0] + places[-1]) // 2)
    spots = sorted({places[0], middle.start() if middle else places[0], places[-1]})
    parts = [_line_aligned(content, 0, 4096)]
    end = 4096
    for spot in spots:
        start = max(end, spot - SAMPLE // 2)
        end = max(start, spot + SAMPLE // 2)
        parts.append(_line_aligned(content, start, end))
    return b"".join(parts)


_NON_ASCII = re.compile(rb"[\x80-\xff]")


def _last_non_ascii(content: bytes) -> re.Match[bytes] | None:
    end = len(content)
    while end > 0:
        start = max(0, end - SAMPLE)
        found = None
        for found in _NON_ASCII.finditer(content, start, end):  # noqa: B007 - the last one is wanted
            pass
        if found is not None:
            return found
        end = start
    return None


def _line_aligned(content: bytes, start: int, end: int) -> bytes:
    """The bytes from `start` to `end` without the broken lines at either side; CR or LF ends a line."""
    if start >= len(content):
        return b""
    line_end = b"\n" if b"\n" in content[:SAMPLE] else b"\r"
    first = 0 if start == 0 else content.find(line_end, start) + 1
    last = len(content) if end >= len(content) else content.rfind(line_end, first, end) + 1
    return content[first:last] if last > first else content[start:end]


def _reading(sample: bytes, name: str) -> _Reading | None:
    """How natural the sample reads in one encoding; None when it holds characters no text has."""
    text = sample.decode(name, errors="replace")
    foreign = [at for at, char in enumerate(text) if ord(char) >= _ASCII]
    if not foreign:
        return None
    broken = sum(text[at] == "\N{REPLACEMENT CHARACTER}" for at in foreign)
    if broken > _EDGES or any(unicodedata.category(text[at]) in {"Cc", "Co", "Cn", "Cs"} for at in foreign):
        return None
    weigh = latin_weight if name in _SINGLE_BYTE else wide_weight
    naturalness = sum(weigh(text, at, name) for at in foreign) / len(foreign)
    bonus = 0.3 if any(word in text for word in WORDS.get(name, ())) else 0.0
    if name == "mac_roman" and b"\n" in sample:
        naturalness -= _MAC_WITH_LINE_FEEDS
    wide = sum(unicodedata.east_asian_width(text[at]) in "WF" for at in foreign)
    return _Reading(name, naturalness + bonus, wide)
