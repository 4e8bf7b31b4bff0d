from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.rfm.edges import Edges, Passes, places_of

NUMBERS = st.fractions(min_value=-50, max_value=50, max_denominator=100)
STEPS = st.sampled_from([Fraction(1), Fraction(1, 100), Fraction(1, 10**6)])


def fractions(*values: float | str) -> list[Fraction]:
    return [Fraction(str(value)) for value in values]


def test_edges_lie_at_the_places_of_type_7() -> None:
    # By hand: of five values the quartiles stand at places 1, 2 and 3; the quintiles at 0.8, 1.6, 2.4 and 3.2.
    assert places_of(5, 4) == ((1, Fraction(0)), (2, Fraction(0)), (3, Fraction(0)))
    assert places_of(5, 5) == tuple(zip((0, 1, 2, 3), fractions("0.8", "0.6", "0.4", "0.2"), strict=True))


def test_one_value_is_every_edge() -> None:
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


@given(NUMBERS, NUMBERS, st.sampled_from(Passes), STEPS)
def test_the_least_that_passes_parts_those_who_pass(
    edge: Fraction, value: Fraction, passes: Passes, step: Fraction
) -> None:
    found, held = Edges((edge,), passes), (value // step) * step

    assert (held >= found.least(edge, step=step)) == (found.bin_of(held) == 1)
