"""Names of customers that are tests, demonstrations or the company itself."""

from __future__ import annotations

import polars as pl
import pytest

from salesperf.tables.own_names import MAY_BE, is_own_name

OWN = [
    "TEST", "Test 2", "test123", "TEST CUSTOMER - DO NOT SHIP", "Test Account", "Internal - Demo Unit", "Acme (test)",
    "Demo client", "DUMMY", "Internal use", "测试", "测试客户", "测试客户A", "测试账号3", "测试（勿发货）", "内部领用",
    "公司自用", "ＴＥＳＴ", "TEST-001", "test-customer", "测试-华东", "Samples", "样品客户",
]  # fmt: skip
CUSTOMERS = [
    "Test Valley Borough Council", "Testa SpA", "Demoulas", "Demo Bank GmbH", "Internal Medicine Partners", "Intesa",
    "Sampleson & Co", "Testing Laboratories Ltd", "上海测试技术研究院", "华测检测", "样品制作有限公司",
    "Latest Fashion", "A-Test Labs", "T-Test", "Sample, John", "", "-", "Customer 12",
]  # fmt: skip


@pytest.mark.parametrize("name", OWN)
def test_names_of_tests_and_of_the_company_itself(name: str) -> None:
    assert is_own_name(name)


@pytest.mark.parametrize("name", CUSTOMERS)
def test_names_of_customers(name: str) -> None:
    assert not is_own_name(name)


def test_every_such_name_is_found_by_what_looks_for_it_first() -> None:
    narrow = pl.Series([name for name in OWN if name != "ＴＥＳＴ"])

    assert narrow.str.contains(MAY_BE).all()
