"""Refunds of orders that stand on each line: counted once where it is shown, told where it is not."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_HEADER = "订单编号,下单时间,买家昵称,商品名称,数量,商品金额,退款金额"


def _rows(*lines: tuple[str, str, str]) -> str:
    """Lines of (order, amount, refund)."""
    told = (f"{order},2025-01-05,甲,货{at},1,{amount},{refund}" for at, (order, amount, refund) in enumerate(lines))
    return "\n".join(told) + "\n"


def _refunds(loaded: Loaded) -> list[Decimal | None]:
    return loaded.bundle.tables["orders"].frame["refund"].to_list()


def _codes(loaded: Loaded) -> list[str]:
    return [one.code for one in loaded.issues]


def test_a_refund_larger_than_a_line_it_stands_on_is_that_of_the_order(write_text: Write, load_files: Load) -> None:
    lines = [("A1", "50", "100"), ("A1", "30", "100"), ("A1", "20", "100"), ("A2", "40", "0"), ("A3", "60", "15")]

    loaded = load_files(write_text(f"{_HEADER}\n{_rows(*lines)}"))

    # The refund of 100 is that of 50 + 30 + 20; one order of one line keeps its 15.
    assert _refunds(loaded) == [Decimal(50), Decimal(30), Decimal(20), Decimal(0), Decimal(15)]
    assert any("1 order of several lines (200.00 not taken off again)" in note.en for note in loaded.bundle.notes)
    assert "R331" not in _codes(loaded)


def test_part_of_an_order_is_shared_by_amount_once_one_order_shows_it(write_text: Write, load_files: Load) -> None:
    lines = [("A1", "90", "10"), ("A1", "6", "10"), ("A1", "4", "10"), ("A2", "60", "8"), ("A2", "20", "8")]

    loaded = load_files(write_text(f"{_HEADER}\n{_rows(*lines)}"))

    # 10 x 90 %, 6 %, 4 %; the 8 of A2 are of the order too, as A1 shows: 6 and 2.
    assert _refunds(loaded) == [Decimal(9), Decimal("0.6"), Decimal("0.4"), Decimal(6), Decimal(2)]


@pytest.mark.parametrize(
    "lines",
    [
        # One refund of one line, and each line's own.
        [("A1", "50", "50"), ("A1", "30", "0")],
        [("A1", "50", ""), ("A1", "30", "30")],
        [("A1", "50", "50"), ("A1", "30", "30")],
        # Two lines of one price that both went back.
        [("A1", "50", "50"), ("A1", "50", "50"), ("A2", "20", "0")],
        # The second order shows that refunds are of lines.
        [("A1", "50", "10"), ("A1", "30", "10"), ("A2", "20", "20"), ("A2", "70", "0")],
        # One line an order.
        [("A1", "50", "50"), ("A2", "30", "10")],
    ],
)
def test_refunds_of_lines_are_left_alone(
    lines: list[tuple[str, str, str]], write_text: Write, load_files: Load
) -> None:
    loaded = load_files(write_text(f"{_HEADER}\n{_rows(*lines)}"))

    assert _refunds(loaded) == [Decimal(one) if one else None for _, _, one in lines]
    assert "R331" not in _codes(loaded)


def test_amounts_without_tax_are_no_proof(write_text: Write, load_files: Load) -> None:
    rows = "A1,2025-01-05,甲,杯,1,100,13,113\nA1,2025-01-05,甲,盘,1,100,13,113\n"

    loaded = load_files(write_text(f"订单编号,下单时间,客户,商品名称,数量,不含税金额,税额,退款金额\n{rows}"))

    # Each line has its own, of which 13 is the tax that its amount does not hold.
    assert _refunds(loaded) == [Decimal(100), Decimal(100)]
    assert "R331" not in _codes(loaded)


def test_amounts_after_refunds_are_compared_as_they_were_sold(write_text: Write, load_files: Load) -> None:
    rows = "A1,2025-01-05,J,cup,40,100,60\nA1,2025-01-05,J,dish,40,100,60\nA2,2025-01-06,K,cup,100,100,0\n"

    loaded = load_files(write_text(f"Order ID,Order Date,Customer,Product,Amount,Total,Refund Amount\n{rows}"))

    assert _refunds(loaded) == [Decimal(60), Decimal(60), Decimal(0)]


def test_what_is_not_shown_stays_with_both_sums(write_text: Write, load_files: Load) -> None:
    lines = [("A1", "50", "10"), ("A1", "30", "10"), ("A2", "50", "5")]

    loaded = load_files(write_text(f"{_HEADER}\n{_rows(*lines)}"))

    assert _refunds(loaded) == [Decimal(10), Decimal(10), Decimal(5)]
    told = next(one for one in loaded.issues if one.code == "R331")
    assert "all of it is taken off (25.00); counted once an order it would be 15.00" in told.message


def test_a_header_that_speaks_of_orders_is_enough(write_text: Write, load_files: Load) -> None:
    lines = [("A1", "50", "8"), ("A1", "30", "8")]

    loaded = load_files(write_text(f"{_HEADER}\n{_rows(*lines)}".replace("退款金额", "订单退款金额")))

    assert _refunds(loaded) == [Decimal(5), Decimal(3)]


@pytest.mark.parametrize(
    ("of", "refunds"), [("line", [Decimal(100), Decimal(100)]), ("order", [Decimal(60), Decimal(40)])]
)
def test_the_configuration_decides(of: str, refunds: list[Decimal], write_text: Write, load_files: Load) -> None:
    path = write_text(f"{_HEADER}\n{_rows(('A1', '60', '100'), ('A1', '40', '100'))}")
    told = TableOptions("orders", (path.name,), refund_of=of)

    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert _refunds(loaded) == refunds
    assert "R331" not in _codes(loaded)


def test_the_configuration_counts_once_what_no_row_shows(write_text: Write, load_files: Load) -> None:
    path = write_text(f"{_HEADER}\n{_rows(('A1', '60', '10'), ('A1', '40', '10'))}")
    told = TableOptions("orders", (path.name,), refund_of="order")

    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert _refunds(loaded) == [Decimal(6), Decimal(4)]


def test_refunds_shared_with_their_amounts_are_not_shared_again(write_text: Write, load_files: Load) -> None:
    rows = "A1,2025-01-05,甲,杯,1,60,100,30\nA1,2025-01-05,甲,盘,1,40,100,30\nA2,2025-01-06,乙,碗,2,10,20,0\n"

    loaded = load_files(write_text(f"订单编号,下单时间,客户,商品名称,数量,单价,实付金额,退款金额\n{rows}"))

    assert _refunds(loaded) == [Decimal(18), Decimal(12), Decimal(0)]


def test_refunds_that_differ_within_an_order_are_no_ones_but_their_lines(write_text: Write, load_files: Load) -> None:
    """Its amounts are repeated, and nearly all of its orders have no refund, which is the same on all lines."""
    rows = "".join(
        f"A{at},2025-01-05,甲,杯,1,60,100,0\nA{at},2025-01-05,甲,盘,1,40,100,{30 if at == 7 else 0}\n"
        for at in range(40)
    )

    loaded = load_files(write_text(f"订单编号,下单时间,客户,商品名称,数量,单价,实付金额,退款金额\n{rows}"))

    assert sum(loaded.bundle.tables["orders"].frame["refund"]) == 30
