from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from conftest import Salesperf


def test_init_writes_a_file_that_gives_the_same_numbers(salesperf: Salesperf, here: Path) -> None:
    (here / "bad.csv").unlink()
    before = salesperf("kpi", "orders.csv", "--format", "csv").out

    said = salesperf("init")

    assert said.code == 0
    assert "wrote " in said.err
    written = tomllib.loads((here / "salesperf.toml").read_text(encoding="utf-8"))
    assert written["workspace"] == {"name": "here", "lang": "en"}
    assert written["table"][0]["columns"]["order_date"] == "Order Date"
    assert salesperf("kpi", "--format", "csv").out == before


def test_a_dry_run_writes_nothing_and_shows_why(salesperf: Salesperf, here: Path) -> None:
    said = salesperf("init", "orders.csv", "--dry-run")

    assert not (here / "salesperf.toml").exists()
    assert "Sales Rep" in said.out
    assert "rep_name" in said.out


def test_an_existing_file_stays_unless_told(salesperf: Salesperf, here: Path) -> None:
    (here / "salesperf.toml").write_text('[workspace]\nname = "mine"\n', encoding="utf-8")

    assert salesperf("init", "orders.csv").code == 5
    assert "mine" in (here / "salesperf.toml").read_text(encoding="utf-8")
    assert salesperf("init", "orders.csv", "--overwrite").code == 0
    assert "mine" not in (here / "salesperf.toml").read_text(encoding="utf-8")


def test_files_of_two_folders_have_no_common_project(
    salesperf: Salesperf, here: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "orders_2.csv"
    other.write_text((here / "orders.csv").read_text(encoding="utf-8"), encoding="utf-8")

    said = salesperf("init", "orders.csv", str(other))

    assert said.code == 2
    assert "one project file for one folder" in said.err


def test_stray_keys_are_drafted_and_a_dry_run_writes_nothing(salesperf: Salesperf, here: Path) -> None:
    (here / "bad.csv").unlink()
    (here / "people.csv").write_text("Sales Rep,Team\nMeiLin,A\nIvo Kranz,B\n", encoding="utf-8")

    dry = salesperf("init", ".", "--fix-keys", "--dry-run")
    assert "MeiLin" in dry.out
    assert not (here / "salesperf.toml").exists()
    said = salesperf("init", ".", "--fix-keys")
    assert said.code == 0
    written = tomllib.loads((here / "salesperf.toml").read_text(encoding="utf-8"))
    values = [table["values"] for table in written["table"] if "values" in table]
    assert values == [{"rep_name": {"Mei Lin": "MeiLin"}}]


def test_values_of_a_column_that_is_not_there_are_refused(salesperf: Salesperf, here: Path) -> None:
    (here / "salesperf.toml").write_text(
        '[[table]]\nname = "orders"\nfiles = ["orders.csv"]\nvalues = { rep_nam = { a = "b" } }\n', encoding="utf-8"
    )
    said = salesperf("kpi", "orders.csv")

    assert said.code == 3
    assert "did you mean 'rep_name'" in said.err


def _two_tables(path: Path, *orders: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    sheet.append(["order_id", "order_date", "customer_id", "amount", "other amount"])
    for at, order in enumerate(orders, start=2):
        sheet.append([order, f"2025-01-{at:02}", "C1", 10, 7])
    for row in ([], ["rep_id", "rep_name", "team"], ["R1", "Ann", "North"], ["R2", "Bob", "South"]):
        sheet.append(row)
    book.save(path)


def test_the_range_of_a_table_among_several_reads_the_same_rows_again(
    salesperf: Salesperf, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("ranges")
    monkeypatch.chdir(folder)
    _two_tables(folder / "book.xlsx", "A", "B")
    before = json.loads(salesperf("kpi", "book.xlsx", "--metrics", "net_revenue", "--format", "json").out)

    salesperf("init", "book.xlsx")
    after = json.loads(salesperf("kpi", "--metrics", "net_revenue", "--format", "json").out)

    written = tomllib.loads((folder / "salesperf.toml").read_text(encoding="utf-8"))
    assert [table["sheet"] for table in written["table"]] == ["Data!A1:E3", "Data!A5:C7"]
    assert before["rows"] == after["rows"]
    assert after["rows"][0]["net_revenue"] == "20"


def test_what_was_told_of_a_range_holds_when_rows_have_come(
    salesperf: Salesperf, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("ranges")
    monkeypatch.chdir(folder)
    _two_tables(folder / "book.xlsx", "A", "B")
    salesperf("init", "book.xlsx")
    told = (folder / "salesperf.toml").read_text(encoding="utf-8")
    (folder / "salesperf.toml").write_text(told.replace('amount = "amount"', 'amount = "other amount"'), "utf-8")

    _two_tables(folder / "book.xlsx", "A", "B", "C")
    found = json.loads(salesperf("kpi", "--metrics", "net_revenue", "--format", "json").out)

    # Three orders of 7, not of 10.
    assert found["rows"][0]["net_revenue"] == "21"
