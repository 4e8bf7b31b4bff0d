"""Periods as the headers and cells of target sheets name them: M01, 一月, Jul-17, 2017年7月, FY18 Q1, 上半年.

Says what is written, not which days it is: a year may stand elsewhere in the sheet, and begin in another month.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.late import late
from salesperf.core.text import folded
from salesperf.sources.values.english_months import NAME, month_number

MONTH, QUARTER, HALF, YEAR = 1, 3, 6, 12
COMMON = frozenset({MONTH, QUARTER, HALF, YEAR})
"""Lengths of periods in months."""
_CHINESE: Mapping[str, int] = {
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11, "十二": 12,
    "上": 1, "下": 2,
}  # fmt: skip
_CENTURY = 2000
_SHORT_YEAR = 100
_MONTH_NAME = rf"(?<![a-z])({NAME})(?![a-z])\.?"
_PARTS: tuple[tuple[re.Pattern[str], int, bool], ...] = tuple(
    (late(pattern), months, is_named)
    for pattern, months, is_named in (
        (r"第? ?([一二三四1-4]) ?季度?", QUARTER, False),
        (r"(?<![a-z])(?:q(?:uarter|tr)?) ?([1-4])(?!\d)", QUARTER, False),
        (r"(?<!\d)([1-4]) ?(?:st|nd|rd|th)? ?q(?:uarter|tr)?(?![a-z])", QUARTER, False),
        (r"([上下]) ?半年度?", HALF, False),
        (r"(?<![a-z])h([12])(?!\d)", HALF, False),
        (r"(?<!\d)([12])(?:st|nd)? ?h(?:alf)?(?![a-z])", HALF, False),
        (r"第 ?(十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9]) ?(?:个?月|期)", MONTH, False),
        (r"(?<![a-z])(?:m(?:onth)?|p(?:eriod)?) ?[-_]?(1[0-2]|0?[1-9])(?!\d)", MONTH, False),
        (r"(?<!\d)(1[0-2]|0?[1-9]) ?月份?", MONTH, True),
        (r"(十[一二]?|[一二三四五六七八九])月份?", MONTH, True),
        (_MONTH_NAME, MONTH, True),
    )
)
"""Parts of a year, what is least to be mistaken first, with their length and whether they name a calendar month."""
_MONTHS_OF = late(rf"{_MONTH_NAME} ?(?:-|–|—|~|to|至|到) ?{_MONTH_NAME}|\d{{1,2}}月? ?[-–—~至到] ?\d{{1,2}} ?月份?")
"""The months that a quarter or half names beside itself: Q1 Jan-Mar, 一季度 1-3月."""
_RANGE = late(
    rf"{_MONTH_NAME} ?(?:-|–|—|~|to|thru|through) ?{_MONTH_NAME}|"
    r"(?<!\d)(1[0-2]|0?[1-9]) ?月? ?[-–—~至到] ?(1[0-2]|0?[1-9]) ?月份?"
)
"""Months from one to another: 1-6月, Jan-Jun."""
_TOGETHER = late(r"累计数?|合计|小计|(?<![a-z])(?:ytd|cum(?:ulative|ul)?|year to date|total)(?![a-z])\.?")
"""What such months may say beside themselves: that they are taken together."""
_SO_FAR = late(r"累计数?|(?<![a-z])(?:ytd|cum(?:ulative|ul)?|year to date)(?![a-z])\.?")
_DATED = late(
    r"(?<!\d)((?:19|20)\d\d) ?(?:[-/._年] ?)(1[0-2]|0?[1-9])(?!\d)(?: ?月份?)?"
    r"(?:[-/.](\d{1,2})(?: 00:00:00(?:\.0+)?)?日?)?"
)
_COMPACT = late(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(?!\d)")
_MONTH_FIRST = late(r"^(1[0-2]|0?[1-9])[-/.]((?:19|20)\d\d)$")
_FISCAL = r"(?<![a-z])(?:fy|fiscal(?: year)?|financial year)"
_YEARS: tuple[tuple[re.Pattern[str], bool], ...] = tuple(
    (late(pattern), is_fiscal)
    for pattern, is_fiscal in (
        (rf"{_FISCAL} ?[-'’]? ?(\d{{4}}|\d{{2}})(?: ?[-/] ?(\d{{4}}|\d{{2}}))?(?!\d)", True),
        (r"((?:19|20)\d\d)(?: ?[-/至] ?((?:19|20)\d\d|\d\d))? ?(?:年? ?(?:财年|财务年度|会计年度))", True),
        (r"(?<!\d)((?:19|20)\d\d) ?[-/] ?((?:19|20)\d\d|\d\d)(?!\d) ?(?:年度?)?", True),
        (r"(?<!\d)((?:19|20)\d\d)(?!\d) ?(?:年度?)?", False),
    )
)
_SHORT = late(r"(?<![\d])['’]?(\d{2})(?!\d) ?年?")
_WHOLE_YEAR = late(
    r"^(?:全年|年度|年|本年|年度合计|年合计|全年合计|全年总计|年总计|年小计|full ?year|year|annual|fy|"
    r"(?:year|annual|fy|full year) total|total (?:year|fy|for the year))$"
)
_TOTAL = late(r"^(?:全部|合计|总计|小计|总和|汇总|(?:grand )?totals?|sum)$")


class PeriodWord(Struct, frozen=True):
    """A period as written: `number` counts periods of `months` length within a year.

    `is_named` is a calendar month by its name (Jul, 七月); M07 is the seventh month of whatever year is meant.
    `year` is None where the word names none; `until` is the second year of 2017/18. A `number` of 0 is the sum
    of the periods beside it (合计, Total).
    """

    months: int
    number: int
    year: int | None = None
    until: int | None = None
    is_named: bool = False
    is_fiscal: bool = False

    @property
    def is_sum(self) -> bool:
        """Whether the word means all periods that stand beside it."""
        return self.number == 0


class YearWord(Struct, frozen=True):
    """A year as written, and whether it is said to be a fiscal one."""

    year: int
    until: int | None = None
    is_fiscal: bool = False


def period_in(text: str) -> tuple[PeriodWord, str] | None:
    """The period a header names and what else it says; None when it names none.

    Several months (1-6月, Jan-Jun) are a period of the first of them, by its name, and as long as they are.

    >>> period_in("FY18 Q1"), period_in("1月目标")[1]
    ((PeriodWord(months=3, number=1, year=2018, until=None, is_named=False, is_fiscal=True), ''), '目标')
    """
    word = folded(text).lower()
    part = _part(word)
    if months := _range(word) or (_to_date(*_finer(*part)) if part else None):
        return months
    for pattern in (_DATED, _COMPACT):
        if match := pattern.search(word):
            if match.lastindex == 3 and int(match[3]) != 1:  # noqa: PLR2004 -- a month stands as its first day
                return None
            return PeriodWord(MONTH, int(match[2]), int(match[1]), is_named=True), _rest(word, match)
    if match := _MONTH_FIRST.match(word):
        return PeriodWord(MONTH, int(match[1]), int(match[2]), is_named=True), ""
    if found := year_in(word):
        year, rest = found
        return PeriodWord(YEAR, 1, year.year, year.until, is_fiscal=year.is_fiscal), _without_sum(rest)
    return None


def year_in(text: str) -> tuple[YearWord, str] | None:
    """The year a text names and what else it says; two digits count only behind FY."""
    word = folded(text).lower()
    for pattern, is_fiscal in _YEARS:
        if match := pattern.search(word):
            first = _whole(int(match[1]))
            second = match[2] if match.lastindex == 2 else None  # noqa: PLR2004 -- the year it ends in
            until = None if second is None else _whole(int(second))
            if until is not None and until != first + 1:
                continue
            return YearWord(first, until, is_fiscal or until is not None), _rest(word, match)
    return None


def is_sum_word(text: str) -> bool:
    """Whether a header means the sum of the periods beside it: 合计, Total, and the words for a whole year."""
    word = folded(text).lower().strip(" :.")
    return (_TOTAL.match(word) or _WHOLE_YEAR.match(word)) is not None


def sum_word(text: str) -> PeriodWord | None:
    """The whole year or the sum of the periods beside it, where a header means one of them."""
    if not is_sum_word(text):
        return None
    is_year = _WHOLE_YEAR.match(folded(text).lower().strip(" :.")) is not None
    return PeriodWord(YEAR, 1 if is_year else 0)


def _range(word: str) -> tuple[PeriodWord, str] | None:
    """The months from one to a later one, with their year where the word has one; none beside a quarter or half."""
    match = _RANGE.search(word)
    if match is None:
        return None
    first, last = (_number(number) for number in match.groups() if number)
    rest = _TOGETHER.sub(" ", _rest(word, match))
    if first >= last or _part(rest) is not None:
        return None
    year, rest = year_in(rest) or (None, rest)
    short = _SHORT.search(rest) if year is None else None
    if short:
        year, rest = YearWord(_whole(int(short[1]))), _rest(rest, short)
    found = PeriodWord(last - first + 1, first, is_named=True)
    if year is not None:
        found = replace(found, year=year.year, until=year.until, is_fiscal=year.is_fiscal)
    return found, " ".join(rest.strip(" -_/.,:'’").split())


def _part(word: str) -> tuple[PeriodWord, str] | None:
    """A month, quarter or half by name or number, with its year where the word has one."""
    for pattern, months, is_named in _PARTS:
        match = pattern.search(word)
        if match is None or (is_named and _DATED.search(word)):
            continue
        rest = _rest(word, match)
        found = year_in(rest)
        year, rest = found or (None, rest)
        short = _SHORT.search(rest) if year is None else None
        if short:
            year, rest = YearWord(_whole(int(short[1]))), _rest(rest, short)
        number = _number(match[1])
        if year is None:
            return PeriodWord(months, number, is_named=is_named), _without_sum(rest)
        return PeriodWord(months, number, year.year, year.until, is_named, year.is_fiscal), _without_sum(rest)
    return None


def says_to_date(text: str) -> bool:
    """Whether a header says that a month is told together with those before it: 3月累计, YTD Mar."""
    return _SO_FAR.search(folded(text).lower()) is not None


def _to_date(part: PeriodWord, rest: str) -> tuple[PeriodWord, str]:
    """The months up to one that is said to be cumulative."""
    if part.months != MONTH or not part.is_named or not _SO_FAR.search(rest):
        return part, rest
    rest = " ".join(_SO_FAR.sub(" ", rest).split())
    return replace(part, months=part.number, number=1), rest


def _finer(part: PeriodWord, rest: str) -> tuple[PeriodWord, str]:
    """Of a quarter and a month in one name (Q2 Apr, 上半年 Q1) the shorter; the months a quarter has are left out."""
    if part.months != MONTH and (months := _MONTHS_OF.search(rest)):
        return part, _without_sum(_rest(rest, months))
    other = _part(rest)
    if other is None or other[0].months == part.months:
        return part, rest
    short, long = sorted((part, other[0]), key=lambda one: one.months)
    if short.year is None:
        short = replace(short, year=long.year, until=long.until)
    return replace(short, is_fiscal=short.is_fiscal or long.is_fiscal), other[1]


def _number(word: str) -> int:
    return _CHINESE.get(word) or month_number(word) or int(word)


def _whole(year: int) -> int:
    return year if year >= _SHORT_YEAR else _CENTURY + year


def _rest(word: str, match: re.Match[str]) -> str:
    """What is left of a word without the match; marks that only joined the two go."""
    return f"{word[: match.start()]} {word[match.end() :]}".strip(" -_/.,:'’")


def _without_sum(rest: str) -> str:
    return "" if is_sum_word(rest) else rest
