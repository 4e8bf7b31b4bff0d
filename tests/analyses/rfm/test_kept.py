from __future__ import annotations

import tomllib
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from salesperf.analyses.rfm.axes import Axis, Counting, Often, Returns, Worth
from salesperf.analyses.rfm.cutoffs import Cutoffs
from salesperf.analyses.rfm.edges import Edges, Passes
from salesperf.analyses.rfm.kept import KeptCutoffs, written

EDGES = st.lists(st.fractions(-(10**9), 10**9, max_denominator=10**6), max_size=4).map(
    lambda found: tuple(sorted(found))
)
COUNTING = Counting(Often.DAYS, Worth.MEAN, Returns.IGNORED)


@given(st.tuples(EDGES, EDGES, EDGES), st.sampled_from(Passes), st.booleans(), st.none() | st.integers(1, 900))
def test_what_is_written_is_read_back_to_the_last_digit(
    of_axes: tuple[tuple[Fraction, ...], ...],
    passes: Passes,
    best_is_high: bool,  # noqa: FBT001
    window: int | None,
) -> None:
    edges = {axis: Edges(at, passes) for axis, at in zip(Axis, of_axes, strict=True)}
    cutoffs = Cutoffs(edges, best_is_high)

    text = written(cutoffs, preset="quintile", as_of=date(2026, 3, 31), counting=COUNTING, window=window)
    found = KeptCutoffs.model_validate(tomllib.loads(text))

    assert found.cutoffs == cutoffs
    assert (found.preset, found.as_of, found.counting) == ("quintile", date(2026, 3, 31), COUNTING)
    assert found.window == window


def test_edges_are_written_as_decimals_where_they_are_some() -> None:
    edges = Edges((Fraction("-1.5"), Fraction(347, 3), Fraction("297.4")), Passes.ABOVE)
    cutoffs = Cutoffs(dict.fromkeys(Axis, edges))

    text = written(cutoffs, preset="quintile", as_of=date(2026, 3, 31), counting=Counting(), window=None)

    assert text.count('edges = ["-1.5", "347/3", "297.4"]') == 3


def test_numbers_that_may_have_lost_digits_are_refused() -> None:
    edges = Edges((Fraction(1),), Passes.ABOVE)
    text = written(
        Cutoffs(dict.fromkeys(Axis, edges)),
        preset="quintile",
        as_of=date(2026, 3, 31),
        counting=Counting(),
        window=None,
    )
    with pytest.raises(ValidationError, match="no number in quotation marks"):
        KeptCutoffs.model_validate(tomllib.loads(text.replace('edges = ["1"]', "edges = [1.5]", 1)))
