"""Costs as events."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from salesperf.core.period import Span
from salesperf.engine import collect
from salesperf.facts.calendar import Calendar
from salesperf.facts.costs import costs
from salesperf.facts.events import Events
from salesperf.facts.section import CostKinds, SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.literal import bundle_of

SPENT = """\
cost_date,kind,channel,amount
2026-01-05,Advertising,online,100.00
2026-01-20,Sales salaries,,50.00
2026-02-10,Rent,,400.00
2026-02-11,团建,,7.00
2026-02-12,,online,3.00
2026-02-13,Advertising,online,-20.00
"""


def told(text: str, section: SalesSection | None = None, calendar: Calendar | None = None) -> Events:
    found = costs(bundle_of([("costs", text)]), section or SalesSection(), None, calendar=calendar or Calendar())
    return found[Subject.COSTS]


def sums(events: Events) -> tuple[Decimal, Decimal]:
    frame = collect(events.lines)
    return frame["spent"].sum(), frame["marketing_spent"].sum()


def test_what_was_spent_on_selling_and_on_marketing_alone() -> None:
    # 100 + 50 - 20 that came back; of marketing 100 - 20.
    assert sums(told(SPENT)) == (Decimal(130), Decimal(80))


def test_kinds_that_nobody_knows_are_told_with_their_amounts_and_not_counted() -> None:
    (finding,) = told(SPENT).findings

    assert (finding.code, finding.value, finding.count) == ("F555", "团建", 2)
    assert "'团建' 7.00" in finding.message
    assert "(none) 3.00" in finding.message
    assert 'sales = ["团建"]' in finding.hint


def test_declared_kinds_go_before_known_words() -> None:
    section = SalesSection(cost_kinds=CostKinds(sales=("团建",), neither=("advertising",)))

    events = told(SPENT, section)

    assert sums(events) == (Decimal(57), Decimal(0))
    assert [finding.value for finding in events.findings] == [None], "the one without a kind"


def test_notes_say_what_is_counted_as_what_and_from_when_to_when() -> None:
    notes = {key: text.en for key, text in told(SPENT).notes}

    assert notes["cost_kinds"].endswith("Advertising 80.00 (marketing), Sales salaries 50.00 (sales)")
    assert notes["other_costs"].endswith("Rent 400.00")
    assert "2026-01-01 to 2026-02-28" in notes["cost_reach"]
    assert "cost_by_month" not in notes


def test_costs_tell_of_whole_months() -> None:
    assert told(SPENT).reach == Span(date(2026, 1, 1), date(2026, 2, 28))


def test_costs_without_any_kinds_are_of_advertising() -> None:
    events = told("cost_date,channel,amount\n2026-01-05,online,100.00\n")

    assert sums(events) == (Decimal(100), Decimal(100))
    assert events.findings == ()


def test_costs_on_the_first_of_each_month_say_nothing_of_weeks() -> None:
    notes = {key: text.en for key, text in told("cost_date,kind,amount\n2026-01-01,Ads,1\n2026-02-01,Ads,1\n").notes}

    assert notes["cost_by_month"].startswith("every cost is dated on the first of a month")


def test_costs_told_for_periods_are_known_with_their_last_day() -> None:
    events = told("period,kind,amount\n2026-01,Ads,10\n2026年一季度,Ads,20\nsoon,Ads,5\n,Ads,6\n")

    frame = collect(events.lines).sort("known_on")
    assert frame.select("date", "known_on", "spent").rows() == [
        (date(2026, 1, 1), date(2026, 1, 31), Decimal(10)),
        (date(2026, 1, 1), date(2026, 3, 31), Decimal(20)),
    ]
    assert events.reach == Span(date(2026, 1, 1), date(2026, 3, 31))
    assert events.ends == {date(2026, 1, 31), date(2026, 3, 31)}
    assert [(finding.code, finding.value, finding.count) for finding in events.findings] == [
        ("F556", "soon", 1),
        ("F556", None, 1),
    ]


def test_rows_without_a_day_or_an_amount_are_told() -> None:
    events = told("cost_date,kind,amount\n2026-01-01,Ads,1\n,Ads,2\n2026-01-02,Ads,\n")

    assert [finding.message for finding in events.findings] == [
        "1 cost without cost_date: not counted",
        "1 cost without amount: not counted",
    ]
    assert sums(events)[0] == Decimal(1)


def test_without_a_table_of_costs_nothing_is_told() -> None:
    assert costs(bundle_of([]), SalesSection(), None) == {}
    assert costs(bundle_of([("costs", "cost_date,kind,amount\n")]), SalesSection(), None) == {}


def test_costs_whose_periods_are_single_days_tell_of_whole_months() -> None:
    # 日期 may be a day or a period: costs booked on the last day of each month are known for all of it.
    for last in ("2026-02-28", "2026-02-14"):
        by_period = told(f"period,kind,amount\n2026-01-31,Ads,10\n{last},Ads,20\n")
        by_day = told(f"cost_date,kind,amount\n2026-01-31,Ads,10\n{last},Ads,20\n")

        assert by_period.reach == by_day.reach == Span(date(2026, 1, 1), date(2026, 2, 28))
        assert by_period.ends is None
        assert sums(by_period) == sums(by_day) == (Decimal(30), Decimal(30))
        assert by_period.notes == by_day.notes
