"""How natural one character is where it stands, in a script: the weights by which an encoding is chosen."""

from __future__ import annotations

import unicodedata

from salesperf.sources.encodings.common_characters import COMMON_JAPANESE, COMMON_SIMPLIFIED, COMMON_TRADITIONAL
from salesperf.sources.encodings.other_scripts import hangul_weight, is_korean_or_chinese

COMMON = {"gb18030": COMMON_SIMPLIFIED, "big5": COMMON_TRADITIONAL, "cp932": COMMON_JAPANESE}
"""The common characters of each double-byte encoding."""


def wide_weight(text: str, at: int, name: str) -> float:
    """1 for a character common in the script, 0.5 for a plain one, below 0 for one that text of the script lacks."""
    char = text[at]
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if _is_latin(before) or _is_latin(after):
        # An accented letter and the plain one behind it look like one wide character inside a word.
        trail = char.encode(name, errors="ignore")[-1:]
        is_inside = _is_latin(before) and _is_latin(after) and not (before + after).isupper()
        if is_inside or (trail.isalpha() and trail.isascii()):
            return -1.0
    if name == "cp949" and is_korean_or_chinese(char):
        return hangul_weight(char)
    if "\u4e00" <= char <= "\u9fff":
        return 1.0 if char in COMMON[name] else _LEVEL_WEIGHTS[_level(char, name)]
    return _mark_or_kana_weight(text, at, name)


def _mark_or_kana_weight(text: str, at: int, name: str) -> float:
    char = text[at]
    if "\u3040" <= char <= "\u30ff":
        return 0.8 if name == "cp932" else -0.2
    if "\uff61" <= char <= "\uff9f":
        return _half_width_weight(text, at)
    if char.isalpha() and not "\uff00" <= char <= "\uff5e":
        return -0.3
    return 0.3 if unicodedata.east_asian_width(char) in "FWA" else -0.6


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


_LEVELS = {
    "gb18030": ((0xB0, 0xD7, 0xA1), (0xD8, 0xF7, 0xA1)),
    "big5": ((0xA4, 0xC6, 0x40), (0xC9, 0xF9, 0x40)),
    "cp932": ((0x88, 0x97, 0x40), (0x98, 0xEA, 0x40)),
}
"""Lead bytes (first, last) and the lowest second byte of the two levels of each national standard."""
_LEVEL_WEIGHTS = (0.5, 0.0, -0.5)


def _level(char: str, name: str) -> int:
    """0 for a character the national standard counts among the common ones, 1 for its others, 2 beyond it."""
    try:
        code = char.encode(name)
    except UnicodeEncodeError:
        return 2
    levels = _LEVELS[name]
    return next(
        (level for level, (low, high, second) in enumerate(levels) if low <= code[0] <= high and code[1] >= second), 2
    )


_HALF_WIDTH = frozenset(map(chr, range(0xFF61, 0xFFA0)))
_SMALL = frozenset("ｧｨｩｪｫｬｭｮｯ")
_NEVER_FIRST = _SMALL | frozenset("ｰﾝﾞﾟ｡｣､･")
_SELDOM = frozenset("ｦｧｨｩｪｫ｡｢｣､･")
_IN_A_RUN = 3
_VOICED = {"ﾞ": frozenset("ｳｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ"), "ﾟ": frozenset("ﾊﾋﾌﾍﾎ")}


def _half_width_weight(text: str, at: int) -> float:
    """0.8 for half-width kana as Japanese spells them, in runs; misread double-byte text breaks the spelling."""
    char, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if _is_latin(before) or _is_latin(after):
        return -1.0
    if before not in _HALF_WIDTH and (char in _NEVER_FIRST or after not in _HALF_WIDTH):
        return -0.5
    if (char in _VOICED and before not in _VOICED[char]) or (char in _SMALL and before in _SMALL):
        return -0.8
    if char in _SELDOM:
        return 0.3
    around = text[max(0, at - 2) : at + 3]
    return 0.8 if sum(one in _HALF_WIDTH for one in around) >= _IN_A_RUN else 0.2


_WESTERN_LETTERS = frozenset("áàâäãåæçéèêëíìîïñóòôöõøœúùûüýßÁÀÂÄÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝ")
_INNER_MARKS = frozenset("’‘–—\u00a0")
_RARE_LETTERS = frozenset("šŠžŽŸÿ")
_OF_NUMBERS = frozenset("º°")
_WESTERN_MARKS = frozenset("’‘“”–—…•€£©®™°·«»¿¡ºª§\u00a0¥½¼¾±²³¢")


def latin_weight(text: str, at: int, alphabet: frozenset[str] = _WESTERN_LETTERS) -> float:
    """1 for an accented letter in a word of plain letters, 0.5 for a mark where one stands, below 0 for the rest.

    Western words hold one or two such letters between plain ones; double-byte text misread comes in runs of them.
    """
    char = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if char in _WESTERN_MARKS:
        return _mark_weight(text, at, before, after)
    is_rare = char in _RARE_LETTERS and alphabet is _WESTERN_LETTERS
    if not is_rare and char not in alphabet and char.lower() not in alphabet:
        return -0.8
    # Capitals stand at the start of a word or among capitals; elsewhere they are a misreading.
    is_cased = before.isalpha() and char.isupper() and (before + after).upper() != before + after
    if is_cased or (char.islower() and after.isupper()):
        return -0.8
    if not (_is_of_word(before, alphabet) or _is_of_word(after, alphabet)):
        starts_word = after.lower() in alphabet and _is_latin(text[at + 2 : at + 3])
        return 0.5 if starts_word else 0.1 if before.isascii() and after.isascii() else -0.6
    if is_rare:
        return 0.5 if char.isupper() else 0.3
    # Names in sales data begin with capitals.
    return 0.6 if char.islower() and not before.isalpha() else 1.0


def _is_of_word(char: str, alphabet: frozenset[str]) -> bool:
    """Whether a letter is a plain one, or one of a language that has several with accents side by side."""
    return _is_latin(char) or (alphabet is not _WESTERN_LETTERS and char.lower() in alphabet)


def _mark_weight(text: str, at: int, before: str, after: str) -> float:
    if text[at] in _OF_NUMBERS and _is_abbreviation(text, at):
        return 1.5
    if not (before.isascii() and after.isascii()):
        return 1.0 if _is_elision(text, at) and after.isalpha() else -0.2
    if not (before.isalpha() and after.isalpha()):
        return 0.5
    if text[at] == "·" and before == after and before in "lL":
        return 0.5
    if text[at] not in _INNER_MARKS:
        return -0.2
    return 1.0 if _is_elision(text, at) else 0.5


def _is_abbreviation(text: str, at: int) -> bool:
    """Whether `N` stands alone before a mark: Nº is how Spanish and Portuguese write a number's header."""
    return text[at - 1 : at] in {"N", "n"} and not text[max(0, at - 2) : at - 1].isalnum()


def _is_elision(text: str, at: int) -> bool:
    """Whether an apostrophe stands behind the one letter of an article, as in l’eau, or in O’Brien."""
    return text[at] == "’" and text[at - 1 : at].isalpha() and not text[max(0, at - 2) : at - 1].isalpha()
