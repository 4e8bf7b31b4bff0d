from __future__ import annotations

from datetime import date

import pytest

from salesperf.facts.days import Days
from salesperf.facts.known_until import known_until


def _until(last: date) -> Days:
    return Days(as_of=last, first=date(2026, 1, 1), last=last, through=last)


@pytest.mark.parametrize(
    ("paid", "are_known", "last", "told"),
    [
        # 31 days apart: both tables are taken to be whole.
        (date(2026, 3, 3), False, date(2026, 3, 3), ()),
        (date(2026, 3, 4), False, date(2026, 1, 31), ("ends_apart",)),
        # 92 days apart, all later payments for invoices that are there.
        (date(2026, 5, 3), True, date(2026, 5, 3), ("ends_apart",)),
        (date(2026, 5, 4), True, date(2026, 1, 31), ("ends_apart",)),
        # Payments that end first may have been cut off.
        (date(2025, 11, 30), False, date(2025, 11, 30), ("ends_apart",)),
    ],
)
def test_the_later_table_decides_unless_the_other_ends_long_before(
    paid: date,
    are_known: bool,  # noqa: FBT001 - pytest passes it by name
    last: date,
    told: tuple[str, ...],
) -> None:
    found, notes = known_until([_until(date(2026, 1, 31)), _until(paid)], are_known=are_known)

    assert found == last
    assert tuple(key for key, _ in notes) == told
