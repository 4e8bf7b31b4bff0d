from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.app.demo.draws import Draws


def test_the_same_purpose_draws_the_same() -> None:
    first, second = Draws("acme", "orders"), Draws("acme", "orders")

    assert [first.between(1, 10**6) for _ in range(50)] == [second.between(1, 10**6) for _ in range(50)]


def test_another_purpose_draws_otherwise() -> None:
    first, second = Draws("acme", "orders"), Draws("acme", "deals")

    assert [first.between(1, 10**6) for _ in range(5)] != [second.between(1, 10**6) for _ in range(5)]


@given(st.text(max_size=5), st.integers(-50, 50), st.integers(0, 9))
def test_between_stays_between(purpose: str, low: int, span: int) -> None:
    draws = Draws("between", purpose.encode("utf-8", "replace").decode())

    assert {low <= draws.between(low, low + span) <= low + span for _ in range(20)} == {True}


def test_both_ends_are_drawn() -> None:
    draws = Draws("ends")

    assert {draws.between(1, 3) for _ in range(200)} == {1, 2, 3}


def test_no_chance_and_certainty() -> None:
    draws = Draws("chance")

    assert not any(draws.chance(0) for _ in range(200))
    assert all(draws.chance(1000) for _ in range(200))


def test_weights_decide_how_often() -> None:
    draws = Draws("weights")

    drawn = [draws.weighted("abc", (0, 1, 3)) for _ in range(4000)]

    assert drawn.count("a") == 0
    assert 2.5 < drawn.count("c") / drawn.count("b") < 3.5


@given(st.lists(st.integers(), unique=True, max_size=20), st.data())
def test_a_sample_takes_nothing_twice(items: list[int], data: st.DataObject) -> None:
    count = data.draw(st.integers(0, len(items)))

    sample = Draws("sample").sample(items, count)

    assert len(set(sample)) == count
    assert set(sample) <= set(items)


def test_more_than_there_are_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="3 of 2 items"):
        Draws("few").sample((1, 2), 3)


def test_shuffling_keeps_everything() -> None:
    assert sorted(Draws("shuffle").shuffled(range(30))) == list(range(30))
