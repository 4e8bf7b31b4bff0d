from __future__ import annotations

import pytest

from rfm_ground import bundle, map_of, question, sold
from salesperf.analyses.rfm.compare import compare_report, differences
from salesperf.analyses.rfm.customers import customers_of
from salesperf.analyses.rfm.question import Question
from salesperf.core.errors import UsageError
from salesperf.core.text import Lang

MAP = map_of({"often": "1-5;2-5", "once": "1-5;1"})


def told(asked: Question) -> dict[str, int]:
    found = differences(customers_of(sold(bundle()), bundle(), asked), asked)
    return {one.preset.key: one.others for one in found}


def test_customers_with_another_segment_are_counted() -> None:
    # Cas and Dora have one order, the others more: by quintiles above the edges 1, 1.6, 2.4, 3.2 and by those with one
    # more (2, 2.6, ...) the two of them score 1. From an edge of 1 on nobody does: two differ. In equal sizes
    # one of them scores 2. Nested, everybody is alone in a score of recency, and all five score 1: three differ.
    assert told(question(segments=MAP)) == {"r-rfm": 0, "ntile": 1, "nested": 3, "left-closed": 2}


def test_what_parts_customers_alike_is_no_other_way() -> None:
    assert "quintile" not in told(question("quartile", segments=map_of({"a": "1"}, bins=4, best="low")))


def test_a_map_and_a_way_to_cut_are_needed() -> None:
    with pytest.raises(UsageError, match="without a map"):
        told(question())
    with pytest.raises(UsageError, match="cn8 has edges of its own"):
        told(question("cn8", segments=map_of({"a": "1"}, bins=2)))


def test_the_report_has_a_row_a_preset() -> None:
    asked = question(segments=MAP)
    customers = customers_of(sold(bundle()), bundle(), asked)

    report = compare_report(customers, asked, differences(customers, asked), (), lang=Lang.EN)

    assert [(row[0], row[2], row[3]) for row in report.records.rows] == [
        ("r-rfm", 0, 0.0),
        ("ntile", 1, 0.2),
        ("nested", 3, 0.6),
        ("left-closed", 2, 0.4),
    ]
    assert report.subtitle is not None
    assert report.subtitle.en == "5 customers in the segments of own, held against preset quintile"
