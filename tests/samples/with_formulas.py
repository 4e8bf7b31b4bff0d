"""A report whose numbers come from each other, worked by hand."""

from __future__ import annotations

from decimal import Decimal

from salesperf.core.money import Rounding
from salesperf.core.text import Lang, same
from salesperf.core.unit import Unit
from salesperf.report.formula import Added, Beside, Formula, Limited, Named, Product, Rounded, SumOf, TotalOf
from salesperf.report.model import Cell, Column, Meta, Records, Report, Row, Section, TableBlock, Tile

SLICES = Named("slices", "slices")
LINES = Named("lines", "lines")


def _slice(who: str, amount: str, rate: str, pay: str, *, negative: bool = False) -> Row:
    formula = Product((Beside("amount"), Beside("rate")), negative=negative)
    return Row((Cell(who), Cell(Decimal(amount)), Cell(Decimal(rate)), Cell(Decimal(pay), formula=formula)))


def _line(who: str, pay: str, formula: Formula) -> Row:
    return Row((Cell(who), Cell(Decimal(pay), formula=formula)))


def _of_own() -> SumOf:
    return SumOf(SLICES, "pay", same=("who", "who"))


def with_formulas() -> Report:
    """Slices of five people and their lines, each rounded in its way.

    07: 1,000 x 0.01 + 2.5 x 0.01 = 10.025, half up 10.03. 7: 10.025 half even 10.02. *: 10.035 half even 10.04.
    Down: 0.29 stays 0.29, which as a binary fraction lies below it. Back: -(100 x 0.02) = -2. Capped: 50 at most 20;
    lifted: 3 at least 5.
    """
    columns = (
        Column("who", same("Who")),
        Column("amount", same("Amount"), Unit.QUANTITY),
        Column("rate", same("Rate"), Unit.NUMBER),
        Column("pay", same("Pay"), Unit.MONEY, adds_up=True),
    )
    slices = (
        _slice("07", "1000", "0.01", "10.00"), _slice("07", "2.5", "0.01", "0.025"),
        _slice("7", "1002.5", "0.01", "10.025"), _slice("*", "1003.5", "0.01", "10.035"),
        _slice("down", "29", "0.01", "0.29"), _slice("back", "100", "0.02", "-2.00", negative=True),
        _slice("capped", "500", "0.1", "50.0"), _slice("lifted", "30", "0.1", "3.0"),
    )  # fmt: skip
    half_up, down = Rounding.HALF_UP, Rounding.DOWN
    lines = (
        _line("07", "10.03", Rounded(_of_own(), 2, half_up)),
        _line("7", "10.02", Rounded(_of_own(), 2, Rounding.HALF_EVEN)),
        _line("*", "10.04", Rounded(_of_own(), 2, Rounding.HALF_EVEN)),
        _line("down", "0.29", Rounded(_of_own(), 2, down)),
        _line("back", "-2.00", Rounded(Limited(_of_own(), floor=Decimal(5)), 2, half_up)),
        _line("capped", "20.00", Rounded(Limited(_of_own(), cap=Decimal(20)), 2, half_up)),
        _line("lifted", "5.00", Rounded(Limited(_of_own(), cap=Decimal(20), floor=Decimal(5)), 2, half_up)),
    )
    total = Row((Cell("Total"), Cell(Decimal("53.38"))))
    paid = (columns[0], columns[3])
    twice = Added((TotalOf(LINES, "pay"), SumOf(LINES, "pay")))
    tiles = (
        Tile("paid", same("Paid"), Cell(Decimal("53.38"), Unit.MONEY, formula=TotalOf(LINES, "pay"))),
        Tile("twice", same("Twice"), Cell(Decimal("106.76"), Unit.MONEY, formula=twice)),
    )
    blocks = (TableBlock("lines", same("Lines"), paid, lines, total),)
    return Report(
        "salesperf.test/1", same("Pay"), Lang.EN, (), Records((), ()), meta=Meta(currency="USD"),
        sections=(
            Section("lines", same("Lines"), tiles=tiles, blocks=blocks),
            Section("slices", same("It's slices"), blocks=(TableBlock("slices", same("Slices"), columns, slices),)),
        ),
    )  # fmt: skip
