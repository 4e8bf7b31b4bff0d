from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.exporting.accounts import DEFAULTS, Role
from salesperf.analyses.commission.exporting.entries import Entry, entries
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.written.answers import NegativeBalance
from salesperf.core.period import Grain, Period
from salesperf.core.text import same

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'
DRAW = '[draw]\nkind = "recoverable"\nstyle = "minimum"\namount = 50\nrecovered_within = 2\nkeep = 95\n'
ORDERS = "order_id,order_date,rep_id,amount\n1,2026-02-03,Ann,1000\n2,2026-03-03,Ann,10\n"
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31), "2026-03", Grain.MONTH)


def booked(told: str, orders: str = ORDERS) -> list[Entry]:
    found = worked_out(ground(orders=orders), plan(told), date(2026, 3, 31))
    return list(entries(found, found.lines, DEFAULTS))


def sums(found: list[Entry]) -> dict[str, str]:
    of: dict[str, Decimal] = {}
    for one in found:
        for posting in one.postings:
            of[posting.account] = of.get(posting.account, Decimal(0)) + posting.amount
    return {account: str(amount) for account, amount in of.items()}


def test_commission_is_an_expense_that_is_owed() -> None:
    [february, march] = booked(FLAT)

    assert (february.day, february.line, february.currency) == (date(2026, 2, 28), "test@1/2026-02/Ann/base", "CNY")
    assert [(one.account, one.amount) for one in february.postings] == [
        ("Expenses:Commission", Decimal("100.00")),
        ("Liabilities:Commission:Payable", Decimal("-100.00")),
    ]
    assert march.text.en == "Commission, test, 2026-03: base"


def test_a_draw_that_is_forgiven_becomes_an_expense() -> None:
    # By hand: January is filled up to 50; February keeps 95 of its 100 and pays 5 back; paying back ends with it, so
    # that 45 are forgiven and an expense, and so are the 49 of March.
    found = booked(FLAT + DRAW)

    forgiven = [one for one in found if one.kind == "draw_forgiven"]
    assert [str(one.postings[0].amount) for one in forgiven] == ["45.00", "49.00"]
    assert sums(found)[DEFAULTS[Role.DRAWS]] == "0.00"
    # 101 are earned, 45 and 49 forgiven.
    assert sums(found)[DEFAULTS[Role.EXPENSE]] == "195.00"


def test_what_is_taken_of_a_reserve_is_an_expense_no_more() -> None:
    # By hand: 60 % of 100 are held back for three months. All of it comes back in March: 40 were paid and are taken,
    # 60 of the reserve are never released; nothing is left on any account.
    orders = "order_id,order_date,rep_id,amount,return_of\n1,2026-02-03,Ann,1000,\n2,2026-03-03,Ann,-1000,1\n"
    told = plan(FLAT + "[holdback]\nshare = 0.6\nrelease_after = 3\n", clawback="paid_part_only")
    found = worked_out(ground(orders=orders), told, MARCH.end)

    booked_lines = list(entries(found, found.lines, DEFAULTS))

    [taken] = [one for one in booked_lines if one.kind == "clawback"]
    amounts = {posting.account: str(posting.amount) for posting in taken.postings}
    assert amounts == {
        DEFAULTS[Role.EXPENSE]: "-100.00",
        DEFAULTS[Role.PAYABLE]: "40.00",
        DEFAULTS[Role.HELD_BACK]: "60.00",
    }
    assert sums(booked_lines)[DEFAULTS[Role.HELD_BACK]] == "0.00"
    assert found.standings["Ann"].held_back == 0


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(-3000, 3000), min_size=3, max_size=3),
    st.sampled_from(list(NegativeBalance)),
    st.sampled_from([0, 1]),
)
def test_the_books_say_what_stands_between_somebody_and_the_company(
    sold: list[int], policy: NegativeBalance, within: int
) -> None:
    draw = '[draw]\nkind = "recoverable"\nstyle = "minimum"\namount = 50\n' + ("recovered_within = 2\n" * within)
    hold = "[holdback]\nshare = 0.25\nrelease_after = 1\n"
    rows = "".join(f"{month},2026-0{month}-03,Ann,{amount}\n" for month, amount in enumerate(sold, start=1))
    told = plan(FLAT + draw + hold)
    told = told.model_copy(update={"plan": told.plan.model_copy(update={"negative_balance": policy})})
    found = worked_out(ground(orders="order_id,order_date,rep_id,amount\n" + rows), told, MARCH.end)

    of = sums(list(entries(found, found.lines, DEFAULTS)))

    standing = found.standings["Ann"]
    assert Decimal(of.get(DEFAULTS[Role.DRAWS], "0")) == standing.draw_owed
    assert -Decimal(of.get(DEFAULTS[Role.HELD_BACK], "0")) == standing.held_back
    assert Decimal(of.get(DEFAULTS[Role.OWED], "0")) == standing.owed


def test_two_lines_of_one_name_are_told_apart() -> None:
    found = worked_out(ground(orders=ORDERS), plan(FLAT), MARCH.end)
    line = Line("Ann", "test", MARCH, Kind.ADJUSTMENT, "adjustment", same("x"), Decimal(1))

    assert [one.line for one in entries(found, [line, line], DEFAULTS)] == [
        "test@1/2026-03/Ann/adjustment",
        "test@1/2026-03/Ann/adjustment#2",
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(list(Kind)), st.decimals(-9999, 9999, places=2), st.decimals(0, 99, places=2)))
)
def test_every_entry_balances_and_what_is_payable_is_what_is_paid(told: list[tuple[Kind, Decimal, Decimal]]) -> None:
    found = worked_out(ground(orders=ORDERS), plan(FLAT), MARCH.end)
    lines = [
        Line(
            "Ann",
            "test",
            MARCH,
            kind,
            kind.value,
            same("x"),
            pay if kind is not Kind.DRAW_FORGIVEN else Decimal(0),
            moved=moved,
        )
        for kind, pay, moved in told
    ]

    of = list(entries(found, lines, DEFAULTS))

    assert all(sum(posting.amount for posting in one.postings) == 0 for one in of)
    payable = [p.amount for one in of for p in one.postings if p.account == DEFAULTS[Role.PAYABLE]]
    assert sum(payable) == -sum(line.pay for line in lines)
