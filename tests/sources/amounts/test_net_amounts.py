from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.amounts.net_amounts import TAX_UNKNOWN, Net, net_of_charges
from salesperf.tables.schema import MONEY

Cells = list[str | None]
_GOODS = pl.col("quantity") * pl.col("unit_price")


def _frame(**columns: Cells) -> pl.DataFrame:
    return pl.DataFrame({name: pl.Series(cells, dtype=pl.String).cast(MONEY) for name, cells in columns.items()})


def _of_total(frame: pl.DataFrame, header: str = "Total", **words: object) -> Net:
    headers = {"total_amount": header, "tax": "Tax", "freight": "Shipping"}
    total = frame.with_columns(amount=pl.col("total_amount"))
    return net_of_charges(total, headers, base="total_amount", **words)  # type: ignore[arg-type]


def _of_amount(frame: pl.DataFrame, header: str = "Sales", **words: object) -> Net:
    headers = {"amount": header, "tax": "Tax", "freight": "Shipping", "total_amount": "Total"}
    return net_of_charges(frame, headers, base="amount", **words)  # type: ignore[arg-type]


def _amounts(net: Net) -> list[Decimal | None]:
    return net.frame["amount"].to_list()


def _said(net: Net) -> list[str]:
    return [note.en for note in net.notes]


def test_tax_and_freight_come_off_a_total_and_the_sums_are_told() -> None:
    # 123 - 13 - 10 = 100 and 226 - 26 = 200.
    net = _of_total(_frame(total_amount=["123", "226"], tax=["13", "26"], freight=["10", None]))

    assert _amounts(net) == [Decimal(100), Decimal(200)]
    assert net.taken == {"tax", "freight"}
    assert _said(net) == [
        "the amount is that under 'Total' less tax (39.00 under 'Tax'), freight (10.00 under 'Shipping')"
    ]
    assert net.notes[0].zh == "金额取自「Total」，已减去税额（「Tax」合计 39.00）、运费（「Shipping」合计 10.00）"


def test_a_return_gives_back_its_tax_and_freight() -> None:
    net = _of_total(_frame(total_amount=["-123"], tax=["-13"], freight=["-10"]))

    assert _amounts(net) == [Decimal(-100)]


def test_a_charge_larger_than_its_amount_or_of_the_other_sign_stays_and_is_told() -> None:
    net = _of_total(_frame(total_amount=["110", "4", "-60", "55"], freight=["10", "5", "10", "5"], tax=["0"] * 4))

    assert _amounts(net) == [Decimal(100), Decimal(4), Decimal(-60), Decimal(50)]
    assert _said(net) == [
        "the amount is that under 'Total' less freight (15.00 under 'Shipping')",
        (
            "in 2 rows (15.00) tax or freight is larger than the amount under 'Total' or has the other sign: "
            "nothing is taken off there"
        ),
    ]


def test_a_freight_larger_than_most_totals_is_no_part_of_them() -> None:
    net = _of_total(_frame(total_amount=["100", "50", "90"], freight=["150", "60", "10"], tax=["0", "0", "0"]))

    assert _amounts(net) == [Decimal(100), Decimal(50), Decimal(90)]
    (note,) = net.notes
    assert "(220.00)" in note.en
    assert "amount_includes" in note.zh


def test_an_order_that_came_to_nothing_proves_nothing() -> None:
    net = _of_total(_frame(total_amount=["110", "0", "0"], freight=["10", "8", "8"], tax=["0", "0", "0"]))

    assert _amounts(net) == [Decimal(100), Decimal(0), Decimal(0)]
    assert _said(net) == ["the amount is that under 'Total' less freight (10.00 under 'Shipping')"]


@pytest.mark.parametrize("header", ["SubTotal", "Net Sales", "商品金额", "货款", "Amount excl. shipping"])
def test_an_amount_of_the_goods_stands(header: str) -> None:
    net = _of_amount(_frame(amount=["100"], freight=["10"]), header)

    assert (_amounts(net), net.notes) == ([Decimal(100)], ())


@pytest.mark.parametrize("header", ["Amount incl. shipping", "订单金额（含运费）", "买家实际支付金额"])
def test_an_amount_that_says_so_has_its_freight_taken_off(header: str) -> None:
    assert _amounts(_of_amount(_frame(amount=["110"], freight=["10"]), header)) == [Decimal(100)]


def test_what_cannot_be_known_stands_and_is_told_with_the_sum_and_the_setting() -> None:
    net = _of_amount(_frame(amount=["100", "50"], freight=["10", "5"]))

    assert _amounts(net) == [Decimal(100), Decimal(50)]
    (note,) = _said(net)
    assert note == (
        "whether the amounts under 'Sales' hold the freight under 'Shipping' (15.00) is not known, so none is taken "
        'off: amount_includes = ["freight"] under [[table]] says that they do, amount_includes = [] that they do not'
    )


@pytest.mark.parametrize(("includes", "amount"), [((), 100), (("freight",), 90), (("tax", "freight"), 82)])
def test_the_configuration_decides(includes: tuple[str, ...], amount: int) -> None:
    net = _of_amount(_frame(amount=["100"], freight=["10"], tax=["8"]), includes=includes)

    assert _amounts(net) == [Decimal(amount)]
    assert not any("not known" in note for note in _said(net))


