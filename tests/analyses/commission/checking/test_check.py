from __future__ import annotations

from salesperf.analyses.commission.checking.check import Named, checked
from salesperf.core.text import same


def test_a_fault_is_told_once() -> None:
    assert checked(Named.WORKED_OUT, 2, [same("a"), same("b"), same("a")]).faults == (same("a"), same("b"))
