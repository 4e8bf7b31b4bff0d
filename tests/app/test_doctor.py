from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from salesperf.app.doctor import doctor_report
from salesperf.render.figures import fonts
from salesperf.render.formats import FORMATS

if TYPE_CHECKING:
    from conftest import Asking


def test_it_says_what_can_be_drawn(ask: Asking) -> None:
    report, is_well = doctor_report(ask())

    lines = {row[0]: row for row in report.records.rows}
    assert is_well
    assert lines["formats"][2] == ", ".join(FORMATS.keys)


def test_it_says_whether_pictures_can_show_chinese(ask: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "draws_chinese", lambda: False)

    report, is_well = doctor_report(ask())

    lines = {row[0]: row for row in report.records.rows}
    assert is_well, "a picture without Chinese has a legend instead"
    assert lines["fonts"][1] == "! wanting"
    assert "salesperf[fonts]" in str(lines["fonts"][2])


@pytest.mark.parametrize(("brought", "found"), [(Path("fonts"), "salesperf[fonts]"), (None, "of this system")])
def test_it_says_where_chinese_letters_come_from(
    ask: Asking, monkeypatch: pytest.MonkeyPatch, brought: Path | None, found: str
) -> None:
    monkeypatch.setattr(fonts, "draws_chinese", lambda: True)
    monkeypatch.setattr(fonts, "font_folder", lambda: brought)

    report, _ = doctor_report(ask())

    assert ("fonts", "✓ ok", found, "Chinese in charts as PNG") in report.records.rows


def test_it_speaks_the_language_asked_for(ask: Asking) -> None:
    report, _ = doctor_report(ask(lang="zh"))

    assert report.records.rows[0][1] == "✓ 正常"
