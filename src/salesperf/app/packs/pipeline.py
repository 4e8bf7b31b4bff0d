"""`pipeline`: the open deals in short, by stage; the largest and the stalled ones have sections of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from salesperf.analyses.open_deals.compute import Deal, OpenDeals, worth
from salesperf.analyses.open_deals.report import meaning_said, overdue_said
from salesperf.app.pack_plans.company import PipelinePlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.expected_closes import deal_columns, expected_closes, figures_of
from salesperf.app.packs.open_deals import deals_of
from salesperf.core.text import Count, Text, listing, same
from salesperf.core.unit import Unit
from salesperf.facts.stage_order import OrderBy, StageOrder, stage_order
from salesperf.report.cut import rows_alone
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

TITLE = Text("Pipeline", "商机概况")
_TABLE = Text("Open deals by stage", "进行中的商机（按阶段）")
_STAGE, _STALLED = Text("stage", "阶段"), Text("stalled", "停滞")
_NONE = Text("No deal is open.", "没有进行中的商机。")
_SAID = Text(
    "{deals} deals over {amount} are open; {stalled} of them stand still, over {still}.",
    "进行中的商机{deals}个，金额{amount}；其中{stalled}个停滞，金额{still}。",
)
_SAID_OPEN = Text("{deals} deals over {amount} are open.", "进行中的商机{deals}个，金额{amount}。")
_SAID_OPEN_BARE = Text("{deals} deals are open.", "进行中的商机{deals}个。")
_SAID_BARE = Text(
    "{deals} deals are open; {stalled} of them stand still.", "进行中的商机{deals}个，其中{stalled}个停滞。"
)
_WEIGHTED_SAID = Text(
    "Weighted by the probability that the file gives each deal: {weighted}.",
    "按各商机的成交概率加权后为{weighted}。",
)
_UNWEIGHTED = Text(
    "Without an amount or a probability, and so not in the weighted sum: {deals} of the deals.",
    "其中{deals}个缺少金额或概率，未计入加权金额。",
)
_ORDER = {
    OrderBy.NUMBER: Text("The stages are in the order of their numbers.", "阶段按其编号排列。"),
    OrderBy.PROBABILITY: Text(
        "The stages are in the order of the median probability of their deals.", "阶段按其商机成交概率的中位数排列。"
    ),
    OrderBy.NAME: Text(
        "The stages are in the order that stages of these names usually have: the files do not tell it.",
        "文件未注明阶段顺序，按同名阶段的通常顺序排列。",
    ),
    OrderBy.NOTHING: Text(
        "Nothing tells the order of the stages: the one with the largest amount comes first.",
        "无法得知阶段顺序，按金额从大到小排列。",
    ),
}
_UNPLACED = Text("No usual place is known of {stages}: last.", "{stages}没有通常的位置，排在最后。")
Stages = Sequence[tuple[str | None, Sequence[Deal]]]


def pipeline(briefing: Briefing, plan: PipelinePlan) -> Section | None:
    """A table by stage with its figure, and one by when they should close; None where no table tells of deals."""
    found = deals_of(briefing)
    if found is None:
        return None
    title = plan.heading(TITLE)
    if not found.deals:
        return Section("pipeline", title, empty=_NONE)
    order, stages = by_stage(found.deals)
    sentences = (
        _said(found),
        *overdue_said(found),
        *meaning_said(found),
        *_weighted(found.deals),
        *_order_said(order),
    )
    expected = expected_closes(found, briefing.period, briefing.calendar, lang=briefing.lang)
    blocks = (_table(briefing, plan, found, stages), *((expected,) if expected is not None else ()))
    return Section("pipeline", title, sentences=sentences, blocks=blocks)


def by_stage(deals: Sequence[Deal]) -> tuple[StageOrder, Stages]:
    """The deals of each stage in the order of a sale, else the largest amount first; those without a stage last."""
    found: dict[str | None, list[Deal]] = {}
    for deal in deals:
        found.setdefault(deal.stage, []).append(deal)
    named = {stage: some for stage, some in found.items() if stage is not None}
    largest = sorted(named, key=lambda stage: (-worth(named[stage]), -len(named[stage]), stage))
    likely = {
        stage: [deal.probability for deal in some if deal.probability is not None] for stage, some in named.items()
    }
    order = stage_order(largest, likely)
    unnamed = [(None, found[None])] if None in found else []
    return order, [*((stage, named[stage]) for stage in order.stages), *unnamed]


def _table(briefing: Briefing, plan: PipelinePlan, found: OpenDeals, stages: Stages) -> TableBlock:
    """The stages; of more than the plan shows, those with the largest amounts, still in their order."""
    deals, *worths = deal_columns(found)
    stalled = (Column("stalled", _STALLED, Unit.COUNT, adds_up=True),) if found.knows_stalled else ()
    columns = (deals, *stalled, *worths)
    alone = rows_alone(len(stages), most=plan.top)
    kept = {stage for stage, _ in sorted(stages, key=lambda pair: -worth(pair[1]))[:alone]}
    nameless = phrases.NO_NAME.say(briefing.lang)
    rows = [_row(stage or nameless, some, columns) for stage, some in stages if stage in kept]
    if rest := [deal for stage, some in stages if stage not in kept for deal in some]:
        others = phrases.OTHERS.fill(count=Count(len(stages) - len(kept)))
        rows.append(_row(others.say(briefing.lang), rest, columns))
    drawn = "amount" if found.has_amounts else "deals"
    figure = Figure(FigureKind.BAR, "pipeline", _TABLE, label="stage", values=(drawn,))
    total = _row(phrases.TOTAL.say(briefing.lang), found.deals, columns)
    return TableBlock("pipeline", _TABLE, (Column("stage", _STAGE), *columns), tuple(rows), total, figures=(figure,))


def _row(name: str, deals: Sequence[Deal], columns: Sequence[Column]) -> Row:
    return Row((Cell(name), *figures_of(deals, columns)))


def _said(found: OpenDeals) -> Sentence:
    """How many deals are open, and how many of them stand still where anything could tell."""
    values = {"deals": Cell(len(found.deals), unit=Unit.COUNT)}
    amount = {"amount": Cell(worth(found.deals), unit=Unit.MONEY)} if found.has_amounts else {}
    if not found.knows_stalled:
        return Sentence(_SAID_OPEN if found.has_amounts else _SAID_OPEN_BARE, values | amount)
    values["stalled"] = Cell(len(found.stalled), unit=Unit.COUNT)
    if not found.has_amounts:
        return Sentence(_SAID_BARE, values)
    return Sentence(_SAID, values | amount | {"still": Cell(worth(found.stalled), unit=Unit.MONEY)})


def _weighted(deals: Sequence[Deal]) -> Iterator[Sentence]:
    """What the deals come to by their probabilities, and how many are not weighted for want of one."""
    weighted = [deal.weighted for deal in deals if deal.weighted is not None]
    if not weighted:
        return
    yield Sentence(_WEIGHTED_SAID, {"weighted": Cell(sum(weighted, Decimal(0)), Unit.MONEY)})
    if bare := len(deals) - len(weighted):
        yield Sentence(_UNWEIGHTED, {"deals": Cell(bare, Unit.COUNT)})


def _order_said(order: StageOrder) -> Iterator[Sentence]:
    """What the order of the stages comes from, where there is more than one."""
    if len(order.stages) > 1:
        yield Sentence(_ORDER[order.by])
    if order.unplaced:
        yield Sentence(_UNPLACED.fill(stages=listing([same(stage) for stage in order.unplaced])))
