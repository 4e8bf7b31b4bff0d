"""Labels with their values beside them."""

from __future__ import annotations

import pytest

from salesperf.sources.values.labels import are_labels, labelled


@pytest.mark.parametrize(
    "row", [["Customer:", "Ann"], ["客户：", "永兴", "", "日期：", "2025-03-01"], ["Order No:", "7", "", "Rep:"]]
)
def test_a_row_of_labels_and_values_is_one(row: list[str]) -> None:
    assert are_labels(row)


@pytest.mark.parametrize(
    "row", [[], ["", ""], ["Item:", "Qty:"], ["Item", "Qty"], ["Note:", "a", "b"], ["2025", "Qty:"], ["10:", "5"]]
)
def test_a_row_of_anything_else_is_none(row: list[str]) -> None:
    assert not are_labels(row)


def test_a_label_without_a_value_says_nothing() -> None:
    assert list(labelled(["日期：", "客户：", "永兴", "单号：7", "备注："])) == [("客户", "永兴"), ("单号", "7")]
