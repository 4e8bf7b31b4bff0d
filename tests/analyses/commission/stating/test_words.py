from __future__ import annotations

from salesperf.analyses.commission.lines import Kind
from salesperf.analyses.commission.stating.words import KINDS


def test_every_kind_of_line_has_words_of_its_own() -> None:
    assert set(KINDS) == set(Kind)
    assert len({words.en for words in KINDS.values()}) == len({words.zh for words in KINDS.values()}) == len(Kind)
