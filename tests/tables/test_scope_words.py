from __future__ import annotations

import pytest

from salesperf.tables.scope_words import scope_of_word


@pytest.mark.parametrize(
    ("word", "scope"),
    [("Individual", "rep"), ("公司级", "company"), (" TEAM ", "team"), ("大区", "region"), ("甲", None)],
)
def test_a_scope_is_said_in_many_words(word: str, scope: str | None) -> None:
    assert scope_of_word(word) == scope
