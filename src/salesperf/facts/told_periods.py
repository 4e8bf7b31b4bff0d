"""The periods that rows are told for, as people write them: 2026-03, 2026年第一季度, Mar-26, 202603."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date

from salesperf.core.errors import UsageError
from salesperf.core.late import late
from salesperf.core.period import Grain, Period
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import WORDS, parse_period

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"), ("feb", "february"), ("mar", "march"), ("apr", "april"), ("may",), ("jun", "june"),
            ("jul", "july"), ("aug", "august"), ("sep", "sept", "september"), ("oct", "october"), ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_CENTURY = 2000
_NAMED = late(r"([A-Za-z]+)[ .,'-]*(\d{2}|\d{4})|(\d{2}|\d{4})[ .'-]*([A-Za-z]+)")
_FORMS = (
    (late(r"(\d{4})\.0"), "{0}"),
    (late(r"(\d{4})[-/.](\d{1,2})"), "{0}-{1:0>2}"),
    (late(r"(\d{4})(0[1-9]|1[0-2])"), "{0}-{1}"),
    (late(r"(\d{1,2})[-/.](\d{4})"), "{1}-{0:0>2}"),
    (late(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?"), "{0}-{1:0>2}-{2:0>2}"),
    (late(r"(FY ?)?(\d{4})[ -/]*Q ?([1-4])", re.IGNORECASE), "{1}-Q{2}"),
    (late(r"Q ?([1-4])[ -/]*(FY ?)?(\d{4})", re.IGNORECASE), "{2}-Q{0}"),
    (late(r"(FY ?)?(\d{4})[ -/]*H ?([12])", re.IGNORECASE), "{1}-H{2}"),
    (late(r"H ?([12])[ -/]*(FY ?)?(\d{4})", re.IGNORECASE), "{2}-H{0}"),
    (late(r"FY ?(\d{4})", re.IGNORECASE), "FY{0}"),
    (late(r"(\d{4})年(\d{1,2})[-~至到—](\d{1,2})月"), "{0}-{1:0>2}..{0}-{2:0>2}"),
)
_RANGE = late(r"\s*(?:~|～|至|到| to | - |–|—)\s*")


def told_periods(words: Iterable[str], calendar: Calendar) -> Mapping[str, Period | None]:
    """The period each word names, under the fiscal calendar; None for one that names none.

    Spreadsheets write a month as its first day: where every day named is the first of a month, months are meant.
    """
    found = {word: _period(word, calendar) for word in words}
    days = [period for period in found.values() if period is not None and period.grain is Grain.DAY]
    if not days or any(period.start.day != 1 for period in days):
        return found
    return {
        word: calendar.period(Grain.MONTH, period.start) if period in days and period is not None else period
        for word, period in found.items()
    }


def _period(text: str, calendar: Calendar) -> Period | None:
    word = " ".join(unicodedata.normalize("NFKC", text).split())
    if word.casefold() in WORDS or not any(char.isdigit() for char in word):
        # "last month" is another month whenever the file is read.
        return None
    parts = [_canonical(part) for part in _RANGE.split(word)]
    is_range = len(parts) == 2 and all(parts)  # noqa: PLR2004 -- a range has two ends
    try:
        return parse_period("..".join(parts) if is_range else _canonical(word), calendar=calendar, as_of=date.max)
    except UsageError:
        return None


def _canonical(word: str) -> str:
    """One of the forms in which periods are asked for, where the word is another way to write it."""
    if match := _NAMED.fullmatch(word):
        name, year = (match[1], match[2]) if match[1] else (match[4], match[3])
        if (number := _MONTHS.get(name.casefold())) is not None:
            return f"{int(year) if len(year) > 2 else _CENTURY + int(year)}-{number:02d}"  # noqa: PLR2004 -- '26
    for pattern, form in _FORMS:
        if match := pattern.fullmatch(word):
            return form.format(*match.groups())
    return word
