"""Who is honoured and what that pays, worked by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.lines import Kind

BASE = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n'
HEAD = "order_id,order_date,rep_id,team,amount\n"
SALES = (
    "1,2026-01-05,R1,East,100\n"
    "2,2026-01-06,R2,East,100\n"
    "3,2026-01-07,R3,West,60\n"
    "4,2026-02-05,R1,East,90\n"
    "5,2026-02-06,R2,East,130\n"
    "6,2026-02-07,R3,West,120\n"
)
PEOPLE = "rep_id,team,hire_date\nR1,East,2020-01-01\nR2,East,2026-01-01\nR3,West,2025-12-01\nR4,East,2026-02-28\n"
FEBRUARY = date(2026, 2, 28)


def run(more: str, *, sales: str = SALES, **tables: str) -> Payroll:
    honour = f'{BASE}[[honour]]\nname = "best"\nmeasure = "net_revenue"\n{more}\n'
    return worked_out(ground(orders=HEAD + sales, **tables), plan(honour), FEBRUARY)


def honoured(found: Payroll) -> list[tuple[str, int, str]]:
    return sorted(
        (one.participant, one.period.start.month, str(one.pay)) for one in found.lines if one.kind is Kind.HONOUR
    )


@pytest.mark.parametrize(
    ("ties", "january"),
    [
        ("all", [("R1", 1, "500.01"), ("R2", 1, "500.01")]),
        # The cent that is left goes to the first.
        ("share", [("R1", 1, "250.01"), ("R2", 1, "250.00")]),
    ],
)
def test_the_best_of_a_month_is_honoured_and_equals_as_the_plan_says(
    ties: str, january: list[tuple[str, int, str]]
) -> None:
    found = run(f'amount = 500.01\nties = "{ties}"')

    assert honoured(found) == sorted([*january, ("R2", 2, "500.01")])
    told = [one.reasons[0].en for one in found.lines if one.kind is Kind.HONOUR and one.period.start.month == 2]
    assert told == ["130 is the highest of 3"]


def test_an_honour_without_money_is_told_with_its_reason() -> None:
    found = run('amount = 0\nties = "all"\ntitle = "Champion"\ntitle_zh = "月度冠军"')

    line = next(one for one in found.lines if one.kind is Kind.HONOUR and one.period.start.month == 2)
    assert (line.participant, str(line.pay), line.label.zh, str(line.credited)) == (
        "R2",
        "0.00",
        "月度冠军",
        "130.000000",
    )


def test_a_newcomer_is_honoured_for_progress() -> None:
    # Of those hired in January or February: R2 moves by 30. R3 came in December and moves by 60.
    two = run('of = "progress"\namount = 200\nties = "all"\nnewcomer_months = 2', people=PEOPLE)
    three = run('of = "progress"\namount = 200\nties = "all"\nnewcomer_months = 3', people=PEOPLE)

    # In January there is no month before to be more than.
    assert honoured(two) == [("R2", 2, "200.00")]
    assert honoured(three) == [("R3", 2, "200.00")]


@pytest.mark.parametrize(
    ("heads", "east"),
    [("each", ["300.00", "300.00"]), ("shared", ["150.00", "150.00"])],
)
def test_the_people_of_the_best_team_get_its_prize(heads: str, east: list[str]) -> None:
    # East sells 200 in January; in February R4 has joined it and is none of those whom the plan pays for January.
    january = "".join(SALES.splitlines(keepends=True)[:3])
    found = run(f'by = "team"\nheads = "{heads}"\namount = 300\nties = "all"', sales=january)

    assert honoured(found) == [("R1", 1, east[0]), ("R2", 1, east[1])]
    assert next(one for one in found.lines if one.kind is Kind.HONOUR).reasons[0].en == (
        "East: 200 is the highest of 2"
    )


def test_members_of_the_list_share_though_they_sold_nothing() -> None:
    found = run('by = "team"\nheads = "shared"\namount = 100\nties = "all"', people=PEOPLE)

    # R4 is hired on the last day of February: two share in January, three in February.
    assert honoured(found)[:3] == [("R1", 1, "50.00"), ("R1", 2, "33.34"), ("R2", 1, "50.00")]
    assert sum(Decimal(pay) for _, month, pay in honoured(found) if month == 2) == 100


@pytest.mark.parametrize(
    ("more", "february"),
    [
        # Exactly reached; one cent above what is reached.
        ("at_least = 130", [("R2", 2, "1.00")]),
        ("at_least = 130.01", []),
        ('best = "lowest"', [("R1", 2, "1.00")]),
        ('best = "lowest"\nat_least = 89.99', []),
    ],
)
def test_what_must_be_reached_holds_at_the_bound(more: str, february: list[tuple[str, int, str]]) -> None:
    found = run(f'amount = 1\nties = "all"\n{more}')

    assert [one for one in honoured(found) if one[1] == 2] == february


def test_nothing_sold_and_less_is_no_best() -> None:
    assert honoured(run('amount = 1\nties = "all"', sales="1,2026-01-05,R1,East,0\n2,2026-01-06,R2,East,-5\n")) == []


def test_the_voice_of_the_customers_decides_by_their_scores() -> None:
    surveys = "survey_date,rep_id,score,kind\n2026-01-05,R1,4,CSAT\n2026-01-06,R1,3,CSAT\n2026-01-07,R3,5,CSAT\n"
    star = f'{BASE}[[honour]]\nname = "star"\nmeasure = "csat"\namount = 0\nties = "all"\n'

    found = worked_out(ground(orders=HEAD + SALES, surveys=surveys), plan(star), FEBRUARY)

    # One of one is satisfied with R3, one of two with R1.
    assert honoured(found) == [("R3", 1, "0.00")]


def test_who_is_not_on_the_plan_does_not_compete() -> None:
    here = "rep_id,plan,from,to\nR1,test,2026-01-01,\nR3,test,2026-01-01,\n"

    assert honoured(run('amount = 1\nties = "all"', assignments=here)) == [("R1", 1, "1.00"), ("R3", 2, "1.00")]
