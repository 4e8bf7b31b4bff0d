from __future__ import annotations

from datetime import date
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifecycle_ground import HEAD, purchases
from salesperf.analyses.lifecycle.habits import habits_of, most_of


def row(who: str, **said: int) -> dict[str, object]:
    [found] = habits_of(purchases(), churn_days=said.get("churn_days")).frame.filter(customer=who).iter_rows(named=True)
    return found


def test_habits_by_hand() -> None:
    # Ann's gaps are 31, 28 and 50 days, Bob's 40, Dora's 31.
    ann = row("Ann")
    assert (ann["days"], ann["usual"], ann["most"], ann["silent"], ann["limit"]) == (4, 31.0, 50, 1, 50)
    assert (ann["amount"], ann["yearly"], ann["state"]) == (Decimal(230), Decimal(230), "active")
    # One gap is no habit: Bob has that of all five gaps, of which nine in ten are all.
    bob = row("Bob")
    assert (bob["usual"], bob["most"], bob["silent"], bob["limit"], bob["state"]) == (40.0, 40, 60, 50, "left")
    # Cas bought once 88 days ago; Eve's return is no purchase.
    assert (row("Cas")["usual"], row("Cas")["most"], row("Cas")["state"]) == (None, None, "left")
    assert (row("Eve")["last"], row("Eve")["amount"]) == (date(2026, 1, 31), 0)


def test_a_silence_may_be_set_for_everybody() -> None:
    assert [row(who, churn_days=60)["state"] for who in ("Ann", "Bob", "Cas")] == ["active", "active", "left"]


def test_without_any_gap_nobody_is_known_to_have_left() -> None:
    found = habits_of(purchases(HEAD + "1,2026-01-01,Ann,East,5\n2,2026-06-01,Bob,East,5\n"))

    assert found.all_most is None
    assert found.frame["state"].to_list() == ["active", "active"]


@pytest.mark.parametrize(("count", "place"), [(1, 1), (2, 2), (9, 9), (10, 9), (11, 10), (20, 18), (21, 19)])
def test_nine_in_ten_gaps(count: int, place: int) -> None:
    assert most_of(pl.Series(range(1, count + 1))) == place
    assert most_of(pl.Series([], dtype=pl.Int64())) is None


@given(st.lists(st.integers(1, 60), min_size=2, max_size=25))
def test_of_one_customer_its_own_gaps_are_all_gaps(gaps: list[int]) -> None:
    days, day = ["1,2024-01-01,Ann,East,5"], date(2024, 1, 1).toordinal()
    for at, gap in enumerate(gaps, start=2):
        day += gap
        days.append(f"{at},{date.fromordinal(day)},Ann,East,5")

    found = habits_of(purchases(HEAD + "\n".join(days) + "\n"))

    assert found.frame["most"].to_list() == [found.all_most]
    assert sum(gap <= (found.all_most or 0) for gap in gaps) >= 0.9 * len(gaps)
