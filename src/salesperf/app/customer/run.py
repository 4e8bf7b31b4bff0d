"""One customer from settings and files: where it stands, and the pack of its own numbers."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from msgspec.structs import replace

from salesperf.analyses.abc.report import classes_of
from salesperf.analyses.abc.values import Asked, brought
from salesperf.analyses.lifecycle.habits import habits_of
from salesperf.analyses.lifecycle.purchases import purchases_of
from salesperf.analyses.rfm.calls import last_sellers
from salesperf.analyses.rfm.compute import scored_customers
from salesperf.analyses.rfm.customers import Customers, customers_of
from salesperf.analyses.rfm.map_lint import CLEAN
from salesperf.analyses.rfm.notes import notes_of
from salesperf.analyses.rfm.question import Question
from salesperf.analyses.rfm.same_name import customer_of
from salesperf.app.answer import Answer, answer_of, recorded, with_reading
from salesperf.app.customer.standing import Standing, history_section, standing_section
from salesperf.app.left_out import answering
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.packs.briefing import briefing_of
from salesperf.app.packs.compose import composed
from salesperf.app.packs.library import BUILT_IN, Pack
from salesperf.app.rfm.run import RfmAsk, question_of
from salesperf.app.workspace import Ask, Opened, read, workspace
from salesperf.core.period import Grain, Span
from salesperf.core.text import Text
from salesperf.facts.calendar import Calendar
from salesperf.facts.dimensions import available
from salesperf.facts.needed import SIGNS
from salesperf.facts.sales import sales
from salesperf.metrics.request import Request
from salesperf.report.long import long_records
from salesperf.report.model import Report

SCHEMA = "salesperf.customer/1"
QUARTERS = 8
_TITLE = Text("Customer: {name}", "客户：{name}")


def customer(ask: Ask, name: str, request: Request) -> Answer:
    """One customer by key or name: where it stands among all, its segments before, and a pack of its own numbers."""
    space = workspace(ask)
    question, _ = question_of(space, ask, RfmAsk(as_of=request.as_of))
    opened = read(space, signs=SIGNS, count_repeats=False)
    with answering(opened):
        standing, customers = _standing(opened, question, name, request)
        own = replace(request, where=(f"customer={standing.key}",))
        report = composed(briefing_of(opened, _pack(), own))
        report = _with_standing(report, opened, standing, customers)
    told = with_reading(report, opened)
    return answer_of("customer", opened, told, request={"customer": standing.key, **recorded(request)})


def _pack() -> Pack:
    text = (files("salesperf.app.customer") / "pack.toml").read_text(encoding="utf-8")
    return Pack("customer", PackPlan.model_validate(tomllib.loads(text)), BUILT_IN)


def _standing(opened: Opened, question: Question, name: str, request: Request) -> tuple[Standing, Customers]:
    settings, bundle = opened.space.configured.settings, opened.loaded.bundle
    sold = sales(bundle, section=settings.kpi, as_of=request.as_of)
    question = replace(question, by=("rep",) if "rep" in available(sold, bundle) else ())
    customers = customers_of(sold, bundle, question)
    scored = scored_customers(customers, bundle, question)
    key = customer_of(scored, name)
    asked = Asked(as_of=request.as_of)
    classed = classes_of(brought(sold, bundle, asked, calendar=settings.fiscal_calendar), asked, settings.abc)
    [own] = classed.frame.filter(key=key).iter_rows(named=True)
    purchases = purchases_of(sold, bundle, as_of=request.as_of)
    standing = Standing(
        key=key,
        scored=scored,
        habits=habits_of(purchases, churn_days=settings.lifecycle.churn_days),
        class_=own["class"],
        rank=own["rank"],
        ranked=int(classed.frame["rank"].count()),
        seller=_seller(customers, last_sellers(scored).get(key)) if question.by else None,
    )
    return standing, customers


def _seller(customers: Customers, rep: str | None) -> str | None:
    if rep is None or customers.lines is None:
        return rep
    return customers.lines.labels.get("rep", {}).get(rep, rep)


def _with_standing(report: Report, opened: Opened, standing: Standing, customers: Customers) -> Report:
    calendar = Calendar(opened.space.configured.settings.fiscal_calendar)
    days = tuple(_quarter_ends(calendar, customers))
    history = history_section(standing, days, lang=opened.lang)
    own = [standing_section(standing, lang=opened.lang), *([] if history is None else [history])]
    sections = (*own, *report.sections)
    name = customers.names.get(standing.key, standing.key)
    return replace(
        report,
        schema=SCHEMA,
        title=_TITLE.fill(name=name),
        sections=sections,
        records=long_records(sections, lang=opened.lang),
        notes=(*report.notes, *(one for one in notes_of(standing.scored, looked=CLEAN) if one.key in _CONVENTION)),
    )


_CONVENTION = frozenset({"preset", "map", "counted", "window"})
"""Notes that say how it was scored; those on the others are of no page of one."""


def _quarter_ends(calendar: Calendar, customers: Customers) -> Iterator[date]:
    """The ends of the last quarters that are over, the earliest first."""
    assert customers.first is not None  # noqa: S101 -- they are of sales
    quarters = calendar.periods(Grain.QUARTER, Span(customers.first, customers.day))
    over = [quarter.end for quarter in quarters if quarter.end <= customers.day]
    yield from over[-QUARTERS:]
