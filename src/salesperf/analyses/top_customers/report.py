"""The largest customers and those going quiet, as sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.top_customers.compute import Customer, Customers, Quiet
from salesperf.core.status import Status
from salesperf.core.text import Lang, Text, listing, same
from salesperf.core.unit import Unit
from salesperf.metrics.ratio import growth, ratio
from salesperf.report.cut import rows_alone
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock, Value
from salesperf.report.whole_lists import rows_beyond

TOP_KEY, QUIET_KEY = "top_customers", "quiet_customers"
TOP_TITLE, QUIET_TITLE = Text("Largest customers", "重点客户"), Text("Customers going quiet", "趋于沉寂的客户")
NONE_SOLD = Text("nobody bought anything in the period", "期内没有客户购买")
NONE_QUIET = Text("no customer is silent for longer than it usually is", "没有客户的静默期超过其自身习惯")
_FEW = Text("The largest of them bring {share} of {whole}.", "前列客户贡献{whole}的{share}。")
_QUIET = Text(
    "Silent for more than twice their usual gap between orders and for longer than nine in ten of their gaps: "
    "{customers} who brought {yearly} in 365 days.",
    "静默期超过其常规下单间隔两倍、且长于其以往九成间隔的客户：{customers}个；近365天共贡献{yearly}。",
)
_OF_FEW = Text(
    "Of customers with fewer than ten gaps the silence is longer than all of them; with fewer than five it is also "
    "more than three times the usual one.",
    "以往间隔不足10次的，静默期须长于全部间隔；不足5次的，还须超过常规间隔三倍。",
)
_OF_ALL = Text(
    "Days and gaps are of all orders with the company, whoever took them.",
    "天数与间隔按该客户在全公司的订单计算，不限经手人。",
)
_NO_BASE = Text("nothing was bought a year before", "去年同期没有购买")
_NOT_KNOWN = Text("the data do not reach back to the year before", "数据未覆盖去年同期")
_NO_SHARE = Text("nothing was sold in all", "合计不大于零")
_FEW_ORDERS = 10
"""Days with orders up to which there are fewer than ten gaps."""
FEWEST_DRAWN = 4
"""Bars that a picture needs to show more than the table does."""
_BY_REVENUE, _BY_YEAR = Text("By net revenue", "按销售净额"), Text("By what they brought in a year", "按近一年贡献")
_OTHERS, _TOTAL = Text("{count} others", "其余{count}个"), Text("total", "合计")
_CUSTOMER = Text("customer", "客户")
_TOP_COLUMNS = (
    Column("customer", _CUSTOMER),
    Column("revenue", Text("net revenue", "销售净额"), Unit.MONEY, adds_up=True),
    Column("share", Text("share", "占比"), Unit.RATIO),
    Column("growth", Text("on last year", "同比"), Unit.GROWTH),
    Column("last_order", Text("last order", "最近下单")),
    Column("days_since", Text("days since", "距今天数"), Unit.COUNT),
)
_REP = Column("rep", Text("last sold by", "最近经手人"))
_QUIET_COLUMNS = (
    Column("customer", _CUSTOMER),
    _REP,
    Column("last_order", Text("last order", "最近下单")),
    Column("days_since", Text("days since", "距今天数"), Unit.COUNT),
    Column("usual_gap", Text("usual gap", "常规间隔"), Unit.DAYS),
    Column("most_gap", Text("nine in ten gaps up to", "九成间隔不超过"), Unit.DAYS),
    Column("orders", Text("days with orders", "下单天数"), Unit.COUNT),
    Column("yearly", Text("brought in 365 days", "近365天销售净额"), Unit.MONEY, adds_up=True),
)


def top_customers_section(
    found: Customers, *, lang: Lang, draws: bool = True, most: int = 10, key: str = TOP_KEY
) -> Section:
    """The customers who brought most; of those beyond `most` the sum is told; `draws` is whether bars show them too."""
    if not found.customers:
        return Section(key, TOP_TITLE, empty=NONE_SOLD)
    shown = rows_alone(len(found.customers), most=most)
    top, rest = found.customers[:shown], found.customers[shown:]
    rows = [_row(one, found) for one in top]
    if rest:
        label = _OTHERS.fill(count=f"{len(rest):,}").say(lang)
        now = sum((one.sold.now for one in rest), Decimal(0))
        # Who bought a year before and not now is in no row: what is not of the largest was of all the others.
        before = _summed(one.sold.then for one in top)
        then = None if before is None or found.whole_then is None else found.whole_then - before
        rows.append(_sum_row(label, found, now, then))
    total = _sum_row(_TOTAL.say(lang), found, found.whole, found.whole_then)
    title = Text("What the largest customers brought", "重点客户销售净额")
    figures = (_bars(title, first=len(top), of=len(found.customers)),) if draws and len(top) >= FEWEST_DRAWN else ()
    beyond = rows_beyond(rest, lambda one: _row(one, found))
    block = TableBlock(
        "top_customers", _BY_REVENUE, _TOP_COLUMNS, tuple(rows), total=total, figures=figures, beyond=beyond
    )
    sentences: tuple[Sentence, ...] = ()
    if rest and found.whole > 0:
        share = _share(sum((one.sold.now for one in top), Decimal(0)), found.whole)
        sentences = (Sentence(_FEW, {"share": share, "whole": Cell(found.whole, Unit.MONEY)}),)
    return Section(key, TOP_TITLE, sentences=sentences, blocks=(block,))


def _bars(title: Text, *, first: int, of: int) -> Figure:
    return Figure(FigureKind.BAR, "top_customers", title, "customer", ("revenue",), first=first, of=of)


def quiet_customers_section(
    found: Customers, *, lang: Lang, shows_reps: bool = True, most: int = 10, key: str = QUIET_KEY
) -> Section:
    """The customers going quiet; of those beyond `most` the sum is told."""
    if not found.quiet:
        return Section(key, QUIET_TITLE, empty=NONE_QUIET)
    has_reps = shows_reps and any(one.reps for one in found.quiet)
    columns = tuple(column for column in _QUIET_COLUMNS if has_reps or column is not _REP)

    def row(one: Quiet) -> Row:
        return _quiet_row(one, columns, lang=lang)

    shown = rows_alone(len(found.quiet), most=most)
    rows = [row(one) for one in found.quiet[:shown]]
    if rest := found.quiet[shown:]:
        rows.append(_quiet_sum(_OTHERS.fill(count=f"{len(rest):,}").say(lang), rest, columns))
    total = _quiet_sum(_TOTAL.say(lang), found.quiet, columns)
    beyond = rows_beyond(found.quiet[shown:], row)
    block = TableBlock("quiet_customers", _BY_YEAR, columns, tuple(rows), total=total, beyond=beyond)
    return Section(key, QUIET_TITLE, sentences=tuple(_quiet_said(found)), blocks=(block,))


def _quiet_said(found: Customers) -> Iterator[Sentence]:
    """How many there are, by what rule, and of whose orders it holds where others sold to them too."""
    yearly = Cell(_yearly(found.quiet), Unit.MONEY)
    yield Sentence(_QUIET, {"customers": Cell(len(found.quiet), Unit.COUNT), "yearly": yearly}, Status.YELLOW)
    if any(one.habit.orders <= _FEW_ORDERS for one in found.quiet):
        yield Sentence(_OF_FEW)
    if any(one.own < one.habit.orders for one in found.quiet):
        yield Sentence(_OF_ALL)


def _row(one: Customer, found: Customers) -> Row:
    habit = one.habit
    amounts = _amounts(found, one.sold.now, one.sold.then)
    last = None if habit is None else habit.last
    return Row((Cell(one.sold.name), *amounts, Cell(last), Cell(None if last is None else (found.on - last).days)))


def _sum_row(label: str, found: Customers, now: Decimal, then: Decimal | None) -> Row:
    return Row((Cell(label), *_amounts(found, now, then), Cell(None), Cell(None)))


def _amounts(found: Customers, now: Decimal, then: Decimal | None) -> tuple[Cell, ...]:
    """What was bought, its share and its growth, marked where the period is not over."""
    cells = (Cell(now), _share(now, found.whole), _growth(now, then))
    return tuple(replace(cell, partial=found.partial) for cell in cells)


def _quiet_row(one: Quiet, columns: Sequence[Column], *, lang: Lang) -> Row:
    habit = one.habit
    values: dict[str, Value] = {
        "customer": one.name,
        "rep": listing([same(rep) for rep in one.reps]).say(lang) if one.reps else None,
        "last_order": habit.last,
        "days_since": one.days,
        "usual_gap": habit.usual,
        "most_gap": habit.most,
        "orders": habit.orders,
        "yearly": one.yearly,
    }
    return Row(tuple(Cell(values[column.key]) for column in columns))


def _quiet_sum(label: str, quiet: Sequence[Quiet], columns: Sequence[Column]) -> Row:
    values: dict[str, Value] = {"customer": label, "yearly": _yearly(quiet)}
    return Row(tuple(Cell(values.get(column.key)) for column in columns))


def _yearly(quiet: Sequence[Quiet]) -> Decimal:
    return sum((one.yearly for one in quiet), Decimal(0))


def _share(part: Decimal, whole: Decimal) -> Cell:
    share = ratio(part, whole)
    return Cell(share, Unit.RATIO, _NO_SHARE if share is None else None)


def _growth(now: Decimal, then: Decimal | None) -> Cell:
    if then is None:
        return Cell(None, reason=_NOT_KNOWN)
    change = growth(now, then)
    return Cell(change, reason=_NO_BASE if change is None else None)


def _summed(values: Iterable[Decimal | None]) -> Decimal | None:
    found = list(values)
    known = [value for value in found if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(found) else None
