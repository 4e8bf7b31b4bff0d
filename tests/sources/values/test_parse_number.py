from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.values.parse_number import is_number_like, number_format


def _read(cells: list[str | None], *, decimal: str | None = None) -> list[Decimal | None]:
    column = pl.Series("cell", cells, dtype=pl.String)
    decided = number_format(column, decimal=decimal)
    return column.to_frame().select(decided.format.parsed(pl.col("cell"))).to_series().to_list()


@pytest.mark.parametrize(
    "cell", ["abc", "1-2", "1,23", "(5", "--5", "(-5)", "1e16", "1" * 41, "12 34", "2024-01-05", "1.2.3", "5 万 6"]
)
def test_what_is_no_number_is_none_and_counted(cell: str) -> None:
    decided = number_format(pl.Series("cell", [cell, "1,000.25"]))

    assert decided.bad == 1
    assert _read([cell, "1,000.25"])[0] is None


@pytest.mark.parametrize("cell", ["-", "NULL", "null", "N/A", "None", "无", "—", "", "  ", None])
def test_a_word_for_nothing_is_nothing_and_not_a_fault(cell: str | None) -> None:
    decided = number_format(pl.Series("cell", [cell, "1,000.25"], dtype=pl.String))

    assert decided.bad == 0
    assert _read([cell, "1,000.25"])[0] is None


def test_the_decimal_mark_is_decided_by_the_whole_column() -> None:
    assert _read(["1.234,56", "1.234", "5,5"]) == [Decimal("1234.56"), Decimal(1234), Decimal("5.5")]


def test_the_told_decimal_mark_goes_before_evidence() -> None:
    assert _read(["1,234", "2,5"], decimal=",") == [Decimal("1.234"), Decimal("2.5")]
    assert _read(["1.234"], decimal=",") == [Decimal(1234)]


def test_currency_marks_are_reported() -> None:
    assert number_format(pl.Series("cell", ["$5", "€6", "7"])).marks == {"$", "€"}


def test_numbers_are_told_from_words() -> None:
    assert is_number_like(pl.Series(["1", "2.5", None, "-"]))
    assert not is_number_like(pl.Series(["Won", "Lost", "3"]))
    assert is_number_like(pl.Series([None, None], dtype=pl.String))
    assert not is_number_like(pl.Series([True]))


@given(st.text(max_size=12))
def test_no_text_makes_the_reader_stumble(cell: str) -> None:
    number_format(pl.Series("cell", [cell]))
    is_number_like(pl.Series("cell", [cell]))


def test_a_share_is_no_number_where_shares_have_no_place() -> None:
    assert number_format(pl.Series(["50%", "7"])).bad == 0
    assert number_format(pl.Series(["50%", "7"]), shares=False).bad == 1


def test_a_failed_formula_does_not_make_a_column_of_numbers_one_of_words() -> None:
    assert is_number_like(pl.Series(["1", "#REF!", "#N/A"]))


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("$1.2M", 1_200_000),
        ("350K", 350_000),
        ("90k", 90_000),
        ("-1.25 bn", -1_250_000_000),
        ("€3.4mn", 3_400_000),
        ("(2k)", -2000),
    ],
)
def test_letters_behind_an_amount_are_thousands_and_millions(cell: str, number: int) -> None:
    decision = number_format(pl.Series([cell, "90000"]), letters=True)

    parsed = pl.DataFrame({"cell": [cell]}).select(decision.format.parsed(pl.col("cell"))).item()

    assert (decision.bad, parsed, decision.rounded) == (0, number, cell)
    assert number_format(pl.Series([cell, "90000"])).bad == 1


def test_a_million_of_two_letters_is_not_guessed() -> None:
    assert number_format(pl.Series(["1.2MM", "350M"]), letters=True).bad == 1


def test_letters_are_numbers_under_amounts_only() -> None:
    assert is_number_like(pl.Series(["5m", "10m"]), letters=True)
    assert not is_number_like(pl.Series(["5m", "10m"]))


def test_a_currency_behind_a_number_is_no_unit() -> None:
    decision = number_format(pl.Series(["100 MXN", "5 MNT"]), letters=True)

    assert (decision.bad, decision.rounded) == (0, "")


def test_words_for_missing_values_are_no_misfits_among_as_many_numbers() -> None:
    assert is_number_like(pl.Series(["1", "2", "UNKNOWN", "ERROR"]))
    assert not is_number_like(pl.Series(["1", "UNKNOWN", "ERROR"]))
    assert not is_number_like(pl.Series(["1", "TBD", "Smith"]))
