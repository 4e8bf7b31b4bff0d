"""Campaigns on the page and as records: what they brought beside other days, and on what they cost."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from salesperf.analyses.kpi import phrases
from salesperf.analyses.kpi.campaigns import Beside, Effect, Effects
from salesperf.core.text import Lang, Text, in_quotes, listing
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.ratio import ratio
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.campaigns/1"


def campaign_report(effects: Effects, lang: Lang) -> Report:
    """Campaigns alone, of files whose sales name none."""
    scope = effects.scope
    return Report(
        schema=SCHEMA,
        title=phrases.CAMPAIGNS,
        lang=lang,
        blocks=(campaign_block(effects),),
        records=_records(effects),
        notes=tuple(campaign_notes(effects)),
        meta=Meta(as_of=scope.as_of, currency=scope.currency),
    )


def campaign_block(effects: Effects) -> TableBlock:
    """One row a campaign."""
    columns = tuple(_columns(effects))
    rows = tuple(Row(tuple(_cells(one, effects))) for one in effects.found)
    return TableBlock("campaigns", phrases.CAMPAIGNS, columns, rows, empty=phrases.NO_CAMPAIGNS)


def _columns(effects: Effects) -> Iterator[Column]:
    yield Column("campaign", DIMENSIONS["campaign"].label)
    if any(one.channel for one in effects.found):
        yield Column("channel", DIMENSIONS["channel"].label)
    yield Column("start", phrases.FROM)
    yield Column("end", phrases.TO)
    yield Column("net_revenue", phrases.IN_ITS_DAYS, Unit.MONEY)
    yield Column("before", phrases.DAYS_BEFORE, Unit.MONEY)
    yield Column("growth_before", phrases.UPLIFT, Unit.GROWTH)
    yield Column("last_year", phrases.YOY, Unit.MONEY)
    yield Column("growth_last_year", phrases.UPLIFT, Unit.GROWTH)
    yield Column("cost", phrases.COST, Unit.MONEY)
    yield Column("return_before", phrases.RETURN_BEFORE, Unit.RATIO)
    yield Column("return_last_year", phrases.RETURN_LAST_YEAR, Unit.RATIO)


def _cells(one: Effect, effects: Effects) -> Iterator[Cell]:
    yield Cell(one.name)
    if any(other.channel for other in effects.found):
        yield Cell(one.channel)
    yield Cell(one.start)
    yield Cell(one.end)
    not_begun = phrases.NOT_BEGUN if one.revenue is None else None
    yield Cell(one.revenue, reason=not_begun, partial=one.partial and one.revenue is not None)
    for beside in (one.before, one.last_year):
        reason = not_begun if beside is None else beside.reason
        yield Cell(None if beside is None else beside.revenue, reason=reason)
        yield Cell(_growth(one, beside), reason=reason or phrases.BASE_ZERO)
    yield Cell(one.cost)
    for beside in (one.before, one.last_year):
        yield Cell(_return(one, beside))


def _uplift(one: Effect, beside: Beside | None) -> Decimal | None:
    if one.revenue is None or beside is None or beside.revenue is None:
        return None
    return one.revenue - beside.revenue


def _growth(one: Effect, beside: Beside | None) -> float | None:
    """Uplift over the sales of the other days; null where they had none."""
    uplift = _uplift(one, beside)
    base = None if beside is None else beside.revenue
    return None if uplift is None or base is None else ratio(uplift, base)


def _return(one: Effect, beside: Beside | None) -> float | None:
    """Uplift over the whole cost; null without one, and while the campaign lasts."""
    uplift = _uplift(one, beside)
    return None if uplift is None or not one.cost or one.partial else float(uplift / one.cost)


def _records(effects: Effects) -> Records:
    columns = (
        Column("campaign", DIMENSIONS["campaign"].label),
        Column("name", phrases.NAME),
        Column("channel", DIMENSIONS["channel"].label),
        Column("start", phrases.FROM),
        Column("end", phrases.TO),
        Column("net_revenue", phrases.IN_ITS_DAYS, Unit.MONEY),
        Column("net_revenue_before", phrases.DAYS_BEFORE, Unit.MONEY),
        Column("uplift_before", phrases.UPLIFT, Unit.MONEY),
        Column("growth_before", phrases.UPLIFT, Unit.GROWTH),
        Column("net_revenue_last_year", phrases.YOY, Unit.MONEY),
        Column("uplift_last_year", phrases.UPLIFT, Unit.MONEY),
        Column("growth_last_year", phrases.UPLIFT, Unit.GROWTH),
        Column("cost", phrases.COST, Unit.MONEY),
        Column("return_before", phrases.RETURN_BEFORE, Unit.RATIO),
        Column("return_last_year", phrases.RETURN_LAST_YEAR, Unit.RATIO),
    )
    return Records(columns, tuple(tuple(_record(one)) for one in effects.found))


def _record(one: Effect) -> Iterator[Value]:
    yield from (one.key, one.name, one.channel, one.start, one.end, one.revenue)
    for beside in (one.before, one.last_year):
        yield None if beside is None else beside.revenue
        yield _uplift(one, beside)
        yield _growth(one, beside)
    yield one.cost
    for beside in (one.before, one.last_year):
        yield _return(one, beside)


def campaign_notes(effects: Effects) -> Iterator[Note]:
    """How the comparison was made, and what may disturb it."""
    yield Note("campaigns", phrases.HOW_COMPARED)
    if effects.unknown_channels:
        names = in_quotes(effects.unknown_channels)
        yield Note("campaign_channels", phrases.UNKNOWN_CHANNEL.fill(names=names), warning=True)
    pairs = [
        Text(f"{one.name} + {other.name}", f"{one.name} 与 {other.name}")
        for one, other in combinations(effects.found, 2)
        if other.start <= one.end and (one.channel == other.channel or None in {one.channel, other.channel})
    ]
    if pairs:
        yield Note("campaign_overlap", phrases.OVERLAP.fill(pairs=listing(pairs, phrases.SEMICOLON)), warning=True)
