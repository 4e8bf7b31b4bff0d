"""Headers of people: who sells, and what numbers no order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from salesperf.tables.people_words import is_of_contact, is_phone_or_card, who_sells


@pytest.mark.parametrize(
    ("headers", "named"),
    [
        (["达人昵称", "归属导购"], "归属导购"),
        (["收费员", "课程顾问"], "课程顾问"),
        (["主播"], "主播"),
        (["created_by", "AccountExecutive"], "AccountExecutive"),
        (["业务员提成", "顾问电话", "产品"], None),
        (["销售金额", "销售日期"], None),
    ],
)
def test_who_sells_is_named_before_who_only_takes_part(headers: Sequence[str], named: str | None) -> None:
    assert who_sells(headers) == named


@pytest.mark.parametrize(
    ("header", "says"),
    [("联系电话", True), ("学员姓名", True), ("Phone", True), ("保单号", False), ("客户订单号", False)],
)
def test_persons_and_how_to_reach_them(header: str, says: bool) -> None:  # noqa: FBT001 -- the expected verdict
    assert is_of_contact(header) is says


@pytest.mark.parametrize(
    ("cell", "is_one"),
    [("13812345678", True), ("0571-88886666", True), ("11010119900307123X", True), ("20250103001", False)],
)
def test_phones_and_cards(cell: str, is_one: bool) -> None:  # noqa: FBT001 -- the expected verdict
    assert is_phone_or_card(cell) is is_one
