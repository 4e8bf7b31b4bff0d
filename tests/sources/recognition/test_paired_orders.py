from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from salesperf.core.errors import Severity
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _column(loaded: Loaded, column: str, table: str = "orders") -> list[Any]:
    return loaded.bundle.tables[table].frame[column].to_list()


def _codes(loaded: Loaded, *, errors_only: bool = False) -> list[str]:
    return [one.code for one in loaded.issues if not errors_only or one.severity is Severity.ERROR]


def test_a_half_order_table_of_a_folder_is_left_out(write_text: Write, load_files: Load, tmp_path: Path) -> None:
    write_text("order id,order date,customer,amount\n1,2026-01-05,Acme,10\n", "orders.csv")
    write_text("order id,payment type,order total\n7,card,10\n8,cash,20\n8,card,5\n", "paid.csv")

    loaded = load_files(tmp_path)

    assert _column(loaded, "amount") == [Decimal(10)]
    assert _codes(loaded, errors_only=True) == []


def test_payments_beside_the_lines_of_orders_are_no_lines(write_text: Write, load_files: Load, tmp_path: Path) -> None:
    write_text("order_id,order_date,customer_id\n1,2026-01-05,C1\n2,2026-01-06,C2\n", "orders.csv")
    write_text("order_id,sku,price\n1,A,10\n1,B,5\n2,A,10\n", "items.csv")
    write_text("order_id,payment_sequential,order_total\n1,1,18\n2,1,12\n", "payments.csv")

    loaded = load_files(tmp_path)

    assert _column(loaded, "amount") == [Decimal(10), Decimal(5), Decimal(10)]
