from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Salesperf


def test_check_stops_at_nothing_and_lists_every_finding(salesperf: Salesperf) -> None:
    said = salesperf("check", "bad.csv", "--format", "csv")

    (finding,) = csv.DictReader(io.StringIO(said.out))
    assert said.code == 0
    assert (finding["severity"], finding["file"], finding["row"]) == ("error", "bad.csv", "7")
    assert "read 6 rows of 1 file: 5 loaded, 1 quarantined" in said.err


def test_check_accounts_for_rows_and_money(salesperf: Salesperf) -> None:
    page = salesperf("check", "orders.csv").out

    assert "400.5" in page
    assert "Order Date" in page


def test_check_explains_how_each_table_lies_also_one_it_does_not_know(salesperf: Salesperf, here: Path) -> None:
    (here / "lying.csv").write_text("Sales\n\na;b;c\n1;x;2\n3;y;4\n", encoding="utf-8")

    plain = salesperf("check", "lying.csv").out
    explained = salesperf("check", "lying.csv", "--explain-layout").out

    assert "How the files lie" not in plain
    assert "header in row 3, data from row 4 on" in explained
    assert "';' gives 3 cells" in explained


def test_header_row_and_delimiter_can_be_told(salesperf: Salesperf, here: Path) -> None:
    rows = (
        "order id|order date|amount\nnot|the|header\norder id|order date|amount\n1|2026-01-05|1,5\n2|2026-01-06|2,25\n"
    )
    (here / "odd.csv").write_text(rows, encoding="utf-8")

    said = salesperf(
        *("check", "odd.csv", "--header-row", "3", "--delimiter", "|", "--decimal", ",", "--date-order", "ymd"),
        *("--encoding", "utf-8", "--explain-layout"),
    )

    assert "3.75" in said.out
    assert "row 3 named as the header" in said.out
    assert "delimiter '|' as named" in said.out


@pytest.mark.parametrize(("file", "threshold", "code"), [("bad.csv", "errors", 1), ("orders.csv", "findings", 0)])
def test_check_fails_on_request_only(file: str, threshold: str, code: int, salesperf: Salesperf) -> None:
    assert salesperf("check", file).code == 0
    assert salesperf("check", file, "--fail-on", threshold).code == code


def test_a_recorded_answer_is_made_again_and_compared(salesperf: Salesperf, here: Path) -> None:
    salesperf("kpi", "orders.csv", "--by", "rep", "--period", "2026-01", "--compare", "prev", "--manifest", "run.json")

    same = salesperf("check", "orders.csv", "--manifest", "run.json", "--format", "json")

    assert same.code == 0
    assert {row["same"] for row in json.loads(same.out)["rows"]} == {"✓ same"}

    with (here / "orders.csv").open("a", encoding="utf-8") as file:
        file.write("7,2026-01-31,Ann,Mei Lin,East,1\n")
    other = salesperf("check", "orders.csv", "--manifest", "run.json", "--format", "json")

    differing = {row["item"] for row in json.loads(other.out)["rows"] if row["same"] == "✗ differs"}
    assert other.code == 1
    assert differing == {"orders.csv orders", "result_sha256"}


def test_a_json_answer_is_its_own_manifest(salesperf: Salesperf) -> None:
    salesperf("kpi", "orders.csv", "-o", "answer.json")

    assert salesperf("check", "orders.csv", "--manifest", "answer.json").code == 0


def test_what_is_no_manifest_is_refused(salesperf: Salesperf, here: Path) -> None:
    (here / "other.json").write_text("{}", encoding="utf-8")

    said = salesperf("check", "orders.csv", "--manifest", "other.json")

    assert said.code == 2
    assert "is not a manifest" in said.err
