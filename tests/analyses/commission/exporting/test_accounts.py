from __future__ import annotations

import pytest

from salesperf.analyses.commission.exporting.accounts import (
    DEFAULTS,
    Role,
    accounts_of,
    refuse_for_beancount,
    refuse_for_hledger,
    role_of,
)
from salesperf.analyses.commission.lines import Kind
from salesperf.core.errors import UsageError


def test_accounts_told_stand_in_place_of_the_usual() -> None:
    found = accounts_of(["expense=6601.03", " payable = 2211.02 "])

    assert (found[Role.EXPENSE], found[Role.PAYABLE]) == ("6601.03", "2211.02")
    assert found[Role.DRAWS] == DEFAULTS[Role.DRAWS]


@pytest.mark.parametrize("wrote", ["6601", "expense=", "expences=6601", "=6601"])
def test_an_account_of_nothing_is_refused(wrote: str) -> None:
    with pytest.raises(UsageError, match="names no account"):
        accounts_of([wrote])


@pytest.mark.parametrize(
    "name", ["6601.03", "Expenses", "expenses:Commission", "Expenses:commission", "Income:A B", "Assets:A_B"]
)
def test_beancount_takes_five_roots_and_parts_with_a_capital(name: str) -> None:
    refuse_for_beancount(accounts_of([]))
    refuse_for_beancount(accounts_of(["expense=Expenses:提成:2026"]))
    with pytest.raises(UsageError, match="no account of beancount"):
        refuse_for_beancount(accounts_of([f"expense={name}"]))


@pytest.mark.parametrize("name", ["a  b", "a;b", "a\tb", "*a", "!a", "(a)", "[a]"])
def test_hledger_ends_a_name_at_two_blanks_and_reads_marks_before_it(name: str) -> None:
    refuse_for_hledger(accounts_of(["expense=expenses:sales commission"]))
    with pytest.raises(UsageError, match="no account of hledger"):
        refuse_for_hledger(accounts_of([f"expense={name}"]))


def test_what_is_never_owed_back_is_an_expense() -> None:
    assert role_of(Kind.DRAW_ADVANCE, is_owed_back=True) is Role.DRAWS
    assert role_of(Kind.DRAW_ADVANCE, is_owed_back=False) is Role.EXPENSE
    assert role_of(Kind.CLAWBACK, is_owed_back=True) is Role.EXPENSE
    assert {role_of(kind, is_owed_back=True) for kind in Kind} == set(Role) - {Role.PAYABLE}
