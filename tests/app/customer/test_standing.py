from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from lifecycle_ground import purchases
from rfm_ground import FIVE, map_of, question, scored
from salesperf.analyses.lifecycle.habits import habits_of
from salesperf.analyses.rfm.question import Question
from salesperf.analyses.rfm.segment_map import SegmentMap
from salesperf.app.customer.standing import Standing, history_section, standing_section
from salesperf.core.text import Lang
from salesperf.report.model import Cell, Section

MAP = map_of({"best": "4-5;3-5", "good": "3-5"})


def standing(key: str = "Ann", asked: Question | None = None) -> Standing:
    found = scored(asked or question(segments=MAP))
    return Standing(key, found, habits_of(purchases(FIVE)), "A", 2, 5, "Mei Lin")


def rows(section: Section) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row.cells if isinstance(cell, Cell)) for row in section.blocks[0].rows]


def test_what_is_known_of_a_customer_stands_line_by_line() -> None:
    told = dict(rows(standing_section(standing(), lang=Lang.EN)))  # type: ignore[arg-type]

    # January 1 to February 1 to March 31: gaps of 31 and 58 days.
    assert told == {
        "customer": "Ann",
        "segment": "Best",
        "scores R F M": "5 4 4",
        "class by revenue (ABC)": "A",
        "rank by revenue": "2 of 5",
        "first purchase": date(2026, 1, 1),
        "last purchase": date(2026, 3, 31),
        "days since its last purchase": 0,
        "usual gap": 44.5,
        "buys as usual": "yes",
        "net revenue in all": Decimal(300),
        "in 365 days": Decimal(300),
        "last sold by": "Mei Lin",
    }


def test_what_the_map_says_to_do_and_a_broken_habit_are_told() -> None:
    best, good = MAP.model_dump()["segment"]
    own = SegmentMap.model_validate(
        MAP.model_dump() | {"segment": [best, good | {"action": "ring", "action_zh": "电话"}]}
    )

    told = dict(rows(standing_section(standing("Cas", question(segments=own)), lang=Lang.ZH)))  # type: ignore[arg-type]
    assert told["跟进动作"] == "电话"
    # Eve bought every day for four days, 117 days ago.
    eve = dict(rows(standing_section(standing("Eve"), lang=Lang.EN)))  # type: ignore[arg-type]
    assert str(eve["buys as usual"]).startswith("no")


def test_segments_before_are_by_the_cutoffs_of_today() -> None:
    section = history_section(standing(), (date(2025, 12, 31), date(2026, 2, 15)), lang=Lang.EN)

    assert section is not None
    # In the middle of February two orders of 200, 14 days ago: scores 4, 3 and 3 by 8, 22; 1.6, 2.4; 160, 240.
    assert rows(section) == [
        (date(2025, 12, 31), "no customer yet", None, None, None, None),
        (date(2026, 2, 15), "Best", "433", 14, 2, 200),
    ]


def test_scores_without_cutoffs_have_no_history() -> None:
    assert history_section(standing(asked=question("ntile", segments=MAP)), (date(2026, 1, 1),), lang=Lang.EN) is None
    found = standing()
    bare = replace(found, scored=replace(found.scored, customers=replace(found.scored.customers, lines=None)))
    assert history_section(bare, (date(2026, 1, 1),), lang=Lang.EN) is None
