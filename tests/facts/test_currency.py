from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest
from msgspec.structs import replace

from salesperf.core.errors import DataError
from salesperf.engine import collect
from salesperf.facts.sales import Sales, sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

HEADER = "order_id,order_date,currency,amount\n"
RATES = "currency,rate_date,rate\nUSD,2026-01-01,7.10\nUSD,2026-01-10,7.25\nEUR,2026-01-01,7.80\n"


def facts(rows: str, *, rates: str | None = RATES, currency: str | None = "CNY", header: str = HEADER) -> Sales:
    tables = [("orders", header + rows)] + ([("fx_rates", rates)] if rates is not None else [])
    return sales(bundle_of(tables, currency=currency), section=SalesSection())


def nets(of: Sales) -> list[Decimal]:
    return collect(of.lines).sort("order")["net"].to_list()


def test_data_without_a_currency_column_are_plain_numbers() -> None:
    found = facts("A,2026-01-01,10\n", currency=None, header="order_id,order_date,amount\n")

    assert (nets(found), found.currency) == ([10], None)


def test_one_currency_is_that_of_the_report() -> None:
    found = facts("A,2026-01-01,USD,10\nB,2026-01-01,USD,20\n", rates=None, currency=None)

    assert (nets(found), found.currency) == ([10, 20], "USD")


def test_several_currencies_without_rates_are_an_error_that_counts_them() -> None:
    with pytest.raises(DataError) as fault:
        facts("A,2026-01-01,USD,10\nB,2026-01-01,EUR,20\nC,2026-01-01,USD,1\n", rates=None, currency=None)

    (issue,) = fault.value.issues
    assert (issue.code, issue.count) == ("F504", 3)
    assert "EUR (1 row), USD (2 rows)" in fault.value.message


def test_another_currency_than_the_reports_needs_rates() -> None:
    with pytest.raises(DataError) as fault:
        facts("A,2026-01-01,USD,10\n", rates=None, currency="CNY")

    assert fault.value.issues[0].code == "F504"


def test_rates_alone_do_not_choose_the_currency_of_the_report() -> None:
    with pytest.raises(DataError) as fault:
        facts("A,2026-01-01,USD,10\nB,2026-01-01,EUR,20\n", currency=None)

    assert "--currency" in fault.value.hint


def test_a_rate_holds_from_its_date_until_the_next() -> None:
    found = facts(
        "A,2026-01-01,USD,100.01\nB,2026-01-09,USD,100.01\nC,2026-01-10,USD,100.01\nD,2026-03-01,USD,100.01\n"
        "E,2026-01-05,EUR,-3.33\nF,2026-01-05,CNY,0.05\n"
    )

    # 100.01 x 7.10 = 710.071; x 7.25 = 725.0725; -3.33 x 7.80 = -25.974
    assert nets(found) == [Decimal(x) for x in ("710.071", "710.071", "725.0725", "725.0725", "-25.974", "0.05")]
    assert found.currency == "CNY"


def test_a_rate_of_twelve_decimals_is_used_in_full() -> None:
    rates = "currency,rate_date,rate\nJPY,2026-01-01,0.046123456789\n"

    found = facts("A,2026-01-01,JPY,1000000\nB,2026-01-01,CNY,1\n", rates=rates)

    assert nets(found)[0] == Decimal("46123.456789")


def test_a_sale_before_the_first_rate_has_none() -> None:
    with pytest.raises(DataError) as fault:
        facts("A,2025-12-31,USD,10\nB,2026-01-01,GBP,10\nC,2026-01-01,CNY,10\n")

    (issue,) = fault.value.issues
    assert (issue.code, issue.count) == ("F505", 2)
    assert "GBP on 2026-01-01, USD on 2025-12-31" in fault.value.message


def test_two_rates_for_one_day_are_an_error_and_the_same_rate_twice_is_not() -> None:
    same = "currency,rate_date,rate\nUSD,2026-01-01,7.10\nUSD,2026-01-01,7.10\n"
    other = "currency,rate_date,rate\nUSD,2026-01-01,7.10\nUSD,2026-01-01,7.11\n"
    rows = "A,2026-01-02,USD,10\nB,2026-01-02,CNY,1\n"

    assert nets(facts(rows, rates=same)) == [71, 1]
    with pytest.raises(DataError, match="two different rates for USD"):
        facts(rows, rates=other)


@pytest.mark.parametrize("rate", ["", "0", "-7.1"])
def test_a_rate_that_is_empty_or_not_above_zero_is_no_rate(rate: str) -> None:
    with pytest.raises(DataError, match="not above zero, the first of USD on 2026-01-05") as fault:
        facts("A,2026-01-06,USD,10\nB,2026-01-06,CNY,1\n", rates=RATES + f"USD,2026-01-05,{rate}\n")

    assert fault.value.issues[0].code == "F505"


