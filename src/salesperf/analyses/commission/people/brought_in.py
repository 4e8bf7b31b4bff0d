"""What tables bring in beside sales: manual adjustments as lines, opening balances as how somebody stands at first.

Adjustments are in the currency of the plan and name a period of it. Opening balances are of the day before the plan's
first period: a draw not yet paid back, a debt, or what is held back, which is released as if held back in the period
before the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from msgspec import Struct

from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.people import words
from salesperf.analyses.commission.people.settlement import SettlementTerms, Standing
from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Issue, UsageError, Where
from salesperf.core.money import EXACT, exact, settle
from salesperf.core.period import Period
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Lang, Text, folded
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import parse_period
from salesperf.facts.rep_names import RepKeys
from salesperf.tables.bundle import Bundle, Table
from salesperf.tables.labels import table_words
from salesperf.tables.schema import FILE, ROW, SHEET

ZERO = Decimal(0)
DRAW, OWED, RESERVE = "draw_owed", "owed", "reserve"
_KINDS = {
    **dict.fromkeys(("draw_owed", "draw owed", "draw", "预支", "未扣预支"), DRAW),
    **dict.fromkeys(("owed", "negative balance", "negative_balance", "balance", "欠款", "负余额"), OWED),
    **dict.fromkeys(("reserve", "holdback", "held back", "暂扣", "暂扣款"), RESERVE),
}
_UNUSABLE = Text("adjustments or opening balances cannot be used", "调整或期初余额无法使用")
_SEE = Text("correct the rows listed", "请修正所列各行")
_EMPTY = Text("a row of {table} says no {column}", "{table}中有一行未填{column}")
_NO_REP = Text("{rep!r} is no rep that the files know", "文件中没有销售员「{rep}」")
_NO_PERIOD = Text("{period!r} is no {grain} of the plan", "「{period}」不是方案的期间（{grain}）")
_NO_KIND = Text(
    "{kind!r} is no balance: draw_owed, owed or reserve", "「{kind}」不是余额类型：draw_owed、owed、reserve"
)
_OTHER_DAY = Text(
    "it is of {day}; the plan begins from balances of {wanted}, the day before its first period",
    "截至日为{day}；方案首期前一日为{wanted}，期初余额须截至该日",
)
_BELOW = Text(
    "a balance of {amount} is below zero: write what is owed or held back as it is", "余额{amount}小于零：请按正数填写"
)


class BroughtIn(Struct, frozen=True):
    """Lines of adjustments by rep and period, and the balances of reps by kind."""

    adjustments: Mapping[tuple[str, Period], tuple[Line, ...]]
    balances: Mapping[str, Mapping[str, Decimal]]

    def standing(self, who: str, terms: SettlementTerms) -> Standing:
        """How somebody stands before the first period."""
        of = self.balances.get(who, {})
        due = 1 if terms.holdback is None else terms.holdback.release_after
        reserve = {due: of[RESERVE]} if of.get(RESERVE) else {}
        return Standing(draw_owed=of.get(DRAW, ZERO), owed=of.get(OWED, ZERO), reserve=reserve)

    def opening(self, who: str, period: Period, terms: SettlementTerms) -> tuple[Line, ...]:
        """The line that tells how somebody stands at first; it pays nothing."""
        of = self.balances.get(who, {})
        told = tuple(words.OPENS[kind].fill(amount=said(of[kind])) for kind in (DRAW, OWED, RESERVE) if of.get(kind))
        kind = Kind.OPENING
        pay = settle(ZERO, places=terms.places, mode=terms.mode)
        return (Line(who, terms.plan, period, kind, kind.value, words.OPENING, pay, reasons=told),) if told else ()


def brought_in(
    bundle: Bundle, reps: RepKeys, periods: Sequence[Period], terms: SettlementTerms, calendar: Calendar
) -> BroughtIn:
    """Read both tables; raises `DataError` with every row that cannot be used. Other periods are left to theirs."""
    faults: list[Issue] = []
    adjusted: dict[tuple[str, Period], tuple[Line, ...]] = {}
    for row, where in _rows(bundle, "adjustments"):
        found = _adjustment(row, where, reps, periods, calendar)
        if isinstance(found, Issue):
            faults.append(found)
        elif found is not None:
            line = _line(row, where, *found, terms)
            adjusted[found] = (*adjusted.get(found, ()), line)
    balances: dict[str, dict[str, Decimal]] = {}
    for row, where in _rows(bundle, "opening_balances"):
        held = _balance(row, where, reps, periods[0].start - timedelta(days=1))
        if isinstance(held, Issue):
            faults.append(held)
            continue
        who, kind, amount = held
        own = balances.setdefault(who, {})
        own[kind] = EXACT.add(own.get(kind, ZERO), amount)
    if faults:
        raise DataError(_UNUSABLE, _SEE, tuple(faults))
    return BroughtIn(adjusted, balances)


def _rows(bundle: Bundle, name: str) -> Iterator[tuple[Mapping[str, Any], Where]]:
    table: Table | None = bundle.get(name)
    for row in () if table is None else table.frame.rows(named=True):
        yield {**row, "": name}, Where(row.get(FILE), row.get(SHEET), row.get(ROW))


def _lacking(row: Mapping[str, Any], where: Where, columns: Sequence[str], reps: RepKeys) -> Issue | None:
    for column in columns:
        if row[column] is None:
            return issue("F627", _EMPTY.fill(table=table_words(row[""]), column=column), where)
    if row["rep_id"] not in reps.ids | reps.keys.keys():
        hint = did_you_mean(row["rep_id"], sorted(reps.ids | reps.keys.keys()))
        return issue("F627", _NO_REP.fill(rep=row["rep_id"]), where, hint=hint or "")
    return None


def _adjustment(
    row: Mapping[str, Any], where: Where, reps: RepKeys, periods: Sequence[Period], calendar: Calendar
) -> tuple[str, Period] | Issue | None:
    """Whose it is and in which period; None where that lies outside those of the plan that are worked out."""
    fault = _lacking(row, where, ("rep_id", "period", "amount", "reason"), reps)
    if fault is not None:
        return fault
    grain = periods[0].grain
    told = _NO_PERIOD.fill(period=row["period"], grain=grain.value if grain is not None else "")
    try:
        period = parse_period(row["period"], calendar=calendar, as_of=periods[-1].end)
    except UsageError:
        return issue("F627", told, where, value=row["period"])
    if period.grain is not grain:
        return issue("F627", told, where, value=row["period"])
    found = next((one for one in periods if (one.start, one.end) == (period.start, period.end)), None)
    return None if found is None else (reps.of([row["rep_id"]])[row["rep_id"]], found)


def _line(row: Mapping[str, Any], where: Where, who: str, period: Period, terms: SettlementTerms) -> Line:
    place = Text(where.say(Lang.EN), where.say(Lang.ZH))
    kind = Kind.ADJUSTMENT
    pay = settle(exact(row["amount"]), places=terms.places, mode=terms.mode)
    told = words.ADJUSTED.fill(reason=row["reason"], place=place)
    return Line(who, terms.plan, period, kind, kind.value, words.ADJUSTMENT, pay, reasons=(told,))


def _balance(row: Mapping[str, Any], where: Where, reps: RepKeys, wanted: date) -> tuple[str, str, Decimal] | Issue:
    fault = _lacking(row, where, ("rep_id", "kind", "as_of", "amount"), reps)
    if fault is not None:
        return fault
    kind, amount = _KINDS.get(folded(row["kind"])), exact(row["amount"])
    if kind is None:
        hint = did_you_mean(row["kind"], list(_KINDS))
        return issue("F627", _NO_KIND.fill(kind=row["kind"]), where, hint=hint or "", value=row["kind"])
    if row["as_of"] != wanted:
        return issue("F627", _OTHER_DAY.fill(day=row["as_of"], wanted=wanted), where)
    if amount < ZERO:
        return issue("F627", _BELOW.fill(amount=said(amount)), where)
    return reps.of([row["rep_id"]])[row["rep_id"]], kind, amount
