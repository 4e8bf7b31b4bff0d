"""`pipeline`: the open deals in short, by stage; the largest and the stalled ones have sections of their own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from salesperf.analyses.open_deals.compute import Deal
from salesperf.app.pack_plans.company import PipelinePlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.open_deals import deals_of
from salesperf.core.text import Count, Text
from salesperf.core.unit import Unit
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

TITLE = Text("Pipeline", "商机概况")
_TABLE = Text("Open deals by stage", "未关闭商机（按阶段）")
_STAGE, _DEALS, _AMOUNT = Text("stage", "阶段"), Text("open deals", "商机数"), Text("amount", "金额")
_STALLED = Text("stalled", "停滞")
_NONE = Text("No deal is open.", "没有未关闭的商机。")
_SAID = Text(
    "{deals} deals over {amount} are open; {stalled} of them stand still, over {still}.",
    "未关闭商机{deals}个，金额{amount}；其中{stalled}个停滞，金额{still}。",
)
_SAID_BARE = Text(
    "{deals} deals are open; {stalled} of them stand still.", "未关闭商机{deals}个，其中{stalled}个停滞。"
)


def pipeline(briefing: Briefing, plan: PipelinePlan) -> Section | None:
    """A table by stage with its figure; None where no table tells of deals."""
    found = deals_of(briefing)
    if found is None:
        return None
    title = plan.heading(TITLE)
    if not found.deals:
        return Section("pipeline", title, empty=_NONE)
    stages = by_stage(found.deals)
    nameless, has_amounts = phrases.NO_NAME.say(briefing.lang), found.has_amounts
    rows = [_row(name or nameless, deals, has_amounts) for name, deals in stages[: plan.top]]
    if rest := [deal for _, deals in stages[plan.top :] for deal in deals]:
        others = phrases.OTHERS.fill(count=Count(len(stages) - plan.top))
        rows.append(_row(others.say(briefing.lang), rest, has_amounts))
    columns = (
        Column("stage", _STAGE),
        Column("deals", _DEALS, Unit.COUNT, adds_up=True),
        Column("stalled", _STALLED, Unit.COUNT, adds_up=True),
        *((Column("amount", _AMOUNT, Unit.MONEY, adds_up=True),) if found.has_amounts else ()),
    )
    figure = Figure(
        FigureKind.BAR, "pipeline", _TABLE, label="stage", values=("amount" if found.has_amounts else "deals",)
    )
    total = _row(phrases.TOTAL.say(briefing.lang), found.deals, found.has_amounts)
    block = TableBlock("pipeline", _TABLE, columns, tuple(rows), total, figures=(figure,))
    return Section("pipeline", title, sentences=(_said(found.deals, found.has_amounts),), blocks=(block,))


def by_stage(deals: Sequence[Deal]) -> list[tuple[str | None, list[Deal]]]:
    """The deals of each stage, the stage with the largest amount first; deals without a stage last."""
    found: dict[str | None, list[Deal]] = {}
    for deal in deals:
        found.setdefault(deal.stage, []).append(deal)
    return sorted(found.items(), key=lambda pair: (pair[0] is None, -amount_of(pair[1]), -len(pair[1]), pair[0] or ""))


def amount_of(deals: Sequence[Deal]) -> Decimal:
    """What deals come to, those without an amount left out."""
    return sum((deal.amount for deal in deals if deal.amount is not None), Decimal(0))


def _row(name: str, deals: Sequence[Deal], has_amounts: bool) -> Row:  # noqa: FBT001 -- what the table has
    stalled = sum(bool(deal.stalled) for deal in deals)
    amount = (Cell(amount_of(deals)),) if has_amounts else ()
    return Row((Cell(name), Cell(len(deals)), Cell(stalled), *amount))


def _said(deals: Sequence[Deal], has_amounts: bool) -> Sentence:  # noqa: FBT001 -- as above
    stalled = [deal for deal in deals if deal.stalled]
    values = {"deals": Cell(len(deals), unit=Unit.COUNT), "stalled": Cell(len(stalled), unit=Unit.COUNT)}
    if not has_amounts:
        return Sentence(_SAID_BARE, values)
    values["amount"] = Cell(amount_of(deals), unit=Unit.MONEY)
    values["still"] = Cell(amount_of(stalled), unit=Unit.MONEY)
    return Sentence(_SAID, values)
