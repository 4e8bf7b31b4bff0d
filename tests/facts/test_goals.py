from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.errors import Where
from salesperf.core.period import Period, Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.goals import Goal, aim, goals_of
from salesperf.facts.period_words import parse_period
from salesperf.tables.literal import bundle_of

CALENDAR = Calendar()
TODAY = date(2026, 6, 30)


def goal(period: str, amount: int) -> Goal:
    return Goal("rep", "R1", "net_revenue", of(period), Decimal(amount), Where())


def of(period: str) -> Period:
    return parse_period(period, calendar=CALENDAR, as_of=TODAY)


def total(goals: list[Goal], period: str, *, adds_up: bool = True) -> tuple[Decimal, int] | None:
    found = aim(goals, of(period), adds_up=adds_up)
    return None if found is None else (found.amount, found.uncovered)


def test_a_targets_table_becomes_goals() -> None:
    text = "scope,scope_id,metric,period,amount\nrep,R1,net_revenue,2026-03,100\ncompany,,net_revenue,2026-Q1,900\n"

    goals = goals_of(bundle_of([("targets", text)]).tables["targets"], calendar=CALENDAR, as_of=TODAY)

    assert [(one.scope, one.key, one.period.key, one.amount) for one in goals] == [
        ("rep", "R1", "2026-03", Decimal(100)),
        ("company", None, "2026-Q1", Decimal(900)),
    ]


def test_the_goal_of_the_very_period_stands_before_those_of_its_parts() -> None:
    months = [goal("2026-01", 10), goal("2026-02", 20), goal("2026-03", 30)]

    assert total([*months, goal("2026-Q1", 75)], "2026-Q1") == (75, 0)
    assert total(months, "2026-Q1") == (60, 0)


def test_of_parts_that_overlap_those_count_that_cover_most() -> None:
    goals = [goal("2026-01", 10), goal("2026-02", 20), goal("2026-03", 30), goal("2026-Q1", 75), goal("2026-04", 5)]

    assert total(goals, "2026-H1") == (80, 61), "the quarter and April; May and June have 61 days"
    assert total([goal("2026-01", 10), goal("2026-Q1", 75)], "2026") == (75, 275)


def test_a_goal_of_a_longer_period_says_nothing_of_a_part() -> None:
    assert total([goal("2026", 1200)], "2026-03") is None


def test_rates_do_not_add_up() -> None:
    rates = [goal("2026-01", 5), goal("2026-02", 6)]

    assert total(rates, "2026-Q1", adds_up=False) is None
    assert total(rates, "2026-02", adds_up=False) == (6, 0)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=7))
def test_the_parts_chosen_cover_as_many_days_as_any_choice_could(spans: list[tuple[int, int]]) -> None:
    first = date(2026, 1, 1)
    whole = Span(first, date(2026, 12, 31))

    def span(start: int, days: int) -> Period:
        begin = date.fromordinal(first.toordinal() + start)
        return Period(begin, date.fromordinal(begin.toordinal() + days), "x")

    goals = [Goal("rep", "R", "m", span(*one), Decimal(1), Where()) for one in spans]

    found = aim(goals, whole, adds_up=True)

    best = 0
    for chosen in range(2 ** len(goals)):
        some = sorted((g for at, g in enumerate(goals) if chosen >> at & 1), key=lambda g: g.period.start)
        if all(a.period.end < b.period.start for a, b in pairwise(some)):
            best = max(best, sum(g.period.days for g in some))
    assert (365 - found.uncovered if found else 0) == best
