from __future__ import annotations

import pytest
from pydantic import ValidationError

from rfm_ground import map_of
from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.segment_map import SegmentMap, scores_in
from salesperf.core.text import Text


def scores(code: str) -> dict[Axis, int]:
    return dict(zip(Axis, map(int, code), strict=True))


def test_the_first_rule_that_fits_wins_and_the_rest_is_otherwise() -> None:
    found = map_of({"best": "5;4-5", "good": "4-5"})

    assert [found.rule_of(scores(code)).key for code in ("541", "531", "333")] == ["best", "good", "others"]  # type: ignore[union-attr]
    assert map_of({"best": "5"}, otherwise=False).rule_of(scores("444")) is None
    assert list(found.segments) == ["best", "good", "others"]
    assert found.segments["best"].label == Text("Best", "best客户")


def test_every_code_has_the_segment_of_its_scores() -> None:
    found = map_of({"high": "2;2"}, bins=2, otherwise=False)

    assert found.keys_of_codes() == {"221": "high", "222": "high"}
    assert [code for code, _ in found.codes()] == ["111", "112", "121", "122", "211", "212", "221", "222"]


def test_bins_are_of_all_axes_or_of_each() -> None:
    told = map_of({"a": "1"}).model_dump()
    told["bins"] = {"r": 1, "f": 3, "m": 2}
    found = SegmentMap.model_validate(told)

    assert [found.bins.of(axis) for axis in Axis] == [1, 3, 2]
    assert len(list(found.codes())) == 6
    assert [map_of({"a": "1"}, bins=4).bins.of(axis) for axis in Axis] == [4, 4, 4]


def test_ranges_may_have_spaces() -> None:
    assert map_of({"a": "1, 3 - 4"}).segment[0].r == "1,3-4"
    assert scores_in("1,3-4") == {1, 3, 4}


@pytest.mark.parametrize("ranges", ["0", "6-", "a", "1;;", "10"])
def test_what_is_no_range_is_refused(ranges: str) -> None:
    told = map_of({"a": "1"}).model_dump()
    told["segment"] = [{"key": "a", "title": "A", "r": ranges}]
    with pytest.raises(ValidationError):
        SegmentMap.model_validate(told)


def test_rules_of_one_segment_have_one_title() -> None:
    told = map_of({"a": "1"}).model_dump()
    told["segment"] = [{"key": "a", "title": "A", "r": "1"}, {"key": "a", "title": "B", "r": "2"}]
    with pytest.raises(ValidationError, match="two titles"):
        SegmentMap.model_validate(told)


def test_what_is_said_in_one_language_stands_for_both() -> None:
    told = map_of({"a": "1"}).model_dump()
    told["segment"] = [
        {"key": "a", "title": "A", "owner": "boss", "cadence_zh": "每周", "action": "call", "action_zh": "电话"}
    ]
    one = SegmentMap.model_validate(told).segment[0]

    assert one.label == Text("A", "A")
    assert one.said("owner") == Text("boss", "boss")
    assert one.said("cadence") == Text("每周", "每周")
    assert one.said("action") == Text("call", "电话")
    assert one.said("channel") == Text("", "")
