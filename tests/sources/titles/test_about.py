"""What names over a table say that its rows are of."""

from __future__ import annotations

import pytest

from salesperf.sources.titles.about import said_in


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("NPS调研", {"nps"}),
        ("Customer satisfaction 2026", {"csat"}),
        ("recalls", set()),
        ("营销费用", {"spending"}),
        ("Callahan orders", set()),
    ],
)
def test_a_name_says_what_its_words_do(name: str, says: set[str]) -> None:
    assert said_in(name) == says
