from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from rfm_ground import map_of, question, scored
from salesperf.analyses.rfm.splits import split_block, split_frame
from salesperf.core.text import Lang
from salesperf.report.model import Cell

MAP = map_of({"best": "4-5;3-5", "good": "3-5"})
BY_REGION = replace(question(segments=MAP), by=("region",))


def test_customers_count_where_they_bought_and_amounts_add_up() -> None:
    found = split_frame(scored(BY_REGION), "region").sort("group", "segment")

    # Ann bought 200 in the East and 100 in the West: one of the best in both.
    assert found.rows() == [
        ("East", "best", 2, Decimal(300)),
        ("East", "others", 1, Decimal(200)),
        ("West", "best", 1, Decimal(100)),
        ("West", "good", 1, Decimal(400)),
        ("West", "others", 1, Decimal(20)),
    ]


def test_groups_stand_by_what_they_bring_and_segments_by_the_map() -> None:
    block = split_block(scored(BY_REGION), "region", lang=Lang.EN)

    rows = [tuple(cell.value for cell in row.cells if isinstance(cell, Cell)) for row in block.rows]
    assert [row[:3] for row in rows] == [
        ("West", "Best", 1),
        ("West", "Good", 1),
        ("West", "Others", 1),
        ("East", "Best", 2),
        ("East", "Others", 1),
    ]
    assert rows[0][3:] == (Decimal(100), 100 / 520)


def test_a_window_holds_for_groups_too() -> None:
    asked = replace(BY_REGION, window=31)

    assert split_frame(scored(asked), "region")["amount"].sum() == Decimal(550)