def test_a_rate_that_nobody_asks_for_may_be_empty() -> None:
    assert nets(facts("A,2026-01-01,USD,10\nB,2026-01-06,CNY,1\n", rates=RATES + "GBP,2026-01-05,\n")) == [71, 1]


def test_a_rate_of_the_reports_own_currency_is_not_used() -> None:
    rates = RATES + "CNY,2026-01-01,1.5\n"

    assert nets(facts("A,2026-01-01,CNY,10\nB,2026-01-01,USD,10\n", rates=rates)) == [10, 71]


def test_every_amount_of_a_line_is_exchanged() -> None:
    found = facts(
        "A,2026-01-01,USD,90,50,100,10,1\nB,2026-01-01,CNY,90,50,100,10,1\n",
        header="order_id,order_date,currency,amount,cost,list_amount,discount,refund\n",
    )

    line = collect(found.lines).sort("order").row(0, named=True)
    assert (line["gross"], line["cost_of_net"], line["list_value"], line["returned"]) == (639, 355, 710, Decimal("7.1"))


def test_rows_without_a_currency_are_not_taken_for_the_reports() -> None:
    with pytest.raises(DataError) as fault:
        facts("A,2026-01-01,USD,10\nB,2026-01-01,,10\nC,2026-01-01,CNY,5\n")

    (issue,) = fault.value.issues
    assert (issue.code, issue.count) == ("F504", 1)
    assert "no currency" in fault.value.message


def test_the_unit_cost_of_the_price_list_is_in_the_reports_currency() -> None:
    header = "order_id,order_date,currency,amount,quantity,product_id\n"
    orders = header + "A,2026-01-01,USD,10,2,P\nB,2026-01-01,CNY,10,2,P\n"
    products = "product_id,cost\nP,3\n"
    bundle = bundle_of([("orders", orders), ("products", products), ("fx_rates", RATES)], currency="CNY")

    found = collect(sales(bundle, section=SalesSection()).lines).sort("order")

    assert found["cost_of_net"].to_list() == [6, 6]


def test_won_deals_are_exchanged_at_their_close_date() -> None:
    header = "deal_id,stage,amount,closed_date,created_date,currency\n"
    deals = header + "1,Won,10,2026-01-10,2026-01-01,USD\n2,Won,1,2026-01-10,,CNY\n"
    bundle = bundle_of([("deals", deals), ("fx_rates", RATES)], currency="CNY")

    assert nets(sales(bundle, section=SalesSection())) == [Decimal("72.5"), 1]


def test_the_column_that_is_named_is_one_of_the_files() -> None:
    base = bundle_of(
        {"orders": "order_id,order_date,currency,amount\nA,2026-01-01,USD,10\nB,2026-01-01,EUR,5\n"}.items()
    )

    for headers, column in (({"币种": "currency", "金额": "amount"}, "币种"), ({"Amount": "amount"}, "Amount")):
        with pytest.raises(DataError) as fault:
            sales(replace(base, headers=headers), section=SalesSection())
        assert fault.value.issues[0].where.column == column


def test_the_header_of_rates_tells_what_they_are_to() -> None:
    tables = [
        ("orders", f"{HEADER}A,2026-01-01,USD,10\nB,2026-01-01,EUR,20\n"),
        ("fx_rates", "currency,rate_date,rate\nEUR,2026-01-01,1.10\n"),
    ]
    for currency, told in ((None, "--currency USD"), ("GBP", "give rates to GBP")):
        bundle = replace(bundle_of(tables, currency=currency), headers={"Rate to USD": "rate"})

        with pytest.raises(DataError) as fault:
            sales(bundle, section=SalesSection())

        assert told in fault.value.hint


def test_a_missing_rate_is_told_at_the_first_row_that_asks_for_it() -> None:
    tables = [("orders", f"{HEADER}A,2026-01-05,USD,1\nB,2025-12-30,USD,1\nC,2025-12-30,USD,1\n"), ("fx_rates", RATES)]
    bundle = bundle_of(tables, currency="CNY")
    orders = bundle.tables["orders"]
    rows = orders.frame.with_columns(
        pl.Series("_file", ["o.csv"] * 3, dtype=pl.Categorical()), pl.Series("_row", [2, 3, 4], dtype=pl.UInt32)
    )
    placed = replace(bundle, tables={**bundle.tables, "orders": replace(orders, frame=rows)})

    with pytest.raises(DataError) as fault:
        sales(placed, section=SalesSection())

    (issue,) = fault.value.issues
    assert (issue.code, str(issue.where)) == ("F505", "o.csv, row 3, column 'currency'")
