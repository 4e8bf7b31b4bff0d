from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from salesperf.render.xlsx.naming import Taken, defined_name, sheet_name


@given(st.lists(st.text(max_size=60), max_size=8))
def test_sheet_names_are_legal_and_differ(titles: list[str]) -> None:
    taken = Taken()

    names = [sheet_name(title, taken) for title in titles]

    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.casefold() != "history"


def test_a_long_name_is_numbered_within_its_31_characters() -> None:
    taken = Taken()

    assert [sheet_name("x" * 40, taken) for _ in range(2)] == ["x" * 31, "x" * 27 + " (2)"]
    assert sheet_name("𠮷" * 20, taken) == "𠮷" * 15


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
