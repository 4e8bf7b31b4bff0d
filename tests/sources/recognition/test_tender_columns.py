"""Takings told by how they were paid, and tables that look like them, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_ROWS = "日期,门店,现金,微信,支付宝,银行卡,客流\n2025-03-01,甲店,100,200.5,300,,50\n2025-03-02,甲店,120,210,310,40,60\n"


def _amounts(loaded: Loaded) -> list[Decimal]:
    table = loaded.bundle.tables.get("orders")
    return [] if table is None else table.frame["amount"].to_list()


def test_their_sum_is_the_amount_and_is_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_ROWS, name="营业日报.csv"))

    assert _amounts(loaded) == [Decimal("600.5"), Decimal(680)]
    assert any("「微信」（410.50）" in note.zh for note in loaded.bundle.notes)


def test_english_tills(write_text: Write, load_files: Load) -> None:
    rows = "Business Date,Register,Cash,Card,Gift Card\n2025-05-01,1,400,869,10\n2025-05-02,1,500,1001.2,0\n"

    assert _amounts(load_files(write_text(rows))) == [Decimal(1279), Decimal("1501.2")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("日期,门店,销售额,现金,微信\n2025-03-01,甲店,500,100,200\n2025-03-02,甲店,600,120,210\n", [500, 600]),
        ("日期,门店,现金,微信,当日总计\n2025-03-01,甲店,100,200,350\n2025-03-02,甲店,120,210,330\n", []),
        ("日期,客户,现金,备注\n2025-03-01,甲,100,a\n2025-03-02,乙,120,b\n", []),
        ("门店,现金,微信\n甲店,100,200\n乙店,120,210\n", []),
        ("日期,门店,现金,微信\n2025-03-01,甲店,100,无\n2025-03-02,甲店,120,两百\n", []),
    ],
)
def test_an_amount_of_its_own_one_way_alone_or_no_day_leave_the_table(
    rows: str, expected: list[int], write_text: Write, load_files: Load
) -> None:
    assert _amounts(load_files(write_text(rows))) == expected


def test_the_configuration_says_which_column_is_the_amount(write_text: Write, load_files: Load) -> None:
    path = write_text(_ROWS)
    told = TableOptions("orders", (path.name,), columns={"amount": "现金"})

    assert _amounts(load_files(path, options=ReadOptions(tables=(told,)))) == [Decimal(100), Decimal(120)]
