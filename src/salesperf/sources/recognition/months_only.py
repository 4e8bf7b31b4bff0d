"""Sales that are told by the month, without a day: which column says the month, and what is said where none can.

A month without its year is no month: what is missing is told, nothing is made up.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.values.blanks import clean
from salesperf.sources.values.month_cells import may_be_days
from salesperf.sources.values.parse_date import date_format, is_date_like

_HEADER = late(
    r"(?i)^\W*(?:(?:sales|order|fiscal|calendar|reporting|posting|year)[ _-]*)?(?:months?|periods?|yyyy-?mm)\W*$"
    r"|月份|月度|年月|期间|账期|会计期|^\W*(?:所属|统计|销售|业务)?月\W*$"
)
_LONGER = late(
    r"(?i)^\W*(?:(?:sales|order|calendar)[ _-]*)?(?:quarters?|qtrs?|years?)\W*$"
    r"|^\W*(?:所属|统计|销售|业务)?(?:季度?|年份?|年度)\W*$"
)
_MONTH = late(
    r"(?i)^(?:(?:19|20)\d\d\s*[-/.年]\s*(?:0?[1-9]|1[0-2])\s*月?份?|(?:19|20)\d\d(?:0[1-9]|1[0-2])|"
    r"(?:0?[1-9]|1[0-2])\s*[-/.]\s*(?:19|20)\d\d|(?:0?[1-9]|1[0-2])(?:\.0)?\s*(?:月份?)?|"
    r"(?:19|20)\d\d[- ]?M(?:0?[1-9]|1[0-2])|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[- ']*(?:(?:19|20)?\d\d)?)$"
)
_FISCAL = late(r"(?i)fiscal|财年|财政")
"""The first month of a fiscal year need not be January, so the periods of one are not taken for calendar months."""
_YEARLESS = Text(
    "{header!r} says the month only ({cell!r}), and it cannot be told which month of which year that is: write months "
    'such as 2026-01 under that header and map it, columns = {{ order_date = "{header}" }} under [[table]]; months, '
    "quarters and years are then right, days and weeks are not known",
    "「{header}」只写了月份（「{cell}」），无法确定是哪一年哪一月：请在该列按 2026-01 的形式填写年月，并在 "
    '[[table]] 中写 columns = {{ order_date = "{header}" }}；这样按月、季、年统计是准确的，按日、按周则无从得知',
)
_DAYS = Text(
    '{header!r} holds dates: map it, columns = {{ order_date = "{header}" }} under [[table]], if they are those of the '
    "sales",
    '「{header}」列是日期：如果就是销售日期，请在 [[table]] 中写 columns = {{ order_date = "{header}" }}',
)


def column_of_months(sample: Sample, *, taken: frozenset[str], dates: str | None = None) -> str | None:
    """The header of the column that says the month of each row with its year, or the quarter, or the year as such.

    None where none does.

    `dates` is a header of days whose cells are none.

    >>> rows = pl.DataFrame({"年月": ["202601", "202602"], "金额": ["1", "2"]})
    >>> column_of_months(Sample(("年月", "金额"), rows), taken=frozenset({"金额"}))
    '年月'
    """
    if dates is not None and _are_months(sample.rows[dates]) and not may_be_days(_words(sample, dates)):
        return dates
    longer = (header for header in sample.header if header not in taken and _LONGER.search(header))
    named = (header for header in (*_headers(sample, taken), *longer) if not _FISCAL.search(header))
    return next((header for header in named if _are_months(sample.rows[header])), None)


def hint_of_months(sample: Sample, *, taken: frozenset[str]) -> Text | None:
    """What to do where a column that nothing else claims says the month of each row; None where none does.

    >>> rows = pl.DataFrame({"月份": ["1月", "2月"], "金额": ["1", "2"]})
    >>> hint_of_months(Sample(("月份", "金额"), rows), taken=frozenset({"金额"})).zh[:14]
    '「月份」只写了月份（「1月」'
    """
    for header in _headers(sample, taken):
        words = _words(sample, header)
        if words and all(_MONTH.match(word) for word in words):
            return _YEARLESS.fill(header=header, cell=words[0])
        if words and is_date_like(sample.rows[header].drop_nulls()):
            return _DAYS.fill(header=header)
    return None


def _headers(sample: Sample, taken: frozenset[str]) -> Iterator[str]:
    return (header for header in sample.header if header not in taken and _HEADER.search(header))


def _words(sample: Sample, header: str) -> list[str]:
    cells = sample.rows[header].drop_nulls().cast(pl.String)
    return [word for cell in cells.to_list() if (word := clean(cell)) is not None]


def _are_months(cells: pl.Series) -> bool:
    if cells.dtype.is_numeric():
        cells = cells.cast(pl.Int64, strict=False)
    elif cells.dtype != pl.String:
        return False
    return date_format(cells.cast(pl.String)).format.is_by_month
