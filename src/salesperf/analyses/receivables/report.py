"""What is owed as a section: sentences, the ages with their picture, debts by customer, and overdue invoices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from functools import partial

from salesperf.analyses.receivables.compute import NOTHING, Balance, Bill, Debt, Receivables, together
from salesperf.core.status import Status
from salesperf.core.text import Lang, Text, listing
from salesperf.core.unit import Unit
from salesperf.facts.receivables import AGES
from salesperf.metrics.ratio import ratio
from salesperf.report.capitals import said
from salesperf.report.cut import rows_alone
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock, Value
from salesperf.report.whole_lists import rows_beyond

KEY = "receivables"
TITLE = Text("Receivables", "应收账款")
NOTHING_OWED = Text("nothing is owed", "没有应收账款")
_OWED = Text("{customers} customers owe {owed} at the end of {day}.", "截至{day}，{customers}个客户欠款{owed}。")
_OWED_BY_ONE = Text("One customer owes {owed} at the end of {day}.", "截至{day}，1个客户欠款{owed}。")
_OWED_BY_NONE = Text("No customer owes anything at the end of {day}.", "截至{day}，没有客户欠款。")
_IN_CREDIT = Text("{customers} are in credit by {credit}.", "{customers}个客户为贷方余额，合计{credit}。")
_ONE_IN_CREDIT = Text("One is in credit by {credit}.", "1个客户为贷方余额{credit}。")
_UNUSED = Text(
    "Open invoices come to {owed}; credits of {credit} are not yet used, which leaves {left}.",
    "未结清发票合计{owed}，另有未核销贷项{credit}，余额{left}。",
)
_LATE = Text(
    "{overdue} of the open invoices ({share}) is past due, the oldest since {since}.",
    "未结清发票中{overdue}（{share}）已逾期，最早于{since}到期。",
)
_NONE_LATE = Text("No invoice is past due.", "没有发票逾期。")
_UNDATED = Text("When it falls due is not known.", "到期日未知。")
_MOST = Text("{customer} owes the most of what is late: {overdue}.", "逾期金额最大的是{customer}：{overdue}。")
_DEBTS = Text("Owed by customer", "客户应收明细")
_AGES = Text("How old it is", "账龄")
_BILLS = Text("Overdue invoices", "逾期发票")
_NO_BILLS = Text("no invoice is past due", "没有逾期发票")
_OTHERS = Text("{count} others", "其余{count}个客户")
_OTHER_BILLS = Text("{count} others", "其余{count}张发票")
_AND_MORE = Text("{names} and {count} more", "{names}等，另有{count}人")
_MOST_REPS = 2
_AGE_WORDS = {
    "not_due": Text("not due yet", "未到期"),
    "late_1_30": Text("1–30 days late", "逾期1–30天"),
    "late_31_60": Text("31–60 days late", "逾期31–60天"),
    "late_61_90": Text("61–90 days late", "逾期61–90天"),
    "late_over_90": Text("over 90 days late", "逾期90天以上"),
}
_UNAGED = Text("of no age", "无账龄")
_CREDIT = Text("credits not yet used", "未核销贷项")
_NO_SHARE = Text("nothing is owed in all", "应收合计不大于零")
_TOTAL = Text("total", "合计")
_CUSTOMER, _REP = Text("customer", "客户"), Text("rep", "销售员")
_COL_BALANCE = Text("balance", "余额")
_COL_OWED, _COL_LATE = Text("owed", "应收余额"), Text("past due", "逾期金额")
_COL_OLDEST = Text("most days late", "最长逾期天数")


def receivables_section(
    found: Receivables,
    *,
    lang: Lang,
    shows_reps: bool = True,
    shows_ages: bool = True,
    most: int = 10,
    most_bills: int = 10,
    key: str = KEY,
) -> Section:
    """What is owed; of debts and bills beyond `most` the sum is told, so that every total holds.

    Without `shows_reps` nobody but customers is named; without `shows_ages` the ages of the whole are left out. They
    are where nothing is past due too, as a sentence says that; else every age has its row, so that pages of one month
    and the next have the same rows.
    """
    if not found.debts:
        return Section(key, TITLE, empty=NOTHING_OWED)
    has_reps = shows_reps and found.has_reps
    blocks = [_debts_block(found, lang=lang, most=most, has_reps=has_reps)]
    if found.whole.ages is not None:
        is_aged = bool(found.whole.overdue) or _unaged(found.whole) != NOTHING
        blocks = [*([_ages_block(found.whole, lang)] if shows_ages and is_aged else []), *blocks]
        blocks.append(_bills_block(found, lang=lang, most=most_bills, has_reps=has_reps))
    return Section(key, TITLE, sentences=tuple(_sentences(found)), blocks=tuple(blocks))


def _sentences(found: Receivables) -> Iterator[Sentence]:
    whole = found.whole
    yield from _who_owes(found)
    if whole.credit:
        amounts = {"owed": whole.owed, "credit": -whole.credit, "left": whole.left}
        yield Sentence(_UNUSED, {name: Cell(amount, Unit.MONEY) for name, amount in amounts.items()})
    if whole.overdue is None:
        yield Sentence(_UNDATED)
        return
    if not whole.overdue or whole.oldest is None:
        yield Sentence(_NONE_LATE, status=Status.GREEN if not whole.overdue else None)
        return
    late = Cell(whole.overdue, Unit.MONEY)
    since = Cell(found.on - timedelta(days=whole.oldest))
    yield Sentence(_LATE, {"overdue": late, "share": _share(whole.overdue, whole.owed), "since": since})
    heaviest = found.debts[0]
    if heaviest.name is not None and heaviest.overdue and len(found.debts) > 1:
        values = {"customer": Cell(heaviest.name), "overdue": Cell(heaviest.overdue, Unit.MONEY)}
        yield Sentence(_MOST, values)


def _who_owes(found: Receivables) -> Iterator[Sentence]:
    """How many customers owe how much, and how many have more credits than they owe; each customer is one of them."""
    owing = [left for left in found.balances.values() if left > 0]
    over = [-left for left in found.balances.values() if left < 0]
    owed = {"owed": Cell(sum(owing, NOTHING), Unit.MONEY), "day": Cell(found.on)}
    if len(owing) > 1:
        yield Sentence(_OWED, {"customers": Cell(len(owing), Unit.COUNT), **owed})
    else:
        yield Sentence(_OWED_BY_ONE, owed) if owing else Sentence(_OWED_BY_NONE, {"day": owed["day"]})
    credit = {"credit": Cell(sum(over, NOTHING), Unit.MONEY)}
    if len(over) > 1:
        yield Sentence(_IN_CREDIT, {"customers": Cell(len(over), Unit.COUNT), **credit})
    elif over:
        yield Sentence(_ONE_IN_CREDIT, credit)


def _ages_block(whole: Balance, lang: Lang) -> TableBlock:
    """The ages from not due to the oldest, what has none, and the credits, so that they add up to the balance."""
    beside = ((_UNAGED, _unaged(whole)), (_CREDIT, whole.credit))
    named = [
        *zip((_AGE_WORDS[age] for age in AGES), whole.ages or (), strict=True),
        *((label, amount) for label, amount in beside if amount),
    ]
    rows = tuple(Row((said(label, lang), Cell(amount), _share(amount, whole.left))) for label, amount in named)
    columns = (
        Column("age", Text("age", "账龄")),
        Column("owed", _COL_OWED, Unit.MONEY, adds_up=True),
        Column("share", Text("share", "占比"), Unit.RATIO),
    )
    figure = Figure(FigureKind.BAR, "ages", Text("What is owed by age", "各账龄应收余额"), "age", ("owed",))
    total = Row((said(_TOTAL, lang), Cell(whole.left), _share(whole.left, whole.left)))
    return TableBlock("ages", _AGES, columns, rows, total=total, figures=(figure,))


def _unaged(whole: Balance) -> Decimal:
    return whole.owed - sum(whole.ages or (), NOTHING)


def _debts_block(found: Receivables, *, lang: Lang, most: int, has_reps: bool) -> TableBlock:
    ages, told = found.whole.ages is not None, _ages_told(found)
    columns = [Column("customer", _CUSTOMER), *([Column("rep", _REP)] if has_reps else [])]
    columns.append(Column("owed", _COL_OWED, Unit.MONEY, adds_up=True))
    has_credit = any(debt.credit for debt in found.debts)
    if has_credit:
        columns.append(Column("credit", _CREDIT, Unit.MONEY, adds_up=True))
        columns.append(Column("balance", _COL_BALANCE, Unit.MONEY, adds_up=True))
    if ages:
        columns.append(Column("overdue", _COL_LATE, Unit.MONEY, adds_up=True))
        columns.append(Column("oldest", _COL_OLDEST, Unit.COUNT))
        columns += [Column(AGES[place], _AGE_WORDS[AGES[place]], Unit.MONEY, adds_up=True) for place in told]
    shown = rows_alone(len(found.debts), most=most)
    amounts = partial(_amounts, told=told, has_credit=has_credit)

    def row(debt: Debt) -> Row:
        return Row(_named(debt.name, _reps(debt, lang), has_reps=has_reps) + amounts(debt))

    rows = [row(debt) for debt in found.debts[:shown]]
    if rest := found.debts[shown:]:
        others = _OTHERS.fill(count=f"{len(rest):,}").say(lang)
        rows.append(Row(_named(others, None, has_reps=has_reps) + amounts(together(rest))))
    total = Row(_named(_TOTAL.say(lang), None, has_reps=has_reps) + amounts(found.whole))
    beyond = rows_beyond(found.debts[shown:], row)
    return TableBlock("debts", _DEBTS, tuple(columns), tuple(rows), total=total, beyond=beyond)


def _bills_block(found: Receivables, *, lang: Lang, most: int, has_reps: bool) -> TableBlock:
    columns = (
        Column("invoice", Text("invoice", "发票编号")),
        Column("customer", _CUSTOMER),
        *([Column("rep", _REP)] if has_reps else []),
        Column("due", Text("due", "到期日")),
        Column("days_late", Text("days late", "逾期天数"), Unit.COUNT),
        Column("left", Text("still owed", "未收金额"), Unit.MONEY, adds_up=True),
    )
    shown = rows_alone(len(found.bills), most=most)

    def row(bill: Bill) -> Row:
        told = (Cell(bill.due), Cell(bill.days_late), Cell(bill.left))
        return Row((Cell(bill.number), *_named(bill.name, bill.rep, has_reps=has_reps), *told))

    rows = [row(bill) for bill in found.bills[:shown]]
    if rest := found.bills[shown:]:
        others = _OTHER_BILLS.fill(count=f"{len(rest):,}").say(lang)
        rows.append(_sum_of_bills(others, sum((bill.left for bill in rest), NOTHING), has_reps=has_reps))
    whole = sum((bill.left for bill in found.bills), NOTHING)
    total = _sum_of_bills(_TOTAL.say(lang), whole, has_reps=has_reps) if rows else None
    beyond = rows_beyond(found.bills[shown:], row)
    return TableBlock("overdue_invoices", _BILLS, columns, tuple(rows), total=total, empty=_NO_BILLS, beyond=beyond)


def _sum_of_bills(label: str, left: Decimal, *, has_reps: bool) -> Row:
    return Row((Cell(label), *_named(None, None, has_reps=has_reps), Cell(None), Cell(None), Cell(left)))


def _named(name: str | None, rep: str | None, *, has_reps: bool) -> tuple[Cell, ...]:
    return (Cell(name), Cell(rep)) if has_reps else (Cell(name),)


def _reps(debt: Debt, lang: Lang) -> str | None:
    """Who sold what a customer owes: the names, or the first of several."""
    if not debt.reps:
        return None
    more = len(debt.reps) - _MOST_REPS
    shown = debt.reps if more <= 1 else debt.reps[:_MOST_REPS]
    names = listing(shown)
    return (names if shown is debt.reps else _AND_MORE.fill(names=names, count=more)).say(lang)


def _ages_told(found: Receivables) -> tuple[int, ...]:
    """The places of the ages that a table of debts shows: those that anybody has; none where nothing is late."""
    aged = [debt.ages for debt in found.debts if debt.ages is not None]
    told = tuple(place for place in range(len(AGES)) if any(ages[place] for ages in aged))
    return told if any(told) else ()


def _amounts(balance: Balance, told: Sequence[int], *, has_credit: bool) -> tuple[Cell, ...]:
    """What is owed and overdue, and the ages at the places `told`."""
    owed: tuple[Value, ...] = (balance.owed, balance.credit, balance.left) if has_credit else (balance.owed,)
    if balance.ages is None:
        return tuple(map(Cell, owed))
    amounts: tuple[Value, ...] = (balance.overdue, balance.oldest, *(balance.ages[place] for place in told))
    return tuple(map(Cell, (*owed, *amounts)))


def _share(part: Decimal, whole: Decimal) -> Cell:
    share = ratio(part, whole)
    return Cell(share, Unit.RATIO, _NO_SHARE if share is None else None)
