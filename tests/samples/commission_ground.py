"""A small company that commission is worked out for: tables as CSV text, a plan, and what everybody is paid."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal

import polars as pl
from msgspec.structs import replace

from salesperf.analyses.commission.compute import Payroll, payroll
from salesperf.analyses.commission.credited import Ground
from salesperf.analyses.commission.desk import Quotas
from salesperf.analyses.commission.plan import Plan
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.tables.bundle import Table
from salesperf.tables.literal import bundle_of
from salesperf.tables.schema import FILE, ROW

TERMS = """
[plan]
id = "test"
version = 1
from = {start}
currency = "CNY"
period = "{period}"
rounding = {{ mode = "half_up", places = 2 }}
day_count = "actual"
clawback = "current_rate"
negative_balance = "pay_back"
returns_reduce_attainment = true
"""


def ground(**tables: str) -> Ground:
    """What components are measured with, of tables given as CSV text with canonical headers."""
    made, section, calendar = bundle_of(tables.items()), SalesSection(), CalendarSection()
    bundle = replace(made, tables={name: _placed(table) for name, table in made.tables.items()})
    return Ground(bundle, facts_of(bundle, section=section), section, calendar, CATALOG)


def _placed(table: Table) -> Table:
    """The table with the places of its rows, as reading gives them: below one row of headers."""
    rows = pl.int_range(2, 2 + table.frame.height, dtype=pl.Int64, eager=True)
    return replace(table, frame=table.frame.with_columns(pl.lit(f"{table.name}.csv").alias(FILE), rows.alias(ROW)))


def plan(
    component: str,
    *,
    start: str = "2026-01-01",
    period: str = "month",
    clawback: str = "current_rate",
    reduce: str = "true",
) -> Plan:
    """A plan with the components of a TOML text."""
    terms = TERMS.format(start=start, period=period).replace("current_rate", clawback)
    told = terms.replace("attainment = true", f"attainment = {reduce}") + component
    return Plan.model_validate(tomllib.loads(told, parse_float=Decimal))


def worked_out(of: Ground, by: Plan, until: date, quotas: Quotas | None = None) -> Payroll:
    """The plan paid up to the period that a day lies in."""
    return payroll(of, by, of.days.period(by.plan.grain, until), quotas or {})


def paid(found: Payroll) -> dict[tuple[str, str], str]:
    """What each line of a component pays, by participant and period; nothing where it pays zero."""
    return {(line.participant, line.period.key): str(line.pay) for line in found.lines if line.pay}
