"""How bytes read in each of the encodings from before Unicode, and which words of a text read far better in another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from math import fsum

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.sources.encodings.naturalness import COMMON, latin_weight, wide_weight
from salesperf.sources.encodings.other_scripts import ALPHABETS, REGIONAL, alphabet_of, script_weight
from salesperf.sources.encodings.vocabulary import WORDS

DOUBLE_BYTE = ("gb18030", "big5", "cp932")
WESTERN = ("cp1252", "mac_roman")
SCRIPTS = ("cp1251", "cp1253")
SINGLE_BYTE = (*WESTERN, *SCRIPTS, *REGIONAL)
_KOREAN = "cp949"
NARROW = (_KOREAN, *SCRIPTS, *REGIONAL)
"""Encodings of one language or script, which few characters never prove."""
_WIDE = (*DOUBLE_BYTE, _KOREAN)
_OTHERS = (*DOUBLE_BYTE, *WESTERN, "iso8859_15")
_FEW = 10
"""Different characters under which an encoding of one language or script is possible, and never taken before others."""
_FITS = 0.2
"""What another encoding scores that may be the right one."""
_NO_CHANCE = 2
"""Words of sales exports that text of another language does not spell by chance."""
_BEHIND = 0.16
"""How far such a one then is behind: told, and no reason to refuse the file."""
_BETTER_LANGUAGE, _AS_GOOD = 0.08, 0.02
"""By how much more of the letters one language must have than those of the West, and what makes no difference."""
_SURE_OF_LANGUAGE = 0.18
"""How far the encoding of such a language is ahead then: sure from twenty characters on, told below."""
_ALL_KOREAN = 0.2
"""For text whose wide characters are all Korean: a third of Chinese ones would not be."""
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


class Reading(Struct, frozen=True):
    """A sample in one encoding: how natural its characters are on average, near 1 when right, mostly below 0 if not.

    A character that stands in the same place of a word again counts once: `kinds` of them. `letters` counts those that
    differ, `wide` counts wide characters, `word` is the first word with a character beyond ASCII; `known` counts the
    words of sales exports in it.
    """

    name: str
    score: float
    kinds: int
    wide: int
    word: str
    letters: int = 0
    known: int = 0


def readings(sample: bytes, *, narrow: bool = True) -> list[Reading]:
    """The encodings in which the sample holds only characters that text has, the most natural first.

    Without `narrow`, those of one language or script are not among them.
    """
    names = (*DOUBLE_BYTE, *WESTERN)
    found = [reading for name in names if (reading := _reading(sample, name)) is not None]
    return _sorted(_with_narrow(sample, found) if narrow else found)


def _sorted(found: list[Reading]) -> list[Reading]:
    return sorted(found, key=lambda reading: (-reading.score, reading.name in NARROW, reading.name))


def _with_narrow(sample: bytes, found: list[Reading]) -> list[Reading]:
    found = _with_regional(sample, found)
    best = max((one.score for one in found), default=0.0)
    is_known = any(one.known >= _NO_CHANCE and one.score == best for one in found)
    for name in (_KOREAN, *SCRIPTS):
        other = _reading(sample, name)
        if other is not None:
            is_behind = is_known or (other.letters < _FEW and best >= _FITS)
            found.append(replace(other, score=min(other.score, best - _BEHIND)) if is_behind else other)
    return found


def _with_regional(sample: bytes, found: list[Reading]) -> list[Reading]:
    """The readings with the encodings beside cp1252 that fit a language at least as well as that does.

    One that fits a language better is ahead of the others by so much that few characters are told and many are sure.
    """
    western = next((one for one in found if one.name == "cp1252"), None)
    share_west = _language(sample, "cp1252")[1] if western else 0.0
    fitting = [(name, *_language(sample, name)) for name in REGIONAL]
    shares = {name: share for name, _, share in fitting}
    others = [
        reading
        for name, alphabet, share in fitting
        if share > share_west - _AS_GOOD and (reading := _reading(sample, name, alphabet)) is not None
    ]
    others.sort(key=lambda one: (-shares[one.name], -one.score))
    if not others:
        return found
    first = others[0]
    is_plain = western is not None and first.score >= western.score + _BETTER
    if western is None or shares[first.name] >= share_west + _BETTER_LANGUAGE or is_plain:
        ahead = first.score - _SURE_OF_LANGUAGE
        behind = [one for one in (western, *others[1:]) if one is not None]
        return [first, *_at_most(behind, ahead), *(one for one in found if one is not western)]
    return [*_at_most(others, western.score - _BEHIND), *found]


def _at_most(found: Sequence[Reading], score: float) -> list[Reading]:
    return [replace(one, score=min(one.score, score)) for one in found]


def _language(sample: bytes, name: str) -> tuple[frozenset[str], float]:
    """The alphabet that fits the letters of the sample best, and their share it has; nothing where bytes do not fit."""
    text = sample.decode(name, errors="replace")
    if _BROKEN in text:
        return frozenset(), 0.0
    contexts = _contexts(text, [found.span() for found in _RUN.finditer(text)])
    return alphabet_of((context[at] for context, at in contexts), REGIONAL.get(name, name))


def _reading(sample: bytes, name: str, alphabet: frozenset[str] = frozenset()) -> Reading | None:
    text = sample.decode(name, errors="replace")
    runs = [found.span() for found in _RUN.finditer(text)]
    broken = text.count(_BROKEN)
    if not runs or broken > (_EDGES if name in _WIDE else 0) or broken == sum(end - start for start, end in runs):
        return None
    contexts = _contexts(text, runs)
    chars = {context[at] for context, at in contexts}
    if any(unicodedata.category(char) in _NO_TEXT for char in chars):
        return None
    weights = [_weight(context, at, name, alphabet) for context, at in contexts if context[at] != _BROKEN]
    known = sum(word in text for word in WORDS.get(name, ()))
    score = fsum(weights) / len(weights) + (_HEADER_WORD if known else 0.0)
    if name == "mac_roman" and b"\n" in sample:
        score -= _MAC_WITH_LINE_FEEDS
    if name == _KOREAN and len(chars) >= _FEW and min(weights) > 0:
        score += _ALL_KOREAN
    wide = sum(unicodedata.east_asian_width(char) in "WF" for start, end in runs for char in text[start:end])
    word = _WORD.search(text)
    return Reading(name, score, len(weights), wide, word[0] if word else "", len(chars), known)


def _contexts(text: str, runs: list[tuple[int, int]]) -> set[tuple[str, int]]:
    """Each character beyond ASCII with its neighbours, and its place among them; what returns stands there once."""
    found: set[tuple[str, int]] = set()
    for whole, skipped, length in {
        (text[max(0, start - _AROUND) : end + _AROUND], min(start, _AROUND), end - start) for start, end in runs
    }:
        for at in range(skipped, skipped + length):
            found.add((whole[max(0, at - _AROUND) : at + _AROUND + 1], min(at, _AROUND)))
    return found


def _weight(text: str, at: int, name: str, alphabet: frozenset[str] = frozenset()) -> float:
    if name in _WIDE:
        return wide_weight(text, at, name)
    if name in SCRIPTS:
        return script_weight(text, at, name)
    if name in REGIONAL:
        return latin_weight(text, at, alphabet or frozenset().union(*ALPHABETS[REGIONAL[name]].values()))
    return latin_weight(text, at)


def words_of_others(content: bytes, name: str) -> list[tuple[str, str]]:
    """Words that the encoding of the text makes no sense of, as read and as another encoding has them ("" for none)."""
    text = pl.Series("text", [content.decode(name, errors="replace")])
    words = text.str.extract_all(_WORD.pattern).explode().drop_nulls().unique(maintain_order=True)
    if name in COMMON:
        # Words of common characters alone read well; most words are such.
        words = words.filter(~words.str.contains(f"^[{''.join(sorted(COMMON[name]))}]+$"))
    found: list[tuple[str, str]] = []
    for word in words.head(_MOST_WORDS):
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
