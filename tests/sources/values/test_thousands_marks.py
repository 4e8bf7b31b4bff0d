from __future__ import annotations

import polars as pl

from salesperf.sources.values.parse_number import number_format


def test_a_mark_before_three_digits_everywhere_is_ambiguous() -> None:
    assert number_format(pl.Series("cell", ["1,234", "12,500"])).is_ambiguous
    assert not number_format(pl.Series("cell", ["1,234", "12,500.5"])).is_ambiguous


def test_one_slip_does_not_turn_a_thousand_thousands_into_fractions() -> None:
    decision = number_format(pl.Series([f"1,{number:03}" for number in range(1000)] + ["99,5"]))

    assert decision.format.decimal == "."
    assert decision.bad == 1
    assert not decision.is_torn


def test_two_cells_that_contradict_each_other_are_torn() -> None:
    assert number_format(pl.Series(["1,234", "99,5"])).is_torn
    assert not number_format(pl.Series(["1,234", "99,5"]), decimal=",").is_torn
    assert not number_format(pl.Series(["12,34", "99,5"])).is_torn


def test_points_before_three_digits_everywhere_are_ambiguous() -> None:
    assert number_format(pl.Series(["1.200", "2.500"])).is_ambiguous
    assert not number_format(pl.Series(["1.200", "2.5"])).is_ambiguous
    assert not number_format(pl.Series(["0.125", "0.500"])).is_ambiguous


def test_no_thousand_begins_with_zero() -> None:
    assert number_format(pl.Series(["0,125", "0,500"])).format.decimal == ","
