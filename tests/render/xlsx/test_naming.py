from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from salesperf.render.xlsx.naming import sheet_name
from salesperf.report.names import Taken


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


def test_a_name_is_cut_between_words_where_that_leaves_half_of_it() -> None:
    """31 characters end within "category", and after "day"."""
    assert sheet_name("按产品类别的变动 Change by product category", Taken()) == "按产品类别的变动 Change by product"
    assert sheet_name("What they brought until the day before", Taken()) == "What they brought until the day"
    assert sheet_name(f"A {'b' * 40}", Taken()) == f"A {'b' * 29}"
