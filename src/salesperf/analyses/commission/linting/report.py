"""What speaks against a plan as a report: what weighs most first, the largest jump before smaller ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.in_words.components import is_money
from salesperf.analyses.commission.linting.cliffs import cliffs
from salesperf.analyses.commission.linting.finding import NOTES, Finding, Found
from salesperf.analyses.commission.linting.in_data import found_in
from salesperf.analyses.commission.linting.rates import high_rates
from salesperf.analyses.commission.phrases import PLAN
from salesperf.analyses.commission.plan import Plan
from salesperf.core.registry import Registry
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.metrics.model import Metric
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock

SCHEMA = "salesperf.commission-plan-lint/1"
_TITLE = Text("What speaks against the plan {plan}", "方案 {plan} 的问题")
_NOTHING = Text("nothing was found", "未发现问题")
_WITHOUT_DATA = Text(
    "no sales were given: whether tiers, gates and targets are ever reached was not looked at",
    "未提供销售数据：未检查档位、门槛和目标是否曾达到",
)
_AS_IF = Text(
    "the plan begins on {first}: it is held against sales from {since} to {last}",
    "方案自{first}起生效：此处以{since}至{last}的销售检查",
)
_WARNING, _NOTE = Text("! warning", "! 警告"), Text("– note", "– 提示")
_WORDS = {
    Found.RATE: Text("pays all or more", "比率过高"),
    Found.CLIFF: Text("the pay jumps", "提成跳升"),
    Found.FALL: Text("more sales, less pay", "卖得多反而少"),
    Found.DEAD_TIER: Text("tier never reached", "从未达到的档位"),
    Found.GATE: Text("gate never passed", "从未达到的门槛"),
    Found.NO_TARGET: Text("no target", "没有目标"),
    Found.NO_PLAN: Text("no plan", "没有方案"),
}
_SHOWN = (
    Column("weight", Text("weight", "级别")),
    Column("found", Text("what", "问题")),
    Column("message", Text("where", "说明")),
)
_RECORDS = (
    Column("plan", PLAN),
    Column("found", Text("what", "问题")),
    Column("weight", Text("weight", "级别")),
    Column("name", Text("component or pool", "组成部分或奖金池")),
    Column("at", Text("at", "位置"), Unit.QUANTITY),
    Column("jump", Text("jump", "跳变"), Unit.MONEY),
    Column("message", Text("where", "说明")),
)


def findings_of(plan: Plan, found: Payroll | None, catalog: Registry[Metric]) -> tuple[Finding, ...]:
    """Everything that speaks against a plan: of itself, and of the data where they are given; heaviest first."""
    of_money = [(one, is_money(one.measure, catalog)) for one in plan.component]
    of_itself = [
        *(rate for one, in_money in of_money for rate in high_rates(one, in_money=in_money)),
        *(rate for pool in plan.pool for rate in high_rates(pool, in_money=is_money(pool.measure, catalog))),
        *(jump for one, in_money in of_money for jump in cliffs(one, in_money=in_money)),
    ]
    of_data = () if found is None else found_in(found)
    return tuple(sorted((*of_itself, *of_data), key=_weight))


def _weight(one: Finding) -> tuple[bool, int, Decimal]:
    return is_note(one), [*Found].index(one.found), -abs(one.jump or Decimal(0))


def is_note(one: Finding) -> bool:
    """Whether it need not be wrong."""
    return one.found in NOTES


def lint_report(plan: Plan, findings: Sequence[Finding], found: Payroll | None, *, lang: Lang) -> Report:
    """A table of findings; records: one each. `found` is what the data were asked, where there are any."""
    rows = tuple(
        Row((Cell(_heaviness(one).say(lang)), Cell(_WORDS[one.found].say(lang)), Cell(one.told.say(lang))))
        for one in findings
    )
    terms = plan.plan
    return Report(
        schema=SCHEMA,
        title=_TITLE.fill(plan=terms.label),
        lang=lang,
        blocks=(TableBlock("findings", _TITLE.fill(plan=terms.label), _SHOWN, rows, empty=_NOTHING),),
        records=Records(_RECORDS, tuple(_records(plan, findings, lang))),
        notes=tuple(_notes(plan, found)),
        meta=Meta(currency=terms.currency),
    )


def _notes(plan: Plan, found: Payroll | None) -> Iterator[Note]:
    if found is None:
        yield Note("no_sales", _WITHOUT_DATA)
    elif found.plan.plan.start != plan.plan.start:
        first, last = plan.plan.start, found.desk.periods[-1].end
        yield Note("as_if", _AS_IF.fill(first=first, since=found.plan.plan.start, last=last))


def _heaviness(one: Finding) -> Text:
    return _NOTE if is_note(one) else _WARNING


def _records(
    plan: Plan, findings: Sequence[Finding], lang: Lang
) -> Iterator[tuple[str, str, str, str, Decimal | None, Decimal | None, str]]:
    for one in findings:
        weight = "note" if is_note(one) else "warning"
        yield plan.plan.id, one.found.value, weight, one.name, one.at, one.jump, one.told.say(lang)
