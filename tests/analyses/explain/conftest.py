from __future__ import annotations

from collections.abc import Callable

import polars as pl
import pytest
from msgspec.structs import replace

from salesperf.analyses.explain.report import explain_report
from salesperf.core.text import Lang
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.report.model import Report
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

ORDERS = """\
order_id,order_date,customer_id,rep_id,quantity,amount,cost,status
A1,2026-01-05,C1,R1,2,100.00,60.00,paid
A2,2026-01-20,C2,R2,1,50.00,,paid
A3,2026-01-25,C1,R1,-1,-20.00,-10.00,returned
A4,2026-02-03,C3,R2,1,40.00,30.00,paid
A5,2026-02-04,C3,R2,1,30.00,20.00,cancelled
A6,2026-02-10,,R1,1,0.00,0.00,paid
"""
"""Sold 100 + 50 + 40 + 0 = 190, returned 20, net 170; a gift (A6) and a cancelled line (A5) earn nothing."""


def with_places(bundle: Bundle, name: str = "orders.csv") -> Bundle:
    """The orders with the file and row each came from: the header is row 1."""
    table = bundle.tables["orders"]
    rows = pl.int_range(2, pl.len() + 2).alias("_row")
    placed = table.frame.with_columns(pl.lit(name).alias("_file"), rows)
    return replace(bundle, tables={**bundle.tables, "orders": replace(table, frame=placed)})


@pytest.fixture
def shop() -> Bundle:
    """Six lines of a small shop."""
    return with_places(bundle_of([("orders", ORDERS)], currency="EUR"))


@pytest.fixture
def scoped(shop: Bundle) -> Callable[..., Scope]:
    """The scope of a question to the small shop."""

    def ask(request: Request) -> Scope:
        return scope_of(shop, request, section=SalesSection(), calendar=CalendarSection(), catalog=CATALOG)

    return ask


@pytest.fixture
def explained(shop: Bundle) -> Callable[..., Report]:
    """One metric of the small shop, or of another bundle, taken apart."""

    def ask(metric: str, request: Request | None = None, of: Bundle | None = None, **more: object) -> Report:
        told = {"section": SalesSection(), "calendar": CalendarSection(), "catalog": CATALOG, "lang": Lang.EN, **more}
        return explain_report(of or shop, metric, request or Request(), **told)  # type: ignore[arg-type]

    return ask
