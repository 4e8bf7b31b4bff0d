"""First months, worked by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from salesperf.analyses.targets.smart.newcomers import first_months, starts
from salesperf.core.period import Span

HEAD = "scope,scope_id,metric,period,amount\n"
PEOPLE = """\
rep_id,rep_name,hire_date
R1,Ann,2020-01-01
N1,Una,2025-03-01
N2,Vic,2025-05-01
N3,Wes,2025-12-01
"""
"""Una and Vic came within the data, Wes is the newcomer."""


@pytest.fixture
def begun(sales: str) -> str:
    """Una sold 10 in each of the first three months, Vic 30; both more afterwards."""
    rows = [("2025-03-20", "N1", 10), ("2025-04-20", "N1", 10), ("2025-05-20", "N1", 10), ("2025-06-20", "N1", 500)]
    rows += [("2025-05-20", "N2", 30), ("2025-06-20", "N2", 30), ("2025-07-20", "N2", 30), ("2025-08-20", "N2", 500)]
    return sales + "".join(f"{at},{day},{rep},C,{amount}.00\n" for at, (day, rep, amount) in enumerate(rows, start=90))


def test_a_newcomer_is_held_against_the_same_days_of_others(cases: Any, begun: str) -> None:
    targets = HEAD + "rep,Wes,net_revenue,2026-01,40\nrep,Wes,net_revenue,2026-02,56\nrep,Wes,net_revenue,2026-03,99\n"
    (case,) = cases(targets, orders=begun, people=PEOPLE).found

    (start,) = starts(case)

    # The first three months are 2025-12-01 to 2026-02-28: targets from 31 days after the start, 40 + 56.
    assert (start.days, start.target) == (Span(date(2026, 1, 1), date(2026, 2, 28)), Decimal(96))
    # Una's 31st to 89th day after 1 March are 1 April to 29 May, Vic's after 1 May are 1 June to 29 July.
    assert start.others == (Decimal(20), Decimal(60))
    assert start.usual == Decimal(40)


def test_a_period_that_goes_on_counts_by_its_days(cases: Any, begun: str) -> None:
    (case,) = cases(HEAD + "rep,Wes,net_revenue,2026-Q1,90\n", orders=begun, people=PEOPLE).found

    (start,) = starts(case)

    assert start.target == Decimal(90) * 59 / 90, "59 of the quarter's 90 days"


def test_one_other_newcomer_is_too_few(cases: Any, begun: str) -> None:
    people = PEOPLE.replace("N2,Vic,2025-05-01\n", "N2,Vic,2020-05-01\n")
    (case,) = cases(HEAD + "rep,Wes,net_revenue,2026-01,40\n", orders=begun, people=people).found

    assert list(starts(case)) == []


def test_who_has_been_there_for_long_is_no_newcomer(cases: Any, begun: str) -> None:
    (case,) = cases(HEAD + "rep,Ann,net_revenue,2026-01,40\n", orders=begun, people=PEOPLE).found

    assert list(starts(case)) == []
    assert first_months(case, case.holders[0]) == Span(date(2020, 1, 1), date(2020, 3, 31))
