"""A small company with targets, and its standings through the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.report import status_report
from salesperf.analyses.targets.section import TargetsSection
from salesperf.core.text import Lang
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.report.model import Report, Value
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

PLAIN = TargetsSection()


@pytest.fixture
def orders() -> str:
    """Sales of February and March 2026, the last on Friday 13 March: ten of the month's 22 workdays are over."""
    return """\
order_id,order_date,rep_id,customer_id,amount
1,2026-02-10,R1,C1,50.00
2,2026-03-02,R1,C1,30.00
3,2026-03-13,R2,C2,60.00
4,2026-03-12,R3,C3,9.00
"""


@pytest.fixture
def targets() -> str:
    """Targets of Ann (R1) for February and March and of Bob (R2) for March."""
    return """\
scope,scope_id,metric,period,amount
rep,Ann,net_revenue,2026-02,40.00
rep,Ann,net_revenue,2026-03,66.00
rep,Bob,net_revenue,2026-03,132.00
"""


@pytest.fixture
def bundle(orders: str, targets: str) -> Callable[..., Bundle]:
    """The company, with other tables where a test gives them; `people=None` leaves the table out."""
    told_targets, told_orders = targets, orders

    def made(
        *,
        orders: str = told_orders,
        people: str | None = "rep_id,rep_name,team\nR1,Ann,East\nR2,Bob,East\nR3,Cid,West\n",
        targets: str = told_targets,
    ) -> Bundle:
        return bundle_of([("orders", orders), ("targets", targets), *([("people", people)] if people else [])])

    return made


@pytest.fixture
def report() -> Callable[..., Report]:
    """The report of a bundle."""

    def made(of: Bundle, *, section: TargetsSection = PLAIN, lang: Lang = Lang.EN, **asked: object) -> Report:
        request = Request(**asked)  # type: ignore[arg-type]
        facts = facts_of(of, section=SalesSection(), as_of=request.as_of)
        question = Question(of, facts, SalesSection(), CalendarSection(), CATALOG, request)
        return status_report(question, section, lang=lang)

    return made


@pytest.fixture
def line() -> Callable[..., Mapping[str, Value]]:
    """The record of somebody in a report."""

    def found(of: Report, who: str, *, horizon: str = "period") -> Mapping[str, Value]:
        keys = [column.key for column in of.records.columns]
        rows = [dict(zip(keys, row, strict=True)) for row in of.records.rows]
        return next(row for row in rows if row["who"] == who and row["horizon"] == horizon)

    return found


@pytest.fixture
def notes() -> Callable[[Report], Mapping[str, str]]:
    """The notes of a report in English, by key."""
    return lambda of: {note.key: note.text.en for note in of.notes}
