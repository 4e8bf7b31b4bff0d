"""A company of two teams with a year of sales, and its target broken down."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.cascade.plan import Plan, plan_of
from salesperf.analyses.targets.cascade.report import cascade_report
from salesperf.analyses.targets.cascade.section import CascadeSection, TargetsAndCascade
from salesperf.core.text import Lang
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.report.model import Report
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

ORDERS = """\
order_id,order_date,rep_id,customer_id,amount
1,2025-01-02,R1,C1,600.00
2,2025-06-10,R2,C1,300.00
3,2025-12-31,R3,C2,100.00
"""
"""2025: Ann 600, Bob 300, Cid 100."""
PEOPLE = """\
rep_id,rep_name,team,region,manager_id,role,hire_date,leave_date
R1,Ann,East,E,M1,Seller,2020-01-01,
R2,Bob,East,E,M1,Seller,2020-01-01,
R3,Cid,West,W,M1,Seller,2020-01-01,
M1,Mia,,,,Sales Director,2020-01-01,
"""
"""Mia leads the others and sold nothing."""


@pytest.fixture
def question() -> Callable[..., Question]:
    """A question to the company; tables by name replace or add to its own."""

    def made(**tables: str) -> Question:
        given = {"orders": ORDERS, "people": PEOPLE, **tables}
        bundle: Bundle = bundle_of([(name, text) for name, text in given.items() if text])
        facts = facts_of(bundle, section=SalesSection())
        request = Request(metrics=("net_revenue",))
        return Question(bundle, facts, SalesSection(), CalendarSection(), CATALOG, request)

    return made


@pytest.fixture
def section() -> Callable[..., TargetsAndCascade]:
    """The section of a target of 1000 for 2026 by history, with what a test says otherwise."""

    def made(**said: object) -> TargetsAndCascade:
        told = {"target": 1000, "period": "2026", "weights": "history", **said}
        return TargetsAndCascade(cascade=CascadeSection.model_validate(told))

    return made


@pytest.fixture
def plan(question: Callable[..., Question], section: Callable[..., TargetsAndCascade]) -> Callable[..., Plan]:
    """The plan of the company."""

    def made(tables: Mapping[str, str] | None = None, **said: object) -> Plan:
        return plan_of(question(**(tables or {})), section(**said), lang=Lang.EN)

    return made


@pytest.fixture
def report(question: Callable[..., Question], section: Callable[..., TargetsAndCascade]) -> Callable[..., Report]:
    """The report of the company."""

    def made(tables: Mapping[str, str] | None = None, **said: object) -> Report:
        return cascade_report(question(**(tables or {})), section(**said), lang=Lang.EN)

    return made


@pytest.fixture
def got() -> Callable[[Plan], Mapping[str, int]]:
    """What each team and person gets, by name."""

    def found(of: Plan) -> Mapping[str, int]:
        teams = {team.team or "": team.units for team in of.portions if team.team}
        return teams | {one.seat.name: one.units for team in of.portions for one in team.below if one.seat}

    return found
