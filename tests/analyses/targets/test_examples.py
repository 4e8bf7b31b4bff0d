"""The worked examples of what is measured against targets, executed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.onboarding.report import onboarding_report
from salesperf.analyses.targets.onboarding.section import OnboardingSection
from salesperf.analyses.targets.report import status_report
from salesperf.analyses.targets.section import TargetsSection
from salesperf.core.text import Lang
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.catalog.of_targets import OF_TARGETS, TargetMeasure
from salesperf.metrics.request import Request
from salesperf.tables.literal import bundle_of


@pytest.mark.parametrize("measure", OF_TARGETS, ids=lambda measure: measure.key)
def test_worked_example_gives_the_value_worked_by_hand(measure: TargetMeasure) -> None:
    bundle = bundle_of(measure.example.tables)
    request = Request(period=measure.example.period)
    facts = facts_of(bundle, section=SalesSection())
    question = Question(bundle, facts, SalesSection(), CalendarSection(), CATALOG, request)

    if measure.command == "targets status":
        report = status_report(question, TargetsSection(), lang=Lang.EN)
    else:
        report = onboarding_report(question, TargetsSection(), OnboardingSection(), lang=Lang.EN)

    keys = [column.key for column in report.records.columns]
    # The first line of `targets status` is the company's; of `targets onboarding` every line has the median.
    value = report.records.rows[0][keys.index(measure.shown_as or measure.key)]
    assert isinstance(value, Decimal | float)
    assert value == pytest.approx(measure.example.value)
