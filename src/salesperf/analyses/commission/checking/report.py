"""Named checks as a report: what each looked at, whether it holds, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.analyses.commission.checking.check import Checked, Named
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.commission-check/1"
SHOWN = 10
"""Faults of a check on the page; the records have all of them."""
_TITLE = Text("Checks of commission", "提成核对")
_FAULTS = Text("What speaks against it", "问题明细")
_MORE = Text("and {more} more; --format csv lists all of them", "另有 {more} 项；使用 --format csv 可列出全部")
_HOLDS, _FAILS, _SKIPPED = Text("✓ holds", "✓ 通过"), Text("✗ fails", "✗ 未通过"), Text("– not looked at", "– 未检查")
_WORDS = {
    Named.PLANS_USABLE: Text("plan files can be used", "方案文件可用"),
    Named.TABLES_CONTIGUOUS: Text("tiers have no gap and no overlap", "档位无缺口、无重叠"),
    Named.ONE_PLAN_A_DAY: Text("nobody has two plans on one day", "同一人同一日只有一个方案"),
    Named.PLAN_FOR_WHO_SOLD: Text(
        "who is assigned a plan has one on every day of a sale", "有方案分配时，每个销售日均有适用方案"
    ),
    Named.WORKED_OUT: Text("nothing that rules ask for is missing", "规则所需的内容齐全"),
    Named.SPLITS_SUM_TO_ONE: Text("splits of every sale sum to 1", "每笔销售的拆分合计为 1"),
    Named.NO_ORPHAN_CREDIT: Text("every sale is somebody's", "每笔销售都有归属"),
    Named.CASH_SETTLES: Text("cash settles invoices or orders that are known", "回款均对应已知的发票或订单"),
    Named.PAID_ARE_LISTED: Text("everybody who is paid is in the table of people", "计提人员均在人员表中"),
    Named.NO_EARNING_WITHOUT_RULE: Text(
        "every payout line has a rule and is its slices", "每行提成都有规则且等于各段之和"
    ),
    Named.NO_EVENT_WITHOUT_REASON: Text(
        "every sale is paid or has a reason why not", "每笔销售均已计提或有不计提的原因"
    ),
    Named.LINES_SUM_TO_PAYOUTS: Text("lines sum to payouts", "明细合计等于提成"),
    Named.EARNED_IS_SUM_OF_SLICES: Text("what is earned to date is the sum of its periods", "累计应得等于各期之和"),
    Named.NOTHING_OWED_BELOW_ZERO: Text("no draw, debt or reserve is below zero", "预支、欠款和暂扣均不为负"),
}
_SHOWN = (
    Column("check", Text("check", "核对项")),
    Column("verdict", Text("verdict", "结果")),
    Column("looked_at", Text("looked at", "检查数量"), Unit.COUNT),
    Column("faults", Text("faults", "问题数"), Unit.COUNT),
)
_OF_FAULTS = (Column("check", Text("check", "核对项")), Column("message", Text("what", "说明")))
_RECORDS = (
    Column("check", Text("check", "核对项")),
    Column("verdict", Text("verdict", "结果")),
    Column("looked_at", Text("looked at", "检查数量"), Unit.COUNT),
    Column("message", Text("what", "说明")),
)


def check_report(found: Sequence[Checked], *, lang: Lang) -> Report:
    """Every check with its verdict; records: one a check, or one a fault of it."""
    by_name = {one.name: one for one in found}
    rows = tuple(Row(tuple(map(Cell, _row(name, by_name.get(name), lang)))) for name in Named)
    faults = tuple(Row((Cell(_WORDS[one.name].say(lang)), Cell(told))) for one in found for told in _faults(one, lang))
    blocks = (TableBlock("checks", _TITLE, _SHOWN, rows),)
    return Report(
        schema=SCHEMA,
        title=_TITLE,
        lang=lang,
        blocks=(*blocks, TableBlock("faults", _FAULTS, _OF_FAULTS, faults)) if faults else blocks,
        records=Records(_RECORDS, tuple(row for name in Named for row in _records(name, by_name.get(name), lang))),
        meta=Meta(),
    )


def _row(name: Named, one: Checked | None, lang: Lang) -> tuple[Value, ...]:
    if one is None:
        return _WORDS[name].say(lang), _SKIPPED.say(lang), None, None
    verdict = _FAILS if one.faults else _HOLDS
    return _WORDS[name].say(lang), verdict.say(lang), one.looked_at, len(one.faults)


def _faults(one: Checked, lang: Lang) -> Iterator[str]:
    yield from (fault.say(lang) for fault in one.faults[:SHOWN])
    if len(one.faults) > SHOWN:
        yield _MORE.fill(more=len(one.faults) - SHOWN).say(lang)


def _records(name: Named, one: Checked | None, lang: Lang) -> Iterator[tuple[Value, ...]]:
    if one is None:
        yield name.value, "not_looked_at", None, None
    elif not one.faults:
        yield name.value, "holds", one.looked_at, None
    else:
        for fault in one.faults:
            yield name.value, "fails", one.looked_at, fault.say(lang)
