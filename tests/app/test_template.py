from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from salesperf.app.deliver import Delivery, check_delivery, deliver, shows_total, tells_manifest, untold
from salesperf.app.template import check_template, filled
from salesperf.core.errors import OutputError, UsageError
from salesperf.core.text import Text, same
from salesperf.report.model import Note, Value
from template_books import TEAMS, by_hand, by_openpyxl, opened, report_of, sheet_xml

REPORT = report_of({"net_revenue": 5}, TEAMS)
BOOK = by_openpyxl({"net_revenue": "Sheet!$A$1", "net_revenu": "Sheet!$A$9"})


@pytest.fixture
def template(tmp_path: Path) -> Path:
    file = tmp_path / "ours.xlsx"
    file.write_bytes(BOOK)
    return file


def test_the_filled_copy_is_written_and_the_template_stays(template: Path, tmp_path: Path) -> None:
    told: list[Text] = []
    out = tmp_path / "out.xlsx"

    assert deliver(REPORT, Delivery(file=out, template=template), tell=told.append) is None

    assert opened(out.read_bytes())["Sheet"]["A1"].value == 5
    assert template.read_bytes() == BOOK
    assert [one.en for one in told] == [
        "filled 1 name of ours.xlsx: net_revenue",
        "not filled: ours.xlsx has a name net_revenu, the report has net_revenue",
    ]


def test_many_names_are_told_in_short(tmp_path: Path) -> None:
    values: dict[str, Value] = {f"figure_number_{number}": number for number in range(20)}
    template = tmp_path / "many.xlsx"
    template.write_bytes(by_hand(sheet_xml(""), {name: f"Sheet!$A${at}" for at, name in enumerate(values, start=1)}))
    told: list[Text] = []

    filled(report_of(values), template, tell=told.append)

    assert told[0].en.startswith("filled 20 names of many.xlsx: figure_number_0, ")
    assert told[0].en.endswith("figure_number_11, and 8 more")


@pytest.mark.parametrize(
    ("format_", "file", "words"),
    [
        ("xlsx", None, "none is named"),
        ("csv", "out.csv", "the format here is 'csv'"),
        ("xlsx", "ours.xlsx", "is the template itself"),
    ],
)
def test_a_template_needs_another_workbook_to_be_written(
    template: Path, tmp_path: Path, format_: str, file: str | None, words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        check_template(template, format=format_, file=tmp_path / file if file else None)


def test_a_template_that_cannot_be_read_or_filled_is_told_before_the_work(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    with pytest.raises(UsageError, match="cannot read the template"):
        check_delivery(Delivery(file=out, template=tmp_path / "missing.xlsx"))
    with pytest.raises(UsageError, match="cannot read the template"):
        check_delivery(Delivery(file=out, template=tmp_path))
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(OutputError, match=r"old format \.xls"):
        check_delivery(Delivery(file=out, template=tmp_path / "old.xls"))


def test_a_refused_template_leaves_the_old_file(tmp_path: Path) -> None:
    template, out = tmp_path / "ours.xlsx", tmp_path / "out.xlsx"
    template.write_bytes(by_openpyxl({"other": "Sheet!$A$1"}))
    out.write_bytes(b"old")

    with pytest.raises(OutputError, match="none of the"):
        deliver(REPORT, Delivery(file=out, template=template, overwrite=True))

    assert out.read_bytes() == b"old"


def test_a_template_has_totals_and_no_place_for_notes_or_a_manifest(template: Path, tmp_path: Path) -> None:
    wanted = Delivery(file=tmp_path / "out.xlsx", template=template)
    noted = Note("tax", same("tax basis unknown"), warning=True)

    assert shows_total(wanted)
    assert not tells_manifest(wanted)
    assert untold(replace(REPORT, notes=(noted,)), wanted) == (noted,)
