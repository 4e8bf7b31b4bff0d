from __future__ import annotations

from datetime import date
from decimal import Decimal

from salesperf.analyses.commission.event import Event


def test_rows_of_the_same_number_in_two_sheets_are_told_apart() -> None:
    told = [Event("a.xlsx", sheet, 2, date(2026, 1, 5), "A", None, None, Decimal(1)) for sheet in (None, "S", "T")]

    assert len({one.place for one in told}) == 3
