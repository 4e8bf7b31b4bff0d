from __future__ import annotations

import pytest

from salesperf.analyses.commission.written.rate_rows import RateRow, ties
from salesperf.facts.dimensions import DIMENSIONS


def row(**said: object) -> RateRow:
    return RateRow.model_validate({"rate": "0.01", **said})


def test_every_dimension_can_be_a_key() -> None:
    assert set(RateRow.model_fields) == {*DIMENSIONS.keys, "new_customer", "rate"}


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        # Exclude each other.
        ([row(region="East"), row(region="West")], 0),
        # Another number of keys.
        ([row(), row(region="East"), row(region="East", product="A")], 0),
        # The same twice, and everything twice.
        ([row(region="East"), row(region="East")], 1),
        ([row(), row()], 1),
        # A in the East is both; with a row of its own it is neither.
        ([row(region="East"), row(product="A")], 1),
        ([row(region="East"), row(product="A"), row(region="East", product="A")], 0),
        # A row of another product does not decide.
        ([row(region="East"), row(product="A"), row(region="East", product="B")], 1),
        # Of several names one is shared; it has to be decided for that one only.
        ([row(region=["East", "West"]), row(region=["West", "North"])], 1),
        ([row(region=["East", "West"]), row(product="A"), row(region="East", product="A")], 1),
        ([row(region=["East", "West"]), row(product="A"), row(region=["West", "East"], product="A")], 0),
        ([row(new_customer=True), row(new_customer=False)], 0),
        ([row(new_customer=True), row(region="East")], 1),
        # Full-width letters are the same name.
        ([row(region="East"), row(region="Ｅast")], 1),
    ],
)
def test_rows_that_no_sale_could_choose_between_are_told(rows: list[RateRow], told: int) -> None:
    assert len(list(ties(rows))) == told


def test_both_rows_are_named_with_what_they_share() -> None:
    [told] = ties([row(rate="0.5"), row(region="East"), row(product=["A", "B"])])

    assert told.en.startswith("rows 2 and 3 name equally many keys and can both hold for one sale")
    assert "(product = A, B; region = East)" in told.en


def test_a_row_holds_where_each_key_goes_by_one_of_its_names() -> None:
    one = row(product="Pump", region=["East", "West"])

    assert one.holds({"product": frozenset({"P1", "Pump"}), "region": frozenset({"West"})})
    assert not one.holds({"product": frozenset({"P1", "Pump"}), "region": frozenset()})
