"""How bytes read in each of the encodings from before Unicode, and which words of a text read far better in another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from salesperf.sources.naturalness import latin_weight, wide_weight
from salesperf.sources.vocabulary import WORDS

DOUBLE_BYTE = ("gb18030", "big5", "cp932")
SINGLE_BYTE = ("cp1252", "mac_roman")
_OTHERS = (*DOUBLE_BYTE, *SINGLE_BYTE, "iso8859_15")
_ASCII = 0x80
_EDGES = 4
"""Characters that cutting a sample may break."""
_AROUND = 2
"""Characters on either side that the weight of one depends on."""
_MAC_WITH_LINE_FEEDS = 0.2
"""Old Mac text ends its lines with carriage returns; with line feeds it is rare."""
_HEADER_WORD = 0.3
_NO_TEXT = {"Cc", "Co", "Cn", "Cs"}
_BROKEN = "\N{REPLACEMENT CHARACTER}"
_RUN = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"[A-Za-z]*(?:[^\x00-\x7f]+[A-Za-z]*)+")
_MOST_WORDS = 20_000
_PLAIN, _POOR, _BAD = 0.5, 0.3, -0.3
"""What a word scores that may be another encoding's when it reads well there, and one that cannot be right."""
_BETTER, _WELL = 0.6, 0.9
_THREE_BYTES = "\u0800"
"""The first character that takes three bytes in UTF-8; shorter ones are a chance for any two bytes."""
_LONG = 3
"""Characters from which a word is no chance in two encodings."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sample in one encoding: how natural its characters are on average, near 1 when right, mostly below 0 if not.

    A character that stands in the same place of a word again counts once: `kinds` of them. `wide` counts wide
    characters, `word` is the first word with a character beyond ASCII.
    """

    name: str
    score: float
    kinds: int
    wide: int
    word: str


def readings(sample: bytes) -> list[Reading]:
    """The encodings in which the sample holds only characters that text has, the most natural first."""
    found = [reading for name in (*DOUBLE_BYTE, *SINGLE_BYTE) if (reading := _reading(sample, name)) is not None]
    return sorted(found, key=lambda reading: (-reading.score, reading.name))


def _reading(sample: bytes, name: str) -> Reading | None:
    text = sample.decode(name, errors="replace")
    runs = [found.span() for found in _RUN.finditer(text)]
    broken = text.count(_BROKEN)
    if not runs or broken > _EDGES or broken == sum(end - start for start, end in runs):
        return None
    contexts = _contexts(text, runs)
    chars = {context[at] for context, at in contexts}
    if any(unicodedata.category(char) in _NO_TEXT for char in chars):
        return None
    weights = [_weight(context, at, name) for context, at in contexts if context[at] != _BROKEN]
    score = sum(weights) / len(weights) + (_HEADER_WORD if any(word in text for word in WORDS.get(name, ())) else 0.0)
    if name == "mac_roman" and b"\n" in sample:
        score -= _MAC_WITH_LINE_FEEDS
    wide = sum(unicodedata.east_asian_width(char) in "WF" for start, end in runs for char in text[start:end])
    word = _WORD.search(text)
    return Reading(name, score, len(weights), wide, word[0] if word else "")


def _contexts(text: str, runs: list[tuple[int, int]]) -> set[tuple[str, int]]:
    """Each character beyond ASCII with its neighbours, and its place among them; what returns stands there once."""
    found: set[tuple[str, int]] = set()
    for whole, skipped, length in {
        (text[max(0, start - _AROUND) : end + _AROUND], min(start, _AROUND), end - start) for start, end in runs
    }:
        for at in range(skipped, skipped + length):
            found.add((whole[max(0, at - _AROUND) : at + _AROUND + 1], min(at, _AROUND)))
    return found


def _weight(text: str, at: int, name: str) -> float:
    return wide_weight(text, at, name) if name in DOUBLE_BYTE else latin_weight(text, at, name)


def words_of_others(sample: bytes, name: str) -> list[tuple[str, str]]:
    """Words that the encoding of the text makes no sense of, as read and as another encoding has them ("" for none)."""
    text = sample.decode(name, errors="replace")
    found: list[tuple[str, str]] = []
    words = dict.fromkeys(word[0] for word, _ in zip(_WORD.finditer(text), range(_MOST_WORDS), strict=False))
    for word in words:
        here, best = _of_word(word, name)
        if here > _PLAIN:
            continue
        # A common surname before a rare character is a name.
        is_name = best >= 1 and name in DOUBLE_BYTE and len(word) < _LONG
        meant = _meant(word, name, here, () if is_name else _OTHERS)
        if meant or (here <= _BAD and sum(not char.isascii() for char in word) > 1):
            found.append((word, meant))
    return found


def _meant(word: str, name: str, here: float, others: Sequence[str]) -> str:
    """The word in the encoding in which it reads far better; empty when there is none."""
    content = word.encode(name, errors="ignore")
    in_utf8 = _decoded(content, "utf-8")
    has_letters = any(char.isascii() for char in word)
    if in_utf8 is not None and (has_letters or (len(in_utf8) > 1 and min(in_utf8) >= _THREE_BYTES)):
        return in_utf8
    for other in others:
        meant = _decoded(content, other) if other != name else None
        if meant is None:
            continue
        there, _ = _of_word(meant, other)
        is_long = sum(not char.isascii() for char in meant) >= _LONG
        if (here <= _POOR and there >= max(_POOR, here) + _BETTER) or (is_long and there >= _WELL):
            return meant
    return ""


def _of_word(word: str, name: str) -> tuple[float, float]:
    """How natural the characters of a word are, on average and the best of them."""
    foreign = [at for at, char in enumerate(word) if ord(char) >= _ASCII]
    if not foreign or any(unicodedata.category(word[at]) in _NO_TEXT or word[at] == _BROKEN for at in foreign):
        return -1.0, -1.0
    weights = [_weight(word, at, name) for at in foreign]
    return sum(weights) / len(weights), max(weights)


def _decoded(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        return None
