"""What notes say to who keeps the figures stands apart, and nothing of it is lost."""

from __future__ import annotations

from msgspec.structs import replace

from rep_table import report, row
from salesperf.core.text import Lang, Text, same
from salesperf.report.keepers import LINES_BELOW, notes_apart, remarks_apart
from salesperf.report.model import Cell, Note, Report
from salesperf.report.page import page
from salesperf.report.words import Remark

BASIS = Note("basis", same("of orders"))
TYPE = Note("targets", same("2 targets: type salesperf targets status"))
COPY = Note("reading", Text("put in:\n[[table]]\nname = 1", "请加入：\n[[table]]\nname = 1"), warning=True)


def test_notes_lose_their_lines_to_who_keeps_the_figures_and_stay_warnings() -> None:
    readers, keepers = notes_apart((TYPE, BASIS, COPY))

    cut = Text(f"put in {LINES_BELOW.en}", f"请加入{LINES_BELOW.zh}")
    assert readers == (BASIS, Note("reading", cut, warning=True))
    assert keepers == (TYPE, COPY)


def test_remarks_of_a_pack_are_parted_alike_in_both_languages(pack_report: Report) -> None:
    words = page(replace(pack_report, lang=Lang.BOTH, notes=(TYPE, BASIS, COPY)))

    readers, keepers = remarks_apart(words)

    assert Remark("of orders") in readers
    assert readers[-1] == Remark(f"请加入{LINES_BELOW.zh}", warning=True, also=f"put in {LINES_BELOW.en}")
    assert [(one.text, one.lines) for one in keepers] == [
        ("2 targets: type salesperf targets status", ()),
        ("请加入：", ("[[table]]", "name = 1")),
    ]


def test_the_answer_of_a_command_keeps_its_notes_together() -> None:
    words = page(replace(report(row("Ann", Cell(1))), notes=(TYPE, COPY)))

    assert remarks_apart(words) == (words.remarks, ())
