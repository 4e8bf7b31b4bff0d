from __future__ import annotations

from salesperf.report.formula import Beside, Named, Product, SumOf


def test_formulas_are_values_that_can_be_held_against_each_other() -> None:
    assert Product((Beside("amount"), Beside("rate"))) == Product((Beside("amount"), Beside("rate")))
    assert Product((Beside("amount"),)) != Product((Beside("amount"),), negative=True)
    assert hash(SumOf(Named("", "slices"), "pay")) == hash(SumOf(Named("", "slices"), "pay"))
