"""Every command writes what the name of a file says, or refuses and says what it can write."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from salesperf.core.errors import Exit

Salesperf = Callable[..., Any]

REPORTS = (
    ("kpi", "orders.csv"),
    ("explain", "net_revenue", "orders.csv"),
    ("check", "orders.csv"),
    ("targets", "status", "orders.csv", "targets.csv"),
    ("targets", "check", "orders.csv", "targets.csv"),
    ("targets", "onboarding", "orders.csv", "targets.csv", "people.csv"),
    ("targets", "cascade", "orders.csv", "--target", "1200", "--period", "2026"),
    ("report", "executive", "orders.csv", "targets.csv"),
    ("report", "--list"),
    ("metrics", "list"),
    ("metrics", "show", "net_revenue"),
    ("config", "show", "orders.csv"),
    ("init", "orders.csv", "--dry-run"),
    ("doctor",),
)
"""Every command whose answer is a report."""
TARGETS = "scope,name,metric,period,target\nrep,Mei Lin,net_revenue,2026-03,100\n"
PEOPLE = "Employee,Team,Hire Date\nMei Lin,East,2026-01-01\nIvo Kranz,West,2026-01-01\n"


def _is_json(content: bytes) -> bool:
    return str(json.loads(content)["schema"]).startswith("salesperf.")


def _is_workbook(content: bytes) -> bool:
    return "xl/workbook.xml" in zipfile.ZipFile(BytesIO(content)).namelist()


def _is_records(content: bytes) -> bool:
    return content.startswith(b"\xef\xbb\xbf") and pl.read_csv(content, infer_schema_length=0).width > 1


def _is_parquet(content: bytes) -> bool:
    return pl.read_parquet(BytesIO(content)).width > 1


def _is_words(content: bytes) -> bool:
    return bool(content.decode("utf-8").strip()) and not content.startswith((b"<", b"{", b"#", b"\xef"))


ENDINGS: dict[str, Callable[[bytes], bool]] = {
    ".json": _is_json,
    ".csv": _is_records,
    ".html": lambda content: content.startswith(b"<!doctype html>"),
    ".xlsx": _is_workbook,
    ".md": lambda content: content.startswith(b"# "),
    ".parquet": _is_parquet,
    ".txt": _is_words,
}


@pytest.fixture
def told(here: Path) -> Path:
    """The current folder with targets and people beside the orders."""
    (here / "bad.csv").unlink()
    (here / "targets.csv").write_text(TARGETS, encoding="utf-8")
    (here / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return here


@pytest.mark.parametrize("command", REPORTS, ids=" ".join)
def test_a_report_is_what_the_ending_says_or_is_refused(
    salesperf: Salesperf, told: Path, command: tuple[str, ...]
) -> None:
    before = {file.name for file in told.iterdir()}

    for ending, is_so in ENDINGS.items():
        said = salesperf(*command, "-q", "-o", f"out{ending}")
        assert said.code == Exit.OK, (ending, said.err)
        assert is_so((told / f"out{ending}").read_bytes()), ending
    for name in ("out.png", "out.doc"):
        said = salesperf(*command, "-q", "-o", name)
        assert said.code == Exit.USAGE
        assert "no format is known" in said.err
        assert ".xlsx" in said.err
    assert {file.name for file in told.iterdir()} == before | {f"out{ending}" for ending in ENDINGS}


@pytest.mark.parametrize("command", REPORTS, ids=" ".join)
def test_a_pdf_is_one(salesperf: Salesperf, told: Path, command: tuple[str, ...]) -> None:
    try:
        import weasyprint  # noqa: F401, PLC0415 -- an extra that needs a library of the system
    except (ImportError, OSError):
        pytest.skip("the extra pdf, or its library of the system, is absent")

    said = salesperf(*command, "-q", "-o", "out.pdf")

    assert said.code == Exit.OK, said.err
    assert (told / "out.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("command", REPORTS, ids=" ".join)
def test_a_name_without_an_ending_is_refused_but_for_packs_whose_folder_it_is(
    salesperf: Salesperf, told: Path, command: tuple[str, ...]
) -> None:
    said = salesperf(*command, "-q", "-o", "out")

    if command[:2] == ("report", "executive"):
        assert said.code == Exit.OK
        assert (told / "out" / "executive.html").is_file()
    else:
        assert said.code == Exit.USAGE
        assert "no format is known for the file name 'out'" in said.err
        assert not (told / "out").exists()


@pytest.mark.parametrize("command", REPORTS, ids=" ".join)
def test_a_name_that_says_another_format_than_the_flag_is_refused(
    salesperf: Salesperf, told: Path, command: tuple[str, ...]
) -> None:
    for name, named in (("out.xlsx", "csv"), ("out.csv", "html"), ("out.txt", "xlsx"), ("out.json", "pdf")):
        said = salesperf(*command, "-q", "-o", name, "--format", named)
        assert said.code == Exit.USAGE
        assert f"'{name}' says " in said.err
        assert f"ends in .{named}" in said.err
        assert not (told / name).exists()
    assert salesperf(*command, "-q", "-o", "out.txt", "--format", "csv").code == Exit.OK
    assert _is_records((told / "out.txt").read_bytes())


@pytest.mark.parametrize("ending", [*(one for one in ENDINGS if one != ".csv"), ".pdf", ".png", ".doc", ""])
def test_what_writes_csv_alone_refuses_every_other_ending(salesperf: Salesperf, told: Path, ending: str) -> None:
    for words in (("tidy", "orders.csv", "-o"), ("check", "orders.csv", "--quarantine-to")):
        said = salesperf(*words, f"out{ending}")
        assert said.code == Exit.USAGE
        assert "ends in .csv" in said.err
        assert not (told / f"out{ending}").exists()


def test_a_manifest_is_json_and_refuses_the_name_of_another_format(salesperf: Salesperf, told: Path) -> None:
    for words in (("kpi", "orders.csv"), ("report", "executive", "orders.csv", "-o", "out")):
        said = salesperf(*words, "-q", "--manifest", "made.xlsx")
        assert said.code == Exit.USAGE
        assert "ends in .json" in said.err
        assert not (told / "made.xlsx").exists()
        assert not (told / "out").exists()


def test_tidy_writes_to_standard_output_where_a_minus_stands_for_the_file(salesperf: Salesperf, told: Path) -> None:
    said = salesperf("tidy", "orders.csv", "-q", "-o", "-")

    assert said.out == (told / "orders.csv").read_text(encoding="utf-8")
    assert not (told / "-").exists()
