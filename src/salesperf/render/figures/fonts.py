"""Which fonts a picture asks for, and which characters those of this machine can draw.

Only pictures as PNG need to know: a page is drawn with the fonts of its reader.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from unicodedata import category

FAMILIES = (
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', "
    "'Noto Sans SC', sans-serif"
)
EXTRA = "fonts"
"""The extra of this program that brings a font for Chinese."""
FONT_PACKAGE = "noto_cjk_sans_otc"
_LATIN_ENDS = "\u024f"
_EAST_ASIAN_BEGINS = "\u2e80"
_UNSEEN = frozenset({"Zs", "Cf", "Mn", "Me"})
_UNASSIGNED = "\U000107ff"
_CHINESE = "中销额华东龙齐％"
"""Characters that a font draws only if it was made for the Chinese of today."""
_ONE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" font-family="sans-serif">'
    '<text x="2" y="18" font-size="16">{}</text></svg>'
)


def can_draw(text: str) -> bool:
    """Whether every character of a text has a picture in the fonts at hand, and none would be a box or nothing."""
    return all(map(_is_drawn, text))


def draws_chinese() -> bool:
    """Whether Chinese can be drawn."""
    return all(map(_has_glyph, _CHINESE))


def font_folder() -> Path | None:
    """The folder of the font that the extra brings, if it is there."""
    found = find_spec(FONT_PACKAGE)
    return Path(found.origin).parent if found is not None and found.origin else None


@cache
def converter_with_fonts() -> None:
    """Tell the converter of the extra's font, once."""
    import vl_convert  # noqa: PLC0415 - loading the converter takes a moment

    folder = font_folder()
    if folder is not None:
        vl_convert.register_font_directory(str(folder))


def _is_drawn(char: str) -> bool:
    """Latin always; Chinese of everyday by a sample of it, for each asking takes a hundredth of a second."""
    if char <= _LATIN_ENDS or category(char) in _UNSEEN:
        return True
    return draws_chinese() if _is_everyday_chinese(char) else _has_glyph(char)


def _is_everyday_chinese(char: str) -> bool:
    if char < _EAST_ASIAN_BEGINS:
        return False
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _has_glyph(char: str) -> bool:
    """Whether a character alone looks different from one that no font has."""
    return _picture(char) != _picture(_UNASSIGNED)


@cache
def _picture(char: str) -> bytes:
    import vl_convert  # noqa: PLC0415 - loading the converter takes a moment

    converter_with_fonts()
    return vl_convert.svg_to_png(_ONE.format(char))
