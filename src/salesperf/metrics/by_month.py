"""Sales that say months and no days: what shorter or other periods than whole months could tell of them is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from salesperf.core.errors import UsageError
from salesperf.core.period import Period, month_end
from salesperf.core.text import Text
from salesperf.facts.sales import Sales

_NOT_KNOWN = Text(
    "the {table} say months and no days: {period} is not made of whole months, so what was sold in it is not known",
    "{table} 只有年月，没有日期：{period} 不是整月，其间的销售无从得知",
)
_ASK = Text("ask for months, quarters or years, such as --grain month", "请按月、季或年查询，例如 --grain month")


def must_be_whole_months(found: Sales | None, periods: Sequence[Period], *, last: date) -> None:
    """Raise `UsageError` where sales without days are asked for in periods that part a calendar month.

    `last` is the last day of the data; a period may end there.
    """
    if found is None or not found.is_by_month:
        return
    for period in periods:
        if period.start.day != 1 or period.end not in {month_end(period.end), last}:
            name = period.key or str(period)
            raise UsageError(_NOT_KNOWN.fill(table=found.table, period=name), _ASK)
