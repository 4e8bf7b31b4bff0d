"""Where a long table is cut."""

from __future__ import annotations

import pytest

from salesperf.report.cut import rows_alone


@pytest.mark.parametrize(("rows", "alone"), [(0, 0), (2, 2), (3, 3), (4, 2), (100, 2)])
def test_the_others_are_never_one(rows: int, alone: int) -> None:
    assert rows_alone(rows, most=2) == alone
    assert rows - alone != 1
