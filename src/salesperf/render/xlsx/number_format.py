"""How Excel shows a number: the format code of a unit, with the currency and language of the report.

The digits are those of `report/grid.py`; Excel draws them itself, so that the cell keeps the number.
"""

from __future__ import annotations

import re
from functools import cache

from salesperf.core.status import GLYPHS, WORDS, Status
from salesperf.core.text import Lang
from salesperf.core.unit import AMOUNTS, Unit
from salesperf.render.xlsx.widths import text_width
from salesperf.report import phrases
from salesperf.report.locales import locale_of

TEXT = "@"
_QUOTED = re.compile(r'"([^"]*)"')
_ISO = re.compile(r"[A-Z]{3}")
_DAYS = {Lang.EN: "[$-409]mmm d, yyyy", Lang.ZH: 'yyyy"年"m"月"d"日"', Lang.BOTH: "yyyy-mm-dd"}
_FAR_CHANCES = (f'[<0.01]"{phrases.LEAST_CHANCE}%"', f'[>0.99]"{phrases.MOST_CHANCE}%"')
HUNDREDFOLD = frozenset({Unit.POINTS, Unit.SCORE})
"""Fractions that are written a hundred times as large: Excel can only multiply where it writes a percent sign."""


def day_format(lang: Lang) -> str:
    """Dates in words of the language."""
    return _DAYS[lang]


@cache
def currency_sign(currency: str | None, lang: Lang) -> str:
    """The sign of a currency as a format code takes it; empty for what is no ISO code: it can come from the data."""
    from babel.numbers import get_currency_symbol  # noqa: PLC0415 - a heavy library

    if currency is None or not _ISO.fullmatch(currency):
        return ""
    sign: str = get_currency_symbol(currency, locale=locale_of(lang))
    return f'"{sign}"' if sign != currency else f'"{currency} "'


def number_format(
    unit: Unit | None, *, places: int, lang: Lang, sign: str = "", named: bool = False, status: Status | None = None,
    partial: bool = False, is_level: bool = False,
) -> str:  # fmt: skip
    """The format code of a number.

    `sign` is put before amounts; `named` puts points, days and hours behind their numbers, for cells whose header
    cannot. A status comes first, as glyph and word. A change that rounds to zero is level: it has no direction.

    >>> number_format(Unit.MONEY, places=2, lang=Lang.EN)
    '#,##0.00'
    >>> number_format(Unit.RATIO, places=1, lang=Lang.EN, status=Status.RED)
    '"✗ red "0.0%'
    """
    light = f'"{GLYPHS[status]} {WORDS[status].say(lang)} "' if status else ""
    after = f'"{phrases.PARTIAL}"' if partial else ""
    sections = _sections(unit, places=places, lang=lang, sign=sign, named=named)
    if is_level:
        # What is below zero is drawn by a section of its own, without a sign.
        sections = (sections[-1],) * 2
    return ";".join(f"{light}{section}{after}" for section in sections)


def number_width(number: float, code: str) -> int:
    """The columns that a number takes under its format code, with room for a minus sign.

    >>> number_width(1234.5, '"¥"#,##0.00'), number_width(0.125, "0.0%")
    (10, 6)
    """
    section = code.split(";", maxsplit=1)[0]
    quoted = text_width("".join(_QUOTED.findall(section)))
    bare = _QUOTED.sub("", section)
    whole = len(str(abs(int(number * 100 if "%" in bare else number))))
    commas = (whole - 1) // 3 if "," in bare else 0
    return whole + commas + len(bare.replace("#,##", "")) - 1 + quoted + 1


def _sections(unit: Unit | None, *, places: int, lang: Lang, sign: str, named: bool) -> tuple[str, ...]:
    decimals = "." + "0" * places if places else ""
    grouped = f"#,##0{decimals}"
    match unit:
        case Unit.RATIO | Unit.RATE | Unit.CHANCE:
            far = _FAR_CHANCES if unit is Unit.CHANCE else ()
            return (*far, f"0{decimals}%")
        case Unit.GROWTH:
            return (f'+0{decimals}%" {phrases.UP}"', f'-0{decimals}%" {phrases.DOWN}"', f"0{decimals}%")
        case Unit.POINTS:
            word = phrases.POINTS_AFTER.say(lang) if named else ""
            return (
                f'+0{decimals}"{word} {phrases.UP}"',
                f'-0{decimals}"{word} {phrases.DOWN}"',
                f'0{decimals}"{word}"' if word else f"0{decimals}",
            )
        case Unit.DAYS | Unit.HOURS:
            return (f'{grouped}" {phrases.TIMES[unit].say(lang)}"' if named else grouped,)
        case _ if unit in AMOUNTS and sign:
            return (f"{sign}{grouped}", f"-{sign}{grouped}")
        case _:
            # A whole number without a unit is a name: a year, a rank.
            return ("0" if unit is None and not places else grouped,)
