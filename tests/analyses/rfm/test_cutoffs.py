from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from statistics import quantiles

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rfm_values import ROWS, Row, bins_of, customers
from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.cutoffs import Cutoffs, cutoffs_of, mean_of
from salesperf.analyses.rfm.edges import Edges, Passes
from salesperf.analyses.rfm.presets import PRESETS

EDGES = st.lists(st.fractions(-60, 60, max_denominator=12), max_size=4).map(lambda found: tuple(sorted(found)))


@given(ROWS, st.sampled_from(["quintile", "r-rfm", "quartile"]))
def test_edges_are_the_exact_quantiles_of_every_axis(rows: list[Row], preset: str) -> None:
    found = cutoffs_of(customers(rows), PRESETS.find(preset), bins=bins_of(preset))

    for place, axis in enumerate(Axis, start=1):
        values, bins = [Fraction(str(row[place])) for row in rows], bins_of(preset)[axis]
        # The inclusive method of the standard library is type 7; it wants two values at least.
        expected = quantiles(values, n=bins, method="inclusive") if len(values) > 1 else values * (bins - 1)
        assert found.edges[axis].at == tuple(expected)
        assert found.bins(axis) == bins_of(preset)[axis]


@given(ROWS, EDGES, st.sampled_from(Passes), st.booleans())
def test_the_column_has_the_score_of_every_value(
    rows: list[Row],
    at: tuple[Fraction, ...],
    passes: Passes,
    best_is_high: bool,  # noqa: FBT001
) -> None:
    cutoffs = Cutoffs(dict.fromkeys(Axis, Edges(at, passes)), best_is_high)
    values = customers(rows)

    for place, axis in enumerate(Axis, start=1):
        column = values.with_columns(cutoffs.expression(axis))[axis.letter]
        assert column.to_list() == [cutoffs.score(axis, Fraction(str(row[place]))) for row in rows]
        assert column.dtype == pl.Int8


def test_the_best_score_is_that_of_few_days_and_of_much_else() -> None:
    edges = dict.fromkeys(Axis, Edges((Fraction(5), Fraction(8)), Passes.ABOVE))
    high, low = Cutoffs(edges, best_is_high=True), Cutoffs(edges, best_is_high=False)

    assert [high.score(Axis.RECENCY, Fraction(days)) for days in (5, 6, 9)] == [3, 2, 1]
    assert [high.score(Axis.FREQUENCY, Fraction(orders)) for orders in (5, 6, 9)] == [1, 2, 3]
    assert [low.score(Axis.RECENCY, Fraction(days)) for days in (5, 6, 9)] == [1, 2, 3]
    assert [low.score(Axis.MONETARY, Fraction(amount)) for amount in (5, 6, 9)] == [3, 2, 1]


def test_on_the_mean_is_high() -> None:
    # By hand: the means are 20 days, 2 orders and 100.
    rows = [("A", 10, 1, "50"), ("B", 20, 2, "100"), ("C", 30, 3, "150")]

    found = cutoffs_of(customers(rows), PRESETS.find("cn8"), bins=bins_of("cn8"))

    assert {axis: edges.at for axis, edges in found.edges.items()} == {
        Axis.RECENCY: (Fraction(20),),
        Axis.FREQUENCY: (Fraction(2),),
        Axis.MONETARY: (Fraction(100),),
    }
    assert [found.score(Axis.RECENCY, Fraction(days)) for days in (10, 20, 30)] == [2, 2, 1]
    assert [found.score(Axis.FREQUENCY, Fraction(orders)) for orders in (1, 2, 3)] == [1, 2, 2]


@pytest.mark.parametrize("preset", ["quintile", "cn8"])
def test_of_nobody_there_are_no_edges(preset: str) -> None:
    found = cutoffs_of(customers([]), PRESETS.find(preset), bins=bins_of(preset))

    assert all(edges.at == () for edges in found.edges.values())


def test_a_mean_is_not_rounded() -> None:
    assert mean_of(pl.Series([1, 1, 2])) == Fraction(4, 3)
    assert mean_of(pl.Series([Decimal("0.10"), Decimal("0.20")], dtype=pl.Decimal(38, 6))) == Fraction(3, 20)
