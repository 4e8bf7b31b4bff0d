"""The five questions of SMART, and which finding answers which of them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from salesperf.core.errors import Issue
from salesperf.core.text import Text


class Letter(Struct, frozen=True):
    """One question: its key, its name, and what it asks."""

    key: str
    label: Text
    asks: Text


SPECIFIC = Letter("specific", Text("Specific", "具体"), Text("of what, and whose", "是什么指标、谁的目标"))
MEASURABLE = Letter("measurable", Text("Measurable", "可衡量"), Text("can the data tell it", "能否用数据衡量"))
ACHIEVABLE = Letter(
    "achievable", Text("Achievable", "可达成"), Text("beside last year, season and peers", "对照去年、季节与同事")
)
RELEVANT = Letter("relevant", Text("Relevant", "相关"), Text("does it add up to the level above", "与上级目标是否一致"))
TIME_BOUND = Letter("time_bound", Text("Time-bound", "有时限"), Text("from when to when", "起止时间是否明确"))
LETTERS = (SPECIFIC, MEASURABLE, ACHIEVABLE, RELEVANT, TIME_BOUND)

_BY_CODE: Mapping[str, Letter] = {
    **dict.fromkeys(("R603", "R614", "R616", "R617", "F571", "F572", "F573", "F580", "F581", "F582"), SPECIFIC),
    **dict.fromkeys(("R611", "F570", "F575", "F583", "F584"), MEASURABLE),
    **dict.fromkeys(("F585", "F586", "F587", "F588", "F589"), ACHIEVABLE),
    **dict.fromkeys(("R401", "R605", "R606", "R607", "F590", "F591", "F592"), RELEVANT),
    **dict.fromkeys(("R305", "R601", "R604", "R609", "R615", *(f"F59{number}" for number in range(3, 10))), TIME_BOUND),
}
_UNREAD = "R3"
"""What begins the codes of cells that cannot be read."""


def letter_of(finding: Issue) -> Letter:
    """The question a finding answers; a cell that cannot be read cannot be measured."""
    return _BY_CODE.get(finding.code, MEASURABLE)


def is_of_targets(finding: Issue) -> bool:
    """Whether what reading found in a target sheet belongs here.

    A target that stands in one sheet twice is told where it is matched to its owner (F572), a metric that is none
    where it is looked up (F570).
    """
    is_twice = finding.code == "R606" and finding.where.row is not None
    return not is_twice and (finding.code in _BY_CODE or finding.code.startswith(_UNREAD))