def test_a_total_that_adds_the_freight_shows_that_the_amount_is_without_it() -> None:
    # 100 + 10 + 13 = 123 and 200 + 0 + 26 = 226.
    frame = _frame(amount=["100", "200"], freight=["10", "0"], tax=["13", "26"], total_amount=["123", "226"])

    assert (_amounts(_of_amount(frame)), _of_amount(frame).notes) == ([Decimal(100), Decimal(200)], ())


def test_a_total_that_adds_freight_and_no_tax_shows_that_the_tax_is_in_the_prices() -> None:
    # 119 holds 19 of tax; 119 + 5 = 124.
    frame = _frame(amount=["119", "238"], freight=["5", "5"], tax=["19", "38"], total_amount=["124", "243"])
    net = _of_amount(frame, "Subtotal")

    assert _amounts(net) == [Decimal(100), Decimal(200)]
    # The total beside it means the same as the amount, so that refunds can be compared with it.
    assert net.frame["total_amount"].to_list() == [Decimal(105), Decimal(205)]


def test_a_total_of_goods_and_tax_says_nothing_of_the_freight() -> None:
    frame = _frame(amount=["100"], freight=["10"], tax=["13"], total_amount=["113"])
    net = _of_amount(frame)

    assert _amounts(net) == [Decimal(100)]
    assert ["freight" in note for note in _said(net)] == [True]


def test_quantity_times_price_shows_what_an_amount_holds() -> None:
    goods = {"quantity": ["2", "1"], "unit_price": ["50", "200"]}
    with_freight = _frame(amount=["110", "220"], freight=["10", "20"], **goods)
    without = _frame(amount=["100", "200"], freight=["10", "20"], **goods)

    assert _amounts(_of_amount(with_freight, goods=[_GOODS])) == [Decimal(100), Decimal(200)]
    assert _of_amount(without, goods=[_GOODS]).notes == ()
    of_total = _of_total(_frame(total_amount=["100", "200"], freight=["10", "20"], **goods), goods=[_GOODS])
    assert _amounts(of_total) == [Decimal(100), Decimal(200)]
    assert _said(of_total) == [TAX_UNKNOWN.en]


def test_prices_with_tax_show_an_amount_without_it() -> None:
    # 2 x 56.50 = 113 with 13 of tax; the amount is 100.
    frame = _frame(amount=["100"], tax=["13"], quantity=["2"], unit_price=["56.5"])

    assert (_amounts(_of_amount(frame, goods=[_GOODS])), _of_amount(frame, goods=[_GOODS]).notes) == (
        [Decimal(100)],
        (),
    )


def test_a_freight_of_the_order_on_each_of_its_lines_is_left_open() -> None:
    frame = _frame(total_amount=["50", "60", "20", "21"], freight=["10", "10", "5", "5"], tax=["0"] * 4)
    net = _of_total(frame.with_columns(order_id=pl.Series(["1", "1", "2", "2"])))

    assert _amounts(net) == [Decimal(50), Decimal(60), Decimal(20), Decimal(21)]
    assert "(30.00) is not known" in net.notes[0].en


def test_a_column_of_zeros_is_no_charge() -> None:
    net = _of_amount(_frame(amount=["100", None], freight=["0", None]))

    assert (_amounts(net), net.notes, net.taken) == ([Decimal(100), None], (), frozenset())


@pytest.mark.parametrize("header", ["商家应收款", "商户实收", "结算金额", "Proceeds", "Payout"])
def test_a_payout_holds_no_freight_that_the_rows_do_not_show(header: str) -> None:
    frame = _frame(amount=["45", "60"], freight=["3", "3"])
    net = net_of_charges(frame, {"amount": header, "freight": "配送费"}, base="amount")

    assert _amounts(net) == [Decimal(45), Decimal(60)]
    assert [note.en.startswith("whether the amounts under") for note in net.notes] == [True]


def test_a_payout_that_is_the_goods_and_the_freight_holds_it() -> None:
    frame = _frame(amount=["45", "60"], freight=["3", "4"], list_amount=["42", "56"])
    headers = {"amount": "商家实收金额", "freight": "邮费"}
    net = net_of_charges(frame, headers, base="amount", goods=[pl.col("list_amount")])

    assert _amounts(net) == [Decimal(42), Decimal(56)]


def test_prices_are_never_taken_to_hold_freight() -> None:
    frame = _frame(amount=["100"], freight=["10"])
    net = net_of_charges(frame, {"unit_price": "Price"}, base="unit_price")

    assert (_amounts(net), net.notes) == ([Decimal(100)], ())


_CENTS = st.integers(min_value=0, max_value=10**7).map(lambda cents: Decimal(cents) / 100)


@given(st.lists(st.tuples(_CENTS, _CENTS, _CENTS), min_size=1, max_size=12))
def test_what_is_left_of_a_total_is_the_goods(rows: list[tuple[Decimal, Decimal, Decimal]]) -> None:
    frame = _frame(
        total_amount=[str(sum(row)) for row in rows],
        tax=[str(row[1]) for row in rows],
        freight=[str(row[2]) for row in rows],
    )

    assert _amounts(_of_total(frame)) == [row[0] for row in rows]
