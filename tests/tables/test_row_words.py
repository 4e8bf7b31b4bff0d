"""The words by which names of files and sheets say a role."""

from __future__ import annotations

from salesperf.tables.row_words import ROLE_NAMES, ROLE_WORDS
from salesperf.tables.said_of_rows import said_by


def test_every_role_has_a_name_and_words_that_say_it_alone() -> None:
    for role, words in ROLE_WORDS.items():
        assert ROLE_NAMES[role].zh
        for word in words:
            assert said_by(word).role is role, word
