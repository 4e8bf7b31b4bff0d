"""Every row of a workbook beside what the plan pays, and why they may differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.commission.auditing.reasons import Lines, Other, lines_by_person, paid_within
from salesperf.analyses.commission.auditing.their_rows import TheirRow
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.plan import RoundingTerms
from salesperf.core.money import EXACT, settle
from salesperf.core.period import Period
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, listing

ZERO = Decimal(0)
_CENT = Decimal("0.01")
_SEMICOLON = Text("; ", "；")
_NO_AMOUNT = Text("the cell holds no number but {shown!r}", "单元格中不是数字，而是「{shown}」")
_NO_RESULT = Text(
    "the formula has no stored result: open the workbook in Excel and save it",
    "公式没有保存的结果：请在 Excel 中打开并保存",
)
_EMPTY = Text("the cell is empty", "单元格为空")
_NO_PERIOD = Text("{written!r} is not a period", "「{written}」不是有效的期间")
_NOBODY = Text("no plan knows {rep!r}", "方案中没有「{rep}」")
_NOTHING = Text("the plan pays {rep!r} nothing in {period}", "方案在{period}没有「{rep}」的提成")
_TWICE = Text("{rep!r} and {period} stand in several rows: {cells}", "「{rep}」在{period}有多行：{cells}")
_OTHER_CELLS = Text(
    "the formula {formula} refers to other cells than those of other rows; like them it would be {expected}",
    "公式 {formula} 引用的单元格与其他行不同；若与其他行一致应为 {expected}",
)
_TYPED = Text(
    "the amount is typed; in other rows it is worked out: {expected}", "金额为直接录入，其他行由公式计算：{expected}"
)
_SIGN = Text("the sign is turned round", "正负号相反")
_ROUNDED = Text("a cent apart: it is rounded at another place", "相差一分：取整位置不同")
_PERIODS = Text("it is what {who} is due for {period}", "等于{who}在{period}的提成")
_UNKNOWN = Text("no reason found", "未找到原因")


class Difference(Struct, frozen=True):
    """A row that disagrees: theirs, ours (null where there is none), ours less theirs, and the likely reason."""

    row: TheirRow
    ours: Decimal | None
    reason: Text

    @property
    def difference(self) -> Decimal | None:
        """What is missing in theirs; null where one of the two is."""
        if self.ours is None or self.row.amount is None:
            return None
        return EXACT.subtract(self.ours, self.row.amount)


class Compared(Struct, frozen=True):
    """A whole workbook: rows read and agreeing, those that differ, odd formulas that agree, and whom it leaves out."""

    rows: int
    agreeing: int
    differences: tuple[Difference, ...]
    odd: tuple[TheirRow, ...] = ()
    missing: tuple[tuple[str, Period, Decimal], ...] = ()


Due = tuple[str, Period, Decimal]


class Ours(Struct, frozen=True):
    """What the plans pay, by all components or one, and other readings of them, worked out when first asked for."""

    lines: Lines
    names: Mapping[str, str]
    """What people call everybody the plans know, by id."""
    rounding: RoundingTerms
    others: Callable[[], tuple[Other, ...]]
    due: tuple[Due, ...]
    """What everybody is due for every period, where it is not nothing."""
    ids: Mapping[str, str]
    """The id of everybody the plans know, by id and by name."""

    def called(self, who: str) -> str:
        """What people call somebody."""
        return self.names.get(who, who)


def ours_of(payrolls: Sequence[Payroll], others: Callable[[], tuple[Other, ...]], component: str | None = None) -> Ours:
    """What plans pay, laid out for rows to be held against."""
    lines = lines_by_person(payrolls, component)
    names = {who: one.name(who) for one in payrolls for who in one.desk.people()}
    places = sorted({(line.period, who) for who, own in lines.items() for line in own})
    pays = ((who, period, paid_within(lines, who, period)) for period, who in places)
    due = tuple((who, period, pay) for who, period, pay in pays if pay)
    ids = {name: who for who, name in names.items()} | {who: who for who in names}
    return Ours(lines, names, payrolls[0].plan.plan.rounding, others, due, ids)


def compared(rows: Sequence[TheirRow], ours: Ours) -> Compared:
    """Hold every row against what the plans pay; amounts are compared rounded as the first plan rounds."""
    cells: dict[tuple[str, Period | None], list[str]] = {}
    for row in rows:
        cells.setdefault((row.rep, row.period), []).append(row.cell)
    differences, agreeing, odd = [], 0, []
    for row in rows:
        alike = cells[row.rep, row.period]
        told = _difference(row, ours, alike if len(alike) > 1 else [])
        if told is not None:
            differences.append(told)
            continue
        agreeing += 1
        odd += [row] if row.expected is not None else []
    return Compared(len(rows), agreeing, tuple(differences), tuple(odd), tuple(_missing(rows, ours)))


def _difference(row: TheirRow, ours: Ours, cells: Sequence[str]) -> Difference | None:
    who = ours.ids.get(row.rep)
    pay = None if who is None or row.period is None else paid_within(ours.lines, who, row.period)
    faults = list(_unreadable(row, who, ours))
    if faults or row.period is None or row.amount is None or who is None:
        return Difference(row, pay, listing(faults, _SEMICOLON))
    if cells:
        told = _TWICE.fill(rep=row.rep, period=row.period.key, cells=listing(cells))
        return Difference(row, pay, told)
    terms = ours.rounding
    theirs = settle(row.amount, places=terms.places, mode=terms.mode)
    if theirs == (pay or ZERO):
        return None
    return Difference(row, pay, listing(_reasons(row, who, theirs, pay, ours), _SEMICOLON))


def _unreadable(row: TheirRow, who: str | None, ours: Ours) -> Iterator[Text]:
    if who is None:
        told, guess = _NOBODY.fill(rep=row.rep), did_you_mean(row.rep, list(ours.names.values()))
        yield listing((told, guess), _SEMICOLON) if guess else told
    if row.period is None:
        yield _NO_PERIOD.fill(written=row.written)
    if row.amount is None:
        yield _NO_RESULT if row.formula and not row.shown else _NO_AMOUNT.fill(shown=row.shown) if row.shown else _EMPTY


def _reasons(row: TheirRow, who: str, theirs: Decimal, pay: Decimal | None, ours: Ours) -> Iterator[Text]:
    """What its formula says, and the first reading that pays just what it says."""
    if row.expected is not None:
        words = _TYPED if row.formula is None else _OTHER_CELLS
        yield words.fill(formula=row.formula, expected=row.expected)
    found = _reading(row, who, theirs, pay, ours)
    if found is not None:
        yield found
    elif row.expected is None:
        yield _NOTHING.fill(rep=row.rep, period=row.period.key) if pay is None and row.period else _UNKNOWN


def _reading(row: TheirRow, who: str, theirs: Decimal, pay: Decimal | None, ours: Ours) -> Text | None:
    if row.period is None:
        return None
    if pay and theirs == -pay:
        return _SIGN
    for other in ours.others():
        if paid_within(other.lines, who, row.period) == theirs:
            return other.reason
    same_as = [(one, period) for one, period, due in ours.due if due == theirs]
    if len(same_as) == 1:
        [(one, period)] = same_as
        return _PERIODS.fill(who=ours.called(one), period=period.key)
    return _ROUNDED if pay is not None and abs(EXACT.subtract(pay, theirs)) <= _CENT else None


def _missing(rows: Sequence[TheirRow], ours: Ours) -> Iterator[tuple[str, Period, Decimal]]:
    """Who is due something in a period of the workbook that has no row for them."""
    spans = {row.period for row in rows if row.period is not None}
    named = {(ours.ids.get(row.rep), row.period) for row in rows}
    for who, period, pay in ours.due:
        inside = [span for span in spans if span.start <= period.start and period.end <= span.end]
        if inside and not any((who, span) in named for span in inside):
            yield ours.called(who), period, pay
