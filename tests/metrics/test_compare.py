from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from salesperf.core.period import Grain, Period, Span
from salesperf.core.text import Text
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import parse_period
from salesperf.facts.sales import sales
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.compare import NO_SUCH_PERIOD, Against, Measure, View
from salesperf.metrics.parts import EVERY_SALE
from salesperf.tables.literal import bundle_of


def measure(*days: str, through: str | None = None, calendar: CalendarSection | None = None) -> Measure:
    """One order a day: the first of 1, the second of 2, then 4, 8, ... so that a sum tells which days it holds."""
    rows = "".join(f"O{number},{day},C{number % 2},{2**number}\n" for number, day in enumerate(days))
    facts = sales(bundle_of([("orders", "order_id,order_date,customer_id,amount\n" + rows)]), section=SalesSection())
    dates = sorted(date.fromisoformat(day) for day in days)
    reached = date.fromisoformat(through) if through else dates[-1]
    metrics = (CATALOG["net_revenue"], CATALOG["orders"], CATALOG["retention_rate"], CATALOG["lost_customers"])
    return Measure(
        {EVERY_SALE: facts.lines},
        metrics,
        CATALOG,
        Calendar(calendar or CalendarSection()),
        Span(dates[0], dates[-1]),
        reached,
    )


def net(of: Measure, period: str, against: Against) -> int | str:
    wanted = parse_period(period, calendar=of.calendar, as_of=of.through)
    view = of.view(wanted, against)
    if isinstance(view, Text):
        return view.en
    return int(of.values(view, by=())["net_revenue"][0])


def test_a_period_is_held_against_the_one_before_and_the_one_a_year_before() -> None:
    found = measure("2025-02-28", "2025-03-31", "2026-02-01", "2026-02-28", "2026-03-01", "2026-03-31")

    assert net(found, "2026-03", Against.NOW) == 16 + 32
    assert net(found, "2026-03", Against.PREV) == 4 + 8
    assert net(found, "2026-03", Against.YOY) == 2
    assert net(found, "2026-Q1", Against.YOY) == 1 + 2
    assert net(found, "2026-Q1", Against.PREV) == 0


def test_a_month_of_ten_days_is_compared_with_the_first_ten_days_of_its_bases() -> None:
    found = measure("2025-03-10", "2025-03-11", "2026-02-10", "2026-02-11", "2026-03-01", "2026-03-10")

    assert net(found, "2026-03", Against.NOW) == 16 + 32
    assert net(found, "2026-03", Against.PREV) == 4
    assert net(found, "2026-03", Against.YOY) == 1


def test_the_elapsed_part_of_a_long_month_takes_all_of_a_short_one() -> None:
    # Data to Monday 30 March: 31 March is a workday still to come. February 2026 has no 30th.
    found = measure("2026-02-28", "2026-03-01", "2026-03-30")

    assert net(found, "2026-03", Against.PREV) == 1


def test_a_complete_month_is_compared_with_all_of_its_base() -> None:
    # Friday 27 February is the last workday of the month.
    found = measure("2025-02-28", "2026-01-31", "2026-02-27")

    assert net(found, "2026-02", Against.PREV) == 2
    assert net(found, "2026-02", Against.YOY) == 1


def test_part_of_february_is_compared_with_the_same_days_whatever_the_leap_year() -> None:
    of_leap = measure("2023-02-27", "2023-02-28", "2024-02-01", "2024-02-27")
    after_leap = measure("2024-02-26", "2024-02-27", "2024-02-29", "2025-02-26")

    assert net(of_leap, "2024-02", Against.YOY) == 1
    assert net(after_leap, "2025-02", Against.YOY) == 1


def test_data_to_a_leap_day_are_compared_up_to_28_february() -> None:
    # Thursday 29 February 2024: the year has hardly begun.
    found = measure("2023-02-28", "2023-03-01", "2024-02-29")

    assert net(found, "2024", Against.YOY) == 1


def test_part_of_a_week_is_compared_with_as_many_days_of_the_week_a_year_ago() -> None:
    # Week 10 of 2026 begins on Monday 2 March, that of 2025 on Monday 3 March; data to Wednesday.
    found = measure("2025-03-03", "2025-03-05", "2025-03-06", "2026-03-04")

    assert net(found, "2026-W10", Against.YOY) == 1 + 2


def test_of_a_week_that_goes_on_after_the_days_that_count_only_these_count() -> None:
    # Week 9 of 2026 is 23 February to 1 March, that of 2025 is 24 February to 2 March; the report ends on 28 February.
    found = measure("2025-02-28", "2025-03-01", "2025-03-02", "2026-02-23", "2026-03-01", "2026-03-31")
    cut = replace(found, until=date(2026, 2, 28))

    # 2025 has 24 February to 1 March to be held against: six days, and not the seventh.
    assert (net(found, "2026-W09", Against.NOW), net(found, "2026-W09", Against.YOY)) == (8 + 16, 1 + 2 + 4)
    assert (net(cut, "2026-W09", Against.NOW), net(cut, "2026-W09", Against.YOY)) == (8, 1 + 2)
    week = cut.calendar.period(Grain.WEEK, date(2026, 2, 28))
    assert (found.is_partial(week), cut.is_partial(week)) == (False, True)


