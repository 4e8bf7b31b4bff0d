"""Every metric's worked example, executed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.compare import Against, View
from salesperf.metrics.model import Example, Metric
from salesperf.metrics.parts import atoms_of
from salesperf.metrics.request import Request
from salesperf.metrics.scope import scope_of
from salesperf.tables.literal import bundle_of


def value_of(metric: Metric, example: Example) -> object:
    request = Request(metrics=(metric.key,), period=example.period)
    scope = scope_of(
        bundle_of(example.tables),
        request,
        section=SalesSection(),
        calendar=CalendarSection(),
        catalog=CATALOG,
    )
    view = scope.measure.view(scope.whole, Against.NOW)
    assert isinstance(view, View)
    return scope.measure.values(view, by=())[metric.key][0]


@pytest.mark.parametrize("metric", CATALOG, ids=lambda metric: metric.key)
def test_worked_example_gives_the_value_worked_by_hand(metric: Metric) -> None:
    assert metric.example is not None

    value = value_of(metric, metric.example)

    if isinstance(metric.example.value, float):
        assert value == pytest.approx(metric.example.value, rel=1e-12)
    else:
        assert value == metric.example.value
        assert isinstance(value, Decimal if isinstance(metric.example.value, Decimal) else int)


@pytest.mark.parametrize("metric", CATALOG, ids=lambda metric: metric.key)
def test_metric_rests_on_atoms_only(metric: Metric) -> None:
    assert atoms_of(metric, CATALOG)
