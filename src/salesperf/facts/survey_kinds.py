"""Which question an answer is to: how satisfied, or how likely to recommend; told by the words of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from salesperf.tables.line_words import word_key


class SurveyKind(StrEnum):
    """A question that is counted."""

    CSAT = "csat"
    NPS = "nps"


_HOLDS = (
    (SurveyKind.NPS, re.compile(r"\bnps\b|promoter|recommend|推荐")),
    (SurveyKind.CSAT, re.compile(r"\bc-?sat\b|satisf|满意")),
)


def survey_kinds(words: Iterable[str]) -> Mapping[str, SurveyKind | None]:
    """The question each word names; None for one that names neither.

    >>> list(survey_kinds(["NPS", "售后满意度", "推荐意愿", "CES"]).values())
    [<SurveyKind.NPS: 'nps'>, <SurveyKind.CSAT: 'csat'>, <SurveyKind.NPS: 'nps'>, None]
    """
    return {word: next((kind for kind, holds in _HOLDS if holds.search(word_key(word))), None) for word in words}
