"""What notes say to who keeps the figures stands apart, and nothing of it is lost."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rep_table import report, row
from salesperf.core.text import Lang, Text, same
from salesperf.report.keepers import LINES_BELOW, SETTING, notes_apart, remarks_apart, settings_apart
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


def test_the_setting_that_a_note_names_stands_apart_and_the_note_says_the_rest() -> None:
    words = Text(
        "status '5' is not a known word: 3 lines of it (9.00 in all) count as sold, unless "
        '[kpi] cancelled = ["5"] says so',
        '状态「5」不是已知的词：其 3 行按已售计入（合计 9.00）；若并非已售，请写明：[kpi] cancelled = ["5"]',
    )

    told, whole = settings_apart((Note("F503", words, warning=True),))

    assert told == Note(
        "F503",
        Text(
            "status '5' is not a known word: 3 lines of it (9.00 in all) count as sold",
            "状态「5」不是已知的词：其 3 行按已售计入（合计 9.00）",
        ),
        warning=True,
    )
    assert whole == Note(SETTING, words)
    assert notes_apart((told, whole)) == ((told,), (whole,))


@pytest.mark.parametrize(
    ("en", "zh", "told"),
    [
        (
            "4 rows of Type 'Q' left out: quotes are no sales, unless [kpi] sold = [\"Q\"] says so",
            '「类型」为Q的 4 行未计入：报价不是销售（如需计入：[kpi] sold = ["Q"]）',
            ("4 rows of Type 'Q' left out: quotes are no sales", "「类型」为Q的 4 行未计入：报价不是销售"),
        ),
        (
            "status 'ok' is not a known word: count as sold, as the word looks; [kpi] sold = [\"ok\"] says so",
            '状态「ok」不是已知的词：按已售计入，与其字面相符；可写明：[kpi] sold = ["ok"]',
            (
                "status 'ok' is not a known word: count as sold, as the word looks",
                "状态「ok」不是已知的词：按已售计入，与其字面相符",
            ),
        ),
    ],
)
def test_settings_are_found_however_a_note_names_them(en: str, zh: str, told: tuple[str, str]) -> None:
    first, *_ = settings_apart((Note("reading", Text(en, zh)),))

    assert (first.text.en, first.text.zh) == told


def test_a_note_that_names_no_setting_stays_as_it_is() -> None:
    assert list(settings_apart((BASIS, COPY))) == [BASIS, COPY]


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
