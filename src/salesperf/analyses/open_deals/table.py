"""A table of open deals in their order, those beyond its length as one row, and why each stands still."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.analyses.open_deals.compute import Deal, OpenDeals, Why, worth
from salesperf.core.text import Lang, Text, listing
from salesperf.core.unit import Unit
from salesperf.report.capitals import said
from salesperf.report.cut import rows_alone
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.grid import formatted
from salesperf.report.model import Cell, Column, Row, TableBlock, Value
from salesperf.report.whole_lists import rows_beyond

OPEN_TITLE = Text("Largest open deals", "重点商机")
SILENT_FOR = Text("nothing happened for {days} days", "已{days}天没有进展")
CLOSE_OVER = Text("should have closed on {day}", "预计{day}成交，已过期")
CLOSE_SOON = Text("expected to close on {day}", "预计{day}成交")
FEWEST_DRAWN = 4
"""Bars that a picture needs to show more than the table does."""
_BY_SILENCE = Text("Longest without a move first", "最久没有进展的在前")
_BY_AGE, _BY_NAME = Text("Oldest first", "创建最早的在前"), Text("By name", "按名称")
_BY_AMOUNT, _SINCE = Text("By amount", "按金额"), Text("Since when, and why", "停滞起算日与原因")
_SINCE_MOVED = Text("days since it moved", "距上次进展（天）")
_SINCE_EITHER = Text("days since it moved or was created", "距上次进展或创建（天）")
_OTHERS, _TOTAL = Text("{count} others", "其余{count}个"), Text("total", "合计")


def deals_table(
    found: OpenDeals, deals: Sequence[Deal], *, lang: Lang, has_reps: bool, most: int, key: str
) -> TableBlock:
    """One row a deal, `most` of them and one for the others; a key of "stalled" adds since when and why."""
    is_stalled = key == "stalled"
    columns = tuple(_columns(found, deals, has_reps=has_reps, is_stalled=is_stalled))
    shown = rows_alone(len(deals), most=most)

    def row(deal: Deal) -> Row:
        return Row(tuple(_cells(deal, columns, lang=lang)))

    rows = [row(deal) for deal in deals[:shown]]
    if rest := deals[shown:]:
        rows.append(_sum_row(_OTHERS.fill(count=f"{len(rest):,}").say(lang), rest, columns))
    total = _sum_row(_TOTAL.say(lang), deals, columns) if found.has_amounts else None
    title = _SINCE if is_stalled else _order(found)
    figures: tuple[Figure, ...] = ()
    if found.has_amounts and not is_stalled and shown >= FEWEST_DRAWN:
        figures = (Figure(FigureKind.BAR, "largest", OPEN_TITLE, "deal", ("amount",), first=shown, of=len(deals)),)
    beyond = rows_beyond(deals[shown:], row)
    return TableBlock(key, title, columns, tuple(rows), total=total, figures=figures, beyond=beyond)


def _columns(found: OpenDeals, deals: Sequence[Deal], *, has_reps: bool, is_stalled: bool) -> Iterator[Column]:
    yield Column("deal", Text("deal", "商机"))
    if any(deal.customer for deal in found.deals):
        yield Column("customer", Text("customer", "客户"))
    if has_reps:
        yield Column("rep", Text("rep", "销售员"))
    yield Column("stage", Text("stage", "阶段"))
    if found.has_amounts:
        yield Column("amount", Text("amount", "金额"), Unit.MONEY, adds_up=True)
    yield Column("expected", Text("expected close", "预计成交"))
    if is_stalled:
        yield Column("since", Text("since", "起算日"))
    if found.sees_activity:
        yield Column("silent", _SINCE_MOVED if all(deal.acted for deal in deals) else _SINCE_EITHER, Unit.COUNT)
    elif any(deal.age is not None for deal in found.deals):
        yield Column("age", Text("days since it was created", "距创建（天）"), Unit.COUNT)
    if is_stalled:
        yield Column("why", Text("why", "原因"))


def _cells(deal: Deal, columns: Sequence[Column], *, lang: Lang) -> Iterator[Cell]:
    values: dict[str, Value] = {
        "deal": deal.name or deal.key,
        "customer": deal.customer,
        "rep": deal.rep,
        "stage": deal.stage,
        "amount": deal.amount,
        "expected": deal.expected,
        "since": deal.since,
        "silent": deal.silent,
        "age": deal.age,
    }
    for column in columns:
        yield said(reason_of(deal, lang=lang), lang) if column.key == "why" else Cell(values[column.key])


def _sum_row(label: str, deals: Sequence[Deal], columns: Sequence[Column]) -> Row:
    values: dict[str, Value] = {"deal": label, "amount": worth(deals)}
    return Row(tuple(Cell(values.get(column.key)) for column in columns))


def _order(found: OpenDeals) -> Text:
    """The order in which the deals stand."""
    if found.has_amounts:
        return _BY_AMOUNT
    if found.sees_activity:
        return _BY_SILENCE
    return _BY_AGE if any(deal.age is not None for deal in found.deals) else _BY_NAME


def reason_of(deal: Deal, *, lang: Lang) -> Text:
    """Why a deal stands still, in words; nothing where it does not."""
    told = []
    if Why.SILENT in deal.stalled:
        told.append(SILENT_FOR.fill(days=deal.silent))
    if Why.OVERDUE in deal.stalled:
        told.append(CLOSE_OVER.fill(day=formatted(deal.expected, None, lang=lang)))
    return listing(told, Text("; ", "；"))
