"""Market sizes as events."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from salesperf.engine import collect
from salesperf.facts.calendar import Calendar
from salesperf.facts.events import Events
from salesperf.facts.market import market
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.literal import bundle_of

ORDERS = ("orders", "order_id,order_date,region,amount\nA,2026-01-05,East,10\nB,2026-02-05,West,20\n")


def told(text: str, *, currency: str | None = None, calendar: Calendar | None = None) -> Events:
    bundle = bundle_of([ORDERS, ("market", text)], currency=currency)
    return market(bundle, SalesSection(), None, calendar=calendar or Calendar())[Subject.MARKET]


def codes(events: Events) -> list[tuple[str, str | None, int]]:
    return [(finding.code, finding.value, finding.count) for finding in events.findings]


def test_a_size_runs_from_the_first_to_the_last_day_of_its_period() -> None:
    events = told("period,region,market_size,largest_rival\n2026-Q1,,1000,400\n2026年1月,East,90,\n")

    rows = collect(events.lines).select("date", "known_on", "told_for", "region", "market_size", "largest_rival").rows()
    assert rows == [
        (date(2026, 1, 1), date(2026, 3, 31), "", None, Decimal(1000), Decimal(400)),
        (date(2026, 1, 1), date(2026, 1, 31), "region", "East", Decimal(90), None),
    ]
    assert events.findings == ()


def test_periods_are_those_of_the_fiscal_calendar() -> None:
    events = told("period,market_size\nFY2026-Q1,5\n", calendar=Calendar(CalendarSection(first_month=7)))

    assert collect(events.lines)["date"].to_list() == [date(2025, 7, 1)]


def test_rows_that_cannot_be_taken_are_told() -> None:
    events = told(
        "period,scope,scope_id,market_size\nsoon,,,1\n,,,1\n2026,,,0\n2026,Mars,,7\n2026-01,region,Wst,8\n2026-02,,,9\n"
    )

    assert codes(events) == [
        ("F561", "soon", 1),
        ("F561", None, 1),
        ("F563", "0.000000", 1),
        ("F560", "Mars", 1),
        ("F562", "Wst", 1),
    ]
    assert events.findings[-1].hint == "did you mean 'West' or 'East'?" or "West" in events.findings[-1].hint
    # What no sale names may be a market in which nothing was sold yet.
    assert collect(events.lines)["market_size"].to_list() == [Decimal(8), Decimal(9)]


def test_of_two_sizes_for_one_period_none_is_taken() -> None:
    events = told("period,market_size,source\n2026-01,5,A\n2026-01,6,B\n2026-02,7,A\n")

    assert codes(events) == [("F564", "6", 2)]
    assert collect(events.lines)["market_size"].to_list() == [Decimal(7)]


def test_sizes_in_another_currency_are_not_taken() -> None:
    text = "period,market_size,currency\n2026-01,5,USD\n2026-02,6,EUR\n"

    assert codes(told(text, currency="USD")) == [("F563", "EUR", 1)]
    assert codes(told(text)) == [("F563", "USD", 1), ("F563", "EUR", 1)]
    assert codes(told("period,market_size,currency\n2026-01,5,USD\n")) == []


def test_notes_say_of_what_the_sizes_are() -> None:
    notes = {key: text.en for key, text in told("period,region,market_size\n2026-01,East,5\n").notes}

    assert notes["market_sizes"].startswith("market sizes are of region, for 2026-01;")
    assert "no_whole_market" in notes


def test_without_sales_a_market_tells_nothing() -> None:
    assert market(bundle_of([("market", "period,market_size\n2026,1\n")]), SalesSection(), None) == {}
