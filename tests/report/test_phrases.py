from __future__ import annotations

import re

import pytest

from salesperf.core.text import Text
from salesperf.report import phrases

PHRASES = {name: value for name, value in vars(phrases).items() if isinstance(value, Text)}


@pytest.mark.parametrize("name", PHRASES)
def test_both_languages_have_the_same_places_to_fill(name: str) -> None:
    phrase = PHRASES[name]

    assert phrase.en
    assert phrase.zh
    assert sorted(re.findall(r"\{\w+\}", phrase.en)) == sorted(re.findall(r"\{\w+\}", phrase.zh))
