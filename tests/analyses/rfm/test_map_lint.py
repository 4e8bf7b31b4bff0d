from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rfm_ground import map_of
from salesperf.analyses.rfm.map_lint import linted


def test_a_hole_is_a_fault_where_the_map_does_not_say_otherwise() -> None:
    [fault] = linted(map_of({"low": "1"}, bins=2, otherwise=False), file="own.toml").faults

    assert (fault.code, fault.count, fault.where.file) == ("C606", 4, "own.toml")
    assert fault.message == "no rule fits 211, 212, 221, 222 (4 of 8)"
    assert linted(map_of({"low": "1"}, bins=2)).faults == ()


def test_many_holes_are_not_all_listed() -> None:
    [fault] = linted(map_of({"low": "1"}, bins=3, otherwise=False)).faults

    assert fault.message.endswith("231, …") is False
    assert "… (18 of 27)" in fault.message


def test_a_rule_whose_scores_are_taken_is_told() -> None:
    found = linted(map_of({"first": "1-2", "second": "2;2", "third": "2-5"}))

    assert [one.en for one in found.unreached] == [
        "segment[2] (Second) is never used: rules before it take all of its scores"
    ]
    assert found.faults == ()


def test_codes_of_two_segments_are_told() -> None:
    found = linted(map_of({"first": "1", "second": "1-2;1"}, bins=2))

    assert found.shared == ("111", "112")


def test_scores_that_an_axis_does_not_have_are_faults() -> None:
    beyond, backwards = linted(map_of({"much": "1;1-4", "turned": "3-1"}, bins=3)).faults

    assert beyond.message == "segment[1].f names the score 4, and frequency has 3"
    assert (backwards.code, backwards.message) == ("C607", "segment[2].r is '3-1', which names no score")


RANGES = st.tuples(st.integers(1, 3), st.integers(1, 3)).map(lambda pair: "{}-{}".format(*sorted(pair)))
RULES = st.lists(st.tuples(RANGES, RANGES, RANGES).map(";".join), min_size=1, max_size=6)


@given(RULES)
def test_holes_and_rules_that_nothing_reaches_are_always_reported(rules: list[str]) -> None:
    own = map_of({f"s{at}": rule for at, rule in enumerate(rules)}, bins=3, otherwise=False)

    found = linted(own)

    winners, holes = set(), 0
    for code, scores in own.codes():
        fits = [one.key for one in own.segment if one.fits(scores)]
        assert (code in found.shared) == (len(fits) > 1)
        winners |= set(fits[:1])
        holes += not fits
    assert sum(one.count for one in found.faults if one.code == "C606") == holes
    assert len(found.unreached) == len(own.segment) - len(winners)
