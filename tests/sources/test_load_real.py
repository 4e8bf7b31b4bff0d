"""The public files that nobody on this project made: recognised right, every row and every cent accounted for."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.core.errors import Severity
from salesperf.core.text import Lang
from salesperf.sources.load import load
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions

pytestmark = pytest.mark.real


def _load(folder: Path, *names: str) -> Loaded:
    return load([str(folder / name) for name in names], options=ReadOptions())


def _sum(loaded: Loaded, column: str = "amount", table: str = "orders") -> Decimal:
    return loaded.bundle.tables[table].frame[column].sum()  # type: ignore[return-value]


def _tables(loaded: Loaded) -> dict[str, str | None]:
    return {one.file: one.table for one in loaded.recognitions}


@pytest.mark.parametrize(
    ("name", "table", "rows", "amount"),
    [
        ("crm_pipeline/sales_pipeline.csv", "deals", 8_800, "10005534"),
        ("adventureworks/SalesOrderHeader.xlsx", "orders", 31_465, "109846381.4039"),
        ("tmall/tmall_order_report.csv", "orders", 28_010, "1902487.15"),
        ("online_retail/online_retail.parquet", "orders", 541_909, "9747747.934"),
        ("online_retail/by_day", "orders", 26_732, "452134.28"),
        ("superstore_rfm/sample-orders.csv", "orders", 5_009, "2297261"),
        ("adventureworks_targets/Sales.csv", "orders", 57_851, "77548570.20"),
        ("regional_sales/Opportunities.csv", "deals", 20_000, "77252216"),
    ],
)
def test_rows_and_amounts_are_the_published_ones(
    real_data: Path, name: str, table: str, rows: int, amount: str
) -> None:
    loaded = _load(real_data, name)

    assert list(loaded.bundle.tables) == [table]
    assert loaded.bundle.tables[table].frame.height == rows
    assert _sum(loaded, table=table) == Decimal(amount)
    assert not [one for one in loaded.issues if one.severity is Severity.ERROR]
    assert sum(account.loaded for account in loaded.accounts) == rows


def test_the_date_formatted_ids_of_a_workbook_are_numbers_again(real_data: Path) -> None:
    loaded = _load(real_data, "adventureworks/SalesOrderHeader.xlsx", "adventureworks/vSalesPerson.csv")

    orders = loaded.bundle.tables["orders"].frame
    assert orders["order_id"][0] == "43659"
    assert _sum(loaded, "total_amount") == Decimal("123216786.1159")
    assert loaded.bundle.tables["people"].frame.height == 17
    assert [one.code for one in loaded.issues] == ["R307"]


def test_northwind_is_headers_lines_and_lookups(real_data: Path) -> None:
    loaded = _load(real_data, "northwind")

    assert {name: table for name, table in _tables(loaded).items() if table} == {
        "orders.csv": "orders",
        "order_details.csv": "orders",
        "customers.csv": "customers",
        "products.csv": "products",
        "employees.csv": "people",
    }
    assert _sum(loaded) == Decimal("1265793.0395")
    assert loaded.bundle.tables["orders"].frame["order_id"].n_unique() == 830
    assert loaded.bundle.tables["orders"].frame["region"].null_count() > 0, "NULL is a word for nothing"


def test_tmall_keeps_what_was_paid_refunded_and_left_open(real_data: Path) -> None:
    loaded = _load(real_data, "tmall/tmall_order_report.csv")

    assert loaded.bundle.lang is Lang.ZH
    assert _sum(loaded, "refund") == Decimal("572335.92")
    assert loaded.bundle.tables["orders"].frame["paid_date"].null_count() == 3_923
    assert loaded.recognitions[0].profile == "tmall"


def test_online_retail_repeats_are_counted_and_kept(real_data: Path) -> None:
    loaded = _load(real_data, "online_retail/online_retail.parquet")

    assert loaded.accounts[0].repeated == 5_268
    assert loaded.bundle.tables["orders"].frame["customer_id"].null_count() == 135_080
    assert "region" in loaded.bundle.tables["orders"].mapped


def test_the_profit_of_sales_is_the_published_one(real_data: Path) -> None:
    loaded = _load(real_data, "adventureworks_targets/Sales.csv")

    assert _sum(loaded) - _sum(loaded, "cost") == Decimal("999494.57")


def test_orders_and_summaries_of_customers_are_told_apart(real_data: Path) -> None:
    loaded = _load(real_data, "rfm_r")

    assert _tables(loaded) == {"rfm_data_customer.csv": "customer_summary", "rfm_data_orders.csv": "orders"}
    assert loaded.bundle.tables["orders"].frame.height == 4_906
    assert loaded.bundle.tables["customer_summary"].frame.height == 39_999
    assert "order_id" not in loaded.bundle.tables["orders"].frame.columns


def test_named_exports_are_known_by_their_headers(real_data: Path) -> None:
    salesforce = _load(real_data, "salesforce")
    hubspot = _load(real_data, "hubspot")
    dynamics = _load(real_data, "regional_sales")

    profiles = {one.file: (one.table, one.profile) for one in (*salesforce.recognitions, *hubspot.recognitions)}
    assert profiles["sf_opportunity_data.csv"] == ("deals", "salesforce")
    assert profiles["sf_opportunity_history_data.csv"] == ("stage_history", "salesforce")
    assert profiles["deal_data.csv"] == ("deals", "hubspot")
    assert profiles["deal_stage_data.csv"] == ("stage_history", "hubspot")
    assert {one.profile for one in dynamics.recognitions if one.table} == {"dynamics"}


@pytest.mark.parametrize(
    "folder",
    [
        "adventureworks",
        "adventureworks_targets",
        "census_retail",
        "crm_pipeline",
        "messy/calamine",
        "messy/csv_spectrum",
        "messy/messytables",
        "series",
        "zh_headers",
    ],
)
def test_a_whole_folder_never_stops_and_every_row_is_accounted_for(real_data: Path, folder: str) -> None:
    loaded = _load(real_data, folder)

    for account in loaded.accounts:
        if account.table is not None:
            gone = account.quarantined + account.superseded + sum(account.dropped.values())
            assert account.rows == account.loaded + gone