def test_part_of_a_retail_month_is_compared_with_as_many_days() -> None:
    retail = CalendarSection(first_month=2, pattern="4-5-4", week_start="sunday", year_named="start")
    # FY2023 begins on 29 January 2023, FY2022 on 30 January 2022: day three is 31 January and 1 February.
    found = measure("2022-02-01", "2022-02-02", "2023-01-31", calendar=retail)

    assert net(found, "FY2023-P01", Against.YOY) == 1


def test_a_base_before_the_data_is_missing_and_not_zero() -> None:
    found = measure("2026-02-10", "2026-03-31")

    assert net(found, "2026-02", Against.PREV) == "the data begin on 2026-02-10, after the period compared with"
    assert net(found, "2026-03", Against.YOY) == "the data begin on 2026-02-10, after the period compared with"
    assert net(found, "2026-03", Against.YTD_BASE) == "the data begin on 2026-02-10, after the period compared with"


def test_an_elapsed_part_before_the_data_is_missing_and_not_zero() -> None:
    # Data from 20 January to 10 March: the first ten days of last March's base lie before them.
    found = measure("2026-01-20", "2026-02-10")

    assert net(found, "2026-02", Against.PREV) == "the data begin on 2026-01-20, after the period compared with"


def test_a_year_to_date_base_before_the_data_is_missing_though_its_year_reaches_into_them() -> None:
    found = measure("2025-06-01", "2026-03-31")

    assert net(found, "2026-03", Against.YTD) == 2
    assert net(found, "2026-03", Against.YTD_BASE) == "the data begin on 2025-06-01, after the period compared with"


def test_the_year_to_date_ends_with_the_period_or_with_the_data() -> None:
    days = ("2025-01-05", "2025-02-10", "2025-03-10", "2025-03-11", "2026-01-05", "2026-02-20", "2026-03-10")
    found = measure(*days)

    assert net(found, "2026-02", Against.YTD) == 16 + 32
    assert net(found, "2026-02", Against.YTD_BASE) == 1 + 2
    assert net(found, "2026-03", Against.YTD) == 16 + 32 + 64
    assert net(found, "2026-03", Against.YTD_BASE) == 1 + 2 + 4
    assert net(found, "2026", Against.YTD) == 16 + 32 + 64
    assert net(found, "2026", Against.YTD_BASE) == 1 + 2 + 4


def test_the_year_to_date_is_that_of_the_fiscal_year() -> None:
    july = CalendarSection(first_month=7)
    found = measure("2024-06-30", "2024-07-01", "2024-09-30", "2025-06-30", "2025-07-01", "2025-09-30", calendar=july)

    assert net(found, "2025-09", Against.YTD) == 16 + 32
    assert net(found, "2025-09", Against.YTD_BASE) == 2 + 4


def test_a_53rd_week_and_a_leap_day_have_no_base_and_say_so() -> None:
    found = measure("2019-12-20", "2020-12-31", "2024-02-29")

    assert net(found, "2020-W53", Against.YOY) == NO_SUCH_PERIOD.en
    assert net(found, "2024-02-29", Against.YOY) == NO_SUCH_PERIOD.en


def test_a_range_is_compared_with_as_many_days_before_and_the_same_days_a_year_ago() -> None:
    found = measure("2025-03-01", "2025-03-05", "2026-02-24", "2026-02-28", "2026-03-01", "2026-03-05", "2026-03-06")

    assert net(found, "2026-03-01..2026-03-05", Against.NOW) == 16 + 32
    assert net(found, "2026-03-01..2026-03-05", Against.PREV) == 4 + 8
    assert net(found, "2026-03-01..2026-03-05", Against.YOY) == 1 + 2


def test_customers_of_a_part_of_a_month_are_held_against_the_month_before() -> None:
    # C0 in January, C1 in February and C0 in March up to the 10th: C1 is lost, nobody retained.
    found = measure("2026-01-15", "2026-02-20", "2026-03-10")
    now = found.view(parse_period("2026-03", calendar=found.calendar, as_of=found.through), Against.NOW)

    assert not isinstance(now, Text)
    row = found.values(now, by=()).row(0, named=True)
    assert (row["lost_customers"], row["retention_rate"]) == (1, 0.0)


