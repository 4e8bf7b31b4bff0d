from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from salesperf.core.errors import Exit

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


TARGETS = "scope,name,metric,period,target\nrep,Mei Lin,net_revenue,2026-03,100\n"
PEOPLE = "Employee,Team,Hire Date\nMei Lin,East,2026-01-01\nIvo Kranz,West,2026-01-01\n"


@pytest.mark.parametrize(
    "command",
    [
        ("kpi", "--by", "rep"),
        ("explain", "net_revenue", "--period", "2026-01"),
        ("check",),
        ("targets", "status", "--period", "2026-Q1"),
        ("targets", "check", "--metrics", "net_revenue"),
        ("targets", "onboarding", "--as-of", "2026-03-31"),
        ("targets", "cascade", "--target", "1200", "--period", "2026", "--floor", "Mei Lin=500", "--grain", "quarter"),
        ("report", "executive", "--period", "2026-03"),
        ("report", "executive", "--rep", "Mei Lin"),
    ],
    ids=" ".join,
)
def test_an_answer_is_made_again_by_the_command_that_made_it(
    salesperf: Salesperf, here: Path, command: tuple[str, ...]
) -> None:
    (here / "targets.csv").write_text(TARGETS, encoding="utf-8")
    (here / "people.csv").write_text(PEOPLE, encoding="utf-8")
    files = ("orders.csv", "targets.csv", "people.csv")
    assert salesperf(*command, *files, "-q", "-o", "made.json").code == Exit.OK

    same = salesperf("check", *files, "--manifest", "made.json", "-q", "--format", "csv")
    orders = here / "orders.csv"
    orders.write_text(orders.read_text(encoding="utf-8").replace("200", "210"), encoding="utf-8")
    other = salesperf("check", *files, "--manifest", "made.json", "-q", "--format", "csv")

    assert same.code == Exit.OK, same.out
    assert f"command,{' '.join(command[: 2 if command[0] == 'targets' else 1])}," in same.out
    assert "✗" not in same.out
    assert other.code == Exit.FAIL_ON


def test_a_manifest_of_another_program_is_said_not_to_be_made_again(salesperf: Salesperf, here: Path) -> None:
    content = '{"schema": "salesperf.manifest/1", "command": "forecast", "request": {}}'
    (here / "made.json").write_text(content, encoding="utf-8")

    said = salesperf("check", "orders.csv", "--manifest", "made.json")

    assert said.code == Exit.USAGE
    assert "the answer of 'forecast' cannot be made again" in said.err
    assert "targets cascade" in said.err
