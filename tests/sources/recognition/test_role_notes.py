"""The words about rows that are no sales."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.core.text import Text
from salesperf.sources.recognition.role_notes import CONFIGURED, cure_of, money_told, noted
from salesperf.sources.rows.raw import RawTable

ReadOne = Callable[..., RawTable]
_NAMED = Text("the file's name says 'budget'", "文件名含「budget」")


def test_the_cure_names_table_file_and_sheet(write_book: Callable[..., Path], read_one: ReadOne) -> None:
    raw = read_one(write_book({"Budget": [["Order", "Date", "Amount"], ["1", "2025-01-03", "5"]]}, "plan.xlsx"))

    lines = '\n[[table]]\nname = "invoices"\nfiles = ["plan.xlsx"]\nsheet = "Budget"\ncounts_as = "sales"'
    assert cure_of(raw, "invoices").en.endswith(f"salesperf.toml:{lines}")


def test_what_the_user_decided_is_told_without_a_cure(write_text: Callable[..., Path], read_one: ReadOne) -> None:
    raw = read_one(write_text("Order,Date,Amount\n1,2025-01-03,5\n"))
    told, cure = Text("1 row left out", "1 行未计入"), Text("write this", "请写明")

    assert noted(raw, told, says=CONFIGURED, cure=cure).en == "orders.csv: 1 row left out"
    assert noted(raw, told, says=_NAMED, cure=cure).en == "orders.csv: 1 row left out; write this"


def test_money_is_told_where_there_is_any() -> None:
    assert money_told(Decimal("1400.5")).en == " (1,400.50 in all)"
    assert money_told(None).en == ""
