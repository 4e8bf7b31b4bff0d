"""Whether amounts are before or after their discount, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.sources.discount_place import is_before
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _amounts(loaded: Loaded) -> list[Any]:
    return loaded.bundle.tables["orders"].frame["amount"].to_list()


def _decimals(*numbers: str) -> list[Decimal]:
    return [Decimal(number) for number in numbers]


def _doubts(loaded: Loaded) -> list[str]:
    return [one.message for one in loaded.issues if one.code == "R330"]


def test_a_total_shows_that_the_amount_is_before_the_discount(write_text: Write, load_files: Load) -> None:
    # 100 - 10 + 9 + 5 = 104, 200 - 0 + 20 + 5 = 225.
    rows = "1,2026-01-05,A,100,10,9,5,104\n2,2026-01-06,B,200,0,20,5,225\n"

    loaded = load_files(write_text(f"Invoice,Date,Customer,Amount,Discount,Tax,Shipping,Grand Total\n{rows}"))

    assert _amounts(loaded) == _decimals("90", "200")
    assert "only so the rows come to the total under 'Grand Total'" in loaded.bundle.notes[0].en
    assert not any("not known" in note.en for note in loaded.bundle.notes)


def test_a_total_shows_that_the_amount_is_after_the_discount(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,A,100,10,9,109\n2,2026-01-06,B,200,0,20,220\n"

    loaded = load_files(write_text(f"Order,Date,Customer,Amount,Discount,Tax,Total\n{rows}"))

    assert (_amounts(loaded), _doubts(loaded)) == (_decimals("100", "200"), [])


def test_a_return_gives_its_discount_back(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,A,100,10,90\n2,2026-01-06,A,-50,-5,-45\n3,2026-01-07,A,-30,3,-27\n"

    loaded = load_files(write_text(f"Order,Date,Customer,Amount,Discount,Total\n{rows}"))

    assert _amounts(loaded) == _decimals("90", "-45", "-27")


def test_one_row_of_a_hundred_may_disagree_and_two_may_not(write_text: Write, load_files: Load) -> None:
    for wrong, first in ((1, "90"), (2, "100")):
        rows = "".join(f"{at},2026-01-05,A,100,10,{91 if at < wrong else 90}\n" for at in range(100))

        loaded = load_files(write_text(f"Order,Date,Customer,Amount,Discount,Total\n{rows}"))

        assert (_amounts(loaded)[0], len(_doubts(loaded))) == (Decimal(first), wrong - 1)


def test_quantity_times_price_shows_which_it_is(write_text: Write, load_files: Load) -> None:
    for cells, amounts, doubts in (
        (("20", "10"), ("18", "10"), 0),
        (("18", "10"), ("18", "10"), 0),
        (("19", "10"), ("19", "10"), 1),
    ):
        rows = f"1,2026-01-05,A,2,10,2,{cells[0]}\n2,2026-01-06,A,1,10,0,{cells[1]}\n"

        loaded = load_files(write_text(f"Order,Date,Customer,Qty,Unit Price,Discount,Amount\n{rows}"))

        assert (_amounts(loaded), len(_doubts(loaded))) == (_decimals(*amounts), doubts), cells


def test_a_price_that_is_net_already_proves_nothing(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,A,2,9,2,18\n2,2026-01-06,A,1,10,0,10\n"

    loaded = load_files(write_text(f"单号,日期,客户,数量,成交单价,优惠金额,实付金额\n{rows}"))

    assert (_amounts(loaded), _doubts(loaded)) == (_decimals("18", "10"), [])


def test_without_proof_the_amount_stands_and_both_sums_are_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(
        write_text("Order,Date,Customer,Amount,Discount\n1,2026-01-05,A,100,10\n2,2026-01-06,B,200,20\n")
    )

    assert _amounts(loaded) == _decimals("100", "200")
    (doubt,) = _doubts(loaded)
    assert "(300.00 in all)" in doubt
    assert "net of it they are 270.00 in all" in doubt


@pytest.mark.parametrize("header", ["Net Amount", "Sales", "Revenue", "实付金额", "折后金额", "Line Subtotal"])
def test_an_amount_that_says_it_is_after_is_believed(header: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"Order,Date,Customer,{header},Discount\n1,2026-01-05,A,100,10\n"))

    assert (_amounts(loaded), _doubts(loaded)) == (_decimals("100"), [])


@pytest.mark.parametrize("rows", ["1,2026-01-05,A,100,0\n", "1,2026-01-05,A,100,\n", "1,2026-01-05,A,100,0.1\n"])
def test_no_discount_and_a_rate_raise_no_question(rows: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"Order,Date,Customer,Amount,Discount\n{rows}"))

    assert (_amounts(loaded), _doubts(loaded)) == (_decimals("100"), [])


@pytest.mark.parametrize(("includes", "amount"), [(("discount",), "90"), ((), "100")])
def test_the_configuration_decides(includes: tuple[str, ...], amount: str, write_text: Write, load_files: Load) -> None:
    path = write_text("Order,Date,Customer,Amount,Discount\n1,2026-01-05,A,100,10\n")
    told = TableOptions("orders", (path.name,), amount_includes=includes)

    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert (_amounts(loaded), _doubts(loaded)) == (_decimals(amount), [])


def test_a_gross_amount_is_net_of_its_discount(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,A,100,10,7\n2,2026-01-06,B,200,0,7\n"
    path = write_text(f"Order,Date,Customer,Gross Amount,Discount Amount,Shipping\n{rows}")

    for needs in (None, {"orders": frozenset({"amount"})}):
        loaded = load_files(path, needs=needs)

        assert _amounts(loaded) == _decimals("90", "200")
        assert any("freight under 'Shipping' (14.00) is not known" in note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize(
    ("header", "before"),
    [
        ("Gross Amount", True),
        ("折前金额", True),
        ("Amount before discount", True),
        ("Gross Margin Amount", False),
        ("Total", False),
    ],
)
def test_headers_say_that_amounts_are_before_discounts(header: str, *, before: bool) -> None:
    assert is_before(header) is before
