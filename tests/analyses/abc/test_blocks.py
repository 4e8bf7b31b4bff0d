from __future__ import annotations

from decimal import Decimal

from abc_ground import HEAD, classed
from salesperf.analyses.abc.blocks import carried_block, classes_block, lorenz_block, ranked_block, split_block
from salesperf.analyses.abc.phrases import REVENUE
from salesperf.analyses.abc.report import Classed
from salesperf.analyses.abc.values import Asked
from salesperf.core.text import Lang, Text
from salesperf.report.model import Cell, TableBlock

CUSTOMER = Text("customer", "客户")


def rows(block: TableBlock) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row.cells if isinstance(cell, Cell)) for row in block.rows]


def ranked(found: Classed) -> TableBlock:
    return ranked_block(found.frame, {"Ann": "Ann & Co"}, of=CUSTOMER, amount=REVENUE, lang=Lang.EN)


def test_classes_have_their_number_amount_and_ends() -> None:
    block = classes_block(classed().frame, of=CUSTOMER, amount=REVENUE, lang=Lang.EN)

    assert rows(block) == [
        ("A", 2, 0.5, 80, 0.8, 50, 30),
        ("B", 1, 0.25, 15, 0.15, 15, 15),
        ("C", 1, 0.25, 5, 0.05, 5, 5),
    ]
    assert block.total is not None
    assert [cell.value for cell in block.total.cells][:4] == ["total", 4, 1.0, 100]  # type: ignore[union-attr]
    lapsed = classes_block(classed(Asked(period="2026-03")).frame, of=CUSTOMER, amount=REVENUE, lang=Lang.EN)
    assert rows(lapsed)[-1][:4] == ("D", 2, 0.5, 0)


def test_the_largest_stand_first_with_their_running_share() -> None:
    assert [row[:5] for row in rows(ranked(classed()))] == [
        ("Ann & Co", "A", 50, 0.5, 0.5),
        ("Bob", "A", 30, 0.3, 0.8),
        ("Cas", "B", 15, 0.15, 0.95),
        ("Dora", "C", 5, 0.05, 1.0),
    ]


def test_beyond_twenty_the_others_are_one_row() -> None:
    orders = HEAD + "".join(f"{at},2026-01-01,C{at:02},tea,East,{at},1\n" for at in range(1, 25))

    block = ranked(classed(orders=orders))

    # 1 + 2 + 3 + 4 of 300.
    assert rows(block)[-1][:4] == ("4 others", None, 10, 10 / 300)
    assert [row.cells[0].value for row in block.beyond] == ["C04", "C03", "C02", "C01"]  # type: ignore[union-attr]


def test_what_the_largest_carry_and_the_curve() -> None:
    gains = classed().gains

    assert rows(carried_block(gains, amount=REVENUE, lang=Lang.EN)) == [("top 1", 50, 0.5)]
    block = lorenz_block(gains)
    # The smallest half are 5 and 15.
    assert rows(block)[4] == ("50%", 0.2, 0.5)
    assert block.is_backing


def test_classes_are_told_in_each_region() -> None:
    asked = Asked(by=("region",))
    found = classed(asked)

    block = split_block(found.brought, found.frame, asked, "region", amount=REVENUE, lang=Lang.EN)

    # Cas bought 10 in the East and 5 in the West; lines without a customer are in no class.
    assert rows(block) == [
        ("East", "A", 1, Decimal(50), 50 / 60),
        ("East", "B", 1, Decimal(10), 10 / 60),
        ("West", "A", 1, Decimal(30), 0.75),
        ("West", "B", 1, Decimal(5), 0.125),
        ("West", "C", 1, Decimal(5), 0.125),
    ]
