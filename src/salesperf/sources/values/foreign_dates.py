"""Dates in the words of other languages, written as English and Chinese files write them.

Months and weekdays of German, French, Spanish, Portuguese and Italian, hours and eras of Japanese; what is no such
word stays as it is.
"""

from __future__ import annotations

import polars as pl

_MONTHS = {
    "Jan": "januar jänner jän janvier janv enero ene janeiro gennaio gen",
    "Feb": "februar feber février fevrier févr fevr fév febrero fevereiro fev febbraio",
    "Mar": "märz maerz mär mrz mars marzo março marco",
    "Apr": "avril avr abril abr aprile",
    "May": "mai mayo maio maggio mag",
    "Jun": "juni juin junio junho giugno giu",
    "Jul": "juli juillet juil julio julho luglio lug",
    "Aug": "août aout aoû agosto ago",
    "Sep": "sept septembre septiembre setiembre setembro settembre set",
    "Oct": "oktober okt octobre octubre outubro out ottobre ott",
    "Nov": "novembre noviembre novembro",
    "Dec": "dezember dez décembre decembre déc dic diciembre dezembro dicembre",
}
_IN_ENGLISH = {word: month for month, words in _MONTHS.items() for word in words.split()}
_WORD = r"\p{L}{3,}\.?"
_WEEKDAY = (
    r"(?i)^(?:(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mer|jeu|ven|sam|dim"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mié|jue|vie|sáb|dom"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|seg|ter|qua|qui|sex"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|gio|sab)(?:[.,]+ *| +))"
)
_WEEKDAY_LAST = r" *(?:\([日月火水木金土](?:曜日?)?\)|[日月火水木金土]曜日?)"
_LINK = r"(?i) +(?:del?|do) +"
_ORDINAL = r"(?i)^(\d{1,2})(?:er|[oº°]) +"
_AT = r"(?i),? +(?:um|à|às|as|a las|alle|alle ore|ore) +(\d{1,2}[:h])"
_CLOCK = r"(?i)\s*(?:uhr|h|hs)\.?$"
_HOURS = r"(?i)(\d)h(\d\d)"
_ERA = r"^(令和|平成|[RHrh])\s*(元|\d{1,2})\s*[年./]\s*(\d{1,2})\s*[月./]\s*(\d{1,2})日?"
_MAY_BE_FOREIGN = r"(?i)\p{L}{3}|^\p{L}{2}\b|^[RH]\d|[日月火水木金土]\)|時|午|令和|平成|曜|\dh|[àº°]|\d(?:er|o) "
"""What any of these words has; dates in figures, which most are, need one look."""
_BEFORE = {"令和": 2018, "R": 2018, "r": 2018, "平成": 1988, "H": 1988, "h": 1988}
"""The year before the first of an era."""


def in_plain_words(text: pl.Expr) -> pl.Expr:
    """A date with its month in English, without a weekday, its year that of the common calendar.

    >>> cells = ["1. März 2025", "le 15 févr. 2025", "12 de enero de 2025", "令和7年1月5日", "5 Jan 2025"]
    >>> pl.Series("day", cells).to_frame().select(in_plain_words(pl.col("day")))["day"].to_list()
    ['1. Mar 2025', '15 Feb 2025', '12 Jan 2025', '2025-1-5', '5 Jan 2025']
    """
    return text.map_batches(_in_plain_words, return_dtype=pl.String, is_elementwise=True)


def _in_plain_words(cells: pl.Series) -> pl.Series:
    if not cells.str.contains(_MAY_BE_FOREIGN).any():
        return cells
    words = cells.to_frame("day").select(_translated(pl.col("day")))
    return words.to_series().alias(cells.name)


def _translated(text: pl.Expr) -> pl.Expr:
    day = text.str.replace(r"(?i)^(?:le|el|am|den|il|em) +", "").str.replace(_WEEKDAY, "")
    day = day.str.replace(_WEEKDAY_LAST, "").str.replace_all(_LINK, " ").str.replace(_ORDINAL, "$1 ")
    day = day.str.replace(_AT, " $1").str.replace(_CLOCK, "").str.replace(_HOURS, "$1:$2")
    day = day.str.replace_many(["時", "午前", "午後"], ["时", "上午", "下午"])
    word = day.str.extract(f"({_WORD})").str.strip_suffix(".").str.to_lowercase()
    month = word.replace_strict(_IN_ENGLISH, default=None, return_dtype=pl.String)
    named = pl.concat_str(day.str.extract(r"^(\P{L}*?)\p{L}{3,}\.?"), month, day.str.extract(r"\p{L}{3,}\.?(.*)$"))
    era = _of_era(day)
    return pl.when(era.is_null() & month.is_null()).then(day).otherwise(pl.coalesce(era, named))


def _of_era(day: pl.Expr) -> pl.Expr:
    """A day of the Japanese calendar in the common one; null for any other."""
    part = day.str.extract_groups(_ERA).struct
    years = part.field("2").str.replace("元", "1").cast(pl.Int32, strict=False)
    year = part.field("1").replace_strict(_BEFORE, default=None, return_dtype=pl.Int32) + years
    rest = day.str.replace(_ERA, "")
    return pl.concat_str(year.cast(pl.String), pl.lit("-"), part.field("3"), pl.lit("-"), part.field("4"), rest)
