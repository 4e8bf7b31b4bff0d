"""A raw table with the canonical table it is taken for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.core.text import same
from salesperf.sources.known import Known, headers_of
from salesperf.sources.loaded import Loaded, Mapped, Recognition
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
