"""Tax in the amounts of invoices, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]

START = "Invoice No,Invoice Date,Customer"


def _rows(loaded: Loaded) -> list[tuple[Decimal, Decimal | None]]:
    frame = loaded.bundle.tables["invoices"].frame
    total = frame["total_amount"] if "total_amount" in frame.columns else [None] * frame.height
    return list(zip(frame["amount"].to_list(), total, strict=True))


@pytest.mark.parametrize(
    ("columns", "cells", "amount", "total"),
    [
        ("Total,Tax", "120,20", 100, 120),
        ("价税合计,税率", "113,13%", 100, 113),
        ("Amount (incl. VAT),VAT Rate", "120,20%", 100, 120),
        ("金额,税率,价税合计", "100,13%,113", 100, 113),
        ("Net Amount,VAT", "100,20", 100, None),
    ],
)
def test_sold_without_tax_and_owed_with_it(
    columns: str, cells: str, *, amount: int, total: int | None, write_text: Write, load_files: Load
) -> None:
    path = write_text(f"{START},{columns}\n1,2026-01-05,A,{cells}\n")

    for needs in (None, {"invoices": frozenset({"amount", "total_amount", "invoice_date"})}):
        assert _rows(load_files(path, needs=needs)) == [(amount, total)]


def test_tax_that_no_column_tells_is_counted_and_said(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{START},价税合计\n1,2026-01-05,A,113\n"))

    assert _rows(loaded) == [(113, None)]
    assert any("counted with it" in note.en for note in loaded.bundle.notes)


def test_the_configuration_decides(write_text: Write, load_files: Load) -> None:
    path = write_text(f"{START},Amount,Tax\n1,2026-01-05,A,120,20\n")

    for includes, amount in ((("tax",), 100), ((), 120)):
        told = TableOptions("invoices", (path.name,), amount_includes=includes)

        assert _rows(load_files(path, options=ReadOptions(tables=(told,))))[0][0] == amount


def test_the_taxable_value_of_an_invoice_goes_before_its_whole_value(write_text: Write, load_files: Load) -> None:
    header = "Invoice No,Invoice Date,Party Name,Taxable Value,IGST,Invoice Value"

    loaded = load_files(write_text(f'{header}\nB1,2026-04-25,Kiran,"1,23,456.00","22,222.08","1,45,678.08"\n'))

    assert loaded.bundle.tables["invoices"].frame["amount"].to_list() == [Decimal(123456)]
