"""`top_customers` and `quiet_customers`: who brings most, and who is silent for longer than usual."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.kpi.compute import Result
from salesperf.analyses.top_customers.compute import Customers, Sold, customers_of, habits_of
from salesperf.analyses.top_customers.report import (
    QUIET_TITLE,
    TOP_TITLE,
    quiet_customers_section,
    top_customers_section,
)
from salesperf.app.pack_plans.people import QuietCustomersPlan, TopCustomersPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.headed import headed
from salesperf.app.packs.own import day_of, shows_reps, whose_of
from salesperf.core.text import Lang, Text
from salesperf.facts.subject import Subject
from salesperf.metrics.compare import Against
from salesperf.metrics.request import Compare
from salesperf.report.model import Section

_REVENUE = "net_revenue"


def top_customers(briefing: Briefing, plan: TopCustomersPlan) -> Section | None:
    """The largest customers; None where sales do not name any."""
    found = sold_to(briefing)
    if found is None:
        return None
    return headed(top_customers_section(found, lang=briefing.lang, draws=plan.figure, most=plan.top), plan, TOP_TITLE)


def quiet_customers(briefing: Briefing, plan: QuietCustomersPlan) -> Section | None:
    """The customers going quiet; None where sales do not name any."""
    found = sold_to(briefing)
    if found is None:
        return None
    section = quiet_customers_section(found, lang=briefing.lang, shows_reps=shows_reps(briefing), most=plan.top)
    return headed(section, plan, QUIET_TITLE)


def sold_to(briefing: Briefing) -> Customers | None:
    """What every customer of the one reported on brought, and how it orders."""
    sales = briefing.facts.get(Subject.SALES)
    found = briefing.result((_REVENUE,), by=("customer",), compare=(Compare.YOY,))
    if sales is None or found is None:
        return None
    bundle, on = briefing.opened.loaded.bundle, day_of(briefing)
    habits = briefing.once(f"order days up to {on}", lambda: habits_of(sales, bundle, on=on))
    sold = tuple(_sold(found, briefing.lang))
    told = customers_of(sold, sales, bundle, whose_of(briefing), on=on, habits=habits, whole_then=_whole_then(found))
    return replace(told, partial=any(entry.partial for entry in found.entries))


def _sold(found: Result, lang: Lang) -> Iterator[Sold]:
    for entry in found.entries:
        key, base = entry.group[0], entry.bases[Against.YOY]
        then = None if isinstance(base, Text) else base.get(_REVENUE)
        name = found.scope.label("customer", key) if key is not None else phrases.NO_NAME.say(lang)
        yield Sold(key or "", name, _amount(entry.now.get(_REVENUE)) or Decimal(0), _amount(then))


def _whole_then(found: Result) -> Decimal | None:
    base = None if found.total is None else found.total.bases.get(Against.YOY)
    return None if base is None or isinstance(base, Text) else _amount(base.get(_REVENUE))


def _amount(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None
