"""Rows set aside, corrected and put back, from the command line; `BAD_ORDERS` has one row without an amount."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Salesperf


def _corrected(file: Path, *, amount: str) -> None:
    text = file.read_text(encoding="utf-8-sig")
    file.write_text(text.replace("Mei Lin,East,\n", f"Mei Lin,East,{amount}\n"), encoding="utf-8")


def _net(said_out: str) -> str:
    return str(json.loads(said_out)["rows"][0]["net_revenue"])


def test_rows_set_aside_come_back_corrected(salesperf: Salesperf, here: Path) -> None:
    aside = salesperf("kpi", "bad.csv", "--quarantine-to", "aside.csv", "--metrics", "net_revenue", "--format", "json")
    _corrected(here / "aside.csv", amount="99.50")
    back = salesperf("kpi", "bad.csv", "--corrections", "aside.csv", "--metrics", "net_revenue", "--format", "json")

    assert (aside.code, back.code) == (0, 0)
    assert "wrote 1 row to aside.csv" in aside.err
    assert (_net(aside.out), _net(back.out)) == ("400.5", "500")
    assert "6 loaded, 0 quarantined, 1 of them corrected" in back.err


def test_the_answer_records_the_corrected_file(salesperf: Salesperf, here: Path) -> None:
    salesperf("check", "bad.csv", "--quarantine-to", "aside.csv", "-q")
    _corrected(here / "aside.csv", amount="1")
    said = salesperf("kpi", "bad.csv", "--corrections", "aside.csv", "--format", "json")

    manifest = json.loads(said.out)["meta"]["manifest"]
    assert [one["file"] for one in manifest["corrections"]] == ["aside.csv"]
    assert manifest["inputs"][0]["corrected"] == 1


def test_a_project_may_name_its_corrections(salesperf: Salesperf, here: Path) -> None:
    salesperf("check", "bad.csv", "--quarantine-to", "aside.csv", "-q")
    _corrected(here / "aside.csv", amount="99.50")
    (here / "salesperf.toml").write_text('[reading]\ncorrections = ["aside.csv"]\n', encoding="utf-8")

    assert _net(salesperf("kpi", "bad.csv", "--format", "json").out) == "500"


def test_a_corrected_file_is_looked_through(salesperf: Salesperf, here: Path) -> None:
    salesperf("check", "bad.csv", "--quarantine-to", "aside.csv", "-q")
    before = salesperf("check", "--quarantine", "aside.csv", "--fail-on", "errors")
    _corrected(here / "aside.csv", amount="1")
    after = salesperf("check", "--quarantine", "aside.csv", "--fail-on", "errors")

    assert (before.code, after.code) == (1, 0)
    assert "unchanged" in before.out
    assert "good" in after.out


def test_no_bad_row_writes_no_file_and_says_so(salesperf: Salesperf, here: Path) -> None:
    said = salesperf("kpi", "orders.csv", "--quarantine-to", "aside.csv")

    assert "no row was set aside: aside.csv was not written" in said.err
    assert not (here / "aside.csv").exists()


def test_who_sets_rows_aside_is_told_how_to_write_them(salesperf: Salesperf) -> None:
    assert "--quarantine-to FILE" in salesperf("kpi", "bad.csv", "--on-bad-rows", "quarantine").err
    assert "--quarantine-to FILE" in salesperf("kpi", "bad.csv").err
    assert "--quarantine-to" not in salesperf("kpi", "orders.csv").err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--quarantine-to", "aside.csv", "--on-bad-rows", "fail"), 2, "keep one of them"),
        (("--quarantine-to", "aside.xlsx"), 2, "ends in .csv"),
        (("--quarantine-to", "bad.csv"), 5, "exists"),
        (("--quarantine-to", "x.csv", "-o", "x.csv"), 2, "cannot both be"),
        (("--corrections", "nowhere.csv"), 2, "no file"),
        (("--corrections", "orders.csv"), 2, "no file of rows set aside"),
    ],
)
def test_words_that_cannot_be_meant_are_refused(
    salesperf: Salesperf, here: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    before = (here / "bad.csv").read_bytes()
    said = salesperf("kpi", "bad.csv", *words)

    assert said.code == code
    assert told in said.err
    assert (here / "bad.csv").read_bytes() == before


def test_explain_writes_them_too(salesperf: Salesperf, here: Path) -> None:
    said = salesperf("explain", "net_revenue", "bad.csv", "--quarantine-to", "aside.csv")

    assert said.code == 0
    assert "wrote 1 row to aside.csv" in said.err
    assert "Mei Lin,East,\n" in (here / "aside.csv").read_text(encoding="utf-8-sig")


def _project(here: Path, *lines: str) -> None:
    (here / "salesperf.toml").write_text("\n".join(("[workspace]", *lines)), encoding="utf-8")


def test_a_project_may_name_the_file_which_lies_beside_it(
    salesperf: Salesperf, here: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    _project(here, 'quarantine_to = "aside.csv"')
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    said = salesperf("kpi", str(here / "bad.csv"), "--metrics", "net_revenue", "--format", "json")
    again = salesperf("kpi", str(here / "bad.csv"))

    assert (said.code, _net(said.out)) == (0, "400.5")
    assert "Mei Lin,East,\n" in (here / "aside.csv").read_text(encoding="utf-8-sig")
    assert again.code == 5, "the file may hold corrections by now"


def test_what_is_typed_goes_before_the_file_of_the_project(salesperf: Salesperf, here: Path) -> None:
    _project(here, 'quarantine_to = "aside.csv"')

    stopped = salesperf("kpi", "bad.csv", "--on-bad-rows", "fail")
    other = salesperf("kpi", "bad.csv", "--quarantine-to", "other.csv")

    assert (stopped.code, other.code) == (4, 0)
    assert not (here / "aside.csv").exists()
    assert (here / "other.csv").exists()


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (('quarantine_to = "aside.csv"', 'on_bad_rows = "fail"'), "keep one of them"),
        (('quarantine_to = "aside.xlsx"',), "workspace.quarantine_to cannot be 'aside.xlsx'"),
    ],
)
def test_settings_that_cannot_be_meant_are_refused(
    salesperf: Salesperf, here: Path, lines: tuple[str, ...], told: str
) -> None:
    _project(here, *lines)

    said = salesperf("kpi", "bad.csv")

    assert said.code == 3
    assert told in said.err
