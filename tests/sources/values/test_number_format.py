from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.values.number_format import NumberFormat, exact, has_more_decimals
from salesperf.sources.values.parse_number import is_number_like, number_format


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


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2), st.sampled_from([".", ","]))
def test_a_grouped_number_reads_back_exactly(number: Decimal, mark: str) -> None:
    group = "," if mark == "." else "."
    grouped = f"{number:,.2f}".replace(",", "_").replace(".", mark).replace("_", group)

    read = _read([grouped, f"1{group}000{mark}25"])

    assert read == [number, Decimal("1000.25")]


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
