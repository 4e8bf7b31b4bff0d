"""Which of several columns of numbers is proposed as the amount."""

from __future__ import annotations

import polars as pl
import pytest

from salesperf.sources.recognition.guessed_amount import guessed_amount
from salesperf.sources.recognition.sample import Sample


def _amount(known: dict[str, str] | None = None, **columns: list[str]) -> dict[str, str]:
    names = {name.replace("_", " ").replace(" pct", " %").replace("nr", "#"): cells for name, cells in columns.items()}
    sample = Sample(tuple(names), pl.DataFrame(names))
    free = [name for name in names if name not in (known or {}).values()]
    return guessed_amount(sample, free, known=known or {})


def test_a_salary_is_no_revenue_beside_a_fee() -> None:
    assert _amount(Salary=["85000", "60000"], Fee_pct=["20", "18"], Fee=["17000", "10800"]) == {"amount": "Fee"}
    assert _amount(Package=["85000", "60000"], Fee=["17000", "10800"]) == {"amount": "Fee"}
    assert _amount(年薪=["850000", "600000"], 服务费=["170000", "108000"]) == {"amount": "服务费"}


def test_a_salary_alone_is_proposed_all_the_same() -> None:
    assert _amount(Salary=["85000", "60000"]) == {"amount": "Salary"}


def test_a_running_total_is_no_amount() -> None:
    columns = {"MTD_Sales": ["5000", "8000"], "YTD_Sales": ["5000", "13000"], "MTD_Orders": ["12", "20"]}

    assert _amount(**columns) == {"amount": "MTD Sales"}


def test_a_number_of_something_is_no_amount() -> None:
    assert _amount(MLS_nr=["44120", "44133"], Paid=["10", "20"]) == {"amount": "Paid"}
    assert _amount(Policy_No=["44120", "44133"]) == {}


def test_a_price_that_is_understood_is_the_amount_where_nothing_is_counted() -> None:
    known = {"unit_price": "Sale Price", "list_amount": "List Price"}
    columns = {
        "List_Price": ["339000", "525000"],
        "Sale_Price": ["330000", "518000"],
        "Company_Dollar": ["2475", "4662"],
    }

    assert _amount(known, **columns) == {"amount": "Sale Price"}


def test_gross_goes_before_what_was_left_of_it_after_fees() -> None:
    assert _amount(Gross=["40", "60"], Fee=["-1.46", "-2.04"], Net=["38.54", "57.96"]) == {"amount": "Gross"}
    columns = {"Gross_Premium": ["1000", "-200"], "IPT": ["120", "-24"], "Brokerage": ["150", "-30"]}
    assert _amount(**columns, Net_Premium=["850", "-170"]) == {"amount": "Gross Premium"}


@pytest.mark.parametrize("between", ["Tax", "VAT", "Returns", "Discount", "退款", "税额"])
def test_net_goes_before_gross_with_tax_or_before_returns(between: str) -> None:
    columns = {"Gross": ["120", "60"], between: ["20", "10"], "Net": ["100", "50"]}

    assert _amount(**columns) == {"amount": "Net"}


def test_a_commission_goes_before_what_was_charged_back() -> None:
    assert _amount(Commission=["120", "60"], Chargeback=["0", "60"]) == {"amount": "Commission"}


def test_the_sum_of_a_day_goes_before_counts_and_running_totals() -> None:
    columns = {"成交笔数": ["20", "22"], "客流量": ["100", "110"], "当日合计": ["730", "780"], "累计": ["730", "1510"]}

    assert _amount(**columns) == {"amount": "当日合计"}


def test_points_beside_a_quantity_and_a_price_are_no_amount() -> None:
    columns = {"CV": ["30", "12"], "Qty": ["2", "5"], "Distributor_Price": ["35.00", "14.00"]}

    assert _amount(**columns) == {"quantity": "Qty", "unit_price": "Distributor Price"}


def test_what_was_claimed_to_date_is_no_amount() -> None:
    assert _amount(Claimed_To_Date=["50", "130"], This_Claim=["50", "80"]) == {"amount": "This Claim"}


def test_what_is_covered_or_listed_goes_behind_what_was_paid() -> None:
    assert _amount(Sum_Assured=["500000", "900000"], Premium_Amount=["12000", "8000"]) == {"amount": "Premium Amount"}
    assert _amount(unitPrice=["300", "400"], paidPrice=["290", "390"]) == {"amount": "paidPrice"}
    assert _amount(MRP=["300", "400"], Item_Outlet_Sales=["290", "390"]) == {"amount": "Item Outlet Sales"}


def test_units_of_a_building_are_not_what_was_sold() -> None:
    columns = {"RESIDENTIAL_UNITS": ["5", "8"], "TOTAL_UNITS": ["6", "9"], "SALE_PRICE": ["6625000", "3936272"]}

    assert _amount(**columns) == {"amount": "SALE PRICE"}
