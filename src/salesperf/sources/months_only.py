"""Sales that are told by the month, without a day: what is said of them where a date is needed.

A month is no day, so none is made up: days and weeks of such sales, and how far the data reach, would be invented.
"""

from __future__ import annotations

import re

import polars as pl

from salesperf.core.text import Text
from salesperf.sources.blanks import clean
from salesperf.sources.columns import Sample
from salesperf.sources.parse_date import is_date_like

_HEADER = re.compile(
    r"(?i)^\W*(?:(?:sales|order|fiscal|calendar|reporting|posting|year)[ _-]*)?(?:months?|periods?|yyyy-?mm)\W*$"
    r"|月份|月度|年月|期间|账期|会计期|^\W*(?:所属|统计|销售|业务)?月\W*$"
)
_MONTH = re.compile(
    r"(?i)^(?:(?:19|20)\d\d\s*[-/.年]\s*(?:0?[1-9]|1[0-2])\s*月?份?|(?:19|20)\d\d(?:0[1-9]|1[0-2])|"
    r"(?:0?[1-9]|1[0-2])\s*[-/.]\s*(?:19|20)\d\d|(?:0?[1-9]|1[0-2])\s*月份?|"
    r"(?:19|20)\d\d[- ]?M(?:0?[1-9]|1[0-2])|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[- ']*(?:(?:19|20)?\d\d)?)$"
)
_MONTHS = Text(
    "{header!r} says the month only ({cell!r}), and sales need a day: write the last day of each month, such as "
    '2026-01-31, under that header and map it, [[table]] columns = {{ order_date = "{header}" }}; months, quarters and '
    "years are then right, days and weeks are not known",
    "「{header}」只写了月份（「{cell}」），而销售需要具体日期：请在该列填写每月最后一天，如 2026-01-31，并指定 "
    '[[table]] columns = {{ order_date = "{header}" }}；这样按月、季、年统计是准确的，按日、按周则无从得知',
)
_DAYS = Text(
    '{header!r} holds dates: map it, [[table]] columns = {{ order_date = "{header}" }}, if they are those of the sales',
    '「{header}」列是日期：如果就是销售日期，请指定 [[table]] columns = {{ order_date = "{header}" }}',
)


def hint_of_months(sample: Sample, *, taken: frozenset[str]) -> Text | None:
    """What to do where a column that nothing else claims says the month of each row; None where none does.

    >>> rows = pl.DataFrame({"月份": ["2026-01", "2026-02"], "金额": ["1", "2"]})
    >>> hint_of_months(Sample(("月份", "金额"), rows), taken=frozenset({"金额"})).zh[:14]
    '「月份」只写了月份（「202'
    """
    for header in sample.header:
        if header in taken or not _HEADER.search(header):
            continue
        cells = sample.rows[header].drop_nulls()
        words = [word for cell in cells.cast(pl.String).to_list() if (word := clean(cell)) is not None]
        if words and all(_MONTH.match(word) for word in words):
            return _MONTHS.fill(header=header, cell=words[0])
        if words and is_date_like(cells):
            return _DAYS.fill(header=header)
    return None
