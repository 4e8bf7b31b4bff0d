"""Payout lines as double entries: what each line owes somebody, and what it is set against; every entry balances.

A line that pays credits what is payable and debits expense; one that holds back, advances or takes back moves between
what is payable and the account of that balance. A draw that is forgiven becomes an expense though nothing is paid;
what is taken back of commission that is still held back, and so never released, is an expense no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.exporting.accounts import Role, role_of
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.core.money import EXACT
from salesperf.core.text import Text

ZERO = Decimal(0)
_TOLD = Text("Commission, {plan}, {period}: {label}", "提成，{plan}，{period}：{label}")


class Posting(Struct, frozen=True):
    """One side of an entry: a debit is positive, a credit negative."""

    account: str
    amount: Decimal


class Entry(Struct, frozen=True):
    """One payout line as it is booked, on the last day of its period.

    `line` names the payout line, the same in every run: plan and version, period, rep, component, and a number where
    one has several.
    """

    day: date
    line: str
    text: Text
    participant: str
    name: str
    plan: str
    period: str
    component: str
    kind: str
    currency: str
    postings: tuple[Posting, ...]


def entries(found: Payroll, lines: Sequence[Line], accounts: Mapping[Role, str]) -> Iterator[Entry]:
    """The entries of payout lines, in their order; none of lines that move nothing."""
    draw = found.plan.draw
    is_owed_back = draw is not None and draw.kind == "recoverable"
    seen: dict[str, int] = {}
    for line in lines:
        name = f"{line.plan}@{found.plan.plan.version}/{line.period.key}/{line.participant}/{line.component}"
        seen[name] = seen.get(name, 0) + 1
        moved = moves(line, is_owed_back=is_owed_back)
        postings = tuple(Posting(accounts[role], moved[role]) for role in Role if role in moved)
        if postings:
            yield Entry(
                day=line.period.end,
                line=name if seen[name] == 1 else f"{name}#{seen[name]}",
                text=_TOLD.fill(plan=found.plan.plan.label, period=line.period.key, label=line.label),
                participant=line.participant,
                name=found.name(line.participant),
                plan=line.plan,
                period=line.period.key,
                component=line.component,
                kind=line.kind.value,
                currency=found.plan.plan.currency,
                postings=postings,
            )


def moves(line: Line, *, is_owed_back: bool) -> Mapping[Role, Decimal]:
    """What a payout line moves on each account, debits above zero; adds up to zero, and is empty where nothing moves.

    `is_owed_back` is whether draws are: one that is not is an expense.
    """
    moved = line.moved or ZERO
    beside = Role.DRAWS if line.kind is Kind.DRAW_FORGIVEN else Role.HELD_BACK
    found: dict[Role, Decimal] = {}
    for role, amount in (
        (role_of(line.kind, is_owed_back=is_owed_back), line.pay),
        (Role.PAYABLE, EXACT.minus(line.pay)),
        (Role.EXPENSE, moved),
        (beside, EXACT.minus(moved)),
    ):
        found[role] = EXACT.add(found.get(role, ZERO), amount)
    return {role: amount for role, amount in found.items() if amount}
