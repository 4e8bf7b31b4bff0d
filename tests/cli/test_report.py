"""`salesperf report`: packs on the screen, in files and folders."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from salesperf.core.errors import Exit
from template_books import by_openpyxl, opened

Salesperf = Callable[..., Any]

TARGETS = "scope,name,metric,period,target\nrep,Mei Lin,net_revenue,2026-03,100\n"
"""Mei Lin sold for 70 in March: 70 % of her target, red."""


@pytest.fixture
def told(here: Path) -> Path:
    """The current folder with a sheet of targets beside the orders."""
    (here / "bad.csv").unlink()
    (here / "targets.csv").write_text(TARGETS, encoding="utf-8")
    return here


def test_packs_are_listed(salesperf: Salesperf) -> None:
    said = salesperf("report", "--list", "--format", "csv")

    assert said.code == Exit.OK
    assert {"executive", "monthly", "team"} <= {line.partition(",")[0] for line in said.out.splitlines()}


def test_without_a_pack_it_is_said_how_to_name_one(salesperf: Salesperf) -> None:
    said = salesperf("report")

    assert said.code == Exit.USAGE
    assert "--list shows all" in said.err


def test_a_pack_says_the_same_figure_on_the_screen_and_in_every_file(salesperf: Salesperf, told: Path) -> None:
    text = salesperf("report", "executive", "orders.csv", "targets.csv")
    salesperf("report", "executive", "orders.csv", "targets.csv", "-o", "out.html", "-q")
    said = salesperf("report", "executive", "orders.csv", "targets.csv", "--format", "json", "-q")

    rows = json.loads(said.out)["rows"]
    of_page = (
        row for row in rows if (row["section"], row["table"], row["row"]) == ("headline", "tiles", "net_revenue")
    )
    tile = {row["metric"]: row["value"] for row in of_page}
    assert (tile["value"], tile["target"], tile["of_target"]) == ("70", "100", "0.7")
    for page in (text.out, (told / "out.html").read_text(encoding="utf-8")):
        assert re.search(r"\b70(\.0)?%", page)
        assert "red" in page


def test_parquet_holds_the_figures_of_json_to_the_last_digit(salesperf: Salesperf, told: Path) -> None:
    asked = ("report", "executive", "orders.csv", "targets.csv", "-q", "-o")
    for name in ("out.json", "out.parquet"):
        salesperf(*asked, name)

    rows = json.loads((told / "out.json").read_text(encoding="utf-8"))["rows"]
    figures = [row["value"] and Decimal(row["value"]) for row in rows]
    assert any(figure and figure.as_tuple().exponent < -6 for figure in figures)
    assert pl.read_parquet(told / "out.parquet")["value"].to_list() == figures


def test_a_light_can_fail_the_run(salesperf: Salesperf, told: Path) -> None:
    assert told.is_dir()
    asked = ("report", "executive", "orders.csv", "targets.csv", "-q", "--fail-on")

    assert salesperf(*asked, "red").code == Exit.FAIL_ON
    assert salesperf("report", "executive", "orders.csv", "-q", "--fail-on", "red").code == Exit.OK


def test_a_period_without_data_is_told_and_is_no_error(salesperf: Salesperf) -> None:
    said = salesperf("report", "executive", "orders.csv", "--period", "2030-01")

    assert said.code == Exit.OK
    assert "no data for January 2030" in said.out


def test_each_rep_gets_a_page_and_a_workbook_under_a_safe_name(salesperf: Salesperf, here: Path) -> None:
    orders = (here / "orders.csv").read_text(encoding="utf-8")
    (here / "orders.csv").write_text(
        orders.replace("Ivo Kranz", "../../etc").replace("Mei Lin", "CON"), encoding="utf-8"
    )

    said = salesperf("report", "executive", "orders.csv", "--each", "rep", "-o", "reps", "--period", "2026-Q1")

    assert said.code == Exit.OK
    names = {"%2E.%2F..%2Fetc.html", "%2E.%2F..%2Fetc.xlsx", "%43ON.html", "%43ON.xlsx", "index.json"}
    assert {file.name for file in (here / "reps").iterdir()} == names
    index = json.loads((here / "reps" / "index.json").read_text(encoding="utf-8"))
    assert {one["name"]: one["files"][0]["file"] for one in index["reports"]} == {
        "../../etc": "%2E.%2F..%2Fetc.html",
        "CON": "%43ON.html",
    }


def test_files_that_exist_stay_unless_told_otherwise(salesperf: Salesperf, here: Path) -> None:
    (here / "reps").mkdir()
    (here / "reps" / "Mei Lin.html").write_text("old", encoding="utf-8")
    asked = ("report", "executive", "orders.csv", "--each", "rep", "-o", "reps")

    refused = salesperf(*asked)

    assert refused.code == Exit.OUTPUT
    assert {file.name for file in (here / "reps").iterdir()} == {"Mei Lin.html"}
    assert (here / "reps" / "Mei Lin.html").read_text(encoding="utf-8") == "old"
    assert salesperf(*asked, "--overwrite").code == Exit.OK


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("executive", "orders.csv", "--each", "rep"), "name a folder with -o"),
        (("executive", "orders.csv", "--each", "rep", "-o", "out.html"), "is one file"),
        (("rep", "orders.csv"), "of a rep, and none is named"),
        (("team", "orders.csv"), "these files tell of no team"),
        (("executive", "orders.csv", "--rep", "Mei Lin", "--team", "East"), "--team and --rep name different reports"),
        (("executive", "orders.csv", "--rep", "Mei Lim"), "did you mean 'Mei Lin'"),
        (("rep", "orders.csv", "--each", "rep", "-o", "reps", "--period", "2030-01"), "no rep has sales or a target"),
        (("rep", "orders.csv", "--each", "region", "-o", "reps"), "--where region=NAME"),
    ],
)
def test_words_that_do_not_fit_are_refused_before_anything_is_written(
    salesperf: Salesperf, here: Path, words: tuple[str, ...], said: str
) -> None:
    answer = salesperf("report", *words)

    assert answer.code == Exit.USAGE
    assert said in answer.err
    assert not (here / "out.html").exists()
    assert not (here / "reps").exists()


def test_the_files_give_the_same_bytes(salesperf: Salesperf, told: Path) -> None:
    for name in ("one", "two"):
        salesperf("report", "executive", "orders.csv", "targets.csv", "-o", name, "-q")

    files = [file.relative_to(told / "one") for file in (told / "one").rglob("*") if file.is_file()]
    assert {"executive.html", "executive.xlsx", "charts/index.json"} <= {file.as_posix() for file in files}
    for file in files:
        assert (told / "one" / file).read_bytes() == (told / "two" / file).read_bytes()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ((), ("executive.html", "executive.xlsx")),
        (("--format", "csv", "--csv-safe", "--limit", "3", "--output-encoding", "gb18030"), ("executive.csv",)),
    ],
    ids=["page and workbook", "records"],
)
def test_a_file_of_a_folder_is_the_file_written_alone_byte_for_byte(
    salesperf: Salesperf, told: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], names: tuple[str, ...]
) -> None:
    asked = ("report", "executive", "orders.csv", "targets.csv", "-q", "--no-color")

    for epoch in ("86400", "1700000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert salesperf(*asked, *words, "-o", f"folder{epoch}").code == Exit.OK
        for name in names:
            assert salesperf(*asked, *words, "-o", f"{epoch}{name}").code == Exit.OK
            assert (told / f"folder{epoch}" / name).read_bytes() == (told / f"{epoch}{name}").read_bytes()

    if not words:
        books = [(told / f"folder{epoch}" / "executive.xlsx").read_bytes() for epoch in ("86400", "1700000000")]
        assert books[0] != books[1]


def test_a_file_of_each_is_the_file_of_that_one_written_alone(
    salesperf: Salesperf, told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    asked = ("report", "executive", "orders.csv", "targets.csv", "-q")

    assert salesperf(*asked, "--each", "rep", "-o", "reps").code == Exit.OK
    for name in ("Mei Lin.html", "Mei Lin.xlsx"):
        assert salesperf(*asked, "--rep", "Mei Lin", "-o", name).code == Exit.OK
        assert (told / "reps" / name).read_bytes() == (told / name).read_bytes()


def test_a_minus_for_the_output_is_standard_output_and_no_folder(salesperf: Salesperf, told: Path) -> None:
    said = salesperf("report", "executive", "orders.csv", "targets.csv", "-o", "-", "--format", "csv", "-q")

    assert said.code == Exit.OK
    assert "net_revenue" in said.out
    assert not (told / "-").exists()


def test_what_records_in_a_folder_cannot_tell_is_said(salesperf: Salesperf, here: Path) -> None:
    asked = ("report", "executive", "bad.csv", "--on-bad-rows", "quarantine", "--format", "csv", "-o")
    alone = salesperf(*asked, "out.csv")

    said = salesperf(*asked, "folder")

    assert (here / "folder" / "executive.csv").read_bytes() == (here / "out.csv").read_bytes()
    told = alone.err.splitlines()[1:]
    assert len(told) > 1
    assert said.err.splitlines()[1:] == told


def test_a_workbook_of_ones_own_is_filled_and_said_to_be(salesperf: Salesperf, told: Path) -> None:
    (told / "ours.xlsx").write_bytes(by_openpyxl({"net_revenue": "Sheet!$B$2", "net_revenu": "Sheet!$B$3"}))

    said = salesperf("report", "executive", "orders.csv", "targets.csv", "--template", "ours.xlsx", "-o", "out.xlsx")

    assert said.code == Exit.OK
    assert opened((told / "out.xlsx").read_bytes())["Sheet"]["B2"].value == 70
    assert "filled 1 name of ours.xlsx: net_revenue\n" in said.err
    assert "not filled: ours.xlsx has a name net_revenu, the report has net_revenue\n" in said.err


def test_a_template_is_one_workbook_and_not_a_folder(salesperf: Salesperf, told: Path) -> None:
    (told / "ours.xlsx").write_bytes(by_openpyxl({"net_revenue": "Sheet!$B$2"}))

    said = salesperf("report", "executive", "orders.csv", "targets.csv", "--template", "ours.xlsx", "-o", "folder")

    assert said.code == Exit.USAGE
    assert "--template fills one workbook, not a folder of them" in said.err
    assert not (told / "folder").exists()


def test_a_folder_holds_the_charts_as_pictures_and_their_index(salesperf: Salesperf, told: Path) -> None:
    said = salesperf("report", "executive", "orders.csv", "targets.csv", "-o", "out", "-q")

    assert said.code == Exit.OK
    listed = json.loads((told / "out" / "charts" / "index.json").read_text(encoding="utf-8"))["charts"]
    assert listed
    assert listed[0]["file"].startswith("01-")
    pictures = {file.name for file in (told / "out" / "charts").glob("*.png")}
    assert pictures == {one["file"] for one in listed}


def test_a_manifest_goes_beside_a_folder_of_one_report_and_not_of_several(salesperf: Salesperf, told: Path) -> None:
    asked = ("report", "executive", "orders.csv", "targets.csv", "--manifest", "made.json", "-q", "-o")

    refused = salesperf(*asked, "each", "--each", "rep")

    assert refused.code == Exit.USAGE
    assert "--manifest writes one manifest, and --each has several" in refused.err
    assert not (told / "each").exists()
    assert salesperf(*asked, "one").code == Exit.OK
    assert json.loads((told / "made.json").read_text(encoding="utf-8"))["request"]["pack"] == "executive"


def test_one_report_leaves_a_file_that_is_there_as_it_is(salesperf: Salesperf, told: Path) -> None:
    (told / "out.html").write_text("old", encoding="utf-8")
    asked = ("report", "executive", "orders.csv", "targets.csv", "-q", "-o", "out.html")

    refused = salesperf(*asked)

    assert refused.code == Exit.OUTPUT
    assert "--overwrite replaces it" in refused.err
    assert (told / "out.html").read_text(encoding="utf-8") == "old"
    assert salesperf(*asked, "--overwrite").code == Exit.OK


def test_a_folder_that_cannot_be_written_is_told_before_the_work(
    salesperf: Salesperf, told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write anywhere: the system's answer is given instead.
    monkeypatch.setattr("os.access", lambda *_args, **_settings: False)

    said = salesperf("report", "executive", "orders.csv", "targets.csv", "-o", "out")

    assert said.code == Exit.OUTPUT
    assert "cannot write 'out': Permission denied" in said.err
    assert not (told / "out").exists()
