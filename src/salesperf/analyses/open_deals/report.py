"""Open deals as sections: the largest of them, and those that stand still, each with the reason in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median_low

from msgspec.structs import replace

from salesperf.analyses.open_deals.compute import Deal, OpenDeals, Why, worth
from salesperf.analyses.open_deals.table import OPEN_TITLE, deals_table
from salesperf.core.status import Status
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Section, Sentence

OPEN_KEY, STALLED_KEY = "open_deals", "stalled_deals"
STALLED_TITLE = Text("Stalled deals", "停滞商机")
UNPRICED_TITLE = Text("Open deals", "进行中的商机")
"""Of deals none of which has an amount: nothing tells which are the largest."""
NONE_OPEN = Text("no deal is open", "没有进行中的商机")
NONE_STALLED = Text("no open deal stands still", "没有停滞的商机")
NOT_KNOWN = Text("nobody knows whether an open deal stands still", "无法得知商机是否停滞")
_OPEN_WORTH = Text(
    "Open deals at the end of {day}: {deals}, {amount} in all.", "截至{day}，进行中的商机{deals}个，共{amount}。"
)
_OPEN = Text("Open deals at the end of {day}: {deals}.", "截至{day}，进行中的商机{deals}个。")
_STALLED_WORTH = Text(
    "Standing still: {stalled} of {deals} open deals, {amount} in all.",
    "{deals}个进行中的商机里有{stalled}个停滞，共{amount}。",
)
_STALLED = Text("Standing still: {stalled} of {deals} open deals.", "{deals}个进行中的商机里有{stalled}个停滞。")
_LATE_WORTH = Text(
    "Past their expected close date: {late} of {deals} open deals, {amount} in all.",
    "{deals}个进行中的商机里有{late}个已过预计成交日期，共{amount}。",
)
_LATE = Text(
    "Past their expected close date: {late} of {deals} open deals.",
    "{deals}个进行中的商机里有{late}个已过预计成交日期。",
)
_UNPRICED = Text("Without an amount, and so in no sum: {deals} of them.", "其中{deals}个没有金额，不计入合计。")
_LIMIT = Text(
    "A deal stands still when nothing happened to it for more than {days} days, or its expected close is over.",
    "超过{days}天没有任何进展，或预计成交日期已过，即视为停滞。",
)
_USUAL = Text(
    "{days} days are one and a half times the {usual} that usually lie between two stages.",
    "{days}天为两次阶段变更之间通常间隔（{usual}）的1.5倍。",
)
UNSEEN = Text(
    "The files tell nothing of what happened to deals (no activities, no stage changes): a deal stands still here when "
    "its expected close is over.",
    "文件中没有活动记录与阶段变更，无法得知商机的进展：此处仅以预计成交日期已过为停滞。",
)
_UNKNOWN = Text(
    "Nobody knows whether open deals stand still: the files tell nothing of what happened to them (no activities, no "
    "stage changes), nor when they should close.",
    "无法得知是否停滞：文件中没有这些商机的活动记录、阶段变更与预计成交日期。",
)
_AGE = Text(
    "Counted from their creation, half of them are {days} days old or more.",
    "自创建之日算起，其中半数已有{days}天或更久。",
)
_AGE_OF_SOME = Text(
    "Counted from their creation, half of the {deals} whose day of creation is known are {days} days old or more.",
    "自创建之日算起，创建日期已知的{deals}个中有半数已有{days}天或更久。",
)
_FEWEST_AGES = 2


def open_deals_section(
    found: OpenDeals, *, lang: Lang, shows_reps: bool = True, draws: bool = True, most: int = 10, key: str = OPEN_KEY
) -> Section:
    """The largest open deals; of those beyond `most` the sum is told; `draws` is whether bars show them too."""
    if not found.deals:
        return Section(key, OPEN_TITLE, empty=NONE_OPEN)
    told = {"deals": Cell(len(found.deals), Unit.COUNT), "day": Cell(found.on)}
    amount = {"amount": Cell(worth(found.deals), Unit.MONEY)}
    sentence = Sentence(_OPEN_WORTH, told | amount) if found.has_amounts else Sentence(_OPEN, told)
    block = deals_table(found, found.deals, lang=lang, has_reps=shows_reps and found.has_reps, most=most, key="largest")
    return Section(
        key,
        open_title(found),
        sentences=(sentence, *_unpriced(found, found.deals)),
        blocks=(block if draws else replace(block, figures=()),),
    )


def stalled_deals_section(
    found: OpenDeals, *, lang: Lang, shows_reps: bool = True, most: int = 10, key: str = STALLED_KEY
) -> Section:
    """The deals that stand still, the largest first, and what standing still means."""
    if not found.stalled:
        empty = NONE_STALLED if found.knows_stalled else NOT_KNOWN
        return Section(key, STALLED_TITLE, sentences=tuple(meaning_said(found)), empty=empty)
    told = {"deals": Cell(len(found.deals), Unit.COUNT), "stalled": Cell(len(found.stalled), Unit.COUNT)}
    amount = {"amount": Cell(worth(found.stalled), Unit.MONEY)}
    sentence = (
        Sentence(_STALLED_WORTH, told | amount, Status.YELLOW)
        if found.has_amounts
        else Sentence(_STALLED, told, Status.YELLOW)
    )
    # Where every deal that stands still does so for its date, the first sentence has said the sum.
    late = overdue_said(found) if any(Why.OVERDUE not in deal.stalled for deal in found.stalled) else ()
    block = deals_table(
        found, found.stalled, lang=lang, has_reps=shows_reps and found.has_reps, most=most, key="stalled"
    )
    return Section(
        key,
        STALLED_TITLE,
        sentences=(sentence, *late, *_unpriced(found, found.stalled), *meaning_said(found)),
        blocks=(block,),
    )


def open_title(found: OpenDeals) -> Text:
    """What the section is called: without any amount none of the deals is the largest."""
    return OPEN_TITLE if found.has_amounts or not found.deals else UNPRICED_TITLE


def meaning_said(found: OpenDeals) -> Iterator[Sentence]:
    """What standing still means, or what the files do not tell of it."""
    yield from _unseen_said(found)
    if not found.sees_activity:
        return
    days = Cell(found.limit, Unit.COUNT)
    yield Sentence(_LIMIT, {"days": days})
    if found.usual is not None:
        yield Sentence(_USUAL, {"days": days, "usual": Cell(found.usual, Unit.DAYS)})


def overdue_said(found: OpenDeals) -> Iterator[Sentence]:
    """How many open deals are past the day on which they should close, and what they come to; nothing where none is."""
    late = [deal for deal in found.deals if Why.OVERDUE in deal.stalled]
    if not late:
        return
    told = {"late": Cell(len(late), Unit.COUNT), "deals": Cell(len(found.deals), Unit.COUNT)}
    if found.has_amounts:
        yield Sentence(_LATE_WORTH, told | {"amount": Cell(worth(late), Unit.MONEY)}, Status.YELLOW)
    else:
        yield Sentence(_LATE, told, Status.YELLOW)


def _unpriced(found: OpenDeals, deals: Sequence[Deal]) -> Iterator[Sentence]:
    """How many deals count as nothing in a sum, for want of an amount."""
    bare = sum(deal.amount is None for deal in deals)
    if bare and found.has_amounts:
        yield Sentence(_UNPRICED, {"deals": Cell(bare, Unit.COUNT)})


def _unseen_said(found: OpenDeals) -> Iterator[Sentence]:
    """What the files do not tell of what moves in deals, and from when they are counted where nothing does."""
    if found.sees_activity:
        return
    if found.knows_stalled:
        yield Sentence(UNSEEN)
        return
    yield Sentence(_UNKNOWN)
    ages = [deal.age for deal in found.deals if deal.age is not None]
    if len(ages) < _FEWEST_AGES:
        return
    days = {"days": Cell(median_low(ages), Unit.COUNT)}
    if len(ages) == len(found.deals):
        yield Sentence(_AGE, days)
    else:
        yield Sentence(_AGE_OF_SOME, {"deals": Cell(len(ages), Unit.COUNT)} | days)
