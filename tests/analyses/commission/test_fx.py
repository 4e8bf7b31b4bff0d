"""Amounts in the plan's currency, by the rate of the day that the plan declares."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.commission.fx import in_plan_currency
from salesperf.analyses.commission.plan import Plan
from salesperf.core.errors import ConfigError, DataError
from salesperf.engine import collect
from salesperf.facts.calendar import CIVIL, Calendar
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

ORDERS = (
    "order_id,order_date,currency,amount\nA,2026-01-10,USD,10000\nB,2026-01-31,USD,100\nC,2026-02-01,USD,100\n"
    "D,2026-01-10,CNY,50\n"
)
RATES = "currency,rate_date,rate\nUSD,2026-01-01,6.90\nUSD,2026-01-10,7.00\nUSD,2026-01-31,7.10\nUSD,2026-02-20,7.2\n"
TERMS = {
    "id": "sales",
    "version": 1,
    "from": date(2026, 1, 1),
    "currency": "CNY",
    "period": "month",
    "rounding": {"mode": "half_up", "places": 2},
    "day_count": "actual",
    "clawback": "as_paid",
    "negative_balance": "carry",
    "returns_reduce_attainment": True,
}


def nets(fx: str | None, *, orders: str = ORDERS, rates: str | None = RATES, data: str | None = None) -> list[str]:
    terms = {**TERMS, **({} if fx is None else {"fx": fx})}
    base = {"name": "base", "rule": "flat", "rate": Decimal("0.01")}
    plan = Plan.model_validate({"plan": terms, "component": [base]})
    tables = [("orders", orders), *([("fx_rates", rates)] if rates is not None else [])]
    told = in_plan_currency(bundle_of(tables, currency=data), plan, Calendar(CIVIL))
    found = sales(told, section=SalesSection())
    assert found.currency == "CNY"
    return [f"{net.normalize():f}" for net in collect(found.lines).sort("order")["net"].to_list()]


@pytest.mark.parametrize(
    ("fx", "amounts"),
    [
        # Each at the latest rate of its own day: 7.00, 7.10, and in February still 7.10.
        ("event", ["70000", "710", "710", "50"]),
        # January's last day stands at 7.10, February's at 7.20.
        ("period_end", ["71000", "710", "720", "50"]),
        # The plan begins at 6.90.
        ("plan", ["69000", "690", "690", "50"]),
    ],
)
def test_the_plan_says_the_rate_of_which_day_holds(fx: str, amounts: list[str]) -> None:
    assert nets(fx) == amounts


@pytest.mark.parametrize("fx", [None, "event", "period_end", "plan"])
def test_the_same_currency_stays_as_it_is(fx: str | None) -> None:
    assert nets(fx, orders="order_id,order_date,currency,amount\nA,2026-01-10,CNY,12.34\n", rates=None) == ["12.34"]


@given(
    st.lists(st.tuples(st.integers(-(10**10), 10**10), st.dates(date(2026, 1, 1), date(2026, 12, 31))), min_size=1),
    st.sampled_from([None, "event", "period_end", "plan"]),
)
def test_any_amounts_in_the_plans_currency_stay_as_they_are(sold: list[tuple[int, date]], fx: str | None) -> None:
    amounts = [Decimal(cents).scaleb(-2) for cents, _ in sold]
    rows = (f"{at:04d},{day},CNY,{amount}\n" for at, (amount, (_, day)) in enumerate(zip(amounts, sold, strict=True)))

    found = nets(fx, orders="order_id,order_date,currency,amount\n" + "".join(rows))

    assert list(map(Decimal, found)) == amounts


def test_numbers_without_a_currency_are_the_plans() -> None:
    assert nets(None, orders="order_id,order_date,amount\nA,2026-01-10,12.34\n", rates=None) == ["12.34"]


def test_numbers_whose_currency_their_form_tells_are_converted_too() -> None:
    orders = "order_id,order_date,amount\nA,2026-01-10,10000\n"

    assert nets("event", orders=orders, data="USD") == ["70000"]
    with pytest.raises(ConfigError, match="'USD' and the plan pays in CNY"):
        nets(None, orders=orders, data="USD")


def test_a_plan_that_leaves_the_day_open_is_refused_with_what_each_answer_pays() -> None:
    with pytest.raises(ConfigError) as fault:
        nets(None)

    (issue,) = fault.value.issues
    assert issue.code == "C605"
    assert all(pay in issue.message for pay in ("= 700", "= 710", "= 690"))


def test_without_rates_nothing_is_paid() -> None:
    with pytest.raises(DataError) as fault:
        nets("event", rates=None)

    assert [one.code for one in fault.value.issues] == ["F504"]


@pytest.mark.parametrize("fx", ["event", "plan"])
def test_a_rate_that_begins_too_late_is_missing(fx: str) -> None:
    with pytest.raises(DataError) as fault:
        nets(fx, rates="currency,rate_date,rate\nUSD,2026-01-20,7\n")

    assert [one.code for one in fault.value.issues] == ["F505"]


def test_two_rates_of_one_day_are_refused_whichever_day_holds() -> None:
    rates = "currency,rate_date,rate\nUSD,2026-01-01,6.90\nUSD,2026-01-01,6.91\n"

    for fx in ("event", "period_end", "plan"):
        with pytest.raises(DataError) as fault:
            nets(fx, rates=rates)
        assert [one.code for one in fault.value.issues] == ["F505"]
