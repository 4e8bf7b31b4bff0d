from __future__ import annotations

import json
from pathlib import Path

import pytest

from commission_ground import TERMS
from salesperf.app.commission.export import Wanted, check_ledger, deliver_ledger, export, ledger, refuse_unfit
from salesperf.app.deliver import Delivery
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask
from salesperf.core.errors import OutputError, UsageError
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


def test_a_ledger_that_is_included_opens_no_account(ask: Ask, tmp_path: Path) -> None:
    found = ledger(ask, [tmp_path / "plan.toml"], FEBRUARY, Wanted("beancount", opens=False))

    assert " open " not in found.content


def test_the_text_of_a_journal_has_its_manifest_beside_it(ask: Ask, tmp_path: Path) -> None:
    found = ledger(ask, [tmp_path / "plan.toml"], FEBRUARY, Wanted("hledger"))
    place = Delivery(file=tmp_path / "b.journal", manifest=tmp_path / "m.json")

    check_ledger(place, "hledger")
    assert deliver_ledger(found, place) is None

    assert (tmp_path / "b.journal").read_text(encoding="utf-8") == found.content
    recorded = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert (recorded["command"], recorded["request"]["to"]) == ("commission export", "hledger")
    # What is there is not written over.
    with pytest.raises(OutputError, match="exists"):
        check_ledger(place, "hledger")


@pytest.mark.parametrize("place", [Delivery(format="csv"), Delivery(limit=3), Delivery(columns=("rep",), total=True)])
def test_options_of_tables_are_not_for_the_text_of_a_journal(place: Delivery) -> None:
    with pytest.raises(UsageError, match="a text of its own"):
        check_ledger(place, "beancount")


def test_a_journal_and_its_manifest_are_two_files(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot both be"):
        check_ledger(Delivery(file=tmp_path / "a", manifest=tmp_path / "a"), "beancount")


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted("deferred"),
        Wanted("payroll", months=3),
        Wanted("hledger", opens=False),
        Wanted("payroll", accounts=("expense=6601",)),
        Wanted("beancount", accounts=("expense=6601",)),
        Wanted("hledger", accounts=("expense=a;b",)),
        Wanted("journal", accounts=("cost=6601",)),
    ],
)
def test_flags_that_do_not_go_together_are_refused(wanted: Wanted) -> None:
    with pytest.raises(UsageError):
        refuse_unfit(wanted)
