from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.engine import collect
from salesperf.facts.sales import Sales, sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

ROWS = """\
S1,2026-01-05,100.00,completed
S2,2026-01-06,40.00,部分退款
S3,2026-01-07,70.00,Partially_Refunded
"""


def _facts(table: str, **settings: object) -> Sales:
    return sales(bundle_of([("orders", table)]), section=SalesSection.model_validate(settings))


def _codes(found: Sales) -> list[tuple[str, int]]:
    return [(one.code, one.count) for one in found.findings]


def test_partly_refunded_lines_without_a_refund_count_whole_and_are_told() -> None:
    found = _facts("order_id,order_date,amount,status\n" + ROWS)

    assert collect(found.lines)["net"].sum() == Decimal(210)
    assert _codes(found) == [("F511", 2)]
    # 40 + 70
    assert "counted whole (110.00 in all)" in found.findings[0].message


def test_a_refund_beside_the_line_settles_it_and_an_empty_one_does_not() -> None:
    rows = "S1,2026-01-05,100.00,completed,\nS2,2026-01-06,40.00,部分退款,10.00\nS3,2026-01-07,70.00,部分退款,\n"

    found = _facts("order_id,order_date,amount,status,refund\n" + rows)

    # 210 sold less the 10 that are known
    assert collect(found.lines)["net"].sum() == Decimal(200)
    assert _codes(found) == [("F511", 1)]


@pytest.mark.parametrize("declared", [("部分退款", "partially refunded")])
def test_words_that_the_user_declares_sold_are_believed(declared: tuple[str, ...]) -> None:
    assert _codes(_facts("order_id,order_date,amount,status\n" + ROWS, sold=declared)) == []


def test_no_such_word_is_no_finding() -> None:
    assert _codes(_facts("order_id,order_date,amount,status\nS1,2026-01-05,100.00,completed\n")) == []
