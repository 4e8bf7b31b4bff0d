from __future__ import annotations

from pathlib import Path

import pytest

from people_company import left_out, section, told, write_company
from section_words import rows


def test_a_rep_stands_beside_the_median_of_the_others(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "rep", rep="Ann Ashby"), "own_kpis")

    own = {row[0]: row[1:] for row in rows(found, "own_kpis")}
    # The others sold 100, 300, 400 and 900: the median is 350. February brought 80, March 2025 160.
    now, before, last_year, median, against, verdict = own["net revenue"]
    assert (now, before, last_year, median, verdict) == (200, 1.5, 0.25, 350, "worse")
    assert against == pytest.approx(200 / 350 - 1)
    assert own["orders"][-1] == "better"


def test_in_the_report_of_others_it_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "salesperf.toml").write_text(
        '[packs.odd]\ntitle = "Odd"\n[[packs.odd.sections]]\nkind = "own_kpis"\n'
        '[[packs.odd.sections]]\nkind = "decisions"\n'
    )

    report = told(write_company(tmp_path), "odd")

    assert "Own KPIs (needs sales by rep, in the report of one rep)" in left_out(report).en  # type: ignore[union-attr]
