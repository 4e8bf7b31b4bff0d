from __future__ import annotations

import pytest

from salesperf.core.errors import DataError
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import facts_of
from salesperf.tables.literal import bundle_of


def test_orders_tell_of_sales() -> None:
    bundle = bundle_of([("orders", "order_id,order_date,amount\nA,2026-01-05,10\n")])

    assert list(facts_of(bundle, section=SalesSection())) == [Subject.SALES]


def test_tables_that_tell_of_nothing_are_an_error() -> None:
    bundle = bundle_of([("products", "product_id,product_name\nP,Pipe\n")])

    with pytest.raises(DataError, match="no sales to measure"):
        facts_of(bundle, section=SalesSection())
