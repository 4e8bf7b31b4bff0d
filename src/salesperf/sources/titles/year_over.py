"""The year or month that stands over the rows of a table: in a title, the name of its sheet, or that of its file.

The nearest that names a year decides. Days of exports and prints are none of the rows, fiscal years none of the
calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from msgspec import Struct

from salesperf.core.late import late
from salesperf.core.text import Text, folded
from salesperf.sources.options import without_range
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.period_words import MONTH, period_in

_RANGE = late(
    r"(?<!\d)((?:19|20)\d\d)(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|\d{4}) ?(?:至|到|~|—|–|－|-|to|through) ?"
    r"((?:19|20)\d\d)(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|\d{4})(?!\d)"
)
"""From one day or month to another."""
_DAYS = late(
    r"(?<!\d)((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月]\d{1,2}日?(?: ?\d\d:\d\d(?::\d\d)?)? ?"
    r"(?:至|到|~|—|–|－|-|to|through) ?(?:((?:19|20)\d\d)[-/.年])?(\d{1,2})[-/.月]\d{1,2}(?!\d)"
)
"""From one day to another, with the year and month of both."""
_DAY = late(r"(?<!\d)(?:19|20)\d\d(?: ?[-/._年] ?\d{1,2} ?[-/._月] ?\d{1,2}(?!\d)|(?:0[1-9]|1[0-2])[0-3]\d(?!\d))")
_YEAR = late(r"(?<!\d)(?:((?:19|20)\d\d)(?!\d)|(?<!\d)([12]\d) ?年)")
_MADE_ON = late(
    r"导出|打印|制表|制单|生成|下载|编制|更新|截止|"
    r"print|export|generated|created|run (?:date|on)|downloaded|updated|as of|as at"
)
_FISCAL = late(r"财年|会计年度|(?<![a-z])(?:fy ?\d|fiscal|financial year)")
_OF_SALES = late(
    r"销售|订单|销货|出货|出库|发货|开票|台账|流水|业绩|营业|(?<![a-z])(?:sales?|orders?|invoices?|revenue|bookings)(?![a-z])"
)
_CENTURY = 2000
_MONTHS = 12
_TITLE, _SHEET, _FILE = (
    Text("the title", "标题"),
    Text("the sheet's name", "工作表名"),
    Text("the file's name", "文件名"),
)


class Over(Struct, frozen=True):
    """A year, its month where one is named (None: the whole year), and what says so."""

    year: int
    month: int | None
    where: Text


def year_over(raw: RawTable) -> Over | None:
    """The year of the nearest name that speaks of years; None where that is of none, of two, or of a fiscal one."""
    for text, where in _names(raw):
        years = _years(text)
        if years is not None:
            return Over(years.pop(), None, where) if len(years) == 1 else None
    return None


def month_over(raw: RawTable, *, year: int | None = None, needs_sales: bool = False) -> Over | None:
    """The month that the nearest name is of, in the year it names, or that stands over it, or in `year`.

    With `needs_sales`, a title or file must speak of sales; the name of a sheet may be the month alone.
    """
    for text, where in _names(raw):
        if (days := _DAYS.search(text)) is not None and not _MADE_ON.search(_DAYS.sub(" ", text)):
            return _of_days(days, where) if not needs_sales or _speak_of_sales(raw) else None
        word = _DAY.sub(" ", text)
        found = None if _RANGE.search(text) or _MADE_ON.search(text) or _FISCAL.search(text) else period_in(word)
        if found is None or found[0].months != MONTH or found[0].is_fiscal or not found[0].is_named:
            continue
        named, rest = found
        if _is_of_month(rest):
            return None
        if needs_sales and not (_OF_SALES.search(text) or (where is _SHEET and not rest)):
            return None
        of_year = named.year or year or (above.year if (above := year_over(raw)) else None)
        return None if of_year is None or named.is_sum else Over(of_year, named.number, where)
    return None


def months_over(raw: RawTable) -> Text | None:
    """What says that the rows are sales of several months, none of which is that of a row; None where nothing does."""
    for text, where in _names(raw):
        if _MADE_ON.search(text) or _FISCAL.search(text):
            continue
        # 2026年1-3月 is a day to those who look for days.
        found = period_in(text)
        days = _DAYS.search(text) or _RANGE.search(text)
        if days is None and (found is None or (not found[0].is_named and found[0].months in {MONTH, _MONTHS})):
            continue
        is_several = days is not None or (found is not None and (found[0].months > MONTH or _is_of_month(found[1])))
        is_alone = where is _SHEET and found is not None and not found[1]
        return where if is_several and (is_alone or _speak_of_sales(raw)) else None
    return None


def _is_of_month(rest: str) -> bool:
    """Whether what a name says beside its month is another month: January and February."""
    other = period_in(rest)
    return other is not None and other[0].is_named and other[0].months == MONTH


def _of_days(days: re.Match[str], where: Text) -> Over | None:
    """The month that all days from one to another are in; None where they are in several."""
    year, month, last_year, last_month = days.groups()
    is_one = (last_year or year) == year and int(last_month) == int(month) and 1 <= int(month) <= _MONTHS
    return Over(int(year), int(month), where) if is_one else None


def _speak_of_sales(raw: RawTable) -> bool:
    """Whether a title, the sheet or the file speaks of sales."""
    return any(_OF_SALES.search(text) for text, _ in _names(raw))


def _names(raw: RawTable) -> Iterator[tuple[str, Text]]:
    for title in raw.layout.titles:
        yield folded(title).lower(), _TITLE
    if sheet := without_range(raw.sheet):
        yield folded(sheet).lower(), _SHEET
    yield folded(PurePath(raw.file.name).stem.replace("_", " ")).lower(), _FILE


def _years(text: str) -> set[int] | None:
    """The years a name is of; None where it speaks of none."""
    if _MADE_ON.search(text):
        return None
    if _FISCAL.search(text):
        return set()
    spans = {int(year) for match in _RANGE.finditer(text) for year in match.groups()}
    rest = _DAY.sub(" ", _RANGE.sub(" ", text))
    found = spans | {int(long) if long else _CENTURY + int(short) for long, short in _YEAR.findall(rest)}
    return found or None
