from __future__ import annotations

from typing import TYPE_CHECKING

from salesperf.app.doctor import doctor_report
from salesperf.render.formats import FORMATS

if TYPE_CHECKING:
    from conftest import Asking


def test_it_says_what_can_be_drawn(ask: Asking) -> None:
    report, is_well = doctor_report(ask())

    lines = {row[0]: row for row in report.records.rows}
    assert is_well
    assert lines["formats"][2] == ", ".join(FORMATS.keys)


def test_it_speaks_the_language_asked_for(ask: Asking) -> None:
    report, _ = doctor_report(ask(lang="zh"))

    assert report.records.rows[0][1] == "✓ 正常"
