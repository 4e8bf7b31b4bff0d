"""Dates whose year, quarter, month or day stand in columns of their own: written as one to that of the shortest part.

Only where no other column holds days, and every row of the sample says a number for each part.
"""

from __future__ import annotations

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.han import has_han
from salesperf.core.late import late
from salesperf.core.text import Text, in_quotes
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.rows.unfolded import renamed_columns
from salesperf.sources.titles.not_of_sales import is_not_of_sales
from salesperf.sources.values.blanks import cleaned
from salesperf.sources.values.english_months import NAME, NUMBERS
from salesperf.sources.values.parse_date import is_date_like
from salesperf.tables.header_words import header_words

_OF = r"(?:(?:calendar|order|sales?|invoice|transaction|posting|purchase|订单|销售|开票|业务) ?)?"
_YEAR = late(rf"^{_OF}(?:years?|yr|年份?|年度)$")
_MONTH = late(rf"^{_OF}(?:months?|mon|month (?:no|number|name)|月份?|月度)$")
_QUARTER = late(rf"^{_OF}(?:quarters?|qtrs?|季度?)$")
_DAY = late(rf"^{_OF}(?:days?|day of (?:the )?month|日期?|号)$")
_PLAIN = frozenset({"day", "日", "日期", "month", "月", "月份"})
_SPEAKS_OF_DAYS = late(
    r"日期|时间|(?<![a-z])(?:date|dated|time|timestamp|datetime|when|created|ordered|sold|invoiced|placed|issued|posted|"
    r"opened|closed)(?![a-z])"
)
_YEARS = r"^((?:19|20)\d\d)(?:\.0)? ?年?$"
_MONTHS = rf"(?i)^(?:(0?[1-9]|1[0-2])(?:\.0)? ?月?份?|({NAME})\.?)$"
_QUARTERS = r"(?i)^(?:q|第)? ?([1-4一二三四])(?:\.0)? ?(?:季度?)?$"
_DAYS = r"^(0?[1-9]|[12]\d|3[01])(?:\.0)? ?[日号]?$"
_CHINESE = {"一": "1", "二": "2", "三": "3", "四": "4"}
_NAMED = {name: str(number) for name, number in NUMBERS.items()}
_TOLD = Text(
    "the date is put together from {headers}",
    "日期由{headers}各列合并而成",
)


class _Parts(Struct, frozen=True):
    """The headers of a date's parts; `day` is None where only months (or quarters, as `month`) are told."""

    year: str
    month: str
    day: str | None
    is_quarter: bool = False

    @property
    def headers(self) -> tuple[str, ...]:
        return tuple(header for header in (self.year, self.month, self.day) if header is not None)

    def joined(self) -> pl.Expr:
        """The parts as one date, month or quarter; null where one of them is not there."""
        year = _number(self.year, _YEARS)
        if self.is_quarter:
            quarter = _number(self.month, _QUARTERS).replace(_CHINESE)
            return pl.concat_str(year, pl.lit("-Q"), quarter)
        day = [] if self.day is None else [_number(self.day, _DAYS)]
        return pl.concat_str(year, _month(self.month).str.zfill(2), *day, separator="-")


def with_date_of_parts(raw: RawTable) -> RawTable:
    """The table with whole dates, or months with their year, where these stand in parts; else the same table."""
    parts = _parts(raw)
    if parts is None or _has_days(raw, parts) or (parts.day is None and is_not_of_sales(raw)):
        return raw
    last = parts.day or parts.month
    whole = pl.coalesce(parts.joined(), pl.col(last).cast(pl.String)).alias(last)
    found = replace(
        raw,
        frame=raw.frame.with_columns(whole),
        sample=raw.sample.with_columns(whole),
        scan=None,
        notes=(*raw.notes, _TOLD.fill(headers=in_quotes(parts.headers))),
    )
    return renamed_columns(found, _plain_name(raw, parts))


def _parts(raw: RawTable) -> _Parts | None:
    """The columns of the parts; None where a year or a month is not there, or one of them stands twice."""
    words = {header: header_words(header).strip() for header in raw.header}
    years, months, quarters, days = (
        [one for one in raw.header if part.match(words[one])] for part in (_YEAR, _MONTH, _QUARTER, _DAY)
    )
    if len(years) != 1 or not _fits(raw, years[0], _YEARS):
        return None
    if not months and len(quarters) == 1 and _fits(raw, quarters[0], _QUARTERS):
        return _Parts(years[0], quarters[0], None, is_quarter=True)
    if len(months) != 1 or not _fits(raw, months[0], _MONTHS):
        return None
    day = days[0] if len(days) == 1 and _fits(raw, days[0], _DAYS) else None
    return _Parts(years[0], months[0], day)


def _plain_name(raw: RawTable, parts: _Parts) -> dict[str, str]:
    """A name that tables know for a column called by what it is of: `Order Day` is the date."""
    last = parts.day or parts.month
    if parts.is_quarter or header_words(last).strip() in _PLAIN:
        return {}
    english, chinese = ("month", "月份") if parts.day is None else ("date", "日期")
    name = chinese if has_han(last) else english
    return {} if any(header_words(header) == name for header in raw.header) else {last: name}


def _fits(raw: RawTable, header: str, pattern: str) -> bool:
    """Whether all cells of the sample are of one part, and there are some."""
    cells = raw.sample[header]
    if not (cells.dtype == pl.String or cells.dtype.is_numeric()) or cells.null_count() == cells.len():
        return False
    words = cells.cast(pl.String).to_frame("cell").select(cleaned(pl.col("cell"))).to_series().drop_nulls()
    return bool(words.len()) and bool(words.str.contains(pattern).all())


def _has_days(raw: RawTable, parts: _Parts) -> bool:
    """Whether another column says when."""
    others = (header for header in raw.header if header not in parts.headers)
    return any(
        cells.dtype.is_temporal() or (_SPEAKS_OF_DAYS.search(header_words(header)) is not None and is_date_like(cells))
        for header in others
        for cells in (raw.sample[header].drop_nulls(),)
        if cells.len()
    )


def _number(header: str, pattern: str) -> pl.Expr:
    return cleaned(pl.col(header).cast(pl.String)).str.extract(pattern)


def _month(header: str) -> pl.Expr:
    word = cleaned(pl.col(header).cast(pl.String))
    named = word.str.extract(_MONTHS, 2).str.to_lowercase().str.head(3)
    return pl.coalesce(word.str.extract(_MONTHS, 1), named.replace_strict(_NAMED, default=None, return_dtype=pl.String))
