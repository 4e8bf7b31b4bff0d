from __future__ import annotations

from dataclasses import dataclass

import pytest

from salesperf.core.errors import Exit, UsageError
from salesperf.core.registry import Registry
from salesperf.core.text import Text


@dataclass(frozen=True)
class Thing:
    key: str


THINGS = Registry("metric", (Thing("orders"), Thing("net_revenue"), Thing("aov")))


def test_things_stand_in_the_order_given() -> None:
    assert THINGS.keys == ("orders", "net_revenue", "aov")
    assert [thing.key for thing in THINGS] == ["orders", "net_revenue", "aov"]
    assert len(THINGS) == 3


def test_a_thing_is_found_by_its_key() -> None:
    assert THINGS.find("aov") == THINGS["aov"] == Thing("aov")
    assert "aov" in THINGS
    assert "AOV" not in THINGS


def test_a_wrong_name_is_a_usage_error_that_suggests() -> None:
    with pytest.raises(UsageError) as caught:
        THINGS.find("net_revenu")

    assert caught.value.message == "unknown metric 'net_revenu'"
    assert caught.value.hint == "did you mean 'net_revenue'?"
    assert caught.value.exit_code is Exit.USAGE


def test_a_name_like_none_lists_what_is_known() -> None:
    with pytest.raises(UsageError) as caught:
        THINGS.find("zzz")

    assert caught.value.hint == "known: orders, net_revenue, aov"


def test_one_key_for_two_things_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="metric listed twice: aov"):
        Registry("metric", (Thing("aov"), Thing("orders"), Thing("aov")))


def test_extending_leaves_the_first_registry_alone() -> None:
    more = THINGS.extended((Thing("mine"),))

    assert more.keys == ("orders", "net_revenue", "aov", "mine")
    assert len(THINGS) == 3


def test_extending_cannot_replace() -> None:
    with pytest.raises(ValueError, match="listed twice: aov"):
        THINGS.extended((Thing("aov"),))


@dataclass(frozen=True)
class Named:
    key: str
    label: Text
    words: tuple[str, ...] = ()


def test_things_that_people_know_by_words_are_suggested_by_them() -> None:
    named = Registry("metric", (Named("aov", Text("average order value", "平均订单金额"), ("客单价",)),))

    with pytest.raises(UsageError) as caught:
        named.find("客单价")

    assert caught.value.hint_text.zh == "是否指「aov」（平均订单金额）？"


def test_a_name_that_lives_elsewhere_says_where_also_after_extending() -> None:
    here = Registry("metric", (Thing("aov"),), {"pace": Text("see targets", "见 targets")}).extended((Thing("mine"),))

    with pytest.raises(UsageError) as caught:
        here.find("pace")

    assert caught.value.hint_text.en == "see targets"
