"""Chinese characters in a text, without the regular expressions for them: compiling one takes a millisecond or more."""

from __future__ import annotations

from salesperf.core.late import late

_FIRST, _LAST = "\u4e00", "\u9fff"
_BETWEEN = late(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one (the Unicode block CJK Unified Ideographs)."""
    return _FIRST <= char <= _LAST


def has_han(text: str) -> bool:
    """Whether a Chinese character is in a text."""
    return not text.isascii() and any(map(is_han, text))


def closed_up(text: str) -> str:
    """A text without the blanks that only stretch its Chinese words.

    >>> closed_up("合 计"), closed_up("合计 Total")
    ('合计', '合计 Total')
    """
    return text if text.isascii() or " " not in text else _BETWEEN.sub("", text)
