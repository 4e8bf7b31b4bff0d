"""How much of the target of the whole year is reached."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.full_year import full_year

Briefed = Callable[..., Briefing]


def test_the_year_to_date_is_held_against_the_whole_year(briefed: Briefed, company: Path) -> None:
    months = "".join(f"company,,net_revenue,2026-{month:02},100\n" for month in range(1, 13))
    (company / "targets.csv").write_text(f"scope,name,metric,period,target\n{months}", encoding="utf-8")
    briefing = briefed({"kind": "targets"})

    (said,) = full_year(briefing, briefing.catalog["net_revenue"])

    assert said.words.zh == "销售净额：全年目标{target}，已完成{actual}（{attained}）。"
    # February 120 and March 260 of twelve times 100.
    assert said.values["actual"].value == Decimal(380)
    assert said.values["target"].value == Decimal(1200)
    assert said.values["attained"].value == 380 / 1200


def test_of_a_part_of_the_year_nothing_is_said(briefed: Briefed) -> None:
    briefing = briefed({"kind": "targets"})

    assert list(full_year(briefing, briefing.catalog["net_revenue"])) == []
