"""Surveys whose headers are the questions themselves: which one asks how satisfied, which one how likely to recommend.

Of several questions on satisfaction the one about the whole counts, else the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from salesperf.core.late import late
from salesperf.core.text import Text, folded
from salesperf.sources.known import Known, with_found
from salesperf.sources.loaded import Mapped
from salesperf.sources.profile import TableAliases, fold_header, without_unit
from salesperf.sources.titles.about import CSAT, NPS, about

_CSAT = late(
    r"满意(?:吗|度|程度|么)|是否满意|how satisfied|satisfaction with|satisfied (?:are|were) you|rate your (?:overall )?"
    r"(?:experience|satisfaction)|overall satisfaction|满意.*[？?]"
)
_NPS = late(r"(?:可能|愿意|意愿).*推荐|推荐.*(?:可能|意愿|给)|how likely.*recommend|likel\w* to recommend|\bnps\b")
_ABOUT_GROUP = late(r"group|分组|类别|原因|why|reason|comment|改进|建议")
_WHOLE = late(r"overall|总体|整体|综合|总的|in general")
_OF_NAME = Text(
    "a title or name says that {header!r} is the likelihood to recommend", "标题或名称表明「{header}」为推荐意愿"
)
_SHORTEST = 6
"""Characters of a header from which it can be a question; shorter ones are headers that profiles list."""


def question_aliases(table: str, header: Sequence[str]) -> tuple[TableAliases, ...]:
    """The headers of a table that are questions of a survey, as aliases of its scores."""
    if table != "surveys":
        return ()
    asked = {"csat_score": tuple(_asking(header, _CSAT, not_in=_NPS)), "nps_score": tuple(_asking(header, _NPS))}
    found = {column: questions for column, questions in asked.items() if questions}
    if not found:
        return ()
    words = {"answer": found["csat_score"]} if "csat_score" in found else {}
    return (TableAliases("questions", table, frozenset(), found, words),)


def with_question(one: Known) -> Known:
    """The survey with scores of no kind as those on recommendation, where a title, sheet or file says so."""
    score = one.found.get("score")
    others = {"kind", "csat_score", "nps_score", "answer"}
    if one.table != "surveys" or score is None or score.how == "config" or not others.isdisjoint(one.found):
        return one
    if about(one.raw) & {CSAT, NPS} != {NPS}:
        return one
    asked = Mapped(score.header, "nps_score", "value", _OF_NAME.fill(header=score.header))
    found = {column: mapped for column, mapped in one.found.items() if column != "score"} | {"nps_score": asked}
    return with_found(one, found)


def _asking(header: Sequence[str], asks: re.Pattern[str], *, not_in: re.Pattern[str] | None = None) -> Iterator[str]:
    found = []
    for text in header:
        said = folded(text).lower()
        is_asked = asks.search(said) and not _ABOUT_GROUP.search(said) and not (not_in and not_in.search(said))
        if is_asked and len(fold_header(text)) >= _SHORTEST:
            found.append(text)
    found.sort(key=lambda text: _WHOLE.search(folded(text).lower()) is None)
    for text in found:
        yield from dict.fromkeys((fold_header(text), fold_header(without_unit(text))))
