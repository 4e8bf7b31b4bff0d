from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from salesperf.analyses.commission.records import Record, RecordNeeds, Stated, record_before
from salesperf.core.period import Grain, Span
from salesperf.facts.calendar import CIVIL, Calendar

JANUARY, FEBRUARY, MARCH, APRIL = Calendar(CIVIL).periods(Grain.MONTH, Span(date(2026, 1, 1), date(2026, 4, 30)))
REACHED = {JANUARY: Decimal(5), FEBRUARY: Decimal(7), MARCH: Decimal(7), APRIL: Decimal(9)}


@pytest.mark.parametrize(
    ("since", "record"),
    [
        # Of two equal months the earlier holds it; the month itself and later ones do not count.
        (date(2026, 1, 1), Record(Decimal(7), date(2026, 2, 28))),
        (date(2026, 2, 2), Record(Decimal(7), date(2026, 3, 31))),
        (date(2026, 3, 2), None),
        (None, None),
    ],
)
def test_the_best_of_earlier_periods_is_the_record(since: date | None, record: Record | None) -> None:
    assert record_before(APRIL, REACHED, RecordNeeds(since), names=["Ann"]) == record


def test_nothing_and_less_is_no_record() -> None:
    reached = {JANUARY: Decimal(0), FEBRUARY: Decimal(-3)}

    assert record_before(APRIL, reached, RecordNeeds(date(2026, 1, 1)), names=["Ann"]) is None


def test_a_stated_record_holds_for_whom_and_from_when_it_says() -> None:
    stated = (Stated(Decimal(8), date(2026, 3, 31), "Ann"), Stated(Decimal(6), date(2020, 1, 1)))
    asked = RecordNeeds(date(2026, 1, 1), stated)

    assert record_before(APRIL, REACHED, asked, names=["A1", "Ann"]) == Record(Decimal(8), date(2026, 3, 31))
    assert record_before(APRIL, {}, asked, names=["Ben"]) == Record(Decimal(6), date(2020, 1, 1))
    # On the last day of March it is not known while March runs.
    assert record_before(MARCH, {}, asked, names=["Ann"]) == Record(Decimal(6), date(2020, 1, 1))


def test_after_a_record_that_is_stated_the_periods_of_the_plan_set_records_too() -> None:
    # 2.4M by November, then 2.5M in January: February is held against January, not against November once more.
    stated = RecordNeeds(None, (Stated(Decimal(240), date(2025, 11, 30)),))
    reached = {JANUARY: Decimal(250), FEBRUARY: Decimal(245)}

    assert record_before(FEBRUARY, reached, stated, names=["Ann"]) == Record(Decimal(250), JANUARY.end)
    assert record_before(APRIL, reached, stated, names=["Ann"]) == Record(Decimal(250), JANUARY.end)
    assert record_before(JANUARY, reached, stated, names=["Ann"]) == Record(Decimal(240), date(2025, 11, 30))


def test_the_record_of_somebody_else_lets_no_periods_count() -> None:
    stated = RecordNeeds(None, (Stated(Decimal(240), date(2025, 11, 30), rep="Ben"),))

    assert record_before(FEBRUARY, {JANUARY: Decimal(250)}, stated, names=["Ann"]) is None
