"""What is counted of answers to surveys, on the day they were given."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.subject import Subject
from salesperf.metrics.model import Atom, How


def _counted(key: str, column: str, meaning: Text) -> Atom:
    return Atom(key, How.COUNT, column, Unit.COUNT, meaning, Subject.SURVEYS)


SURVEY_ATOMS: tuple[Atom, ...] = (
    _counted("csat_answers", "csat_answer", Text("valid answers on satisfaction", "满意度有效答卷")),
    _counted("satisfied", "satisfied", Text("answers in the top two scores", "最高两档的答卷")),
    _counted("nps_answers", "nps_answer", Text("valid answers on recommendation", "推荐意愿有效答卷")),
    _counted("promoters", "promoter", Text("answers of 9 and 10", "推荐者（9–10 分）")),
    _counted("detractors", "detractor", Text("answers of 0 to 6", "贬损者（0–6 分）")),
)
