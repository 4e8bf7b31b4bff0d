"""Whether amounts are before or after their discount, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.sources.amounts.discount_place import is_before
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
    assert any("only so the rows come to the total under 'Grand Total'" in note.en for note in loaded.bundle.notes)
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


def test_a_rate_is_taken_off_amounts_that_are_quantity_times_price(write_text: Write, load_files: Load) -> None:
    # 500 x 0.9 = 450, 400, 200 x 0.8 = 160: 90 of 1,100 off.
    rows = "2025-01-05,A1,甲,10,50,500,0.9\n2025-01-06,A2,乙,4,100,400,1\n2025-01-07,A3,丙,2,100,200,0.8\n"

    loaded = load_files(write_text(f"日期,单号,客户,数量,单价,金额,折扣\n{rows}"))

    assert (_amounts(loaded), _doubts(loaded)) == (_decimals("450", "400", "160"), [])
    assert loaded.bundle.tables["orders"].frame["discount"].to_list() == _decimals("50", "0", "40")
    assert any("less the discount under '折扣' (90.00)" in note.en for note in loaded.bundle.notes)


def test_a_rate_is_left_alone_where_the_amount_is_after_it(write_text: Write, load_files: Load) -> None:
    # 3 x 9.99 x 0.85 = 25.4745, which an export rounds; and 10 x 50 x 0.9 = 450.
    for rows in ("1,2026-01-05,A,10,50,0.1,450\n", "1,2026-01-05,A,3,9.99,0.15,25.5\n"):
        loaded = load_files(write_text(f"Order,Date,Customer,Qty,Unit Price,Discount,Amount\n{rows}"))

        assert (_amounts(loaded)[0], _doubts(loaded)) == (Decimal(rows.strip().rsplit(",", 1)[1]), [])


def test_a_unit_price_beside_the_price_on_the_tag_is_after_the_rate(write_text: Write, load_files: Load) -> None:
    rows = "2025-01-05,A1,甲,2,100,0.8,80,160\n2025-01-06,A2,乙,1,100,1,100,100\n"

    loaded = load_files(write_text(f"日期,单号,客户,数量,吊牌价,折扣,单价,金额\n{rows}"))

    assert (_amounts(loaded), _doubts(loaded)) == (_decimals("160", "100"), [])


def test_both_sums_are_told_where_price_and_rate_show_nothing(write_text: Write, load_files: Load) -> None:
    # 10 x 49 is neither 500 nor 500 x 0.9.
    path = write_text(
        "日期,单号,客户,数量,单价,金额,折扣\n2025-01-05,A1,甲,10,49,500,0.9\n2025-01-06,A2,乙,4,100,400,1\n"
    )
    told = TableOptions("orders", (path.name,), amount_includes=("discount",))

    loaded, settled = load_files(path), load_files(path, options=ReadOptions(tables=(told,)))

    assert (_amounts(loaded), _amounts(settled)) == (_decimals("500", "400"), _decimals("450", "400"))
    assert ["(900.00 in all)" in one and one.endswith("850.00 in all") for one in _doubts(loaded)] == [True]


def test_the_amount_after_discount_goes_before_the_plain_one(write_text: Write, load_files: Load) -> None:
    for plain, discount, after in (
        ("金额", "折扣", "折后金额"),
        ("销售金额", "折扣率", "优惠后金额"),
        ("Amount", "Discount Rate", "Amount After Discount"),
        ("Sales Amount", "Discount", "Net of Discount"),
    ):
        share = "0.9" if discount == "折扣" else "0.1"
        rows = f"2025-01-05,A1,X,10,50,500,{share},450\n2025-01-06,A2,Y,4,100,400,0,400\n"

        loaded = load_files(write_text(f"Date,Order,Customer,Qty,Unit Price,{plain},{discount},{after}\n{rows}"))

        assert (_amounts(loaded), _doubts(loaded)) == (_decimals("450", "400"), []), after
        told = f"under '{after}' (850.00 in all rows); not counted beside it: '{plain}' (900.00)"
        assert told in " ".join(one.en for one in loaded.bundle.notes)


def test_a_subtotal_of_a_shop_is_before_its_discount_where_the_total_says_so(
    write_text: Write, load_files: Load
) -> None:
    header = (
        "Order Number,Order Date,Cart Discount Amount,Order Subtotal Amount,Order Shipping Amount,Order Total Amount,"
        "Order Total Tax Amount"
    )
    # 60 - 10 + 8 + 4 = 62, 25 - 5 + 0 + 2 = 22.
    rows = "1,2026-05-02,0,100,8,116,8\n2,2026-05-03,10,60,8,62,4\n3,2026-05-06,5,25,0,22,2\n"

    assert _amounts(load_files(write_text(f"{header}\n{rows}"))) == _decimals("100", "50", "20")


@pytest.mark.parametrize("header", ["Disc %", "Line Disc %", "Discount Pct", "Line Discount %"])
def test_whole_percents_of_a_discount_are_taken_off(header: str, *, write_text: Write, load_files: Load) -> None:
    rows = "1,2026-02-01,Ann,2,50,10\n2,2026-02-02,Bob,1,200,0\n"

    loaded = load_files(write_text(f"Order No,Order Date,Customer,Qty,Unit Price,{header}\n{rows}"))

    assert _amounts(loaded) == _decimals("90", "200")


def test_nothing_more_is_taken_off_an_amount_after_discount(write_text: Write, load_files: Load) -> None:
    # 100 and 1 are how accounting programs write that nothing was taken off.
    whole = (("折扣(%)", "100"), ("折扣率", "100%"), ("折扣", "1"), ("折扣", "100%"), ("Discount", "100%"))
    for discount, cell in whole:
        for amount in ("折后金额", "金额"):
            rows = f"2025-01-05,A1,甲,2,50,{cell},100\n2025-01-06,A2,乙,1,30,{cell},30\n"

            loaded = load_files(write_text(f"日期,单号,客户,数量,单价,{discount},{amount}\n{rows}"))

            assert (_amounts(loaded), _doubts(loaded)) == (_decimals("100", "30"), []), (discount, cell, amount)

    told = "2025-01-05,A1,甲,2,50,5,100\n2025-01-06,A2,乙,1,30,2,30\n"
    loaded = load_files(write_text(f"日期,单号,客户,数量,单价,折扣金额,折后金额\n{told}"))
    assert _amounts(loaded) == _decimals("100", "30")
