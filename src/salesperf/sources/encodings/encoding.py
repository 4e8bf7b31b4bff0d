"""Which characters a text file's bytes mean: byte-order mark, then strict UTF-8, then the best of the legacy encodings.

Never guesses silently: without a clear leader there is no answer, only a request for `--encoding`.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

import polars as pl
from msgspec import Struct

from salesperf.core.text import Text
from salesperf.sources.encodings import encoding_words as words
from salesperf.sources.encodings.by_chance import FEW as FEW_RUNS
from salesperf.sources.encodings.by_chance import is_by_chance, runs_of
from salesperf.sources.encodings.byte_sample import sample_of
from salesperf.sources.encodings.legacy import NARROW, SINGLE_BYTE, Reading, readings, words_of_others

CHUNK = 1 << 18
"""Bytes looked at in one go: what the cache of a processor core holds."""
MARGIN = 0.15
"""How far the best reading must lead the second to be taken at all."""
_SURE = (0.1, 1.6)
"""The lead that leaves no doubt, for very many characters, and what one character alone demands beyond it."""
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
_ENOUGH = (0.2, 0.4)
"""The least that natural text scores: double-byte text may be all rare names, single-byte text may not."""
_NO_CHANCE = 0.75
"""What another encoding must score where UTF-8 fits, but makes no sense."""
_CLEAR = 0.65
"""What a reading scores that leaves no doubt: other encodings still read as words here and there."""
_UTF16 = ("utf-16-le", "utf-16-be")
_SOME_ZEROS = 0.05
"""Share of a text in UTF-16 that is zero at least: delimiters and line ends are ASCII in every language."""
_NO_ASCII = dict.fromkeys(range(_ASCII))
_SOME, _MANY = 5, 2
"""Characters in UTF-8, in all and for each byte that is not, from which text counts as UTF-8 with faults."""


class Decision(Struct, frozen=True):
    """The encoding found, why, and a doubt worth telling; `name` is None when nothing leads clearly."""

    name: str | None
    evidence: Text
    doubt: Text = words.NOTHING
    place: Text = words.NOTHING
    """Where bytes stand that are not UTF-8, in a text that is otherwise."""


class Survey(Struct, frozen=True):
    """What one pass over all the bytes says."""

    utf8: bool
    quoted: bool
    """Whether a double quote is among them."""
    has_nul: bool = False
    """Whether a zero byte is among them, which no cell of a table holds."""
    ascii: bool = False
    """Whether every byte is a character of its own."""
    by_chance: bool = False
    """Whether it may be UTF-8 by chance, as the few characters beyond ASCII make no sense in it."""


def survey(source: Path | bytes) -> Survey:
    """Whether all the bytes are UTF-8, and whether there are quotes; 0.25 s a gigabyte, as Polars checks with SIMD."""
    rest, quoted, has_nul, ascii_only = b"", False, False, True
    runs: list[bytes] = []
    for chunk in _chunks(source):
        quoted = quoted or b'"' in chunk
        has_nul = has_nul or b"\0" in chunk
        whole = rest + chunk if rest else chunk
        if whole.isascii():
            rest = b""
            continue
        ascii_only = False
        if len(runs) <= FEW_RUNS:
            runs += runs_of(whole, most=FEW_RUNS + 1 - len(runs))
        cut = _character_boundary(whole)
        rest = whole[cut:]
        try:
            pl.Series([whole[:cut]], dtype=pl.Binary).cast(pl.String)
        except pl.exceptions.PolarsError:
            return Survey(utf8=False, quoted=quoted, has_nul=has_nul)
    by_chance = 0 < len(runs) <= FEW_RUNS and is_by_chance(runs)
    return Survey(utf8=not rest, quoted=quoted, has_nul=has_nul, ascii=ascii_only, by_chance=by_chance)


def _chunks(source: Path | bytes) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    # Unbuffered: a buffer between file and chunk would only be copied through.
    with source.open("rb", buffering=0) as stream:
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


def decide(content: bytes, *, narrow: bool = True) -> Decision:
    """The encoding of text that is neither marked nor UTF-8; without `narrow` it is none of a single language."""
    if (wide := _unmarked_utf16(content)) is not None:
        return Decision(wide, words.EVERY_SECOND)
    sample = sample_of(content)
    if (place := _all_but_utf8(content, sample)) is not None:
        return Decision(None, words.REST_IS_UTF8, place=place)
    scored = readings(sample, narrow=narrow)
    # Only those that could win are tried on all the bytes: decoding takes longer than scoring.
    best = next(
        (
            reading
            for reading in scored
            if reading.score >= _ENOUGH[reading.name in SINGLE_BYTE] and _decodes(content, reading.name)
        ),
        None,
    )
    if best is None:
        return Decision(None, words.tried([reading for reading in scored if _decodes(content, reading.name)]))
    rivals = [
        reading
        for reading in scored
        if reading is not best
        and best.score - reading.score < _sure_lead(min(best.kinds, reading.kinds))
        and _differs(content, best.name, reading.name)
    ]
    return _judged(best, rivals, words.tried(scored), content)


def decide_by_chance(content: bytes) -> Decision:
    """The encoding of text that is UTF-8, perhaps by chance; that it could be another is told in any case."""
    other = decide(content, narrow=False)
    best = next((one for one in readings(sample_of(content), narrow=False) if one.name == other.name), None)
    (run,) = runs_of(content, most=1)
    word = "".join(char for char in run.decode(errors="ignore") if not char.isascii())
    if best is None or best.kinds == 1 or best.score < _NO_CHANCE:
        return Decision("utf-8", words.EVERY_BYTE, words.utf8_perhaps_not(word, best))
    return Decision(best.name, other.evidence, words.utf8_perhaps(word, best))


def _sure_lead(kinds: int) -> float:
    least, alone = _SURE
    return least + alone / kinds


def _judged(best: Reading, rivals: list[Reading], tried: Text, content: bytes) -> Decision:
    near = [rival for rival in rivals if best.score - rival.score < MARGIN]
    by_name = {reading.name: reading for reading in (best, *rivals)}
    if near and {best.name, *(rival.name for rival in near)} == {"gb18030", "big5"} and best.wide < FEW:
        best = by_name.pop("gb18030")
        return Decision("gb18030", tried, words.could_be(best, [by_name["big5"]]))
    if near:
        return Decision(None, tried)
    if rivals or (best.name in NARROW and best.kinds < FEW):
        return Decision(best.name, tried, words.could_be(best, rivals))
    if best.score < _CLEAR:
        return Decision(best.name, tried, words.hardly_words(best))
    return Decision(best.name, tried, words.other_words(words_of_others(content, best.name)))


def _differs(content: bytes, one: str, other: str) -> bool:
    """Whether the other encoding fits too and gives another text (a copyright sign is the same byte in many)."""
    return _decodes(content, other) and content.decode(one) != content.decode(other)


def _all_but_utf8(content: bytes, sample: bytes) -> Text | None:
    """The line of the first bytes that are not UTF-8 in a text that is otherwise; None for any other text."""
    text = sample.decode(errors="replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    if len(text.translate(_NO_ASCII)) - bad < max(_SOME, _MANY * bad):
        return None
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line_end = b"\n" if b"\n" in content else b"\r"
        line = content.count(line_end, 0, error.start) + 1
        return Text(f"line {line}", f"第 {line} 行")
    return None


def _unmarked_utf16(content: bytes) -> str | None:
    head = content[:4096]
    zeros = head[1::2].count(0), head[0::2].count(0)
    for name, often, seldom in zip(_UTF16, zeros, reversed(zeros), strict=True):
        if often > _SOME_ZEROS * len(head) and seldom < often / 20 and _decodes(content, name):
            return name
    return None


def _decodes(content: bytes, name: str) -> bool:
    try:
        content.decode(name)
    except UnicodeDecodeError:
        return False
    return True
