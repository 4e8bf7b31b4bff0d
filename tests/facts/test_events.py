from __future__ import annotations

import narwhals as nw
import polars as pl

from salesperf.facts.events import Events, columns_of
from salesperf.facts.subject import Subject


def _frame(**columns: list[object]) -> nw.LazyFrame[pl.LazyFrame]:
    return nw.from_native(pl.DataFrame(columns).lazy())


def test_events_have_the_columns_of_their_lines() -> None:
    lines = _frame(date=[None], amount=[1])
    costs = Events(subject=Subject.COSTS, lines=lines, columns=columns_of(lines), source="costs", table="costs")

    assert costs.has("date", "amount")
    assert not costs.has("amount", "rep")
