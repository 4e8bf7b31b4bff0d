"""Names and headers of tables whose amounts are no sales."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.rows.raw import RawTable
from salesperf.sources.titles.not_of_sales import is_not_of_sales

Write = Callable[..., Path]
ReadOne = Callable[..., RawTable]


@pytest.mark.parametrize(
    ("name", "header", "expected"),
    [
        ("2025年1月工资表.csv", "姓名,金额", True),
        ("Stock January 2024.csv", "Item,Amount", True),
        ("Sales 2024.csv", "Customer,Opening balance,Amount", True),
        ("Sales targets 2024.csv", "Rep,Amount", True),
        ("Rep commissions.csv", "Rep,Amount", True),
        ("2025年费用.csv", "部门,金额", True),
        ("2025年1月销售.csv", "客户,业务员,金额", False),
        ("Sales by customer 2024.csv", "Customer,Rep,Cost,Amount", False),
        ("Stockholm sales.csv", "Customer,Amount", False),
    ],
)
def test_pay_stock_plans_and_balances_are_no_sales(
    write_text: Write, read_one: ReadOne, name: str, header: str, *, expected: bool
) -> None:
    cells = ",".join("1" for _ in header.split(","))

    assert is_not_of_sales(read_one(write_text(f"{header}\n{cells}\n", name=name))) is expected
