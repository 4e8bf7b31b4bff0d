from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Records, Report, Row, TableBlock, Value
from salesperf.report.page import page
from salesperf.report.rounding import ROUNDING_KEY, rounding_note


def report(*amounts: Value, unit: Unit = Unit.MONEY, currency: str | None = "USD") -> Report:
    columns = (Column("rep", Text("rep", "销售员")), Column("amount", Text("amount", "金额"), unit, adds_up=True))
    rows = tuple(Row((Cell("Ann"), Cell(amount))) for amount in amounts)
    block = TableBlock("kpi", Text("By rep", "按销售员"), columns, rows)
    meta = Meta(currency=currency)
    return Report("salesperf.kpi/1", Text("Sales", "销售"), Lang.EN, (block,), Records((), ()), meta=meta)


def test_fractions_of_a_cent_are_shown_as_cents_and_explained_once() -> None:
    # The exact rows make 60.816, shown as 60.82; the shown rows make 60.81.
    drawn = page(report(Decimal("10.2040"), Decimal("20.2040"), Decimal("30.4080")))

    assert [line.words[1].text for line in drawn.grids[0].lines] == ["10.20", "20.20", "30.41"]
    assert [remark.text.partition(";")[0] for remark in drawn.remarks] == ["amounts are shown to 2 decimals"]


@pytest.mark.parametrize(
    ("amount", "unit", "currency", "is_rounded"),
    [
        (Decimal("10.500000"), Unit.MONEY, "USD", False),
        (Decimal("10.501"), Unit.MONEY, "USD", True),
        (Decimal("10.501"), Unit.MONEY, "KWD", False),
        (Decimal("10.5"), Unit.MONEY, "JPY", True),
        (Decimal("10.501"), Unit.MONEY, None, True),
        (Decimal("10.501"), Unit.PRICE, "USD", False),
        (None, Unit.MONEY, "USD", False),
    ],
)
def test_only_amounts_finer_than_the_smallest_coin_are_noted(
    amount: Value, unit: Unit, currency: str | None, *, is_rounded: bool
) -> None:
    note = rounding_note(report(amount, unit=unit, currency=currency))

    assert (note is not None) is is_rounded
    assert note is None or note.key == ROUNDING_KEY
