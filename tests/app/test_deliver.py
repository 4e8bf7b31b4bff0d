from __future__ import annotations

import json
from pathlib import Path

import pytest

from salesperf.app.deliver import Delivery, check_delivery, deliver, made_at
from salesperf.core.errors import OutputError, UsageError
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.report.model import Column, Meta, Records, Report

COLUMNS = (Column("rep", same("rep")), Column("orders", same("orders"), Unit.COUNT))
REPORT = Report(
    "salesperf.kpi/1",
    Text("KPIs", "指标"),
    Lang.EN,
    (),
    Records(COLUMNS, (("王芳", 3), ("Ann", 5))),
    meta=Meta(manifest={"schema": "salesperf.manifest/1"}),
)


def test_without_a_file_the_bytes_come_back() -> None:
    assert deliver(REPORT, Delivery(format="csv")) == "rep,orders\n王芳,3\nAnn,5\n".encode()


def test_a_csv_file_has_the_mark_that_excel_wants_and_stdout_has_none(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"

    assert deliver(REPORT, Delivery(file=file)) is None

    assert file.read_bytes() == b"\xef\xbb\xbf" + "rep,orders\n王芳,3\nAnn,5\n".encode()


def test_the_encoding_can_be_chosen(tmp_path: Path) -> None:
    deliver(REPORT, Delivery(file=tmp_path / "a.csv", encoding="gb18030"))
    deliver(REPORT, Delivery(file=tmp_path / "b.csv", encoding="utf-8"))

    assert (tmp_path / "a.csv").read_bytes().decode("gb18030").startswith("rep,orders\n王芳,3\n")
    assert (tmp_path / "b.csv").read_bytes().startswith(b"rep,")


def test_the_suffix_decides_the_format_unless_one_is_named(tmp_path: Path) -> None:
    deliver(REPORT, Delivery(file=tmp_path / "a.json"))
    deliver(REPORT, Delivery(file=tmp_path / "b.dat", format="jsonl"))

    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["schema"] == "salesperf.kpi/1"
    assert len((tmp_path / "b.dat").read_text(encoding="utf-8").splitlines()) == 2


def test_columns_order_and_number_of_rows_are_applied() -> None:
    content = deliver(REPORT, Delivery(format="csv", columns=("rep",), sort=("-orders",), limit=1))

    assert content == b"rep\nAnn\n"


def test_the_manifest_is_written_beside(tmp_path: Path) -> None:
    deliver(REPORT, Delivery(format="csv", manifest=tmp_path / "run.json"))

    assert json.loads((tmp_path / "run.json").read_text(encoding="utf-8")) == {"schema": "salesperf.manifest/1"}


@pytest.mark.parametrize(
    ("delivery", "words"),
    [
        (Delivery(format="jsn"), "unknown format 'jsn'"),
        (Delivery(file=Path("a.doc")), "no format is known"),
        (Delivery(format="parquet", on_terminal=True), "not for a terminal"),
        (Delivery(format="json", encoding="gb18030"), "cannot be written as 'gb18030'"),
        (Delivery(format="csv", encoding="latin-1"), "cannot be written as 'latin-1'"),
    ],
)
def test_what_cannot_be_drawn_is_said_before_the_work(delivery: Delivery, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        check_delivery(delivery)


def test_an_answer_and_its_manifest_are_two_files() -> None:
    with pytest.raises(UsageError, match="cannot both be"):
        check_delivery(Delivery(file=Path("a.json"), manifest=Path("a.json")))


def test_a_file_that_exists_is_said_before_the_work(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.touch()

    with pytest.raises(OutputError, match="exists"):
        check_delivery(Delivery(file=file))
    check_delivery(Delivery(file=file, overwrite=True))


def test_a_moment_that_is_no_number_of_seconds_is_refused() -> None:
    assert made_at({}) is None
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is 'today'"):
        made_at({"SOURCE_DATE_EPOCH": "today"})
