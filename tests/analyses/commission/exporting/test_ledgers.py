from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.commission.exporting.entries import Entry, Posting
from salesperf.analyses.commission.exporting.ledgers import as_beancount, as_hledger
from salesperf.core.text import Lang, Text


def entry(
    *, name: str = "Ann", text: str = "Commission", amount: Decimal = Decimal("20.00"), currency: str = "CNY"
) -> Entry:
    return Entry(
        day=date(2026, 3, 31),
        line="test/2026-03/R1/base",
        text=Text(text, "提成"),
        participant="R1",
        name=name,
        plan="test",
        period="2026-03",
        component="base",
        kind="earning",
        currency=currency,
        postings=(Posting("Expenses:Commission", amount), Posting("Liabilities:Payable", -amount)),
    )


def test_beancount_opens_accounts_before_they_are_used() -> None:
    assert as_beancount([entry()], Lang.EN) == (
        "2026-03-31 open Expenses:Commission CNY\n"
        "2026-03-31 open Liabilities:Payable CNY\n"
        "\n"
        '2026-03-31 * "Ann" "Commission"\n'
        '  line: "test/2026-03/R1/base"\n'
        '  rep: "R1"\n'
        '  kind: "earning"\n'
        "  Expenses:Commission  20.00 CNY\n"
        "  Liabilities:Payable  -20.00 CNY\n"
    )


def test_hledger_is_told_the_decimal_mark_and_the_accounts() -> None:
    assert as_hledger([entry()], Lang.ZH) == (
        "decimal-mark .\n"
        "commodity 1000.00 CNY\n"
        "account Expenses:Commission\n"
        "account Liabilities:Payable\n"
        "\n"
        "2026-03-31 * (2026-03) Ann | 提成\n"
        "    ; line: test/2026-03/R1/base\n"
        "    ; rep: R1\n"
        "    ; kind: earning\n"
        "    Expenses:Commission  20.00 CNY\n"
        "    Liabilities:Payable  -20.00 CNY\n"
    )


def test_an_account_of_two_currencies_is_opened_once() -> None:
    # Beancount refuses an account that is opened twice; yen have no decimals.
    found = [entry(), entry(currency="JPY", amount=Decimal(300))]

    opened = [line for line in as_beancount(found, Lang.EN).splitlines() if " open " in line]
    assert opened == ["2026-03-31 open Expenses:Commission CNY,JPY", "2026-03-31 open Liabilities:Payable CNY,JPY"]
    assert as_hledger(found, Lang.EN).splitlines()[1:3] == ["commodity 1000.00 CNY", "commodity 1000. JPY"]


def test_a_ledger_that_is_included_opens_nothing() -> None:
    whole, included = as_beancount([entry()], Lang.EN), as_beancount([entry()], Lang.EN, opens=False)

    assert " open " not in included
    assert whole.endswith(included)


def test_a_name_in_brackets_is_no_code_of_hledger() -> None:
    assert "2026-03-31 * (2026-03) (王) 伟 | Commission" in as_hledger([entry(name="(王) 伟")], Lang.EN)


def test_names_cannot_break_out_of_their_place() -> None:
    hostile = entry(name='A "B" \\ C\n2026-01-01 open X', text="x; y | z\n  Equity  1 CNY")

    bean = as_beancount([hostile], Lang.EN).splitlines()
    ledger = as_hledger([hostile], Lang.EN).splitlines()

    assert bean[3] == '2026-03-31 * "A \\"B\\" \\\\ C 2026-01-01 open X" "x; y | z Equity 1 CNY"'
    assert ledger[5] == '2026-03-31 * (2026-03) A "B" \\ C 2026-01-01 open X | x, y / z Equity 1 CNY'


@pytest.mark.parametrize("write", [as_beancount, as_hledger])
@given(amounts=st.lists(st.decimals(-99999, 99999, places=2), max_size=5))
def test_every_transaction_sums_to_zero_when_read_back(write: object, amounts: list[Decimal]) -> None:
    assert callable(write)
    text = write([entry(amount=amount) for amount in amounts], Lang.EN)

    transactions = [part for part in text.split("\n\n") if " * " in part]
    assert len(transactions) == len(amounts)
    for part in transactions:
        found = [Decimal(one) for one in re.findall(r"  (-?[\d.]+) CNY$", part, re.MULTILINE)]
        assert len(found) == 2
        assert sum(found) == 0


def test_nothing_paid_is_an_empty_file() -> None:
    assert (as_beancount([], Lang.EN), as_hledger([], Lang.EN)) == ("", "")