def test_retention_over_all_the_data_is_pooled_over_complete_months() -> None:
    # C0: January and March; C1: February, and April up to the 9th, which is not complete.
    found = measure("2026-01-15", "2026-02-15", "2026-03-15", "2026-04-09")

    whole = found.all_values((Period(found.span.start, found.span.end),), by=())
    row = found.with_pooled(whole, by=()).row(0, named=True)

    # February keeps none of one, March none of one.
    assert row["retention_rate"] == 0.0
    assert row["lost_customers"] is None
    # Opening: one customer in February, one in March; lost: one each.
    parts = found.pooled_parts(by=()).row(0, named=True)
    assert (parts["atom:opening"], parts["atom:retained"], parts["atom:lost"]) == (2, 0, 2)


SALES = st.dictionaries(st.dates(date(2023, 11, 1), date(2025, 4, 30)), st.integers(1, 9), min_size=1, max_size=12)
HALF = settings(max_examples=settings().max_examples // 2)
"""Each case measures five bases: half of the cases keeps the property within seconds."""


def edges(grain: Grain, day: date, *, back: int = 0) -> tuple[date, date]:
    """First and last day of the civil month, quarter or year of a day, some periods back, without the calendar."""
    length = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}[grain]
    first = (day.year * 12 + day.month - 1) // length * length - back * length
    after = first + length
    return date(first // 12, first % 12 + 1, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def truth(sold: Mapping[date, int], grain: Grain, day: date, through: date) -> dict[Against, int | None]:
    """What every comparison of net revenue is by its definition, day by day."""
    start, end = edges(grain, day)
    workday = next(end - timedelta(days=back) for back in range(4) if (end - timedelta(days=back)).weekday() < 5)
    is_partial = through < workday
    before = edges(grain, day, back=1)
    year_ago = edges(grain, day, back={Grain.MONTH: 12, Grain.QUARTER: 4, Grain.YEAR: 1}[grain])
    before_end, year_ago_end = before[1], year_ago[1]
    if is_partial:
        before_end = min(before_end, before[0] + (through - start))
        year_ago_end = min(year_ago_end, a_year_before(through))

    def between(first: date, last: date) -> int | None:
        return None if last < min(sold) else sum(amount for when, amount in sold.items() if first <= when <= last)

    return {
        Against.NOW: between(start, end),
        Against.PREV: between(before[0], before_end),
        Against.YOY: between(year_ago[0], year_ago_end),
        Against.YTD: between(date(start.year, 1, 1), min(end, through)),
        Against.YTD_BASE: between(date(year_ago_end.year, 1, 1), year_ago_end),
    }


@HALF
@given(SALES, st.sampled_from([Grain.MONTH, Grain.QUARTER, Grain.YEAR]), st.data())
def test_every_comparison_is_what_counting_days_gives(sold: dict[date, int], grain: Grain, data: st.DataObject) -> None:
    through = max(sold) + timedelta(days=data.draw(st.sampled_from([0, 0, 1, 5, 40])))
    day = data.draw(st.sampled_from(sorted(sold)))
    rows = "".join(f"O{when},{when},C,{amount}\n" for when, amount in sold.items())
    facts = sales(bundle_of([("orders", "order_id,order_date,customer_id,amount\n" + rows)]), section=SalesSection())
    span = Span(min(sold), max(sold))
    found = Measure({EVERY_SALE: facts.lines}, (CATALOG["net_revenue"],), CATALOG, Calendar(), span, through)

    key = found.calendar.period(grain, day).key
    values = {against: net(found, key, against) for against in Against}

    expected = truth(sold, grain, day, through)
    assert {against: None if isinstance(value, str) else value for against, value in values.items()} == expected


def test_the_sequence_holds_the_period_and_covers_the_data() -> None:
    found = measure("2026-01-15", "2026-03-10")
    ten = Period(date(2026, 2, 1), date(2026, 2, 10), "2026-02-01..2026-02-10")

    sequence = found.sequence(ten)

    assert ten in sequence
    assert sequence[0].start <= date(2026, 1, 15)
    assert sequence[-1].end >= date(2026, 3, 10)
    assert found.sequence(Calendar().period(Grain.YEAR, date(2026, 1, 1)))[0].key == "2026"


def test_years_to_date_foreseen_are_those_evaluated_one_by_one_and_not_evaluated_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    days = ("2025-01-15", "2025-06-30", "2026-01-10", "2026-03-10")
    plain, foreseen = measure(*days), measure(*days)
    months = plain.calendar.periods(Grain.MONTH, plain.span)
    asked = [(month, against) for month in months for against in (Against.YTD, Against.YTD_BASE)]
    one_by_one = [plain.values(view, by=()) for view in views(plain, asked)]

    foreseen.foresee(months, by=())
    monkeypatch.setattr("salesperf.metrics.compare.evaluated", None)
    at_once = [foreseen.values(view, by=()) for view in views(foreseen, asked)]

    columns = ["period", "net_revenue"]
    assert [part.select(columns).rows() for part in at_once] == [part.select(columns).rows() for part in one_by_one]


def views(of: Measure, asked: list[tuple[Period, Against]]) -> list[View]:
    found = [of.view(period, against) for period, against in asked]
    return [view for view in found if isinstance(view, View)]
