from __future__ import annotations

import pytest

from salesperf.tables.line_words import (
    LINE_WORDS,
    PARTLY_BACK,
    LineKind,
    is_partly_back,
    kind_of_word,
    planned_types,
    telling_types,
    word_key,
)


def test_no_word_means_two_kinds() -> None:
    keys = [word_key(word) for words in LINE_WORDS.values() for word in words]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Shipped - Delivered to Buyer", LineKind.SOLD),
        ("Pending - Waiting for Pick Up", LineKind.OPEN),
        ("Cancelled: out of stock", LineKind.CANCELLED),
        ("已发货，待收货", LineKind.SOLD),
        ("卖家已发货，等待买家确认", LineKind.SOLD),
        ("(删除)等待出库", LineKind.CANCELLED),
        ("(锁定)等待确认收货", LineKind.SOLD),
        ("partially_refunded", LineKind.SOLD),
        ("销售退货", LineKind.RETURNED),
        ("Waiting - for nothing", None),
    ],
)
def test_a_status_of_several_words_means_the_gravest(word: str, kind: LineKind | None) -> None:
    assert kind_of_word(word) is kind


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("wc-completed", LineKind.SOLD),
        ("wc-processing", LineKind.SOLD),
        ("wc-cancelled", LineKind.CANCELLED),
        ("wc-failed", LineKind.CANCELLED),
        ("wc-refunded", LineKind.RETURNED),
        ("wc-pending", LineKind.OPEN),
        ("wc-on-hold", LineKind.OPEN),
        ("WC-Checkout-Draft", LineKind.OPEN),
        ("In Process", LineKind.SOLD),
        ("To ship", LineKind.SOLD),
        ("wcs-active", None),
    ],
)
def test_words_of_shops_mean_what_they_say_behind_their_prefix(word: str, kind: LineKind | None) -> None:
    assert kind_of_word(word) is kind


@pytest.mark.parametrize("word", ["Shipped - Returned to Seller", "已发货，退款成功", "未发货,退款成功"])
def test_a_sale_taken_back_in_its_own_row_earns_nothing(word: str) -> None:
    assert kind_of_word(word) is LineKind.CANCELLED


@pytest.mark.parametrize("word", PARTLY_BACK)
def test_a_line_of_which_a_part_came_back_is_sold(word: str) -> None:
    assert (kind_of_word(word), is_partly_back(word)) == (LineKind.SOLD, True)


@pytest.mark.parametrize("word", ["退款成功", "completed", "partially paid", "部分发货"])
def test_other_words_say_nothing_of_a_part_that_came_back(word: str) -> None:
    assert not is_partly_back(word)


def test_words_of_plans_are_planned_figures_only_beside_actual_ones() -> None:
    assert planned_types(["Actual", "Budget", "Plan", "Other"]) == {"Budget", "Plan"}
    assert planned_types(["实际", "目标", "上年同期"]) == {"目标", "上年同期"}
    assert planned_types(["ACT", "BUD", "PY"]) == {"BUD", "PY"}
    assert planned_types(["Plan", "Licence"]) == frozenset()
    assert telling_types(["Actual", "Target"]) == {"Target": LineKind.OPEN}
    assert telling_types(["Plan", "Licence"]) == {}


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Backordered", LineKind.OPEN),
        ("on backorder", LineKind.OPEN),
        ("To follow", LineKind.OPEN),
        ("Despatched", LineKind.SOLD),
        ("Superseded", LineKind.CANCELLED),
        ("Written off", LineKind.CANCELLED),
        ("Fell through", LineKind.CANCELLED),
        ("Withdrawn", LineKind.CANCELLED),
    ],
)
def test_words_of_lines_that_wait_or_fell_away(word: str, kind: LineKind) -> None:
    assert kind_of_word(word) is kind
