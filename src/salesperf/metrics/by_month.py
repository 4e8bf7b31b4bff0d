"""Sales that say months, quarters or years and no days: what periods that part these could tell of them is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from salesperf.core.errors import UsageError
from salesperf.core.period import Period, Span, last_day
from salesperf.core.text import Text, same
from salesperf.facts.sales import Sales
from salesperf.tables.labels import table_words

_NOT_KNOWN = Text(
    "the {table} say {what} and no {shorter}: {period} is not made of whole {what}, so what was sold in it is not "
    "known",
    "{table}只有{what}，没有{shorter}：{period} 不是{whole}，其间的销售无从得知",
)
_WORDS = {
    1: (Text("months", "年月"), Text("days", "日期"), same("整月")),
    3: (Text("quarters", "季度"), Text("months", "月份"), same("整季度")),
    12: (Text("years", "年份"), Text("months", "月份"), same("整年")),
}
"""What sales say, the longest that they do not, and a whole one in Chinese, by their months."""
_ASK = {
    1: Text("ask for months, quarters or years, such as --grain month", "请按月、季或年查询，例如 --grain month"),
    3: Text("ask for quarters or years, such as --grain quarter", "请按季或年查询，例如 --grain quarter"),
    12: Text("ask for years, such as --grain year", "请按年查询，例如 --grain year"),
}


def must_be_whole_months(found: Sales | None, periods: Sequence[Period], *, last: date) -> None:
    """Raise `UsageError` where sales without days are asked for in periods that part what they are told by.

    `last` is the last day of the data; a period may end there.
    """
    if found is None or not found.months:
        return
    what, shorter, whole = _WORDS[found.months]
    for period in periods:
        if not is_whole(found, period, last=last):
            name = period.key or str(period)
            told = _NOT_KNOWN.fill(table=table_words(found.table), period=name, what=what, shorter=shorter, whole=whole)
            raise UsageError(told, _ASK[found.months])


def is_whole(found: Sales, period: Span, *, last: date) -> bool:
    """Whether a period parts none of the months, quarters or years that sales are told by; true of days."""
    if not found.months:
        return True
    is_begun = period.start.day == 1 and (period.start.month - 1) % found.months == 0
    return is_begun and period.end in {last_day(period.end, months=found.months), last}
