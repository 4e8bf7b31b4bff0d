from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.targets.actuals import Actuals, Question, weeks_before
from salesperf.core.period import Period
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31), "march")


def asked(of: Bundle) -> Question:
    facts = facts_of(of, section=SalesSection())
    return Question(of, facts, SalesSection(), CalendarSection(), CATALOG, Request())


def test_one_group_several_together_and_everything_are_each_measured(bundle: Callable[..., Bundle]) -> None:
    question = asked(bundle())
    by_rep = Actuals(question.scope(["net_revenue", "orders"], ["rep"]), "rep")
    whole = Actuals(question.scope(["net_revenue"], []))

    assert by_rep.value("net_revenue", MARCH, "R1") == Decimal(30)
    assert by_rep.value("net_revenue", MARCH, frozenset({"R1", "R2"})) == Decimal(90)
    assert by_rep.value("orders", MARCH, frozenset({"R1", "R2"})) == 2
    assert by_rep.value("net_revenue", MARCH, "R9") == 0, "who has no lines reached nothing"
    assert whole.value("net_revenue", MARCH, None) == Decimal(99)
    assert set(by_rep.groups()) == {"R1", "R2", "R3"}


def test_what_the_files_lack_is_said_by_dimension(bundle: Callable[..., Bundle]) -> None:
    question = asked(bundle())

    assert question.lacks(CATALOG["net_revenue"], ["rep"]) == ()
    assert [lack.columns for lack in question.lacks(CATALOG["net_revenue"], ["channel"])] == [("channel",)]


def test_the_last_weeks_are_those_whose_last_workday_the_data_reach(bundle: Callable[..., Bundle]) -> None:
    measure = asked(bundle()).scope(["net_revenue"], []).measure

    # The data run from Tuesday 10 February to Friday 13 March, the last workday of its week.
    assert [week.start.isoformat() for week in weeks_before(measure, 2)] == ["2026-03-02", "2026-03-09"]
    assert [week.start.isoformat() for week in weeks_before(measure, 99)] == [
        "2026-02-16",
        "2026-02-23",
        "2026-03-02",
        "2026-03-09",
    ]


def test_a_week_that_lacks_a_workday_is_none_of_them(bundle: Callable[..., Bundle]) -> None:
    measure = asked(bundle()).scope(["net_revenue"], []).measure

    weeks = weeks_before(replace(measure, through=date(2026, 3, 12)), 2)

    assert [week.start.isoformat() for week in weeks] == ["2026-02-23", "2026-03-02"]


def test_the_first_days_of_groups_are_in_the_order_of_their_keys(bundle: Callable[..., Bundle]) -> None:
    firsts = Actuals(asked(bundle()).scope(["net_revenue", "orders"], ["rep"]), "rep").first_days()

    assert list(firsts.items()) == [
        ("R1", date(2026, 2, 10)),
        ("R2", date(2026, 3, 13)),
        ("R3", date(2026, 3, 12)),
    ]


def test_a_month_of_sales_told_by_the_quarter_is_not_known() -> None:
    whole = bundle_of({"orders": "order_id,order_date,amount\nA,2026-01-01,10\n"}.items())
    table = replace(whole.tables["orders"], by_month={"order_date": 3}, data_through=date(2026, 3, 31))
    everything = Actuals(asked(replace(whole, tables={"orders": table})).scope(["net_revenue"], []))

    assert everything.value("net_revenue", MARCH, None) is None
    assert everything.value("net_revenue", Period(date(2026, 1, 1), date(2026, 3, 31), "q1"), None) == 10
