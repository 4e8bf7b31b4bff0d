from __future__ import annotations

from msgspec.structs import replace

from rfm_ground import FIVE, map_of, question, scored
from salesperf.analyses.rfm.calls import calls_report, last_sellers
from salesperf.analyses.rfm.segment_map import SegmentMap
from salesperf.core.text import Lang

MAP = map_of({"best": "4-5;3-5", "good": "3-5"})
ASKED = replace(question(segments=MAP), by=("rep",))


def test_who_sold_last_calls() -> None:
    assert last_sellers(scored(ASKED)) == {"Ann": "R2", "Bob": "R1", "Cas": "R2", "Dora": "R2", "Eve": "R1"}
    # Of two on one day the first by key; what came back is no sale; who is not known has no list of a rep.
    more = FIVE + "20,2026-03-31,Ann,R1,East,1\n21,2026-03-31,Bob,R2,East,-1\n22,2026-03-31,Gus,,East,5\n"
    found = last_sellers(scored(ASKED, more))
    assert (found["Ann"], found["Bob"], found["Gus"]) == ("R1", "R1", None)


def test_the_lists_have_the_largest_first_and_say_what_to_do() -> None:
    told = MAP.model_dump()
    best, good = told["segment"]
    told["segment"] = [best | {"channel": "visit", "cadence": "weekly", "action": "talk"}, good]
    asked = replace(ASKED, map=SegmentMap.model_validate(told))

    report = calls_report(scored(asked), (), lang=Lang.EN)

    assert [(row[0], row[1], row[2], row[3], *row[6:]) for row in report.records.rows] == [
        ("R1", "Eve", "Others", 117, None, None, None),
        ("R1", "Bob", "Best", 10, "visit", "weekly", "talk"),
        ("R2", "Cas", "Good", 30, None, None, None),
        ("R2", "Ann", "Best", 0, "visit", "weekly", "talk"),
        ("R2", "Dora", "Others", 60, None, None, None),
    ]
    headings = [row.heading.en for row in report.blocks[0].rows if row.heading is not None]
    assert headings == ["R1", "R2"]
