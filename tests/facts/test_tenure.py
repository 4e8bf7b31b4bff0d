from __future__ import annotations

from datetime import date

from salesperf.core.period import Span
from salesperf.facts.rep_names import RepKeys
from salesperf.facts.tenure import tenures_of
from salesperf.tables.literal import bundle_of

REPS = RepKeys(frozenset({"R1", "R2", "R3", "R4"}), {}, {})
PEOPLE = """rep_id,team,hire_date,leave_date
R1,East,2020-01-01,
R2,East,2021-01-01,2025-06-30
R3,East,,2025-03-31
R2,West,2021-01-01,2025-12-31
R4,West,,
"""


def test_who_was_there_from_when_to_when() -> None:
    found = tenures_of(bundle_of([("people", PEOPLE)]), REPS)

    assert found == {
        "R1": Span(date(2020, 1, 1), date.max),
        "R2": Span(date(2021, 1, 1), date(2025, 12, 31)),
        "R3": Span(date.min, date(2025, 3, 31)),
    }


def test_without_a_list_of_people_nobody_is_dated() -> None:
    assert tenures_of(bundle_of([]), REPS) == {}
