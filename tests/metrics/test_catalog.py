"""Every metric's worked example, executed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from salesperf.core.period import Period, Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import parse_period
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.evaluate import evaluated
from salesperf.metrics.model import Example, Metric
from salesperf.metrics.parts import EVERY_SALE, atoms_of
from salesperf.tables.literal import bundle_of


def value_of(metric: Metric, example: Example) -> object:
    facts = sales(bundle_of(example.tables), section=SalesSection())
    span = Span(facts.counts.first or date.min, facts.counts.last or date.min)
    calendar = Calendar()
    if example.period is None:
        periods: tuple[Period, ...] = (Period(span.start, span.end),)
        number = 0
    else:
        wanted = parse_period(example.period, calendar=calendar, as_of=span.end)
        assert wanted.grain is not None
        periods = calendar.periods(wanted.grain, span)
        number = periods.index(wanted)
    frame = evaluated({EVERY_SALE: facts.lines}, [metric], catalog=CATALOG, periods=periods, span=span)
    return frame[metric.key][number]


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
