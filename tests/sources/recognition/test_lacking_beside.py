"""A file that lacks what its sisters have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
HEAD = ["订单编号", "下单日期", "客户名称", "订单金额"]


def test_a_month_without_a_needed_column_is_an_error_that_names_it(write_text: Write, load_files: Load) -> None:
    write_text([HEAD, ["1", "2026-01-05", "甲", "5"], ["2", "2026-01-06", "乙", "6"]], "in/2026-01.csv")
    other = [*HEAD[:3], "订单额度"]
    path = write_text([other, ["3", "2026-02-05", "甲", "5"], ["4", "2026-02-06", "乙", "6"]], "in/2026-02.csv")

    (fault,) = load_files(path.parent).issues

    assert (fault.code, fault.where.file) == ("R204", "2026-02.csv")
    assert fault.message == (
        "orders needs amount, which no header gives; closest headers: '订单额度'; "
        "its headers: '订单编号', '下单日期', '客户名称', '订单额度'; 2026-01.csv has it under '订单金额'"
    )


def test_a_month_without_dates_is_an_error_too(write_text: Write, load_files: Load) -> None:
    write_text([HEAD, ["1", "2026-01-05", "甲", "5"], ["2", "2026-01-06", "乙", "6"]], "in/2026-01.csv")
    path = write_text([[HEAD[0], *HEAD[2:]], ["3", "甲", "5"], ["4", "乙", "6"]], "in/2026-02.csv")

    assert [(fault.code, "order_date" in fault.message) for fault in load_files(path.parent).issues] == [("R204", True)]


def test_a_list_beside_the_orders_is_left_out_as_before(write_text: Write, load_files: Load) -> None:
    write_text([HEAD, ["1", "2026-01-05", "甲", "5"], ["2", "2026-01-06", "乙", "6"]], "in/2026-01.csv")
    path = write_text([["订单编号", "快递单号", "收货人电话"], ["1", "x", "1"], ["2", "y", "2"]], "in/快递.csv")

    assert [fault.code for fault in load_files(path.parent).issues] == ["R202"]


def test_a_single_file_without_dates_is_not_asked_for_a_second_file(write_text: Write, load_files: Load) -> None:
    lines = write_text("order id,product,quantity,unit price\n1,Mug,2,5\n1,Cap,1,7\n", "lines.csv")
    other = write_text("wish,whose\nsun,Ann\n", "wishes.csv")

    (alone,) = load_files(lines).issues
    beside = next(fault for fault in load_files(lines, other).issues if fault.code == "R205")

    assert "its headers: 'order id', 'product', 'quantity', 'unit price'" in alone.message
    assert alone.hint.startswith("order_date is missing")
    assert beside.hint == ""
