"""What must be done to strings from the data before a person's screen, a spreadsheet or a page gets them."""

from __future__ import annotations

import re

from salesperf.core.text import printable

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = re.compile(f"[{_BIDI}\u2028\u2029\ufeff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~])")


def on_one_line(text: str) -> str:
    r"""A string as it may stand in one cell on a screen: nothing steers the terminal, turns the line or breaks it.

    Control characters and bidirectional controls become U+FFFD, a line break a visible sign, a tab a blank.

    >>> on_one_line("Acme\nTotal\t1")
    'Acme⏎Total 1'
    """
    if text.isprintable():
        return text
    shown = _HIDDEN.sub(_REPLACEMENT, printable(text.replace("\r\n", "\n")))
    return shown.replace("\n", "⏎").replace("\t", " ")


def as_spreadsheet_text(text: str) -> str:
    """A string that a spreadsheet takes as text: an apostrophe before anything that would start a formula.

    >>> as_spreadsheet_text("=1+1")
    "'=1+1"
    """
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def as_markdown(text: str) -> str:
    r"""A string that GitHub Markdown shows as it stands, also inside a table.

    >>> as_markdown("a|b_c")
    'a\\|b\\_c'
    """
    return _MARKDOWN.sub(r"\\\1", text.replace("&", "&amp;"))
