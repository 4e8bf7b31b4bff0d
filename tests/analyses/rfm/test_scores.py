from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfm_values import ROWS, Row, bins_of, customers
from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.presets import PRESETS
from salesperf.analyses.rfm.scores import CODE, score_all, scored, scored_in_sizes, scored_nested

SHARING = st.sampled_from(["quintile", "r-rfm", "quartile", "nested", "cn8"])
TEN = [(f"C{at}", 10 * at, at, str(100 * at)) for at in range(1, 11)]


def codes(rows: Sequence[Row], preset: str) -> dict[str, str]:
    found, _ = score_all(customers(rows), PRESETS.find(preset), bins=bins_of(preset))
    return dict(found.select("customer", CODE).iter_rows())


def test_quintiles_of_ten_customers_are_two_each() -> None:
    # By hand: the quintiles of 1 ... 10 are 2.8, 4.6, 6.4 and 8.2; few days are the best, few orders the worst.
    found = codes(TEN, "quintile")

    assert [found[f"C{at}"] for at in range(1, 11)] == [
        "511", "511", "422", "422", "333", "333", "244", "244", "155", "155",
    ]  # fmt: skip


def test_quartiles_have_1_for_the_best() -> None:
    # By hand: the quartiles of 1 ... 10 are 3.25, 5.5 and 7.75.
    found = codes(TEN, "quartile")

    assert [found[f"C{at}"] for at in (1, 3, 4, 5, 6, 7, 8, 10)] == [
        "144", "144", "233", "233", "322", "322", "411", "411",
    ]  # fmt: skip


def test_bins_of_equal_size_part_ties_by_customer() -> None:
    rows = [(name, 5, 1, "10") for name in ("D", "B", "A", "C", "E", "F", "G")]

    found = scored_in_sizes(customers(rows), bins=dict.fromkeys(Axis, 3), best_is_high=True)

    # By hand: seven in three bins are 3, 2 and 2, in the order of their names.
    assert dict(found.select("customer", "r").iter_rows()) == {
        "A": 1, "B": 1, "C": 1, "D": 2, "E": 2, "F": 3, "G": 3,
    }  # fmt: skip
    assert found["customer"].to_list() == ["D", "B", "A", "C", "E", "F", "G"]
    upside = scored_in_sizes(customers(rows), bins=dict.fromkeys(Axis, 3), best_is_high=False)
    assert dict(upside.select("customer", "f").iter_rows())["A"] == 3


def test_the_longest_silence_is_in_the_first_bin_of_equal_size() -> None:
    found = scored_in_sizes(customers(TEN), bins=dict.fromkeys(Axis, 5), best_is_high=True)

    assert found["code"].to_list() == ["511", "511", "422", "422", "333", "333", "244", "244", "155", "155"]


def test_nested_scores_are_of_those_with_the_same_scores_before() -> None:
    rows = [("A", 1, 9, "1"), ("B", 1, 1, "2"), ("C", 50, 4, "3"), ("D", 50, 2, "4")]

    found = scored_nested(customers(rows), PRESETS.find("nested"), bins=dict.fromkeys(Axis, 2))

    # By hand: A and B bought lately; of them A often. C and D long ago; of them C often, though less often than A.
    assert dict(found.select("customer", "r").iter_rows()) == {"A": 2, "B": 2, "C": 1, "D": 1}
    assert dict(found.select("customer", "f").iter_rows()) == {"A": 2, "B": 1, "C": 2, "D": 1}
    assert found["customer"].to_list() == ["A", "B", "C", "D"]


@pytest.mark.parametrize("preset", ["quintile", "nested", "ntile", "cn8"])
def test_nobody_has_no_score(preset: str) -> None:
    found, _ = score_all(customers([]), PRESETS.find(preset), bins=bins_of(preset))

    assert found.is_empty()
    assert {"r", "f", "m", CODE} <= set(found.columns)


@given(ROWS, st.sampled_from([*PRESETS.keys]).filter(lambda key: key != "thresholds"), st.randoms())
def test_the_order_of_customers_changes_no_score(rows: list[Row], preset: str, shuffling: random.Random) -> None:
    shuffled = rows.copy()
    shuffling.shuffle(shuffled)

    assert codes(rows, preset) == codes(shuffled, preset)


@given(ROWS, SHARING)
def test_equal_values_share_a_score(rows: list[Row], preset: str) -> None:
    again = [(f"{name} again", days, orders, amount) for name, days, orders, amount in rows]

    found = codes([*rows, *again], preset)

    assert all(found[name] == found[f"{name} again"] for name, *_ in rows)


@given(ROWS, st.integers(0, 24), st.integers(1, 500))
def test_one_more_order_never_lowers_a_score_under_frozen_cut_offs(rows: list[Row], at: int, cents: int) -> None:
    _, cutoffs = score_all(customers(rows), PRESETS.find("quintile"), bins=bins_of("quintile"))
    assert cutoffs is not None
    name, _, orders, amount = rows[at % len(rows)]
    before = scored(customers([(name, 9, orders, amount)]), cutoffs).row(0, named=True)
    more = Decimal(amount) + Decimal(cents) / 100
    after = scored(customers([(name, 0, orders + 1, str(more))]), cutoffs).row(0, named=True)

    assert all(after[letter] >= before[letter] for letter in "rfm")
