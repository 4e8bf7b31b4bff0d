from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.parse_number import NumberFormat, exact, has_more_decimals, is_number_like, number_format


def _read(cells: list[str | None], *, decimal: str | None = None) -> list[Decimal | None]:
    column = pl.Series("cell", cells, dtype=pl.String)
    decided = number_format(column, decimal=decimal)
    return column.to_frame().select(decided.format.parsed(pl.col("cell"))).to_series().to_list()


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1,234.50", "1234.5"),
        ("¥1,234", "1234"),
        ("￥5", "5"),
        ("$500,000", "500000"),
        ("-$5", "-5"),
        ("$-5", "-5"),
        ("(1,234)", "-1234"),
        ("1,234-", "-1234"),
        ("−3", "-3"),
        ("12%", "0.12"),
        ("1.2万", "12000"),
        ("1.23456789万", "12345.6789"),
        ("3亿", "300000000"),
        ("１２３", "123"),
        (" 12.5 ", "12.5"),
        ("US$ 7", "7"),
        ("7.5 USD", "7.5"),
        ("12元", "12"),
        ("1,23,456", "123456"),
        ("1 234.5", "1234.5"),
        ("1e5", "100000"),
        ("5.", "5"),
        (".5", "0.5"),
    ],
)
def test_a_number_in_any_dress_is_the_number(cell: str, number: str) -> None:
    # "1,000.25" keeps the column from being plain and says that the point is the decimal mark.
    assert _read([cell, "1,000.25"])[0] == Decimal(number)


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


def test_a_mark_before_three_digits_everywhere_is_ambiguous() -> None:
    assert number_format(pl.Series("cell", ["1,234", "12,500"])).is_ambiguous
    assert not number_format(pl.Series("cell", ["1,234", "12,500.5"])).is_ambiguous


def test_the_told_decimal_mark_goes_before_evidence() -> None:
    assert _read(["1,234", "2,5"], decimal=",") == [Decimal("1.234"), Decimal("2.5")]
    assert _read(["1.234"], decimal=",") == [Decimal(1234)]


def test_currency_marks_are_reported() -> None:
    assert number_format(pl.Series("cell", ["$5", "€6", "7"])).marks == {"$", "€"}


def test_a_header_in_ten_thousands_scales_its_numbers() -> None:
    column = pl.DataFrame({"cell": ["1.5"]})

    assert column.select(NumberFormat(scale=10_000).parsed(pl.col("cell"))).item() == Decimal(15_000)


def test_more_than_six_decimals_are_rounded_half_even() -> None:
    # 1.1234565 lies between 1.123456 and 1.123457: the even neighbour is ...456.
    assert _read(["1.1234565", "1.1234575"]) == [Decimal("1.123456"), Decimal("1.123458")]


def test_more_than_six_decimals_are_seen() -> None:
    cells = pl.DataFrame({"cell": ["1.123456", "1.1234567", "12"]})

    assert cells.select(has_more_decimals(pl.col("cell"))).to_series().to_list() == [False, True, False]


def test_a_float_becomes_the_decimal_that_people_see() -> None:
    floats = pl.DataFrame({"amount": [20565.6206, 0.1 + 0.2, 1.15, 1e15, 123456789.123456]})

    read = floats.select(exact(pl.col("amount"))).to_series().to_list()

    assert [str(number) for number in read] == [
        "20565.620600", "0.300000", "1.150000", "1000000000000000.000000", "123456789.123456",
    ]  # fmt: skip


def test_numbers_are_told_from_words() -> None:
    assert is_number_like(pl.Series(["1", "2.5", None, "-"]))
    assert not is_number_like(pl.Series(["Won", "Lost", "3"]))
    assert is_number_like(pl.Series([None, None], dtype=pl.String))
    assert not is_number_like(pl.Series([True]))


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2), st.sampled_from([".", ","]))
def test_a_grouped_number_reads_back_exactly(number: Decimal, mark: str) -> None:
    group = "," if mark == "." else "."
    grouped = f"{number:,.2f}".replace(",", "_").replace(".", mark).replace("_", group)

    read = _read([grouped, f"1{group}000{mark}25"])

    assert read == [number, Decimal("1000.25")]


@given(st.text(max_size=12))
def test_no_text_makes_the_reader_stumble(cell: str) -> None:
    number_format(pl.Series("cell", [cell]))
    is_number_like(pl.Series("cell", [cell]))


def test_a_chinese_discount_says_the_share_that_is_paid() -> None:
    cells = pl.Series(["85折", "8.5折", "9折", "10折", None])

    decision = number_format(cells)

    assert cells.to_frame("x").select(decision.format.parsed(pl.col("x"))).to_series().to_list() == [
        Decimal("0.85"),
        Decimal("0.85"),
        Decimal("0.9"),
        Decimal(1),
        None,
    ]


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


def test_a_share_is_no_number_where_shares_have_no_place() -> None:
    assert number_format(pl.Series(["50%", "7"])).bad == 0
    assert number_format(pl.Series(["50%", "7"]), shares=False).bad == 1


def test_a_failed_formula_does_not_make_a_column_of_numbers_one_of_words() -> None:
    assert is_number_like(pl.Series(["1", "#REF!", "#N/A"]))


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (["1.234,-", "450,- €", "99,50"], ["1234", "450", "99.50"]),
        (["450.-", "1'234.50", "CHF 12.--"], ["450", "1234.50", "12"]),
        (["12.50-", "3.00"], ["-12.50", "3.00"]),
    ],
)
def test_a_dash_for_no_cents_is_no_minus(cells: list[str], numbers: list[str]) -> None:
    decision = number_format(pl.Series(cells))

    parsed = pl.DataFrame({"cell": cells}).select(decision.format.parsed(pl.col("cell"))).to_series().to_list()
    assert (decision.bad, parsed) == (0, [Decimal(number) for number in numbers])


def test_the_accounting_format_of_spreadsheets_is_read() -> None:
    cells = pl.Series(["$(12.50)", " $ 1,100.00 ", " $ -   ", "€ (3)", "-"])

    decision = number_format(cells)

    parsed = cells.to_frame("cell").select(decision.format.parsed(pl.col("cell"))).to_series().to_list()
    assert decision.bad == 0
    assert parsed == [Decimal("-12.5"), Decimal(1100), Decimal(0), Decimal(-3), None]
    assert is_number_like(cells)


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
