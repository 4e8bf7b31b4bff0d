"""Payments beside what was to be paid in the same rows."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]

PLAN = (
    "合同编号,客户名称,负责人,期次,计划回款日期,计划回款金额,实际回款日期,实际回款金额\n"
    "HT01,甲,王磊,第1期,2026-04-30,100000,2026-05-06,100000\n"
    "HT01,甲,王磊,第2期,2026-06-15,100000,2026-06-20,60000\n"
    "HT02,乙,李娜,第1期,2026-05-31,80000,,\n"
    "HT02,乙,李娜,第2期,2026-07-31,80000,,\n"
)


def test_the_plan_is_what_is_due_and_the_columns_beside_it_what_came_in(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(PLAN, "合同回款计划.csv"))

    invoices, payments = (loaded.bundle.tables[name].frame for name in ("invoices", "payments"))
    assert invoices["amount"].to_list() == [Decimal(each) for each in (100000, 100000, 80000, 80000)]
    assert [str(day) for day in invoices["due_date"]] == ["2026-04-30", "2026-06-15", "2026-05-31", "2026-07-31"]
    assert payments["amount"].to_list() == [Decimal(100000), Decimal(60000), None, None]
    assert any("「计划回款日期」" in note.zh for note in loaded.bundle.notes)


@pytest.mark.parametrize(
    "header",
    ["Planned Payment Date,Planned Payment Amount", "Due Date,Due Amount", "Expected date,Expected amount"],
)
def test_plans_in_english_are_due_too(header: str, write_text: Write, load_files: Load) -> None:
    text = f"Contract Number,Customer,{header},Payment Date,Amount Received\nA,X,2026-04-30,100,2026-05-06,60\n"

    loaded = load_files(write_text(text, "payment plan.csv"))

    assert loaded.bundle.tables["invoices"].frame["amount"].to_list() == [Decimal(100)]


def test_payments_without_a_plan_are_payments_alone(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("合同编号,客户名称,回款日期,回款金额\nHT01,甲,2026-05-06,100\n", "回款.csv"))

    assert loaded.bundle.tables.keys() == {"payments"}
