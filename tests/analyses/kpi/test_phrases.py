from __future__ import annotations

import string

from salesperf.analyses.kpi import phrases
from salesperf.core.text import Text


def places(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


def test_both_languages_say_the_same_things() -> None:
    said = {name: value for name, value in vars(phrases).items() if isinstance(value, Text)}

    assert said
    assert {name for name, text in said.items() if places(text.en) != places(text.zh)} == set()
    assert all(text.zh and text.en for text in said.values())
