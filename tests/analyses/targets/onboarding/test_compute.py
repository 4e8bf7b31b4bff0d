from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from msgspec.structs import replace

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.onboarding.compute import Newcomer, State, newcomers, onboarding_months
from salesperf.analyses.targets.onboarding.section import OnboardingSection
from salesperf.analyses.targets.section import TargetsSection
from salesperf.analyses.targets.smart.case import cases_of
from salesperf.core.period import Span
from salesperf.core.text import Lang
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.tables.literal import bundle_of

RULES = OnboardingSection()
PEOPLE = "rep_id,hire_date,leave_date\nOLD,2020-01-01,\nNEW,2026-01-10,\n"
SOLD = {"OLD": [100] * 6, "NEW": [0, 50, 70, 80, 90, 90]}
"""What each sold from January to June 2026, of a target of 100 a month."""


def found(
    *,
    people: str = PEOPLE,
    sold: Mapping[str, Sequence[int]] = SOLD,
    asked: Mapping[str, Sequence[int]] | None = None,
    rules: OnboardingSection = RULES,
    hired: Span | None = None,
) -> list[Newcomer]:
    """The newcomers, every month's sale on its last day but one, after a first sale on 2 January."""
    ends = [30, 27, 30, 29, 30, 29]
    lines = [
        f"{who}{month},2026-{month:02d}-{ends[month - 1]},{who},{amount}"
        for who, amounts in sold.items()
        for month, amount in enumerate(amounts, start=1)
        if amount
    ]
    goals = asked or dict.fromkeys(sold, range(1, 7))
    rows = [f"rep,{who},net_revenue,2026-{month:02d},100" for who, months in goals.items() for month in months]
    bundle = bundle_of(
        [
            (
                "orders",
                "order_id,order_date,rep_id,amount\nA,2026-01-01,,1\n" + "\n".join(lines) + "\nZ,2026-06-30,,1\n",
            ),
            ("people", people),
            ("targets", "scope,scope_id,metric,period,amount\n" + "\n".join(rows) + "\n"),
        ]
    )
    facts = facts_of(bundle, section=SalesSection())
    question = Question(bundle, facts, SalesSection(), CalendarSection(), CATALOG, Request())
    cases = cases_of(question, TargetsSection(), lang=Lang.EN)
    return list(newcomers(cases.found[0], rules, hired))


def test_a_newcomer_is_on_board_with_the_month_whose_three_reach_four_fifths_of_the_peers() -> None:
    # Hired on 10 January: February is the first month. February to April 200 of 300 is 67 %; March to May 240 is 80 %.
    (new,) = found()

    assert (new.holder.key, new.hired, new.state, new.months) == ("NEW", date(2026, 1, 10), State.ON_BOARD, 4)
    assert (new.attained, new.peers) == (pytest.approx(0.8), pytest.approx(1.0))
    assert new.until is not None
    assert (new.until.start, new.until.end) == (date(2026, 3, 1), date(2026, 5, 31))


def test_peers_that_miss_their_targets_are_what_a_newcomer_is_held_against() -> None:
    # The peer has 75 % everywhere: 67 % of the newcomer is more than four fifths of it, in the first three months.
    (new,) = found(sold={"OLD": [75] * 6, "NEW": SOLD["NEW"]})

    assert (new.state, new.months, new.peers) == (State.ON_BOARD, 3, pytest.approx(0.75))


def test_who_left_or_is_on_the_way_is_told_as_such() -> None:
    people = "rep_id,hire_date,leave_date\nOLD,2020-01-01,\nGONE,2026-01-01,2026-04-30\nSLOW,2026-02-01,\n"

    gone, slow = found(people=people, sold={"OLD": [100] * 6, "GONE": [10] * 4, "SLOW": [0, 10, 10, 10, 10, 10]})

    assert (gone.state, gone.months) == (State.LEFT, 4)
    assert (slow.state, slow.months, slow.attained) == (State.ON_THE_WAY, 5, pytest.approx(0.1))
    assert onboarding_months([gone, slow]) is None


def test_months_without_a_target_of_the_newcomer_are_no_months_on_board() -> None:
    # Targets from April on: April to June is the first look, the fifth month after January.
    (new,) = found(asked={"OLD": range(1, 7), "NEW": [4, 5, 6]})

    assert (new.state, new.months) == (State.ON_BOARD, 5)


def test_without_peers_in_the_first_months_nobody_knows_since_when() -> None:
    (new,) = found(asked={"OLD": [4, 5, 6], "NEW": range(1, 7)})

    assert (new.state, new.months) == (State.SINCE_UNKNOWN, 5)
    assert onboarding_months([new]) is None


def test_without_any_peer_nothing_can_be_told() -> None:
    people = "rep_id,hire_date\nNEW,2026-01-10\n"

    (new,) = found(people=people, sold={"NEW": SOLD["NEW"]})

    assert (new.state, new.attained, new.peers) == (State.UNKNOWN, None, None)


def test_later_newcomers_and_those_who_left_meanwhile_are_no_peers() -> None:
    people = "rep_id,hire_date,leave_date\nOLD,2020-01-01,2026-03-31\nNEW,2026-01-10,\nNEXT,2026-02-01,\n"

    new = found(people=people, sold={"OLD": [100] * 3, "NEW": SOLD["NEW"], "NEXT": [0, 1, 1, 1, 1, 1]})[0]

    assert new.state is State.UNKNOWN


def test_the_rules_and_the_days_of_hire_can_be_told() -> None:
    (new,) = found(rules=replace_rules(reaches=0.6, months=2))
    # February and March 120 of 200 are 60 %.
    assert (new.state, new.months) == (State.ON_BOARD, 2)

    assert found(hired=Span(date(2026, 2, 1), date(2026, 2, 28))) == []


def replace_rules(**changed: float) -> OnboardingSection:
    return RULES.model_copy(update=changed)


def test_the_onboarding_time_is_the_median_of_those_on_board() -> None:
    (new,) = found()
    others = [replace(new, months=months) for months in (3, 5)]

    assert onboarding_months([new, *others, replace(new, state=State.LEFT, months=1)]) == 4.0
    assert onboarding_months(others) == 4.0
