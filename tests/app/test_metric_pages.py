from __future__ import annotations

import pytest

from salesperf.app.metric_pages import formula_text
from salesperf.core.text import Text, same
from salesperf.metrics.model import Derived, Distinct, Formula, Ratio, Simple, Snapshot


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (Simple("net"), Text("sum of net", "net 求和")),
        (Distinct("customers"), Text("number of different customers", "customers 去重计数")),
        (Snapshot("receivable"), Text("receivable at the end of the period", "期末的 receivable")),
        (Ratio("net_revenue", "orders"), same("net_revenue / orders")),
        (Ratio("a", "b", positive=True), Text("a / b, b > 0", "a / b，b > 0")),
        (Derived("a - b"), same("a - b")),
    ],
)
def test_every_formula_reads_as_people_write_it(formula: Formula, text: Text) -> None:
    assert formula_text(formula) == text
