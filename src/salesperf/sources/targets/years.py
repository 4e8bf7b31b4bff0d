"""Where the years of a target sheet begin and which one it is of: told, by titles and names, by the order of months."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath

from msgspec import Struct

from salesperf.core.late import late
from salesperf.core.text import Text, folded, same
from salesperf.sources.options import ReadOptions, TableOptions, without_range
from salesperf.sources.profile import without_unit
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.period_words import YEAR, YearWord, year_in
from salesperf.sources.targets.roles import Roles
from salesperf.sources.targets.spans import Basis
from salesperf.sources.values.english_months import month_number

_RUN = 3
"""Months in a row that show where a year begins."""
_DATE = late(r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}")
_WHOLE_YEAR = late(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ENDS = (
    late(
        r"(?:year|fy ?\d*|fiscal)[^.]{0,30}?(?:to|ending|ends?|ended)(?: in| on)? (?:\d{1,2}(?:st|th)? )?([a-z]{3,9})"
    ),
    late(r"(?:财年|年度)[^。]{0,12}?(?:截至|截止|至|到)(?:次年|翌年)?(\d{1,2})月"),
)  # fmt: skip
_STARTS = (
    late(r"(?<!\d)(\d{1,2})月(?:\d{1,2}日)? ?(?:至|到|-|~|—|–) ?(?:次年|翌年|下一?年) ?\d{1,2}月"),
    late(
        r"(?:year|fy ?\d*|fiscal)[^.]{0,20}?(?:starts?|begins?|starting|beginning|from)(?: in| on)? "
        r"(?:\d{1,2} )?([a-z]{3,9})"
    ),
    late(r"(?:财年|年度)[^。]{0,8}?(?:从|自)? ?(\d{1,2})月(?:\d{1,2}日)?(?:开始|起)"),
    late(r"(?<![a-z])([a-z]{3,9})\.?,? ?(?:20\d\d)? ?(?:to|-|–|—|through) ?[a-z]{3,9}\.?,? ?(?:20\d\d)"),
)  # fmt: skip
_FROM_TO = late(
    r"((?:19|20)\d\d) ?[-/.年] ?(\d{1,2})(?: ?[-/.月] ?1(?!\d) ?日?)? ?月? ?(?:至|到|-|~|～|—|–) ?"
    r"((?:19|20)\d\d) ?[-/.年] ?(\d{1,2})(?!\d)"
)
"""From a month to another: 2025年7月至2026年6月, 2025.7-2026.6, 2025年7月1日至2026年6月30日."""

_CERTAIN = same("")
_FROM_WHEN = Text(
    "the sheet speaks of fiscal years and not of the month they begin in; read as January",
    "表中写的是财年，但没有注明起始月；按 1 月开始处理",
)
_SAY_FROM_WHEN = Text(
    "say fiscal_year_start under [[table]] or [workspace]", "请在 [[table]] 或 [workspace] 中写明 fiscal_year_start"
)
_WHICH_YEAR = Text(
    "the fiscal year does not begin in January, and the sheet does not say which year its periods count in; "
    "read as calendar years",
    "财年不从 1 月开始，而表中没有注明期间属于哪种年度；按自然年处理",
)
_SAY_FISCAL = Text(
    "if they count from the first fiscal month, say fiscal_year_start under [[table]]",
    "若期间从财年首月算起，请在 [[table]] 中写明 fiscal_year_start",
)
_NAME_BOTH = Text(
    "name years as 2017/18 or FY18, or say year_named under [calendar]",
    "请将年度写成 2017/18 或 FY18，或在 [calendar] 中写明 year_named",
)


class Doubt(Struct, frozen=True):
    """What is not certain of the years of a sheet, and how they were taken; empty where all is certain."""

    message: Text = _CERTAIN
    hint: Text = _CERTAIN


def basis_of(raw: RawTable, roles: Roles, options: ReadOptions, *, told: TableOptions | None) -> tuple[Basis, Doubt]:
    """Where the years of the sheet begin: told for this table, by a title, by the order of its months, by the settings.

    A sheet that says "year" means the calendar year unless something of it says otherwise; one that says "fiscal
    year" and not from when is read by the settings.
    """
    whole = _from_to(raw)
    said = _year(raw) if whole is None else YearWord(whole[0], whole[0] + 1, is_fiscal=True)
    year = YearWord(told.year) if told is not None and told.year else said or _year_across(roles)
    named_start = options.year_named == "start"
    by_end = _said_in_titles(raw, _ENDS)
    start = (told.fiscal_year_start if told else None) or _said_in_titles(raw, _STARTS)
    if start is None and whole is not None:
        return Basis(whole[1], is_fiscal=True, named_start=named_start, year=year), Doubt()
    if start is None and by_end is not None:
        # "The year to 30 June 2018" names the calendar year it ends in.
        return Basis(by_end % YEAR + 1, is_fiscal=True, named_start=named_start and year is None, year=year), Doubt()
    start = start or _first_of_a_run(roles)
    if start is not None:
        doubt = _open_name(roles, raw, year, start, options) if start > 1 else Doubt()
        return Basis(start, is_fiscal=True, named_start=named_start, year=year), doubt
    if _says_fiscal(raw, roles, year):
        is_certain = options.first_month is not None or _months_across(roles) == list(range(1, YEAR + 1))
        doubt = Doubt() if is_certain else Doubt(_FROM_WHEN, _SAY_FROM_WHEN)
        return Basis(options.first_month or 1, is_fiscal=True, named_start=named_start, year=year), doubt
    counted = any(column.period is not None and not column.period.is_named for column in roles.values)
    doubt = Doubt()
    if counted and options.first_month not in {None, 1}:
        doubt = Doubt(_WHICH_YEAR, _SAY_FISCAL)
    # Single years may still be said to be fiscal; those are read by the settings.
    return Basis(options.first_month or 1, named_start=named_start, year=year), doubt


def names_over(raw: RawTable) -> Iterator[str]:
    """What stands over the columns: titles, the sheet's name, the file's name."""
    yield from raw.layout.titles
    if sheet := without_range(raw.sheet):
        yield sheet
    yield PurePath(raw.file.name).stem.replace("_", " ")


def _open_name(roles: Roles, raw: RawTable, year: YearWord | None, start: int, options: ReadOptions) -> Doubt:
    """Years called by one number, where nobody said whether it is the one they begin or end in."""
    if options.first_month == start or _says_fiscal(raw, roles, year):
        return Doubt()
    named = [column.period for column in roles.values if column.period is not None]
    if named and all(word.is_named and word.year is not None for word in named if not word.is_sum):
        return Doubt()
    which = Text("begins", "开始") if options.year_named == "start" else Text("ends", "结束")
    phrase = Text(
        "years begin in month {start}; a year is taken as the one that {which} in the calendar year of its name",
        "年度从 {start} 月开始；年度名称按其{which}所在的自然年理解",
    )
    return Doubt(phrase.fill(start=start, which=which), _NAME_BOTH)


def _from_to(raw: RawTable) -> tuple[int, int] | None:
    """The year and month in which twelve months begin that a title or name gives from the first to the last."""
    for text in map(folded, names_over(raw)):
        if (found := _FROM_TO.search(text)) is None:
            continue
        first, start, last, end = map(int, found.groups())
        if 1 < start <= YEAR and (last, end) == (first + 1, start - 1):
            return first, start
    return None


def _year(raw: RawTable) -> YearWord | None:
    """The only year that titles name, else the sheet's name, else the file's name."""
    titles = {found for text in raw.layout.titles if (found := _only_year(text))}
    if titles:
        return titles.pop() if len(titles) == 1 else None
    names = (without_range(raw.sheet) or "", PurePath(raw.file.name).stem.replace("_", " "))
    return next((found for text in names if (found := _only_year(text))), None)


def _year_across(roles: Roles) -> YearWord | None:
    """The only year that periods across name: it is that of a quarter or half beside them too."""
    words = [column.period for column in roles.values if column.period is not None and column.period.year is not None]
    found = {YearWord(word.year, word.until, word.is_fiscal) for word in words if word.year is not None}
    return found.pop() if len(found) == 1 else None


def _only_year(text: str) -> YearWord | None:
    """The year a text names, dates left aside; None where it names several that are not one fiscal year."""
    bare = _DATE.sub(" ", folded(text))
    found = year_in(bare)
    if found is None:
        return None
    year = found[0]
    others = {int(other) for other in _WHOLE_YEAR.findall(bare)} - {year.year, year.until}
    is_one = not others or (year.is_fiscal and all(abs(other - year.year) == 1 for other in others))
    return year if is_one else None


def _said_in_titles(raw: RawTable, patterns: Sequence[re.Pattern[str]]) -> int | None:
    """The month that a title or name gives by one of these patterns."""
    for text in map(str.lower, map(folded, names_over(raw))):
        for pattern in patterns:
            match = pattern.search(text)
            number = _month(match[1]) if match else None
            if number is not None:
                return number
    return None


def _month(word: str) -> int | None:
    if word.isdecimal():
        return int(word) if 1 <= int(word) <= YEAR else None
    return month_number(word)


def _months_across(roles: Roles) -> list[int]:
    """The months that headers name without a year, each once, in the order of the sheet."""
    months = (
        column.period.number
        for column in roles.values
        if column.period is not None and column.period.is_named and column.period.year is None
    )
    return list(dict.fromkeys(months))


def _first_of_a_run(roles: Roles) -> int | None:
    """The first of named months that run across a new year (Jul, Aug, ... Jun): where the sheet's year begins."""
    distinct = _months_across(roles)
    runs_on = all(later == month % YEAR + 1 for month, later in pairwise(distinct))
    return distinct[0] if len(distinct) >= _RUN and runs_on and distinct[-1] < distinct[0] else None


def _says_fiscal(raw: RawTable, roles: Roles, year: YearWord | None) -> bool:
    header = roles.labels.get("year") or roles.labels.get("part") or ""
    said = folded(without_unit(header)).lower()
    texts = (said, *(folded(text).lower() for text in names_over(raw)))
    words = (column.period for column in roles.values if column.period is not None)
    return (
        (year is not None and year.is_fiscal)
        or any(word.is_fiscal for word in words)
        or any(re.search(r"(?<![a-z])(?:fiscal|financial year|fy)(?![a-z])|财年|会计年度", text) for text in texts)
    )
