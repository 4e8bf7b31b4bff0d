"""Rate tables, against published and hand-worked examples and a plain search in fractions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from commission_ground import ground, paid, plan, worked_out
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.rules.rates import RateTable, earned, unseen
from salesperf.core.errors import DataError

LABELS = {"product": {"P1": "Pump"}}


def table(*rows: dict[str, object], default: str | None = None) -> RateTable:
    said = {"name": "table", "rule": "rates", "rows": rows, "default": None if default is None else Decimal(default)}
    return RateTable.model_validate(said)


def case(**amounts: str) -> Case:
    """Amounts by keys that are written with a slash between the dimensions."""
    parts = {tuple(key.split("/")): Decimal(amount) for key, amount in amounts.items()}
    return Case(sum(parts.values(), Decimal(0)), parts=parts, labels=LABELS)


GENERAL, EAST = {"rate": "0.01"}, {"region": "East", "rate": "0.02"}
PUMPS_EAST = {"product": "P1", "region": "East", "rate": "0.03"}


@pytest.mark.parametrize(
    ("rows", "amounts", "pay"),
    [
        # Worked by hand: 1,000 x 3 % + 500 x 2 % + 200 x 1 %.
        ([GENERAL, EAST, PUMPS_EAST], {"East/P1": "1000", "East/P2": "500", "West/P2": "200"}, "42"),
        # The order of the rows does not matter.
        ([PUMPS_EAST, EAST, GENERAL], {"East/P1": "1000", "East/P2": "500", "West/P2": "200"}, "42"),
        # What comes back takes back the rate of its own key.
        ([GENERAL, EAST, PUMPS_EAST], {"East/P1": "-1000", "West/P2": "0"}, "-30"),
        ([GENERAL, EAST, PUMPS_EAST], {"East/P1": "0.01"}, "0.0003"),
        # Without keys a row holds for everything.
        ([GENERAL, EAST, PUMPS_EAST], {"/": "100"}, "1"),
    ],
)
def test_the_row_that_names_most_keys_is_the_rate(
    rows: list[dict[str, object]], amounts: dict[str, str], pay: str
) -> None:
    rule = table(*rows)
    assert rule.needs.parts == ("region", "product")

    assert earned(rule, case(**amounts)).exact == Decimal(pay)


def test_a_product_goes_by_its_id_or_its_name() -> None:
    for name in ("P1", "Pump"):
        assert earned(table({"product": name, "rate": "0.1"}), case(P1="10")).exact == 1


def test_a_row_may_hold_for_several_names() -> None:
    rule = table({"region": ["East", "North"], "rate": "0.1"}, {"region": "West", "rate": "0.2"})

    assert earned(rule, case(East="10", North="10", West="10")).exact == Decimal("4.0")


def test_what_no_row_holds_for_is_named_with_its_amount_and_not_paid_as_zero() -> None:
    found = earned(table(EAST), case(East="100", West="70", South="-5", North="0"))

    assert [(one.code, one.what.en, one.amount) for one in found.lacking] == [
        ("F610", "no rate for region = South", Decimal(-5)),
        ("F610", "no rate for region = West", Decimal(70)),
    ]


def test_a_default_is_paid_where_no_row_holds_even_if_it_is_zero() -> None:
    amounts = {"East": "100", "West": "70"}

    assert earned(table(EAST, default="0.01"), case(**amounts)).exact == Decimal("2.70")
    assert earned(table(EAST, default="0"), case(**amounts)).lacking == ()


def test_one_product_under_its_id_and_its_name_is_no_choice() -> None:
    found = earned(table({"product": "P1", "rate": "0.1"}, {"product": "Pump", "rate": "0.2"}), case(P1="10"))

    assert [(one.code, one.what.en) for one in found.lacking] == [("F612", "rows 1 and 2 both hold for product = Pump")]


def test_what_is_counted_by_parts_must_add_up_to_the_whole() -> None:
    # One customer who bought two products is one customer, and one of each product.
    found = earned(table({"rate": "1"}, {"product": "A", "rate": "2"}), Case(Decimal(1), parts={("A",): 1, ("B",): 1}))  # type: ignore[dict-item]

    assert [one.code for one in found.lacking] == ["F611"]


def test_a_table_without_keys_is_one_rate() -> None:
    assert earned(table(GENERAL), Case(Decimal(250))).exact == Decimal("2.50")


def test_an_empty_period_pays_nothing() -> None:
    assert earned(table(EAST), case()).exact == 0


def test_names_that_no_sale_has_are_told() -> None:
    told = list(unseen(table({"region": "Eest", "rate": "1"}, EAST), [("East",), ("West",)], {}))

    assert [one.en for one in told] == ["table, row 1: no sale has region = 'Eest'; did you mean 'West' or 'East'?"]


@pytest.mark.parametrize("said", [{"regon": "East", "rate": "1"}, {"region": "East"}])
def test_a_row_with_an_unknown_key_or_no_rate_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        table(said)


ORDERS = (
    "order_id,order_date,customer_id,rep_name,region,product_id,amount\n"
    "1,2025-12-20,C1,Ann,East,A,50\n"
    "2,2026-01-05,C1,Ann,East,A,100\n"
    "3,2026-01-06,C2,Ann,East,B,200\n"
    "4,2026-01-20,C2,Ben,West,B,300\n"
    "5,2026-02-02,C2,Ann,East,A,400\n"
    "6,2026-02-03,,Ann,West,A,10\n"
)


def test_sales_to_customers_who_are_new_in_the_period_have_their_own_rate() -> None:
    # C1 bought in December, before the plan; C2 is new in January, with Ann and with Ben, and not in February.
    # Ann: January 100 x 1 % + 200 x 5 % = 11; February 400 x 1 % + 10 x 1 % (nobody's) = 4.10. Ben: 300 x 5 % = 15.
    rows = "rows = [{ rate = 0.01 }, { new_customer = true, rate = 0.05 }]"
    by = plan(f'[[component]]\nname = "base"\nrule = "rates"\n{rows}')

    found = worked_out(ground(orders=ORDERS), by, date(2026, 2, 28))

    assert paid(found) == {("Ann", "2026-01"): "11.00", ("Ben", "2026-01"): "15.00", ("Ann", "2026-02"): "4.10"}


def test_a_sale_without_a_rate_stops_the_plan_and_tells_how_much_waits() -> None:
    by = plan('[[component]]\nname = "base"\nrule = "rates"\nrows = [{ product = "B", rate = 0.1 }]')

    with pytest.raises(DataError) as fault:
        worked_out(ground(orders=ORDERS), by, date(2026, 2, 28))

    # Ann's sales of A: 100 in January, 410 in February.
    [told] = fault.value.issues
    assert (told.code, told.message) == ("F610", "base: no rate for product = A: 510 of 1 person in 2 periods")


def test_rates_of_people_need_no_other_dimension() -> None:
    # An own rate for each seller, as AdventureWorks' SalesPerson.CommissionPct has it; worked by hand.
    rows = 'rows = [{ rep = "Ann", rate = 0.012 }, { rep = "Ben", rate = 0.015 }]'
    by = plan(f'[[component]]\nname = "base"\nrule = "rates"\n{rows}')

    found = worked_out(ground(orders=ORDERS), by, date(2026, 1, 31))

    assert paid(found) == {("Ann", "2026-01"): "3.60", ("Ben", "2026-01"): "4.50"}


NAMES = st.sampled_from(["A", "B", "C"])
ROW = st.fixed_dictionaries({"rate": st.integers(0, 99)}, optional={"product": NAMES, "region": NAMES})


@given(st.lists(ROW, min_size=1, max_size=6), st.dictionaries(st.tuples(NAMES, NAMES), st.integers(-(10**6), 10**6)))
def test_the_most_specific_row_is_found_by_looking_at_all(
    rows: list[dict[str, object]], amounts: dict[tuple[str, str], int]
) -> None:
    both = [{"region": "C", "product": "C", "rate": 7}, *rows]
    try:
        rule = table(*both, default="0.5")
    except ValidationError:
        return
    parts = {key: Decimal(amount).scaleb(-2) for key, amount in amounts.items()}

    found = earned(rule, Case(sum(parts.values(), Decimal(0)), parts=parts)).exact

    expected = Fraction(0)
    for (region, product), amount in parts.items():
        fitting = [
            row for row in both if row.get("region", region) == region and row.get("product", product) == product
        ]
        best = max(fitting, key=len, default={"rate": Fraction(1, 2)})
        expected += Fraction(amount) * Fraction(str(best["rate"]))
    assert Fraction(found) == expected
