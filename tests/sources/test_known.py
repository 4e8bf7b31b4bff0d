"""A raw table with the canonical table it is taken for."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

from salesperf.core.text import same
from salesperf.sources.known import Known, headers_of
from salesperf.sources.loaded import Loaded, Mapped, Recognition
from salesperf.sources.options import ReadOptions, TableOptions
from salesperf.sources.rows.raw import RawTable

Write = Callable[..., Path]
ReadOne = Callable[..., RawTable]


def test_its_table_is_that_of_its_recognition(write_text: Write, read_one: ReadOne) -> None:
    raw = read_one(write_text([["a", "b"], ["1", "2"]]))
    recognition = Recognition("x.csv", None, "orders", None, (), (), 1.0, raw.layout)

    assert Known(raw, recognition, {}).table == "orders"


def test_a_header_is_what_the_sales_say_and_nothing_where_other_tables_disagree(
    write_text: Write, read_one: ReadOne
) -> None:
    raw = read_one(write_text([["a", "b"], ["1", "2"]]))

    def known(table: str, **columns: str) -> Known:
        found = {column: Mapped(header, column, "alias", same("")) for column, header in columns.items()}
        return Known(raw, Recognition("x.csv", None, table, None, (), (), 1.0, raw.layout), found)

    tables = [
        known("orders", rep_name="业务员", customer_name="客户"),
        known("customers", customer_id="客户", customer_name="名称", region="省份"),
        known("products", product_name="名称"),
    ]

    assert headers_of(tables) == {"业务员": "rep_name", "客户": "customer_name", "省份": "region"}


def test_headers_of_the_files_stand_in_the_bundle(write_text: Write, load_files: Callable[..., Loaded]) -> None:
    path = write_text("下单日期,业务员,品牌,金额\n2026-01-05,张三,甲,5\n2026-01-06,李四,乙,6\n")

    bundle = load_files(path).bundle

    assert bundle.headers == {"下单日期": "order_date", "业务员": "rep_name", "金额": "amount"}
    assert bundle.unmapped == ("品牌",)


def test_a_column_is_told_only_by_the_configuration(write_text: Write, read_one: ReadOne) -> None:
    raw = read_one(write_text([["Amount", "Qty"], ["1", "2"]]))
    found = {
        "amount": Mapped("Amount", "amount", "config", same("")),
        "quantity": Mapped("Qty", "quantity", "alias", same("")),
    }
    one = Known(raw, Recognition("x.csv", None, "orders", None, (), (), 1.0, raw.layout), found)

    assert one.is_told("amount")
    assert not one.is_told("quantity")
    assert not one.is_told("refund")


def test_printed_lines_of_one_sheet_leave_the_others_read(write_book: Write, load_files: Callable[..., Loaded]) -> None:
    orders = [["Order ID", "Order Date", "Product ID", "Amount", "驻店专员"], ["1", "2026-01-05", "P", 5, "李敏"]]
    products = [["Product ID", "Product Name", "Category"], ["P", "Pen", "Office"]]
    path = write_book({"Orders": orders, "Products": products})

    spot = load_files(path).bundle.unmapped_in["驻店专员"]
    told = tomllib.loads(spot.lines({"rep_name": "驻店专员"}))["table"]
    tables = tuple(TableOptions(**{**one, "files": tuple(one["files"])}) for one in told)
    bundle = load_files(path, options=ReadOptions(tables=tables)).bundle

    assert bundle.tables["orders"].frame["rep_name"].to_list() == ["李敏"]
    assert bundle.tables["products"].frame["category"].to_list() == ["Office"]


def test_one_table_in_all_sheets_needs_no_sheet(write_book: Write, load_files: Callable[..., Loaded]) -> None:
    header = ["Order ID", "Order Date", "Amount", "驻店专员"]
    path = write_book({"Jan": [header, ["1", "2026-01-05", 5, "李"]], "Feb": [header, ["2", "2026-02-05", 5, "王"]]})

    spot = load_files(path).bundle.unmapped_in["驻店专员"]

    assert (spot.table, spot.files, spot.sheet) == ("orders", (path.name,), None)
