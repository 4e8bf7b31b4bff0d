"""What is told beside the usual figures where files tell of sales alone."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.app.layers import Surroundings
from salesperf.app.pack_plans.company import HeadlinePlan
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.packs.briefing import Briefing, briefing_of
from salesperf.app.packs.headline import headline
from salesperf.app.packs.library import Pack
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.text import same
from salesperf.metrics.request import Request

PLAN = HeadlinePlan(kind="headline")
SHOP = """Order ID,Order Date,Product,Amount
1,2026-03-02,Cup,150
2,2026-03-09,Cup,50
3,2026-03-16,Cup,-40
"""
DEALS = """Deal ID,Created,Close Date,Stage,Amount
1,2026-02-28,2026-03-10,Won,500
2,2026-03-01,2026-03-20,Lost,300
"""
TARGETS = """scope,name,metric,period,target
company,,net_revenue,2026-03,200
"""


def _briefing(folder: Path, **files: str) -> Briefing:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    plan = PackPlan.model_validate({"title": "Test", "sections": [{"kind": "headline"}]})
    opened = read(workspace(Ask((str(folder),), Surroundings(folder, {}))))
    return briefing_of(opened, Pack("test", plan, same("test")), Request(period="2026-03"))


def test_a_shop_is_told_what_came_back_and_what_an_order_comes_to(tmp_path: Path) -> None:
    section = headline(_briefing(tmp_path, orders=SHOP), PLAN)

    assert section is not None
    # 200 sold, of which 40 came back: 160 of two orders.
    told = {name: cell.value for one in section.sentences[1:3] for name, cell in one.values.items()}
    assert told == {"gross": Decimal(200), "returned": Decimal(40), "rate": 0.2, "aov": Decimal(80)}
    assert [tile.key for tile in section.tiles] == ["net_revenue", "orders", "aov", "return_rate"]


def test_a_company_with_targets_is_judged_by_them(tmp_path: Path) -> None:
    section = headline(_briefing(tmp_path, orders=SHOP, targets=TARGETS), PLAN)

    assert section is not None
    assert not [one for one in section.sentences if "returned" in one.values]


def test_of_won_deals_the_win_rate_and_the_sales_cycle_are_shown(tmp_path: Path) -> None:
    section = headline(_briefing(tmp_path, deals=DEALS), PLAN)

    assert section is not None
    # One of two closed deals was won, ten days after it was created.
    tiles = {tile.key: tile.cell.value for tile in section.tiles}
    assert (tiles["win_rate"], tiles["sales_cycle_days"]) == (pytest.approx(0.5), pytest.approx(10))


def test_metrics_that_somebody_chose_stay_alone(tmp_path: Path) -> None:
    chosen = HeadlinePlan(kind="headline", metrics=("net_revenue",))

    section = headline(_briefing(tmp_path, orders=SHOP), chosen)

    assert section is not None
    assert [tile.key for tile in section.tiles] == ["net_revenue"]
    assert not [one for one in section.sentences if "returned" in one.values]
