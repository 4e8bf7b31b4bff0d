from __future__ import annotations

from datetime import date, datetime, timedelta

import polars as pl

from salesperf.sources.overlap.reach import reach

FIRST = date(2025, 1, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(100)]


def test_the_last_order_date_is_the_reach() -> None:
    assert reach("orders", pl.DataFrame({"order_date": DAYS})).last == date(2025, 4, 10)


def test_a_lone_date_far_beyond_the_rest_does_not_count() -> None:
    reached = reach("orders", pl.DataFrame({"order_date": [*DAYS, date(2205, 1, 1)]}))

    assert reached.last == date(2025, 4, 10)
    assert reached.beyond == {"order_date": (date(2205, 1, 1),)}


def test_a_gap_of_a_year_exactly_counts() -> None:
    assert reach("orders", pl.DataFrame({"order_date": [*DAYS, DAYS[-1] + timedelta(days=365)]})).beyond == {}


def test_many_late_rows_are_no_mistake() -> None:
    late = [date(2027, 1, 1)] * 5

    assert reach("orders", pl.DataFrame({"order_date": DAYS + late})).last == date(2027, 1, 1)


def test_in_a_handful_of_rows_nothing_is_beyond() -> None:
    assert reach("orders", pl.DataFrame({"order_date": [FIRST, date(2030, 1, 1)]})).last == date(2030, 1, 1)


def test_the_close_date_of_an_open_deal_is_an_expectation() -> None:
    deals = pl.DataFrame(
        {
            "stage": ["Won", "Engaging"],
            "closed_date": [date(2025, 3, 1), date(2025, 9, 1)],
            "created_date": [FIRST, FIRST],
        }
    )

    assert reach("deals", deals).last == date(2025, 3, 1)


def test_dates_that_lie_ahead_by_nature_do_not_count() -> None:
    assert reach("orders", pl.DataFrame({"paid_date": [date(2030, 1, 1)]})).last is None
    assert reach("invoices", pl.DataFrame({"invoice_date": [FIRST], "due_date": [date(2030, 1, 1)]})).last == FIRST


def test_the_date_of_an_empty_cell_long_before_the_rest_does_not_count() -> None:
    reached = reach("orders", pl.DataFrame({"order_date": [date(1900, 1, 1), *DAYS]}))

    assert reached.first == FIRST
    assert reached.before == {"order_date": (date(1900, 1, 1),)}


def test_ten_years_of_sales_and_a_handful_of_rows_are_believed() -> None:
    early = [date(2015, 1, 2), *DAYS]

    assert reach("orders", pl.DataFrame({"order_date": early})).before == {}
    assert reach("orders", pl.DataFrame({"order_date": [date(1900, 1, 1), FIRST]})).first == date(1900, 1, 1)


def test_activities_planned_ahead_do_not_tell_how_far_the_data_reach() -> None:
    frame = pl.DataFrame(
        {
            "activity_date": [date(2026, 2, 2), date(2026, 2, 5), date(2026, 3, 9), date(2026, 4, 1)],
            "planned": [True, None, True, True],
            "completed": [True, None, None, False],
        }
    )

    assert reach("activities", frame).last == date(2026, 2, 5)
    assert reach("activities", frame.drop("completed")).last == date(2026, 2, 5)
    assert reach("activities", frame.drop("planned")).last == date(2026, 3, 9)
    assert reach("activities", frame.drop("planned", "completed")).last == date(2026, 4, 1)


def test_a_moment_reaches_its_day() -> None:
    frame = pl.DataFrame({"created_at": [datetime.fromisoformat("2026-02-02 18:30")]})

    assert reach("leads", frame).last == date(2026, 2, 2)
