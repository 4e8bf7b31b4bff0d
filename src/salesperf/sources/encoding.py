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

from salesperf.sources.vocabulary import COMMON_SIMPLIFIED, COMMON_TRADITIONAL, WORDS

CHUNK = 1 << 22
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


def survey(source: Path | bytes) -> Survey:
    """Whether all the bytes are UTF-8, and whether there are quotes; 0.25 s a gigabyte, as Polars checks with SIMD."""
    rest, quoted = b"", False
    for chunk in _chunks(source):
        quoted = quoted or b'"' in chunk
        whole = rest + chunk if rest else chunk
        if whole.isascii():
            rest = b""
            continue
        cut = _character_boundary(whole)
        rest = whole[cut:]
        try:
            pl.Series([whole[:cut]], dtype=pl.Binary).cast(pl.String)
        except pl.exceptions.PolarsError:
            return Survey(utf8=False, quoted=quoted)
    return Survey(utf8=not rest, quoted=quoted)


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
    best = next((reading for reading in scored if reading.score > 0 and _decodes(content, reading.name)), None)
    if best is None:
        return Decision(None, _tried(scored))
    rivals = [
        reading
        for reading in scored
        if reading is not best and best.score - reading.score < MARGIN and _decodes(content, reading.name)
    ]
    if best.wide < FEW and {best.name, *(rival.name for rival in rivals)} == {"gb18030", "big5"}:
        doubt = f"only {best.wide} Chinese characters: read as gb18030, big5 is possible"
        return Decision("gb18030", _tried(scored), doubt)
    return Decision(None if rivals else best.name, _tried(scored))


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
    weigh = _latin_weight if name in _SINGLE_BYTE else _wide_weight
    naturalness = sum(weigh(text, at, name) for at in foreign) / len(foreign)
    bonus = 0.3 if any(word in text for word in WORDS.get(name, ())) else 0.0
    wide = sum(unicodedata.east_asian_width(text[at]) in "WF" for at in foreign)
    return _Reading(name, naturalness + bonus, wide)


def _wide_weight(text: str, at: int, name: str) -> float:
    """1 for a character common in the script, 0.4 for a plain one, below 0 for one that text of the script lacks."""
    char = text[at]
    if "\u3040" <= char <= "\u30ff":
        return 0.8 if name == "cp932" else -0.2
    if "\uff61" <= char <= "\uff9f":
        return -0.5
    if "\u4e00" <= char <= "\u9fff":
        if char in (COMMON_TRADITIONAL if name == "big5" else COMMON_SIMPLIFIED):
            return 1.0
        return 0.4 if _is_first_level(char, name) else -0.4
    if unicodedata.east_asian_width(char) in "FWA":
        return 0.3
    return -0.6


def _is_first_level(char: str, name: str) -> bool:
    """Whether the national standard counts the character among the common ones (GB 2312 and Big5 level 1)."""
    try:
        lead = char.encode(name)[0]
    except UnicodeEncodeError:
        return False
    if name == "gb18030":
        low, high, trail = 0xB0, 0xD7, 0xA1
    elif name == "big5":
        low, high, trail = 0xA4, 0xC6, 0x40
    else:
        low, high, trail = 0x88, 0x97, 0x40
    return low <= lead <= high and char.encode(name)[1] >= trail


_WESTERN_LETTERS = frozenset("áàâäãåæçéèêëíìîïñóòôöõøœúùûüýßÁÀÂÄÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝ")
_RARE_LETTERS = frozenset("šŠžŽŸÿ")
_WESTERN_MARKS = frozenset("’‘“”–—…•€£©®™°·«»¿¡ºª§\u00a0¥½¼¾±²³¢")


def _latin_weight(text: str, at: int, _name: str) -> float:
    """1 for an accented letter inside a word of its case, 0.5 for a mark where one stands, below 0 for the rest."""
    char = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if char in _WESTERN_LETTERS:
        if char.isupper():
            # Capitals stand at the start of a word or among capitals; inside a lower-case word they are a misreading.
            return -0.8 if before.islower() else 1.0 if after.isalpha() or before.isupper() else 0.0
        return 1.0 if before.isalpha() or after.isalpha() else 0.1
    if char in _RARE_LETTERS:
        return 0.3 if before.isalpha() or after.isalpha() else 0.0
    if char in _WESTERN_MARKS:
        return 0.2 if before.isalpha() and after.isalpha() and char not in "’–—·\u00a0" else 0.5
    return -0.8
