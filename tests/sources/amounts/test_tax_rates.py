"""Tax of which an export tells the rate only, seen from the door of reading."""

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


def _amounts(loaded: Loaded) -> list[Any]:
    return loaded.bundle.tables["orders"].frame["amount"].to_list()


def _decimals(*numbers: str) -> list[Decimal]:
    return [Decimal(number) for number in numbers]


@pytest.mark.parametrize(
    ("header", "rate", "cells"),
    [
        ("Amount (incl. VAT)", "VAT Rate", ("20%", "5%")),
        ("Line Total incl. VAT", "Tax %", ("20", "5")),
        ("含税金额", "税率", ("0.20", "0.05")),
        ("价税合计", "税率", ("20%", "5%")),
        ("Total", "Tax Rate", ("20%", "5%")),
    ],
)
def test_tax_at_its_rate_is_taken_off_amounts_that_hold_it(
    header: str, rate: str, cells: tuple[str, str], write_text: Write, load_files: Load
) -> None:
    path = write_text(
        f"Order,Date,Customer,{header},{rate}\n1,2026-01-05,A,120,{cells[0]}\n2,2026-01-06,B,99.99,{cells[1]}\n"
    )

    for needs in (None, {"orders": frozenset({"amount"})}):
        loaded = load_files(path, needs=needs)

        # 120 / 1.2 = 100; 99.99 / 1.05 = 95.2286, so 95.23.
        assert _amounts(loaded) == _decimals("100", "95.23")
        # 20.00 + 4.76
        assert any(f"less tax (24.76 under {rate!r})" in note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize("header", ["Net Amount", "不含税金额", "金额", "Amount excl. VAT"])
def test_an_amount_without_tax_stays(header: str, write_text: Write, load_files: Load) -> None:
    rate = "VAT Rate" if header.isascii() else "税率"

    loaded = load_files(write_text(f"Order,Date,Customer,{header},{rate}\n1,2026-01-05,A,120,20%\n"))

    assert _amounts(loaded) == _decimals("120")
    assert loaded.bundle.notes == ()
    assert "tax" not in loaded.bundle.tables["orders"].frame.columns


def test_an_amount_that_says_nothing_stays_and_the_tax_in_question_is_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Order,Date,Customer,Amount,VAT Rate\n1,2026-01-05,A,120,20%\n"))

    assert _amounts(loaded) == _decimals("120")
    assert any("under 'VAT Rate' (20.00) is not known" in note.en for note in loaded.bundle.notes)


def test_a_total_with_the_tax_upon_the_amount_shows_that_the_amount_is_without(
    write_text: Write, load_files: Load
) -> None:
    rows = "1,2026-01-05,A,100,20%,120\n2,2026-01-06,B,50,20%,60\n"

    loaded = load_files(write_text(f"Order,Date,Customer,Amount,VAT Rate,Total\n{rows}"))

    assert _amounts(loaded) == _decimals("100", "50")
    assert not any("not known" in note.en for note in loaded.bundle.notes)


def test_a_tax_in_money_goes_before_its_rate(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Order,Date,Customer,Amount incl. tax,Tax,Tax Rate\n1,2026-01-05,A,120,19,20%\n"))

    assert _amounts(loaded) == _decimals("101")


def test_returns_and_rows_without_a_rate(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,A,-113,13%\n2,2026-01-06,B,50,\n3,2026-01-06,B,50,0%\n"

    loaded = load_files(write_text(f"Order,Date,Customer,含税金额,税率\n{rows}"))

    assert _amounts(loaded) == _decimals("-100", "50", "50")


def test_tax_that_no_column_tells_is_counted_and_said(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Order,Date,Customer,Amount (incl. VAT)\n1,2026-01-05,A,120\n"))

    assert _amounts(loaded) == _decimals("120")
    (note,) = loaded.bundle.notes
    assert note.en.endswith("hold tax, as they are called, and no column says how much: they are counted with it")


def test_the_configuration_decides_over_the_rate(write_text: Write, load_files: Load) -> None:
    path = write_text("Order,Date,Customer,Amount,VAT Rate\n1,2026-01-05,A,120,20%\n")

    for includes, amount in ((("tax",), "100"), ((), "120")):
        told = TableOptions("orders", (path.name,), amount_includes=includes)

        assert _amounts(load_files(path, options=ReadOptions(tables=(told,)))) == _decimals(amount)
