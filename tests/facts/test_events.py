from __future__ import annotations

import narwhals as nw
import polars as pl

from salesperf.engine import collect
from salesperf.facts.events import Events, columns_of, keyed
from salesperf.facts.subject import Subject


def _frame(**columns: list[object]) -> nw.LazyFrame[pl.LazyFrame]:
    return nw.from_native(pl.DataFrame(columns).lazy())


def test_customers_and_reps_are_keyed_by_id_else_by_name() -> None:
    lines = keyed(_frame(customer_id=["C1"], customer_name=["Acme"], rep_name=["Ann"]))

    assert collect(lines).select("customer", "rep").rows() == [("C1", "Ann")]


def test_lines_without_customer_or_rep_get_neither() -> None:
    assert columns_of(keyed(_frame(amount=[1]))) == {"amount"}


def test_events_have_the_columns_of_their_lines() -> None:
    lines = _frame(date=[None], amount=[1])
    costs = Events(subject=Subject.COSTS, lines=lines, columns=columns_of(lines), source="costs", table="costs")

    assert costs.has("date", "amount")
    assert not costs.has("amount", "rep")
