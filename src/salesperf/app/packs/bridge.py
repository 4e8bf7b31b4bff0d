"""`bridge`: what the change of a metric is made of, from its base over the changes of groups to what it is now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.app.pack_plans.company import BridgePlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import in_place
from salesperf.app.packs.changes import Change, Changes, last_changes
from salesperf.core.text import Count, Text, keeping, listing
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.request import Compare
from salesperf.report.capitals import said
from salesperf.report.cut import rows_alone
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

TITLE = Text("Why it changed", "变动原因")
_BY = Text("Change by {dimension}", "按{dimension}的变动")
_ON_BEFORE = Text("Change by {dimension} on the period before", "按{dimension}的环比变动")
_CUSTOMER = "customer"
_STEP, _COUNT = Text("step", "项目"), Text("customers", "客户数")
_BEFORE = {Compare.YOY: Text("year before", "去年同期"), Compare.PREV: Text("period before", "上期")}
_THEN = {Compare.YOY: Text("a year before", "去年同期"), Compare.PREV: Text("in the period before", "上期")}
_SAME_DAYS = {
    Compare.YOY: Text("in the same days a year before", "去年同期"),
    Compare.PREV: Text("in the same days of the period before", "上期同日"),
}
_NOW = Text("now", "本期")
_GAINED = Text("customers gained", "新增或回流客户")
_LOST = Text("customers lost", "流失客户")
_GROWN, _SHRUNK = Text("customers that grew", "增长客户"), Text("customers that shrank", "下滑客户")
_NOT_THEN = Text("customers that bought now, not then", "本期购买、基期未购买的客户")
_NOT_NOW = Text("customers that bought then, not now", "基期购买、本期未购买的客户")
_NOT_THESE_DAYS = Text("customers that bought now, not then", "本期购买、基期同日未购买的客户")
_NOT_YET = Text("customers that bought then, not yet now", "基期购买、本期尚未购买的客户")
_NO_CUSTOMER = Text("without customer", "无客户")
_UNSPLIT = Text("in no group", "未归入任何组")
_DRAWN = {
    Compare.YOY: Text("{metric}: from the year before to now, by {dimension}", "{metric}：同比变动（按{dimension}）"),
    Compare.PREV: Text(
        "{metric}: from the period before to now, by {dimension}", "{metric}：环比变动（按{dimension}）"
    ),
}
_SAID = Text(
    "Of {base} {then}, {lost} went with customers that bought nothing this time, {gained} came with customers that "
    "bought nothing then; those that stayed changed by {stayed}.",
    "{then}为{base}：流失客户带走{lost}，新增或回流客户带来{gained}，留存客户净变动{stayed}。",
)
_SAID_BOUGHT = Text(
    "Of {base} {then}, {lost} was of customers that bought then and not now, {gained} came with customers that bought "
    "now and not then; those that bought both times changed by {stayed}.",
    "{then}为{base}：其中{lost}来自基期购买、本期未购买的客户，基期未购买的客户带来{gained}，两期均购买的客户净变动{stayed}。",
)
_SAID_SO_FAR = Text(
    "Of {base} {then}, {lost} was of customers that bought then and not yet now, {gained} came with "
    "customers that bought nothing then; those that bought both times changed by {stayed}.",
    "{then}为{base}：其中{lost}来自基期购买、本期尚未购买的客户，基期同日未购买的客户带来{gained}，两期均购买的客户净变动{stayed}。",
)
_LEVELS = Text("{now} now, {base} {then}.", "本期{now}，{then}{base}。")
_LEVELS_AND = Text("{now} now, {base} {then}: {moved}.", "本期{now}，{then}{base}：{moved}。")
_MOVERS = {
    "up": Text("{name} ({{{by}}})", "{name}增加{{{by}}}"),
    "down": Text("{name} ({{{by}}})", "{name}减少{{{by}}}"),
}
_CLAUSES = {"up": Text("more from {movers}", "{movers}"), "down": Text("less from {movers}", "{movers}")}
_AND, _COMMA = Text(" and ", "、"), Text(", ", "，")
_OTHER_BASE = Text(
    "A year before there is nothing to compare with: the base is the period before.",
    "去年同期没有可比数据，以上期为基期。",
)
_A_YEAR = 365
"""Days from which on who bought nothing is lost: over a month many customers merely did not happen to buy."""
_NAMED_MOST = 2
"""Groups that a sentence names each way."""


class Words(Struct, frozen=True):
    """What customers are called who bought now alone, and then alone, and the sentence on them."""

    gained: Text
    lost: Text
    said: Text


LOST = Words(_GAINED, _LOST, _SAID)
"""Of a year or more."""
BOUGHT = Words(_NOT_THEN, _NOT_NOW, _SAID_BOUGHT)
"""Of a shorter span: who bought nothing in it may have bought just before, and will again."""
SO_FAR = Words(_NOT_THESE_DAYS, _NOT_YET, _SAID_SO_FAR)
"""Of a part of a period: who bought then may buy before it ends."""


class Step(Struct, frozen=True):
    """One step of the bridge; `count` is the number of groups in it."""

    name: Text
    amount: Decimal
    count: int | None = None


def bridge(briefing: Briefing, plan: BridgePlan) -> Section | None:
    """A waterfall with its table; None where there is no base, or the files do not tell the dimension."""
    told = last_changes(briefing, plan.metric, by=plan.by, compare=Compare(plan.against))
    if told is None:
        return None
    compare, found = told
    is_customers, words = plan.by == _CUSTOMER, _words(briefing)
    steps = (
        Step(_BEFORE[compare], found.base),
        *(steps_by_customer(found.changes, words) if is_customers else steps_by_size(found.changes, top=plan.top)),
        *((Step(_UNSPLIT, found.rest),) if found.rest else ()),
        Step(_NOW, found.now),
    )
    dimension = DIMENSIONS[plan.by].label
    title = _DRAWN[compare].fill(metric=found.metric.label, dimension=dimension)
    key = f"bridge-{plan.by}-{compare.value}"
    columns = (
        Column("step", _STEP),
        *((Column("customers", _COUNT, Unit.COUNT),) if is_customers else ()),
        Column("amount", found.metric.label, found.metric.unit),
    )
    rows = tuple(_row(briefing, step, with_count=is_customers) for step in steps)
    figure = Figure(FigureKind.WATERFALL, key.replace("-", "_"), title, label="step", values=("amount",))
    block = TableBlock(key.replace("-", "_"), title, columns, rows, figures=(figure,), is_backing=True)
    then = (_SAME_DAYS if words is SO_FAR else _THEN)[compare]
    sentence = _of_customers(found, words, then=then) if is_customers else _of_groups(found, then=then)
    if compare.value == plan.against:
        return Section(key, plan.heading(_BY.fill(dimension=dimension)), sentences=(sentence,), blocks=(block,))
    heading = _ON_BEFORE.fill(dimension=dimension)
    return Section(key, heading, sentences=(Sentence(_OTHER_BASE), sentence), blocks=(block,))


def _row(briefing: Briefing, step: Step, *, with_count: bool) -> Row:
    count = (Cell(step.count, unit=Unit.COUNT),) if with_count else ()
    return Row((said(step.name, briefing.lang), *count, Cell(step.amount)))


def steps_by_customer(changes: Sequence[Change], words: Words) -> Iterator[Step]:
    """Customers that came, that went, and those that stayed, by what they did; the steps add up to the change."""
    known = [change for change in changes if change.key is not None]
    kinds = (
        (words.gained, [one for one in known if not one.base and one.now]),
        (words.lost, [one for one in known if one.base and not one.now]),
        (_GROWN, [one for one in known if one.base and one.now and one.by > 0]),
        (_SHRUNK, [one for one in known if one.base and one.now and one.by < 0]),
    )
    for name, own in kinds:
        yield Step(name, sum((one.by for one in own), Decimal(0)), len(own))
    for one in changes:
        if one.key is None and one.by:
            yield Step(_NO_CUSTOMER, one.by)


def steps_by_size(changes: Sequence[Change], *, top: int) -> Iterator[Step]:
    """The largest changes, up or down, in that order; the others in one step, so that all add up."""
    moved = sorted((one for one in changes if one.by), key=lambda one: (-abs(one.by), one.name))
    alone = rows_alone(len(moved), most=top)
    for one in moved[:alone]:
        yield Step(Text(one.name, one.name), one.by)
    if rest := moved[alone:]:
        yield Step(phrases.OTHERS.fill(count=Count(len(rest))), sum((one.by for one in rest), Decimal(0)), len(rest))


def _words(briefing: Briefing) -> Words:
    """What is true of customers of a period of this length: lost are those that bought nothing for a whole year."""
    if briefing.base.measure.is_partial(briefing.period):
        return SO_FAR
    return LOST if briefing.period.days >= _A_YEAR else BOUGHT


def _of_customers(found: Changes, words: Words, *, then: Text) -> Sentence:
    steps = {step.name: step.amount for step in steps_by_customer(found.changes, words)}
    unit = found.metric.unit
    return Sentence(
        keeping(words.said, then=then),
        {
            "base": Cell(found.base, unit=unit),
            "lost": Cell(abs(steps[words.lost]), unit=unit),
            "gained": Cell(steps[words.gained], unit=unit),
            "stayed": Cell(steps[_GROWN] + steps[_SHRUNK], unit=unit),
        },
    )


def _of_groups(found: Changes, *, then: Text) -> Sentence:
    """Now and before, and who moved it most either way."""
    unit = found.metric.unit
    values = {"now": Cell(found.now, unit=unit), "base": Cell(found.base, unit=unit)}
    clauses = []
    for way, sign in (("up", 1), ("down", -1)):
        moved = sorted((one for one in found.changes if one.by * sign > 0), key=lambda one: (-abs(one.by), one.name))
        named = moved[:_NAMED_MOST]
        parts = []
        for place, one in enumerate(named, start=1):
            name, by = f"{way}{place}", f"{way}{place}_by"
            who, cells = in_place(one.called, name)
            values |= {**cells, by: Cell(abs(one.by), unit=unit)}
            parts.append(_MOVERS[way].fill(name=who, by=by))
        if parts:
            clauses.append(_CLAUSES[way].fill(movers=listing(parts, _AND)))
    words = keeping(_LEVELS_AND, moved=listing(clauses, _COMMA)) if clauses else _LEVELS
    return Sentence(keeping(words, then=then), values)
