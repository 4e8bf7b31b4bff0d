"""Days sales outstanding by count-back: how many days of the last months' invoices the balance amounts to.

The balance is set against what was invoiced in the month of its day, then in the month before, and so on, each month
with its actual length, until nothing of it is left; of the last month only the share that is needed counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate, groupby

import narwhals as nw
import polars as pl
from msgspec import Struct

from salesperf.engine import Frame, collect

_ZERO = Decimal(0)


class _Account(Struct, frozen=True):
    """Days with movements, and what was issued and is owed up to the end of each."""

    days: Sequence[date]
    issued: Sequence[Decimal]
    owed: Sequence[Decimal]

    def up_to(self, sums: Sequence[Decimal], day: date) -> Decimal:
        place = bisect_right(self.days, day)
        return sums[place - 1] if place else _ZERO


def countback(lines: Frame, keys: Sequence[str], ends: Sequence[date]) -> pl.DataFrame:
    """One row a period and group with movements up to its end, with `value` in days.

    Nothing where more is owed than was ever invoiced; zero where nothing is owed.
    """
    groups = [key for key in keys if key != "period"]
    moved = lines.group_by(*groups, "date").agg(nw.col("issued").sum(), nw.col("receivable").sum())
    daily = collect(moved).sort(*groups, "date", nulls_last=True).select(*groups, "date", "issued", "receivable")
    rows = [
        (*group, number, value)
        for group, account in _accounts(daily, len(groups))
        for number, end in enumerate(ends)
        if account.days[0] <= end
        for value in [_days(account, end)]
    ]
    schema = {**{name: daily.schema[name] for name in groups}, "period": pl.Int32(), "value": pl.Float64()}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _accounts(daily: pl.DataFrame, width: int) -> Iterator[tuple[tuple[object, ...], _Account]]:
    for group, rows in groupby(daily.iter_rows(), key=lambda row: row[:width]):
        days, issued, owed = zip(*(row[width:] for row in rows), strict=True)
        yield group, _Account(days, _running(issued), _running(owed))


def _running(values: Sequence[Decimal | None]) -> list[Decimal]:
    return list(accumulate(value or _ZERO for value in values))


def _days(account: _Account, end: date) -> float | None:
    left = account.up_to(account.owed, end)
    days, last = 0.0, end
    while left > 0:
        if last < account.days[0]:
            return None
        begins = last.replace(day=1)
        before = begins - timedelta(days=1)
        issued = account.up_to(account.issued, last) - account.up_to(account.issued, before)
        if issued >= left:
            return days + float(left / issued) * last.day
        left -= issued
        days += last.day
        last = before
    return days
