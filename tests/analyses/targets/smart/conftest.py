"""A company of two teams with a year of even sales, and the findings about targets for the year after."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.section import TargetsSection
from salesperf.analyses.targets.smart.case import Cases, cases_of
from salesperf.analyses.targets.smart.report import Checked, check_report
from salesperf.analyses.targets.smart.section import CheckSection
from salesperf.core.errors import Issue
from salesperf.core.text import Lang
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.tables.literal import bundle_of

MONTHLY = {"R1": 100, "R2": 50, "R3": 50}
"""What Ann, Bob and Cid sold on the first of each month of 2025."""
PEOPLE = """\
rep_id,rep_name,team,manager_id,role,hire_date,leave_date
R1,Ann,East,M1,Seller,2020-01-01,
R2,Bob,East,M1,Seller,2020-01-01,
R3,Cid,West,M1,Seller,2020-01-01,
M1,Mia,,,Sales Director,2020-01-01,
"""
GROWN = {
    ("company", ""): 220,
    ("team", "East"): 165,
    ("team", "West"): 55,
    ("rep", "Ann"): 110,
    ("rep", "Bob"): 55,
    ("rep", "Cid"): 55,
}
"""A sensible target for a month of 2026: ten per cent more."""
HEAD = "scope,scope_id,metric,period,amount\n"


@pytest.fixture
def sales() -> str:
    """The orders of 2025, and one of each rep on 31 January 2026."""
    rows = [(f"2025-{month:02d}-01", rep, amount) for month in range(1, 13) for rep, amount in MONTHLY.items()]
    rows += [("2026-01-30", rep, amount) for rep, amount in MONTHLY.items()]
    lines = [f"{number},{day},{rep},C{rep},{amount}.00" for number, (day, rep, amount) in enumerate(rows, start=1)]
    return "order_id,order_date,rep_id,customer_id,amount\n" + "\n".join(lines) + "\n"


@pytest.fixture
def sheet() -> str:
    """Targets of every month of 2026 for the company, its teams and people."""
    return HEAD + "".join(
        f"{scope},{name},net_revenue,2026-{month:02d},{amount}\n"
        for month in range(1, 13)
        for (scope, name), amount in GROWN.items()
    )


@pytest.fixture
def question(sales: str) -> Callable[..., Question]:
    """A question about targets; `orders`, `people` and other tables as a test gives them, empty for none."""

    def made(targets: str, *, asked: Request | None = None, **tables: str) -> Question:
        given = {"orders": sales, "people": PEOPLE, **tables, "targets": targets}
        bundle = bundle_of([(name, text) for name, text in given.items() if text])
        facts = facts_of(bundle, section=SalesSection()) if given["orders"] else {}
        return Question(bundle, facts, SalesSection(), CalendarSection(), CATALOG, asked or Request())

    return made


@pytest.fixture
def cases(question: Callable[..., Question]) -> Callable[..., Cases]:
    """The cases of some targets."""

    def made(
        targets: str,
        *,
        lang: str = "en",
        rules: CheckSection | None = None,
        managers: Sequence[str] = (),
        **given: object,
    ) -> Cases:
        section = TargetsSection(managers=tuple(managers))
        return cases_of(question(targets, **given), section, lang=Lang(lang)).under(rules or CheckSection())

    return made


@pytest.fixture
def checked(question: Callable[..., Question]) -> Callable[..., Checked]:
    """The whole check of some targets."""

    def made(
        targets: str,
        *,
        told: Sequence[Issue] = (),
        rules: CheckSection | None = None,
        lang: Lang = Lang.EN,
        **given: object,
    ) -> Checked:
        return check_report(question(targets, **given), TargetsSection(), rules or CheckSection(), told=told, lang=lang)

    return made
