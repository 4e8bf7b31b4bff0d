"""What returns take back of earlier pay, by hand and against a slow account in fractions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.lines import Kind
from salesperf.core.money import settle

HEAD = "order_id,order_date,rep_name,amount,return_of\n"
TIERS = """
[[component]]
name = "base"
rule = "tiered"
mode = "{mode}"
per = "{per}"
{more}
tiers = [{{ to = 1_000_000, rate = 0.01 }}, {{ to = 2_000_000, rate = 0.015 }}, {{ rate = 0.02 }}]
"""
BY_SLICES = TIERS.format(mode="marginal", per="period", more="")
EXAMPLE = (
    "1,2026-01-10,Ann,2000000,\n",
    "2,2026-01-20,Ann,500000,\n",
    "3,2026-02-05,Ann,300000,\n",
    "4,2026-02-10,Ann,-500000,2\n",
)
"""Of 2.5M in January 500,000 come back in February, which has 300,000 of sales: the example of the choices."""
APRIL = date(2026, 4, 30)


def lines(found: Payroll, kind: Kind) -> list[tuple[str, str, str]]:
    """The lines of one kind that pay or take something."""
    return [(one.participant, one.period.key, str(one.pay)) for one in found.lines if one.kind is kind and one.pay]


def paid(rows: Sequence[str], component: str = BY_SLICES, *, until: date = APRIL, **said: str) -> Payroll:
    return worked_out(ground(orders=HEAD + "".join(rows)), plan(component, **said), until)


def total(found: Payroll) -> Decimal:
    return sum((one.pay for one in found.lines), Decimal(0))


@pytest.mark.parametrize(
    ("policy", "february", "back"),
    [
        # written/choices.py: the slice above 2M; 35,000 x 500,000 / 2.5M; the sales of February stay 300,000 x 1 %.
        ("as_paid", "3000.00", ["-10000.00"]),
        ("pro_rata", "3000.00", ["-7000.00"]),
        ("paid_part_only", "3000.00", ["-10000.00"]),
        # 300,000 - 500,000 = -200,000 at 1 %.
        ("current_rate", "-2000.00", []),
    ],
)
def test_each_policy_takes_back_what_its_sentence_says(policy: str, february: str, back: list[str]) -> None:
    found = paid(EXAMPLE, clawback=policy)

    assert lines(found, Kind.EARNING) == [("Ann", "2026-01", "35000.00"), ("Ann", "2026-02", february)]
    assert [pay for _, _, pay in lines(found, Kind.CLAWBACK)] == back


def test_of_what_is_held_back_nothing_is_taken_and_nothing_is_released() -> None:
    # 60 % of 35,000 are held back until April: 14,000 are paid. 4,000 of 10,000 were paid out and are taken; of the
    # 21,000 held back 6,000 fall on what came back, and 15,000 are released. February holds back 1,800 of 3,000.
    held = "\n[holdback]\nshare = 0.6\nrelease_after = 3\n"

    found = paid(EXAMPLE, BY_SLICES + held, clawback="paid_part_only")

    assert lines(found, Kind.CLAWBACK) == [("Ann", "2026-02", "-4000.00")]
    assert lines(found, Kind.RESERVE_RELEASE) == [("Ann", "2026-04", "15000.00")]
    taken = next(one for one in found.lines if one.kind is Kind.CLAWBACK)
    assert taken.reasons[0].en == "6,000 of it is still held back: it is not taken, and will not be released"


def test_the_line_names_the_rows_of_the_return_and_of_its_sale() -> None:
    taken = next(one for one in paid(EXAMPLE, clawback="as_paid").lines if one.kind is Kind.CLAWBACK)

    assert [one.en for one in taken.reasons] == [
        "500,000 came back (orders.csv, row 5) of the sale of 2026-01-20 (orders.csv, row 3)"
    ]
    assert (taken.component, taken.label.en, str(taken.credited)) == (
        "clawback of base",
        "taken back: base",
        "-500000.000000",
    )
    assert taken.undone == (("orders.csv", "", 5),)


def test_whole_amounts_take_back_what_the_lower_tier_pays_less() -> None:
    # 2.5M x 2 % = 50,000; without 600,000 it is 1.9M x 1.5 % = 28,500, so that 21,500 come back.
    whole = TIERS.format(mode="whole", per="period", more='tie = "upper"')
    rows = ("1,2026-01-10,Ann,1900000,\n", "2,2026-01-20,Ann,600000,\n", "3,2026-02-10,Ann,-600000,2\n")

    assert lines(paid(rows, whole, clawback="as_paid"), Kind.CLAWBACK) == [("Ann", "2026-02", "-21500.00")]


def test_what_comes_back_in_the_month_of_its_sale_lowers_that_month() -> None:
    rows = ("1,2026-01-10,Ann,2500000,\n", "2,2026-01-31,Ann,-500000,1\n")

    found = paid(rows, clawback="as_paid")

    # 10,000 + 15,000 of 2M.
    assert lines(found, Kind.EARNING) == [("Ann", "2026-01", "25000.00")]
    assert lines(found, Kind.CLAWBACK) == []


def test_a_quarter_to_date_goes_on_from_what_is_left_of_it() -> None:
    # January 900,000 x 1 % = 9,000. In February 400,000 of it come back and 600,000 are sold: the quarter stands at
    # 1.1M; 4,000 come back and February pays 500,000 x 1 % + 100,000 x 1.5 % = 6,500: 11,500 in all, as 1.1M pays.
    rows = (
        "1,2026-01-10,Ann,500000,\n",
        "2,2026-01-11,Ann,400000,\n",
        "3,2026-02-01,Ann,600000,\n",
        "4,2026-02-02,Ann,-400000,2\n",
    )

    found = paid(rows, TIERS.format(mode="marginal", per="quarter", more=""), clawback="as_paid")

    assert lines(found, Kind.EARNING) == [("Ann", "2026-01", "9000.00"), ("Ann", "2026-02", "6500.00")]
    assert lines(found, Kind.CLAWBACK) == [("Ann", "2026-02", "-4000.00")]


def test_pro_rata_goes_by_each_order_where_orders_are_paid_on_their_own() -> None:
    # Deal by deal 1.5M pay 17,500 and 500,000 pay 5,000; half of the second comes back: 2,500, not a quarter of 22,500
    # x 250,000 / 2M = 2,812.50.
    rows = ("1,2026-01-10,Ann,1500000,\n", "2,2026-01-11,Ann,500000,\n", "2,2026-03-01,Ann,-250000,\n")

    found = paid(rows, TIERS.format(mode="marginal", per="deal", more=""), clawback="pro_rata")

    assert lines(found, Kind.EARNING) == [("Ann", "2026-01", "22500.00")]
    assert lines(found, Kind.CLAWBACK) == [("Ann", "2026-03", "-2500.00")]


def test_the_cap_and_what_it_withheld_are_taken_into_account() -> None:
    # 35,000 are capped at 28,000; without 500,000 it is 25,000: 3,000 come back, not 10,000.
    capped = BY_SLICES + "cap = 28_000\n"

    assert lines(paid(EXAMPLE, capped, clawback="as_paid"), Kind.CLAWBACK) == [("Ann", "2026-02", "-3000.00")]


def test_who_left_is_still_taken_back_from() -> None:
    rows = (*EXAMPLE[:2], EXAMPLE[3])
    here = "rep_id,plan,from,to\nAnn,test,2026-01-01,2026-01-31\n"
    of = ground(orders=HEAD + "".join(rows), assignments=here)

    found = worked_out(of, plan(BY_SLICES, clawback="as_paid"), APRIL)

    assert lines(found, Kind.CLAWBACK) == [("Ann", "2026-02", "-10000.00")]


def test_an_override_of_what_others_earn_follows_what_is_taken_back_from_them() -> None:
    over = BY_SLICES + '[[component]]\nname = "lead"\nrule = "override"\nof = "earned"\nlevels = 1\nrate = 0.1\n'
    above = "rep_id,manager_id,from\nAnn,Zoe,2026-01-01\n"
    of = ground(orders=HEAD + "".join((*EXAMPLE[:2], EXAMPLE[3])), hierarchy=above)

    found = worked_out(of, plan(over, clawback="as_paid"), APRIL)

    # 10 % of 35,000, and of the 10,000 that came back.
    assert lines(found, Kind.OVERRIDE) == [("Zoe", "2026-01", "3500.00"), ("Zoe", "2026-02", "-1000.00")]


RATES = (Fraction(1, 100), Fraction(3, 200), Fraction(1, 50))
SALE = st.tuples(
    st.integers(0, 100), st.sampled_from(["Ann", "Ben"]), st.integers(1, 3 * 10**8), st.lists(
        st.tuples(st.integers(0, 110), st.integers(1, 100)), max_size=2
    )
)  # fmt: skip
START = date(2026, 1, 1)


def rows_of(sales: list[tuple[int, str, int, list[tuple[int, int]]]], *, is_all_back: bool) -> list[str]:
    """Sales with their returns in per cent of what is left; of all that is left on the last day, where asked for."""
    rows, number = [], 10_000
    for order, (day, who, cents, returns) in enumerate(sales):
        left = cents
        rows.append(f"{order},{START + timedelta(days=day)},{who},{Decimal(cents).scaleb(-2)},\n")
        last = [(max(110 - day, 0), 100)] if is_all_back else []
        for after, share in (*returns, *last):
            back = left * share // 100
            left -= back
            number += 1
            if back:
                on = min(START + timedelta(days=day + after), APRIL)
                rows.append(f"{number},{on},{who},-{Decimal(back).scaleb(-2)},{order}\n")
    return rows


@pytest.mark.parametrize("policy", ["as_paid", "pro_rata", "paid_part_only"])
@pytest.mark.parametrize("per", ["period", "quarter", "year"])
@settings(max_examples=15, deadline=None)
@given(sales=st.lists(SALE, min_size=1, max_size=5))
def test_returning_every_sale_leaves_nothing_paid(
    policy: str, per: str, sales: list[tuple[int, str, int, list[tuple[int, int]]]]
) -> None:
    rows = rows_of(sales, is_all_back=True)

    assert total(paid(rows, TIERS.format(mode="marginal", per=per, more=""), clawback=policy)) == 0


def slow(amount: Fraction) -> Fraction:
    """An amount through the tiers from zero."""
    first, second = Fraction(10**6), Fraction(2 * 10**6)
    low = min(amount, first) * RATES[0]
    return low + max(min(amount, second) - first, 0) * RATES[1] + max(amount - second, 0) * RATES[2]


@settings(max_examples=30, deadline=None)
@given(st.lists(SALE, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_as_paid_all_periods_together_pay_what_stayed_sold_in_any_order_of_rows(
    sales: list[tuple[int, str, int, list[tuple[int, int]]]], shuffled: object
) -> None:
    rows = rows_of(sales, is_all_back=False)
    first = paid(rows, clawback="as_paid")
    shuffled.shuffle(rows)  # type: ignore[attr-defined]
    second = paid(rows, clawback="as_paid")

    def told(found: Payroll) -> list[tuple[object, ...]]:
        return [(one.participant, one.period, one.kind, one.component, one.pay, one.credited) for one in found.lines]

    assert told(first) == told(second)
    stayed: dict[tuple[str, int], Fraction] = {}
    days = {row.split(",")[0]: date.fromisoformat(row.split(",")[1]) for row in rows if row.endswith(",\n")}
    for row in rows:
        order, _, who, amount, of = row.strip().split(",")
        place = (who, days[of or order].month)
        stayed[place] = stayed.get(place, Fraction(0)) + Fraction(amount)
    exact = [slow(amount) for amount in stayed.values()]
    assert total(first) == sum((settle(Decimal(one.numerator) / one.denominator) for one in exact), Decimal(0))
