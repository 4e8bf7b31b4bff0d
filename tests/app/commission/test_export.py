from __future__ import annotations

from pathlib import Path

import pytest

from commission_ground import TERMS
from salesperf.app.commission.export import Wanted, export, ledger, refuse_unfit
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.core.errors import UsageError
from salesperf.metrics.request import Request

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'
FEBRUARY = Request(period="2026-02")


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    (tmp_path / "orders.csv").write_text(
        "Order ID,Order Date,Sales Rep,Amount\n1,2026-02-27,Ann,200\n", encoding="utf-8"
    )
    (tmp_path / "plan.toml").write_text(TERMS.format(start="2026-01-01", period="month") + FLAT, encoding="utf-8")
    return Ask((str(tmp_path / "orders.csv"),), Surroundings(tmp_path, {}))


def test_a_run_is_laid_out_for_each_system(ask: Ask, tmp_path: Path) -> None:
    plans = [tmp_path / "plan.toml"]

    payroll = export(ask, plans, FEBRUARY, Wanted("payroll")).report
    journal = export(ask, plans, FEBRUARY, Wanted("journal", accounts=("expense=6601",))).report
    deferred = export(ask, plans, FEBRUARY, Wanted("deferred", months=4)).report

    assert [str(row[-2]) for row in payroll.records.rows] == ["20.00"]
    assert [row[2] for row in journal.records.rows] == ["6601", "Liabilities:Commission:Payable"]
    assert [str(row[-2]) for row in deferred.records.rows] == ["5.00"] * 4


@pytest.mark.parametrize("to", ["beancount", "hledger"])
def test_journals_of_plain_text_accounting_are_text(ask: Ask, tmp_path: Path, to: str) -> None:
    found = ledger(ask, [tmp_path / "plan.toml"], FEBRUARY, Wanted(to))

    assert "  Expenses:Commission  20.00 CNY\n" in found.content


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted("deferred"),
        Wanted("payroll", months=3),
        Wanted("payroll", accounts=("expense=6601",)),
        Wanted("beancount", accounts=("expense=6601",)),
        Wanted("hledger", accounts=("expense=a;b",)),
        Wanted("journal", accounts=("cost=6601",)),
    ],
)
def test_flags_that_do_not_go_together_are_refused(wanted: Wanted) -> None:
    with pytest.raises(UsageError):
        refuse_unfit(wanted)
