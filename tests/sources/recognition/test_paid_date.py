"""Sales whose only day is that of their payment, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]

LINES = "订单编号,付款时间,商品名称,数量,实付金额\nD1,2025-01-05 10:00:00,A,1,90\nD2,2025-01-06 10:00:00,B,1,100\n"


def test_the_day_of_the_payment_is_that_of_the_order_where_there_is_no_other_and_told(
    write_text: Write, load_files: Load
) -> None:
    loaded = load_files(write_text(LINES))

    orders = loaded.bundle.tables["orders"].frame
    assert orders["order_date"].to_list() == [date(2025, 1, 5), date(2025, 1, 6)]
    assert any("付款时间" in note.en for note in loaded.bundle.notes)


def test_beside_a_day_of_the_order_the_payment_stays_what_it_is(write_text: Write, load_files: Load) -> None:
    text = "订单编号,下单时间,付款时间,商品名称,数量,实付金额\nD1,2025-01-04,2025-01-05,A,1,90\n"

    loaded = load_files(write_text(text))

    assert loaded.bundle.tables["orders"].frame["order_date"].to_list() == [date(2025, 1, 4)]
    assert not any("付款时间" in note.en for note in loaded.bundle.notes)


def test_lines_of_orders_in_another_file_take_their_day_from_there(write_text: Write, load_files: Load) -> None:
    heads = write_text("订单编号,下单时间,客户名称\nD1,2025-01-02,甲\nD2,2025-01-03,乙\n", "heads.csv")
    lines = write_text(LINES, "lines.csv")

    days = load_files(heads, lines).bundle.tables["orders"].frame["order_date"].to_list()

    assert sorted(days) == [date(2025, 1, 2), date(2025, 1, 3)]
