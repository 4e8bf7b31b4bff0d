from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from salesperf.report.names import Taken, legal


@given(st.lists(st.text(max_size=40), max_size=8))
def test_names_are_legal_and_differ(wishes: list[str]) -> None:
    taken = Taken()

    names = [taken.numbered(legal(wish)) for wish in wishes]

    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name)
        assert not re.fullmatch(r"[A-Za-z]{1,3}[0-9]+|[rcRC]|[rR][0-9]*[cC][0-9]*", name)


def test_a_name_that_is_taken_in_other_capitals_is_numbered() -> None:
    taken = Taken()

    assert [taken.numbered(one) for one in ("orders", "Orders", "ORDERS")] == ["orders", "Orders_2", "ORDERS_3"]
