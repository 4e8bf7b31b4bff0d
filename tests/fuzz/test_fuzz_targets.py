"""The targets of `make fuzz` run without the fuzzer: on their seeds, cut short, and on bytes they once failed on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzz_seeds import SEEDS
from fuzz_targets import TARGETS

PAIRS = [(target, seed) for target, seeds in SEEDS.items() for seed in seeds]


def test_every_target_has_seeds() -> None:
    assert set(SEEDS) == set(TARGETS)


@pytest.mark.parametrize(("target", "seed"), PAIRS, ids=range(len(PAIRS)))
def test_a_seed_ends_in_an_answer_or_a_refusal(target: str, seed: bytes) -> None:
    TARGETS[target](seed)


@given(pair=st.sampled_from(PAIRS), cut=st.floats(0, 1), more=st.binary(max_size=8))
def test_so_does_a_seed_that_is_cut_or_changed(pair: tuple[str, bytes], cut: float, more: bytes) -> None:
    target, seed = pair
    at = int(cut * len(seed))

    TARGETS[target](seed[:at] + more)
    TARGETS[target](seed[:at] + more + seed[at + len(more) :])


@pytest.mark.parametrize(
    ("target", "content"),
    [
        # More rows of no data at the end than rows at all.
        ("large_text", b"\ni,\ne, [&"),
    ],
)
def test_what_once_broke_a_target_no_longer_does(target: str, content: bytes) -> None:
    TARGETS[target](content)
