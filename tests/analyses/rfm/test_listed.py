from __future__ import annotations

from datetime import date
from decimal import Decimal

from rfm_ground import map_of, question, scored
from salesperf.analyses.rfm.axes import Counting, Worth
from salesperf.analyses.rfm.listed import axis_columns, in_order, records_of
from salesperf.analyses.rfm.segment_map import SegmentMap
from salesperf.core.text import Lang
from salesperf.core.unit import Unit

MAP = map_of({"best": "4-5;3-5", "good": "3-5"})


def test_customers_stand_by_segment_and_the_largest_first() -> None:
    found = in_order(scored(question(segments=MAP)))

    assert found["customer"].to_list() == ["Ann", "Bob", "Cas", "Eve", "Dora"]


def test_a_record_says_all_that_a_customer_was_scored_by() -> None:
    records = records_of(scored(question(segments=MAP)), {"Ann": "Ann & Co"}, lang=Lang.ZH)

    first, second = (dict(zip((c.key for c in records.columns), row, strict=True)) for row in records.rows[:2])
    assert first == {
        "customer": "Ann",
        "name": "Ann & Co",
        "segment": "best",
        "segment_title": "best客户",
        "recency": 0,
        "frequency": 3,
        "monetary": Decimal(300),
        "r": 5,
        "f": 4,
        "m": 4,
        "code": "544",
        "first": date(2026, 1, 1),
        "last": date(2026, 3, 31),
        "orders": 3,
        "amount": Decimal(300),
    }
    assert (second["customer"], second["name"]) == ("Bob", None)
    assert len(records.rows) == 5


def test_who_never_bought_is_a_record_without_scores() -> None:
    told = MAP.model_dump() | {"never_bought": {"key": "lead", "title": "Lead"}}
    found = scored(question(segments=SegmentMap.model_validate(told)), customers="customer_id\nAnn\nZoe\n")

    records = records_of(found, {}, lang=Lang.EN)

    last = dict(zip((column.key for column in records.columns), records.rows[5], strict=True))
    assert (last["customer"], last["segment"], last["segment_title"]) == ("Zoe", "lead", "Lead")
    assert (last["r"], last["monetary"], last["last"]) == (None, None, None)


def test_the_mean_of_orders_is_a_price() -> None:
    assert [one.unit for one in axis_columns(scored(question()))] == [Unit.COUNT, Unit.COUNT, Unit.MONEY]
    mean = question(counting=Counting(worth=Worth.MEAN))
    assert axis_columns(scored(mean))[2].unit is Unit.PRICE
