from __future__ import annotations

import pytest

from salesperf.facts.survey_kinds import SurveyKind, survey_kinds


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *((word, SurveyKind.NPS) for word in ("NPS", "nps_score", "推荐意愿", "净推荐值", "Likelihood to recommend")),
        *(
            (word, SurveyKind.CSAT)
            for word in ("CSAT", "c-sat", "Satisfaction", "客户满意度", "售后满意调查", "Satisfied?")
        ),
        *((word, None) for word in ("CES", "费力度", "snps", "其他")),
    ],
)
def test_the_question_is_told_by_its_words(word: str, kind: SurveyKind | None) -> None:
    assert survey_kinds([word]) == {word: kind}


def test_a_word_of_both_is_of_recommendation() -> None:
    assert survey_kinds(["满意度与推荐意愿"]) == {"满意度与推荐意愿": SurveyKind.NPS}
