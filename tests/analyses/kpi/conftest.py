from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from salesperf.analyses.kpi.compute import Result, computed
from salesperf.analyses.kpi.report import kpi_report
from salesperf.core.text import Lang
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.report.model import Report
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

ORDERS = """\
order_id,order_date,customer_id,rep_id,rep_name,quantity,amount,cost,status
A1,2025-02-03,C1,R1,Ann,1,80.00,40.00,paid
A2,2026-01-05,C1,R1,Ann,2,100.00,60.00,paid
A3,2026-01-20,C2,R2,Bob,1,50.00,,paid
A4,2026-02-03,C1,R1,Ann,1,40.00,30.00,paid
A5,2026-02-04,C1,R2,Bob,1,70.00,50.00,paid
A6,2026-02-05,C3,,,-1,-20.00,-10.00,returned
A7,2026-02-06,C3,R2,Bob,1,30.00,20.00,cancelled
"""
"""Two reps and one line of nobody, from February 2025 to Friday 6 February 2026: February 2026 is not complete."""


@pytest.fixture
def shop() -> Bundle:
    """The small shop."""
    return bundle_of([("orders", ORDERS)], currency="EUR")


@pytest.fixture
def answered(shop: Bundle) -> Callable[..., Result]:
    """Ask the small shop, or another bundle."""

    def ask(request: Request, of: Bundle | None = None) -> Result:
        return computed(of or shop, request, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG)

    return ask


@pytest.fixture
def reported(shop: Bundle) -> Callable[..., Report]:
    """The report of a question to the small shop, or to another bundle."""

    def ask(request: Request, of: Bundle | None = None, *, lang: Lang = Lang.EN) -> Report:
        return kpi_report(
            of or shop, request, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG, lang=lang
        )

    return ask


@pytest.fixture
def to_april(shop: Bundle) -> Bundle:
    """The small shop, known to be whole to the end of April 2026."""
    table = replace(shop.tables["orders"], data_through=date(2026, 4, 30))
    return replace(shop, tables={"orders": table})
