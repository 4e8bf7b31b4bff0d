from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.rfm.edges import Edges, Passes, places_of, quantiles

NUMBERS = st.fractions(min_value=-50, max_value=50, max_denominator=100)
STEPS = st.sampled_from([Fraction(1), Fraction(1, 100), Fraction(1, 10**6)])


def fractions(*values: float | str) -> list[Fraction]:
    return [Fraction(str(value)) for value in values]


def test_quantiles_are_those_of_type_7() -> None:
    # By hand: of five values the quartiles stand at places 1, 2 and 3; the quintiles at 0.8, 1.6, 2.4 and 3.2.
    assert quantiles(fractions(10, 20, 30, 50, 100), 4) == tuple(fractions(20, 30, 50))
    assert quantiles(fractions(10, 20, 30, 50, 100), 5) == tuple(fractions(18, 26, 38, 60))


def test_one_value_is_every_edge_and_no_value_none() -> None:
    assert quantiles(fractions(7), 5) == tuple(fractions(7, 7, 7, 7))
    assert quantiles([], 5) == ()
    assert places_of(1, 3) == ((0, Fraction(0)), (0, Fraction(0)))


@pytest.mark.parametrize(
    ("passes", "bins"),
    [
        # On 5, one cent beyond, on 6 (an edge and one), on 8, on 9.
        (Passes.ABOVE, [0, 1, 1, 1, 2]),
        (Passes.FROM, [1, 1, 1, 2, 2]),
        (Passes.ONE_MORE, [0, 0, 1, 1, 2]),
    ],
)
def test_what_lies_on_an_edge_is_where_the_convention_puts_it(passes: Passes, bins: list[int]) -> None:
    found = Edges((Fraction(5), Fraction(8)), passes)

    assert [found.bin_of(value) for value in fractions(5, "5.01", 6, 8, 9)] == bins


def test_edges_that_stand_more_than_once_are_merged() -> None:
    assert Edges(tuple(fractions(1, 1, 2, 3, 3, 3)), Passes.ABOVE).merged == tuple(fractions(1, 3))
    assert Edges(tuple(fractions(1, 2)), Passes.ABOVE).merged == ()


@given(NUMBERS, NUMBERS, st.sampled_from(Passes), STEPS)
def test_the_least_that_passes_parts_those_who_pass(
    edge: Fraction, value: Fraction, passes: Passes, step: Fraction
) -> None:
    found, held = Edges((edge,), passes), (value // step) * step

    assert (held >= found.least(edge, step=step)) == (found.bin_of(held) == 1)
