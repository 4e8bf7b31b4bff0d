from __future__ import annotations

import pytest
from pydantic import ValidationError

from salesperf.core.unit import Unit
from salesperf.metrics.model import Better
from salesperf.metrics.section import CustomMetric, MetricsSection


def test_a_custom_metric_needs_a_label_and_one_formula() -> None:
    found = CustomMetric(label="net per order", expression="net_revenue / orders")

    assert (found.unit, found.better, found.default, found.where) == (Unit.NUMBER, Better.NEITHER, True, ())


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"numerator": "net_revenue"},
        {"denominator": "orders"},
        {"expression": "orders", "numerator": "net_revenue", "denominator": "orders"},
        {"expression": "orders", "denominator": "orders"},
    ],
)
def test_a_custom_metric_without_exactly_one_formula_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="either expression, or numerator and denominator"):
        CustomMetric(label="x", **fields)  # type: ignore[arg-type]


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError):
        MetricsSection.model_validate({"custom": {"x": {"label": "x", "expression": "orders", "colour": "red"}}})
