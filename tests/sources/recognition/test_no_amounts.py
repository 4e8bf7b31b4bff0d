"""Which columns of numbers are no amounts of money."""

from __future__ import annotations

import polars as pl
import pytest

from salesperf.sources.recognition.no_amounts import amounts_among, is_of_codes, money_under, says_money, says_no_money
from salesperf.sources.recognition.sample import Sample


def _sample(**columns: list[str]) -> Sample:
    names = {name.replace("_", " "): cells for name, cells in columns.items()}
    return Sample(tuple(names), pl.DataFrame(names))


_FIVE = ["12.50", "80.00", "7.25", "300.00", "41.10"]


def _amounts(**columns: list[str]) -> list[str]:
    sample = _sample(**columns)
    return amounts_among(sample, sample.header)


@pytest.mark.parametrize(
    "header",
    [
        "TOTAL UNITS",
        "total_of_special_requests",
        "dining_table_name",
        "ZIP CODE",
        "转化率",
        "客单价",
        "ADR",
        "YEAR BUILT",
    ],
)
def test_counts_names_codes_shares_and_averages_are_no_money(header: str) -> None:
    assert says_no_money(header)
    assert not says_money(header)


@pytest.mark.parametrize(
    "header", ["Purchase", "Item_Outlet_Sales", "Premium Amount", "unitPrice", "支付金额", "Room Revenue"]
)
def test_headers_that_speak_of_money_are_money(header: str) -> None:
    assert says_money(header)


def test_small_whole_numbers_under_amount_are_pieces_where_a_price_stands_beside() -> None:
    pieces = ["1", "2", "1", "4", "3"]

    assert _amounts(AMOUNT=pieces, SALES_PRICE=["129", "60", "75", "480", "91"]) == ["SALES PRICE"]
    assert _amounts(AMOUNT=pieces) == ["AMOUNT"]


def test_codes_counts_years_shares_and_constants_under_strange_headers_are_none() -> None:
    assert _amounts(cat1=["50014815", "50008168", "50014815", "50022520", "50008168"]) == []
    assert _amounts(rooms=["2", "3", "2", "4", "1"]) == []
    assert _amounts(since=["1999", "2004", "2011", "1987", "2001"]) == []
    assert _amounts(part=["0.10", "0.45", "0.2", "1", "0.33"]) == []
    assert _amounts(Z_Revenue=["11"] * 5) == []


def test_a_strange_header_is_kept_where_cells_may_be_money() -> None:
    assert _amounts(wieviel=_FIVE) == ["wieviel"]
    assert _amounts(Wert=["339000", "525000", "410000", "298000", "760000"]) == ["Wert"]


def test_of_many_strange_columns_none_is_the_amount() -> None:
    assert _amounts(M01AB=_FIVE, N02BE=_FIVE, R06=_FIVE) == []
    assert _amounts(M01AB=_FIVE, N02BE=_FIVE, R06=_FIVE, Sales=_FIVE)[-1] == "Sales"


def test_codes_are_long_whole_and_not_round() -> None:
    assert is_of_codes(pl.Series(["10021", "10014", "10021", "10009", "10011"]))
    assert not is_of_codes(pl.Series(["25000", "18000", "99000", "10000", "31000"]))
    assert not is_of_codes(pl.Series(["10021", "10014"]))


def test_money_is_read_as_people_write_it() -> None:
    assert money_under(_sample(a=["$1,200.50", " -  ", "3"]), "a").to_list() == [1200.5, None, 3.0]
