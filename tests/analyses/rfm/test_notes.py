from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from rfm_ground import FIVE, MORE, map_of, question, scored
from salesperf.analyses.rfm.map_lint import Linted
from salesperf.analyses.rfm.notes import notes_of
from salesperf.analyses.rfm.question import Question
from salesperf.analyses.rfm.segment_map import SegmentMap
from salesperf.core.text import same

MAP = map_of({"best": "4-5;3-5", "good": "3-5"})


def told(asked: Question, orders: str = FIVE, customers: str | None = None) -> dict[str, str]:
    found = scored(asked, orders, customers)
    notes = notes_of(found, looked=Linted((), (same("segment[2] is never used"),), ("11", "12")))
    return {note.key: note.text.en for note in notes}


def test_the_convention_is_declared() -> None:
    found = told(question(segments=MAP))

    assert list(found)[:3] == ["preset", "map", "counted"]
    assert found["preset"].startswith("preset quintile: type-7 quantiles")
    assert found["map"] == "segment map own (Own): the first rule that fits wins"
    assert "frequency: orders; monetary: the sum" in found["counted"]
    assert found["map_codes_shared"] == (
        "map own: more than one segment claims 2 codes (11, 12); the first of them gets it"
    )
    assert found["map_rule_unreached"] == "map own: segment[2] is never used"
    assert told(question("quartile"))["map"] == "no segment map: the code of the scores is the segment"


def test_what_is_left_out_is_told_with_its_amount() -> None:
    found = told(question(segments=MAP), MORE)

    assert found["without_customer"] == "1 line without a customer is left out (7.00 net)"
    assert found["nothing_kept"] == "not scored: 1 customer who kept nothing of what was bought (0.00 net)"
    assert "without_customer" not in told(question(segments=MAP))


def test_a_window_and_kept_cutoffs_are_told() -> None:
    kept = scored(question()).cutoffs
    asked = replace(question(window=31), cutoffs=kept, cutoffs_of=date(2026, 2, 28))

    found = told(asked)

    assert found["window"] == ("frequency and monetary are of the 31 days up to 2026-03-31; recency is of all the data")
    assert found["before_window"] == "not scored: 2 customers who bought only before these days"
    assert found["frozen"] == "scored by the cut-offs of 2026-02-28, not by new ones"


def test_who_brings_four_fifths_is_told() -> None:
    assert told(question())["eighty_twenty"] == "3 of 5 customers (60.0%) bring 80 % of the revenue"
    assert "eighty_twenty" not in told(question(where=("customer=Ann",)))


def test_lines_without_a_day_and_customers_without_a_purchase_are_told() -> None:
    own = SegmentMap.model_validate(MAP.model_dump() | {"never_bought": {"key": "lead", "title": "Lead"}})

    found = told(question(segments=own), FIVE + "20,,Ann,R1,East,5\n", "customer_id\nAnn\nZoe\n")

    assert found["undated"] == "left out: 1 line without a date"
    assert found["never_bought"] == "1 listed customer has never bought: Lead"
