"""Totals of lines beside quantity and unit price, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]

HEADER = "Order No,Order Date,Customer,Product,Qty,Unit Price"


def _amounts(loaded: Loaded) -> list[Any]:
    return loaded.bundle.tables["orders"].frame["amount"].to_list()


def _decimals(*numbers: str) -> list[Decimal]:
    return [Decimal(number) for number in numbers]


def _notes(loaded: Loaded) -> str:
    return "\n".join(note.en for note in loaded.bundle.notes)


def _file(total: str, *cells: tuple[str, str, str], more: str = "", behind: str = "") -> str:
    """Orders of one line each: quantity, price and total of each row."""
    rows = [f"{at},2026-01-0{at},C{at},P{at},{q},{p},{t}{behind}" for at, (q, p, t) in enumerate(cells, 1)]
    return "\n".join([f"{HEADER},{total}{more}", *rows]) + "\n"


@pytest.mark.parametrize("total", ["Total", "Total Amount", "Total Price", "总金额", "总价", "价税合计", "Grand Total"])
def test_a_total_below_quantity_times_price_is_the_amount(total: str, write_text: Write, load_files: Load) -> None:
    # 2 x 100 less 10 %, 3 x 50 at list price, one piece given away, and one that came back.
    path = write_text(_file(total, ("2", "100", "180"), ("3", "50", "150"), ("1", "20", "0"), ("-1", "100", "-90")))

    loaded = load_files(path)

    assert _amounts(loaded) == _decimals("180", "150", "0", "-90")
    assert (
        f"the amount is that under '{total}' (240.00 in all rows): it is less than quantity × unit price (270.00) in "
        f'3 rows; columns = {{ total_amount = "{total}" }} under [[table]] counts quantity × unit price'
    ) in _notes(loaded)


def test_the_setting_of_the_note_counts_quantity_times_price(write_text: Write, load_files: Load) -> None:
    path = write_text(_file("Total", ("2", "100", "180"), ("3", "50", "150")))
    told = TableOptions("orders", (path.name,), columns={"total_amount": "Total"})

    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert _amounts(loaded) == _decimals("200", "150")
    assert (
        "the amount is quantity × unit price (350.00 in all rows); not counted beside it: 'Total' (330.00); "
        'columns = { amount = "Total" } under [[table]] takes another'
    ) in _notes(loaded)


def test_a_total_of_a_price_that_was_rounded_is_the_amount(write_text: Write, load_files: Load) -> None:
    # 12.5 with 13 % tax is 14.125: the price says 14.13, forty of them 565.
    rows = "2026-01-05,A1,甲,P,40,14.13,565.00,13%\n2026-01-06,A2,乙,P,1,14.13,14.13,13%\n"

    loaded = load_files(write_text(f"日期,销售单号,客户,产品,数量,含税单价,含税金额,税率\n{rows}"))

    # 565 / 1.13 = 500; 14.13 / 1.13 = 12.504...
    assert _amounts(loaded) == _decimals("500", "12.50")
    assert "(579.33) differs in 1 row by what was rounded off the price" in _notes(loaded)


def test_the_tax_of_a_rate_is_taken_off_a_total_after_discount(write_text: Write, load_files: Load) -> None:
    # 2 x 113 less 10 % is 203.40, of which 23.40 are tax.
    rows = "2026-01-05,A1,甲,P,2,113.00,203.40,13%\n2026-01-06,A2,乙,P,1,113.00,113.00,13%\n"

    loaded = load_files(write_text(f"日期,销售单号,客户,产品,数量,含税单价,含税金额,税率\n{rows}"))

    assert _amounts(loaded) == _decimals("180", "100")


@pytest.mark.parametrize(
    ("totals", "told"),
    [
        (("226", "169.50", "113"), "'Total' (508.50)"),  # with 13 % tax in all rows
        (("210", "155", "110"), "'Total' (475.00)"),  # with a freight
        (("203.40", "169.50", "113"), "'Total' (485.90)"),  # one at 10 % off, all with tax
        (("200", "350", "450"), "'Total' (1,000.00)"),  # a sum that runs up
    ],
)
def test_a_total_above_quantity_times_price_is_only_told(
    totals: tuple[str, ...], told: str, *, write_text: Write, load_files: Load
) -> None:
    cells = zip(("2", "3", "1"), ("100", "50", "100"), totals, strict=True)

    loaded = load_files(write_text(_file("Total", *cells)))

    assert _amounts(loaded) == _decimals("200", "150", "100")
    assert f"quantity × unit price (450.00 in all rows); not counted beside it: {told}" in _notes(loaded)


def test_a_total_of_the_order_on_its_lines_is_none_of_the_line(write_text: Write, load_files: Load) -> None:
    # Orders of 2 x 100 and of 100 + 100, each at half the price: on no line is the total above the line.
    rows = "1,2026-01-05,A,P1,2,100,100\n2,2026-01-06,A,P1,1,90,100\n2,2026-01-06,A,P2,1,110,100\n"

    loaded = load_files(write_text(f"{HEADER},Order Total\n{rows}"))

    assert _amounts(loaded) == _decimals("200", "90", "110")
    assert "not counted beside it: 'Order Total' (200.00, each order once)" in _notes(loaded)


@pytest.mark.parametrize("total", ["Amount Paid", "Total Paid", "Total Due", "Total Collected"])
def test_what_was_paid_so_far_is_no_price_of_the_line(total: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_file(total, ("2", "100", "80"), ("3", "50", "150"))))

    assert _amounts(loaded) == _decimals("200", "150")
    assert f"not counted beside it: '{total}' (230.00)" in _notes(loaded)


def test_a_row_without_a_total_leaves_quantity_times_price(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_file("Total", ("2", "100", "180"), ("3", "50", ""))))

    assert _amounts(loaded) == _decimals("200", "150")


def test_a_total_beside_other_charges_is_left_to_them(write_text: Write, load_files: Load) -> None:
    # The freight may be in the total, which then says nothing of a discount.
    path = write_text(_file("Total", ("2", "100", "190"), ("3", "50", "150"), more=",Shipping", behind=",10"))

    assert _amounts(load_files(path)) == _decimals("200", "150")


def test_nothing_is_said_of_a_total_that_is_quantity_times_price(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_file("Total", ("2", "100", "200"), ("3", "50", "150"))))

    assert _amounts(loaded) == _decimals("200", "150")
    assert "Total" not in _notes(loaded)


def test_nothing_is_said_of_a_total_that_is_what_the_discount_leaves(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,A,P,3,10,3,27\n2,2026-01-06,B,P,2,10,0,20\n"

    loaded = load_files(write_text(f"{HEADER},Discount,Total\n{rows}"))

    assert _amounts(loaded) == _decimals("27", "20")
    assert "Total" not in _notes(loaded)
