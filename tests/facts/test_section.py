from __future__ import annotations

import pytest
from pydantic import ValidationError

from salesperf.facts.section import CalendarSection, SalesSection


def test_nobody_said_anything_means_civil_months_weeks_from_monday_and_the_first_basis_found() -> None:
    calendar, sales = CalendarSection(), SalesSection()

    assert (calendar.first_month, calendar.week_start, calendar.pattern) == (1, "monday", "calendar")
    assert (sales.basis, sales.refund_in_amount, sales.cancelled) == (None, None, ())


@pytest.mark.parametrize(
    "fields",
    [{"first_month": 0}, {"first_month": 13}, {"week_start": "friday"}, {"pattern": "5-5-3"}, {"first_day": 1}],
)
def test_a_calendar_that_cannot_be_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        CalendarSection.model_validate(fields)


def test_a_basis_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError):
        SalesSection.model_validate({"basis": "payments"})
