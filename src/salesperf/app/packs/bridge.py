"""`bridge`: what the change of a metric is made of, from its base over the changes of groups to what it is now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.app.pack_plans.company import BridgePlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.changes import Change, Changes, changes_of
from salesperf.core.text import Count, Text
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.request import Compare
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

TITLE = Text("Why it changed", "变动原因")
_CUSTOMER = "customer"
_STEP, _COUNT = Text("step", "项目"), Text("customers", "客户数")
_BEFORE = {Compare.YOY: Text("year before", "去年同期"), Compare.PREV: Text("period before", "上期")}
_NOW = Text("now", "本期")
_GAINED = Text("customers gained", "新增或回流客户")
_LOST = Text("customers lost", "流失客户")
_GROWN, _SHRUNK = Text("customers that grew", "增长客户"), Text("customers that shrank", "下滑客户")
_NO_CUSTOMER = Text("without customer", "无客户")
_UNSPLIT = Text("in no group", "未归入任何组")
_DRAWN = {
    Compare.YOY: Text("{metric}: from the year before to now, by {dimension}", "{metric}：同比变动（按{dimension}）"),
    Compare.PREV: Text(
        "{metric}: from the period before to now, by {dimension}", "{metric}：环比变动（按{dimension}）"
    ),
}
_SAID = Text(
    "Of {base} before, {lost} went with customers that bought nothing this time, {gained} came with customers that "
    "bought nothing then; those that stayed changed by {stayed}.",
    "基期为{base}：流失客户带走{lost}，新增或回流客户带来{gained}，留存客户净变动{stayed}。",
)
_SAID_BY = Text(
    "{now} now, {base} before: {up} more where it grew, {down} less where it shrank.",
    "本期{now}，基期{base}：增长部分合计{up}，下滑部分合计{down}。",
)


class Step(Struct, frozen=True):
    """One step of the bridge; `count` is the number of groups in it."""

    name: Text
    amount: Decimal
    count: int | None = None


def bridge(briefing: Briefing, plan: BridgePlan) -> Section | None:
    """A waterfall with its table; None where there is no base, or the files do not tell the dimension."""
    compare = Compare(plan.against)
    found = changes_of(briefing, plan.metric, by=plan.by, compare=compare)
    if found is None or not found.changes:
        return None
    is_customers = plan.by == _CUSTOMER
    steps = (
        Step(_BEFORE[compare], found.base),
        *(steps_by_customer(found.changes) if is_customers else steps_by_size(found.changes, top=plan.top)),
        *((Step(_UNSPLIT, found.rest),) if found.rest else ()),
        Step(_NOW, found.now),
    )
    dimension = DIMENSIONS[plan.by].label
    title = _DRAWN[compare].fill(metric=found.metric.label, dimension=dimension)
    key = f"bridge-{plan.by}-{plan.against}"
    columns = (
        Column("step", _STEP),
        *((Column("customers", _COUNT, Unit.COUNT),) if is_customers else ()),
        Column("amount", found.metric.label, found.metric.unit),
    )
    rows = tuple(_row(briefing, step, with_count=is_customers) for step in steps)
    figure = Figure(FigureKind.WATERFALL, key.replace("-", "_"), title, label="step", values=("amount",))
    block = TableBlock(key.replace("-", "_"), title, columns, rows, figures=(figure,))
    sentence = _of_customers(found) if is_customers else _of_groups(found)
    return Section(key, plan.heading(TITLE), sentences=(sentence,), blocks=(block,))


def _row(briefing: Briefing, step: Step, *, with_count: bool) -> Row:
    count = (Cell(step.count, unit=Unit.COUNT),) if with_count else ()
    return Row((Cell(step.name.say(briefing.lang)), *count, Cell(step.amount)))


def steps_by_customer(changes: Sequence[Change]) -> Iterator[Step]:
    """Customers that came, that went, and those that stayed, by what they did; the steps add up to the change."""
    known = [change for change in changes if change.key is not None]
    kinds = (
        (_GAINED, [one for one in known if not one.base and one.now]),
        (_LOST, [one for one in known if one.base and not one.now]),
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
    for one in moved[:top]:
        yield Step(Text(one.name, one.name), one.by)
    if rest := moved[top:]:
        yield Step(phrases.OTHERS.fill(count=Count(len(rest))), sum((one.by for one in rest), Decimal(0)), len(rest))


def _of_customers(found: Changes) -> Sentence:
    steps = {step.name: step.amount for step in steps_by_customer(found.changes)}
    unit = found.metric.unit
    return Sentence(
        _SAID,
        {
            "base": Cell(found.base, unit=unit),
            "lost": Cell(abs(steps[_LOST]), unit=unit),
            "gained": Cell(steps[_GAINED], unit=unit),
            "stayed": Cell(steps[_GROWN] + steps[_SHRUNK], unit=unit),
        },
    )


def _of_groups(found: Changes) -> Sentence:
    up = sum((one.by for one in found.changes if one.by > 0), Decimal(0))
    down = sum((one.by for one in found.changes if one.by < 0), Decimal(0))
    unit = found.metric.unit
    return Sentence(
        _SAID_BY,
        {
            "now": Cell(found.now, unit=unit),
            "base": Cell(found.base, unit=unit),
            "up": Cell(up, unit=unit),
            "down": Cell(abs(down), unit=unit),
        },
    )
