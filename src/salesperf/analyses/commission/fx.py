"""Amounts in the currency of the plan, at the rate of the day that the plan declares; the same currency stays as it is.

The rates are those of the table of rates, each holding from its date on. Which of them an event takes is decided here,
by giving each currency the rates that hold on the plan's days; looking them up, and refusing what has none, is the
business of the facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_never

import polars as pl
from msgspec.structs import replace

from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.written.answers import RateDay
from salesperf.analyses.commission.written.choices import CHOICES
from salesperf.core.codes import issue
from salesperf.core.errors import ConfigError
from salesperf.core.period import Span
from salesperf.core.text import Text, in_quotes
from salesperf.facts.calendar import Calendar
from salesperf.facts.subjects import TELLING
from salesperf.tables.bundle import Bundle, Table
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import DTYPES, Kind, conform

_CURRENCY = "currency"
_NOT_SAID = Text(
    "amounts are in {codes} and the plan pays in {currency}: it does not say the rate of which day holds",
    "金额币种为{codes}，方案以 {currency} 计提，但未写明采用哪一天的汇率",
)
_SEE_BELOW = Text("write fx under [plan]", "请在 [plan] 中写明 fx")
_OPEN = Text("plan.fx is missing: {sentence}", "缺少 plan.fx：{sentence}")


def in_plan_currency(bundle: Bundle, plan: Plan, calendar: Calendar) -> Bundle:
    """The tables to be told in the plan's currency, with the rates that the plan declares.

    Numbers without any currency are taken for the plan's. Raises `ConfigError` where amounts are in another currency
    and the plan does not say the rate of which day holds.
    """
    terms = plan.plan
    named = {name: _named(table, bundle.currency) for name, table in bundle.tables.items()}
    others = sorted(
        {code for name in sorted(TELLING & named.keys()) for code in _codes(named[name])} - {terms.currency}
    )
    if not others:
        return replace(bundle, currency=terms.currency)
    if terms.fx is None:
        told = _OPEN.fill(sentence=CHOICES["fx"].sentence)
        message = _NOT_SAID.fill(codes=in_quotes(others), currency=terms.currency)
        raise ConfigError(message, _SEE_BELOW, (issue("C605", told),))
    rates = named.get("fx_rates")
    if rates is not None:
        named["fx_rates"] = replace(rates, frame=_declared(rates.frame, plan, calendar, _days(named)))
    return replace(bundle, tables=named, currency=terms.currency)


def _named(table: Table, currency: str | None) -> Table:
    """The table with the currency of its amounts in each row, where it is known and no column says it."""
    frame, schema = table.frame, TABLES[table.name]
    if table.name not in TELLING or currency is None or _CURRENCY in frame.columns or _CURRENCY not in schema.names:
        return table
    told = frame.with_columns(pl.lit(currency, DTYPES[Kind.TEXT]).alias(_CURRENCY))
    return replace(table, frame=conform(told, schema), mapped=table.mapped | {_CURRENCY})


def _codes(table: Table) -> frozenset[str]:
    return frozenset(table.frame[_CURRENCY].drop_nulls().unique() if _CURRENCY in table.frame.columns else ())


def _days(tables: dict[str, Table]) -> Span | None:
    """From the first day of any event to the last."""
    days = [
        day
        for name in sorted(TELLING & tables.keys())
        for column in TABLES[name].columns
        if column.kind is Kind.DATE and column.name in tables[name].frame.columns
        for day in (tables[name].frame[column.name].min(), tables[name].frame[column.name].max())
        if isinstance(day, date)
    ]
    return Span(min(days), max(days)) if days else None


def _declared(rates: pl.DataFrame, plan: Plan, calendar: Calendar, days: Span | None) -> pl.DataFrame:
    """The rates by the days of the events that take them."""
    terms = plan.plan
    match terms.fx:
        case None | RateDay.EVENT:
            return rates
        case RateDay.PLAN:
            found = list(_from(rates, date.min, terms.start))
        case RateDay.PERIOD_END:
            periods = () if days is None else calendar.periods(terms.grain, days)
            found = [held for one in periods for held in _from(rates, one.start, one.end)]
        case _:
            assert_never(terms.fx)
    return pl.concat([rates.clear(), *found], how="vertical")


def _from(rates: pl.DataFrame, start: date, day: date) -> Iterator[pl.DataFrame]:
    """The rates that hold on a day, as those of a time that begins on `start`."""
    known = rates.filter(pl.col("rate_date") <= day)
    latest = known.filter(pl.col("rate_date") == pl.col("rate_date").max().over(_CURRENCY))
    yield latest.with_columns(pl.lit(start, DTYPES[Kind.DATE]).alias("rate_date"))
