"""How natural one character is where it stands, in a script: the weights by which an encoding is chosen."""

from __future__ import annotations

import unicodedata

from salesperf.sources.vocabulary import COMMON_SIMPLIFIED, COMMON_TRADITIONAL


def wide_weight(text: str, at: int, name: str) -> float:
    """1 for a character common in the script, 0.5 for a plain one, below 0 for one that text of the script lacks."""
    char = text[at]
    if "a" <= text[at - 1 : at] <= "z" and "a" <= text[at + 1 : at + 2] <= "z":
        # An accented letter and the plain one behind it look like one wide character inside a word.
        return -0.5
    if "\u4e00" <= char <= "\u9fff":
        common = COMMON_TRADITIONAL if name == "big5" else COMMON_SIMPLIFIED
        return 1.0 if char in common else _LEVEL_WEIGHTS[_level(char, name)]
    if "\u3040" <= char <= "\u30ff":
        return 0.8 if name == "cp932" else -0.2
    if "\uff61" <= char <= "\uff9f":
        return -0.5
    return 0.3 if unicodedata.east_asian_width(char) in "FWA" else -0.6


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


_WESTERN_LETTERS = frozenset("áàâäãåæçéèêëíìîïñóòôöõøœúùûüýßÁÀÂÄÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝ")
_INNER_MARKS = frozenset("’‘–—·\u00a0ªº")
_RARE_LETTERS = frozenset("šŠžŽŸÿ")
_WESTERN_MARKS = frozenset("’‘“”–—…•€£©®™°·«»¿¡ºª§\u00a0¥½¼¾±²³¢")


def latin_weight(text: str, at: int, _name: str) -> float:
    """1 for an accented letter in a word of plain letters, 0.5 for a mark where one stands, below 0 for the rest.

    Western words hold one or two such letters between plain ones; double-byte text misread comes in runs of them.
    """
    char = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    alone = before.isascii() and after.isascii()
    if char in _WESTERN_MARKS:
        return 0.5 if alone and not (before.isalpha() and after.isalpha() and char not in _INNER_MARKS) else -0.2
    if char not in _WESTERN_LETTERS and char not in _RARE_LETTERS:
        return -0.8
    # Capitals stand at the start of a word or among capitals; inside a lower-case word they are a misreading.
    if char.isupper() and before.islower():
        return -0.8
    in_word = (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
    if not in_word:
        return 0.1 if alone else -0.6
    if char in _RARE_LETTERS:
        return 0.5 if char.isupper() else 0.3
    # Names in sales data begin with capitals.
    return 0.6 if char.islower() and not before.isalpha() else 1.0
