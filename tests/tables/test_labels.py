"""Tables and columns in words."""

from __future__ import annotations

import re

import pytest

from salesperf.metrics.possible import _CANONICAL
from salesperf.tables.labels import column_words, table_words

CHINESE = re.compile(r"[一-鿿]")


def test_a_table_keeps_its_name_behind_its_words() -> None:
    assert table_words("people").zh.endswith("（people）")
    assert table_words("somewhere") == table_words("somewhere").__class__("somewhere", "somewhere")


@pytest.mark.parametrize("name", sorted({"rep", "customer", "team", "product_id", *_CANONICAL.values()}))
def test_whatever_a_metric_needs_has_chinese_words(name: str) -> None:
    assert CHINESE.match(column_words(name).zh)
    assert column_words(name).en == name


def test_a_choice_of_columns_is_one() -> None:
    told = column_words("converted_at, deal_id, converted or status", table="leads").zh

    assert told.count("或") == 3
    assert "商机编号（deal_id）" in told
