"""The accounts that payout lines are booked on, and which of them a kind of line moves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from salesperf.analyses.commission.lines import Kind
from salesperf.core.errors import UsageError
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, listing


class Role(StrEnum):
    """What an account is for."""

    EXPENSE = "expense"
    PAYABLE = "payable"
    DRAWS = "draws"
    HELD_BACK = "held_back"
    UNCOLLECTED = "uncollected"
    OWED = "owed"


DEFAULTS: Mapping[Role, str] = {
    Role.EXPENSE: "Expenses:Commission",
    Role.PAYABLE: "Liabilities:Commission:Payable",
    Role.DRAWS: "Assets:Commission:Draws",
    Role.HELD_BACK: "Liabilities:Commission:Held-Back",
    Role.UNCOLLECTED: "Liabilities:Commission:Uncollected",
    Role.OWED: "Assets:Commission:Owed-By-Reps",
}
"""Names that beancount and hledger both take."""
_BALANCES = {
    Kind.DRAW_ADVANCE: Role.DRAWS,
    Kind.DRAW_RECOVERY: Role.DRAWS,
    Kind.RESERVE: Role.HELD_BACK,
    Kind.RESERVE_RELEASE: Role.HELD_BACK,
    Kind.UNCOLLECTED: Role.UNCOLLECTED,
    Kind.COLLECTED: Role.UNCOLLECTED,
    Kind.CARRIED: Role.OWED,
}
_NO_ROLE = Text("--account {wrote!r} names no account", "--account「{wrote}」无法识别")
_WRITE = Text("write expense=NAME; known: {names}", "请写 expense=科目名；可用的有：{names}")
_BEANCOUNT = re.compile(r"(Assets|Liabilities|Equity|Income|Expenses)(:(?!_)[\dA-Z\u00c0-\uffff](?:(?!_)[\w-])*)+")
_NOT_BEANCOUNT = Text("{name!r} is no account of beancount", "「{name}」不是 beancount 科目")
_LIKE = Text(
    "write one such as Expenses:Commission: a root of five, then parts that begin with a capital or digit",
    "请写如 Expenses:Commission：五大类之一开头，各段以大写字母或数字开头",
)
_NOT_HLEDGER = Text("{name!r} is no account of hledger", "「{name}」不是 hledger 科目")
_ONE_BLANK = Text(
    "two blanks, a tab or ; end a name, and * ! ( [ before it mean something else",
    "两个空格、制表符或分号会结束科目名，开头的 * ! ( [ 另有含义",
)


def role_of(kind: Kind, *, is_owed_back: bool) -> Role:
    """The account that a kind of line is set against; a draw that is never owed back is an expense."""
    role = _BALANCES.get(kind, Role.EXPENSE)
    return Role.EXPENSE if role is Role.DRAWS and not is_owed_back else role


def accounts_of(told: Iterable[str]) -> Mapping[Role, str]:
    """The accounts, those told (`expense=6601.03`) in place of the usual; raises `UsageError` for what is none."""
    found = dict(DEFAULTS)
    for wrote in told:
        key, equals, name = (part.strip() for part in wrote.partition("="))
        if not equals or not name or key not in set(Role):
            known = _WRITE.fill(names=listing(Role))
            raise UsageError(_NO_ROLE.fill(wrote=wrote), did_you_mean(key, [*Role]) or known)
        found[Role(key)] = name
    return found


def refuse_for_beancount(accounts: Mapping[Role, str]) -> None:
    """Raise `UsageError` for a name that beancount would not read."""
    for name in accounts.values():
        if _BEANCOUNT.fullmatch(name) is None:
            raise UsageError(_NOT_BEANCOUNT.fill(name=name), _LIKE)


def refuse_for_hledger(accounts: Mapping[Role, str]) -> None:
    """Raise `UsageError` for a name that hledger would cut."""
    for name in accounts.values():
        if "  " in name or "\t" in name or ";" in name or name[0] in "*!([":
            raise UsageError(_NOT_HLEDGER.fill(name=name), _ONE_BLANK)
