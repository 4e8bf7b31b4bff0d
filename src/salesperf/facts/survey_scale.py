"""The scale that satisfaction is scored on: what the rows say, else what the user says, else what the scores show."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from salesperf.core.text import Text

SCALES = range(3, 11)
"""The highest scores of scales that have two top boxes worth the name."""
_USUAL = (5, 7, 10)
_TENTH_FROM = 20
"""Scores from which one in twenty may lie beyond the scale: such slips are told, not followed."""
_TOLD = Text(
    "satisfaction is scored up to {scale} ([kpi] csat_scale); satisfied are the top two scores",
    "满意度按 {scale} 分制（[kpi] csat_scale）；最高两档视为满意",
)
_JUDGED = Text(
    "satisfaction is taken to be scored up to {scale}, as the scores show ([kpi] csat_scale says otherwise); satisfied "
    "are the top two scores",
    "根据得分判断满意度为 {scale} 分制（可用 [kpi] csat_scale 指定）；最高两档视为满意",
)
_BY_ROWS = Text(
    "satisfaction is scored on the scale of its row; satisfied are the top two scores",
    "满意度按各行所注分制；最高两档视为满意",
)

_UNKNOWN = Text(
    "the scale of satisfaction is not known: name it with [kpi] csat_scale",
    "无法判断满意度的分制：请用 [kpi] csat_scale 指定",
)


class Scale(Struct, frozen=True):
    """The highest score of answers that name none (None: no such scale is known), and how it was found."""

    highest: int | None
    told: Text


def scale_of(scores: Iterable[Decimal], *, said: int | None, has_own: bool) -> Scale:
    """The scale of satisfaction answers; `scores` are those whose row names no scale, `has_own` whether others do.

    The smallest of 5, 7 and 10 that holds the scores; of twenty and more, one in twenty may lie beyond it. Scores
    beyond every scale say nothing of it.
    """
    if said is not None:
        return Scale(said, _TOLD.fill(scale=said))
    found = [score for score in scores if score <= SCALES[-1]]
    if not found:
        return Scale(None, _BY_ROWS if has_own else _UNKNOWN)
    slips = len(found) // _TENTH_FROM
    fits = (scale for scale in _USUAL if sum(score > scale for score in found) <= slips)
    highest = next(fits, _USUAL[-1])
    return Scale(highest, _JUDGED.fill(scale=highest))
