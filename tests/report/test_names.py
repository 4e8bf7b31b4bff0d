from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from salesperf.report.names import Taken, defined_name


@given(st.lists(st.text(max_size=40), max_size=8))
def test_names_of_cells_are_legal_and_differ(wishes: list[str]) -> None:
    taken = Taken()

    names = [defined_name(wish, taken) for wish in wishes]

    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name)
        assert not re.fullmatch(r"[A-Za-z]{1,3}[0-9]+|[rcRC]|[rR][0-9]*[cC][0-9]*", name)


def test_a_name_that_is_taken_is_put_under_its_section() -> None:
    taken = Taken()

    names = [defined_name("net_revenue", taken, within=within) for within in ("summary", "team-east", "team-east")]

    assert names == ["net_revenue", "team_east_net_revenue", "team_east_net_revenue_2"]
