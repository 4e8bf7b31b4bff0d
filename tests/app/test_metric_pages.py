from __future__ import annotations

import pytest

from salesperf.app.metric_pages import formula_text
from salesperf.metrics.model import Derived, Distinct, Formula, Ratio, Simple, Snapshot


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (Simple("net"), "sum of net"),
        (Distinct("customers"), "number of different customers"),
        (Snapshot("receivable"), "receivable at the end of the period"),
        (Ratio("net_revenue", "orders"), "net_revenue / orders"),
        (Ratio("profit", "revenue", positive=True), "profit / revenue, revenue > 0"),
        (Derived("a - b"), "a - b"),
    ],
)
def test_every_formula_reads_as_people_write_it(formula: Formula, text: str) -> None:
    assert formula_text(formula) == text
