from __future__ import annotations

from datetime import date, timedelta

import narwhals as nw
import pytest
from msgspec.structs import replace

from salesperf.engine import Frame, collect, scan
from salesperf.facts.days import Days, days_of, within
from salesperf.tables.literal import bundle_of

NEVER = timedelta(0)
TEXT = "order_id,order_date,amount\nA,1905-01-01,1\nB,2026-01-05,2\nC,2026-02-06,4\nD,2062-01-01,8\n"


def lines() -> Frame:
    return scan(bundle_of([("orders", TEXT)]).tables["orders"]).with_columns(date=nw.col("order_date"))


def found(*, as_of: date | None = None, slip: timedelta = NEVER, to: date | None = date(2026, 2, 6)) -> Days:
    return days_of(
        lines(),
        first=date(1905, 1, 1),
        last=date(2062, 1, 1),
        believed_from=date(2026, 1, 5),
        believed_to=to,
        slip=slip,
        as_of=as_of,
    )


def kept(days: Days) -> int:
    return int(collect(within(lines(), days))["amount"].sum())


def test_dates_that_are_not_believed_are_left_out_and_counted() -> None:
    days = found()

    assert (days.as_of, days.first, days.last) == (date(2026, 2, 6), date(2026, 1, 5), date(2026, 2, 6))
    assert (days.early, days.begins, days.later) == (1, date(2026, 1, 5), 1)
    assert kept(days) == 6


def test_a_day_asked_for_decides_how_far_the_data_reach() -> None:
    days = found(as_of=date(2026, 1, 31))

    assert (days.as_of, days.last, days.through, days.later) == (*[date(2026, 1, 31)] * 3, 2)
    assert kept(days) == 2


def test_data_that_payments_carry_further_are_whole_until_then_and_end_with_their_last_line() -> None:
    days = found(to=date(2026, 3, 31))

    assert (days.last, days.through) == (date(2026, 2, 6), date(2026, 3, 31))


def test_a_line_within_the_slip_is_believed() -> None:
    days = found(slip=timedelta(days=40 * 365))

    assert (days.as_of, days.later) == (date(2062, 1, 1), 0)
    assert kept(days) == 14


@pytest.mark.parametrize("to", [None, date(2062, 1, 1)])
def test_where_every_date_is_believed_no_line_is_filtered(to: date | None) -> None:
    days = replace(found(to=to), begins=None, early=0)
    of = lines()

    assert days.later == 0
    assert within(of, days) is of


def test_lines_without_a_day_are_not_left_out_with_those_of_days_that_do_not_count() -> None:
    undated = (nw.col("order_id") == "B").alias("undated")
    day = nw.when(nw.col("order_id") != "B").then(nw.col("date"))

    left = within(lines().with_columns(undated).with_columns(date=day), found())

    assert sorted(collect(left)["order_id"]) == ["B", "C"]
