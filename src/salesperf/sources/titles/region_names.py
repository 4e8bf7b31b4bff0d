"""Names that say a region by themselves: points of the compass, parts of a country or the world, branches."""

from __future__ import annotations

from collections.abc import Collection

from salesperf.core.late import late
from salesperf.core.text import folded

_REGION = late(
    r"(?i)(?:华[东南西北中]|[东西][南北]|东部|南部|西部|北部|中部|[一-鿿]{2,4}(?:省|大区|片区|战区|区域|分公司|办事处))"
    r"(?:大区|片区|地区|区域|区)?|"
    r"(?<![a-z])(?:(?:north|south|east|west|central|mid-?west|(?:north|south)[ -]?(?:east|west))(?:ern)?|"
    r"emea|apac|latam|anz|dach|benelux|americas|nordics)(?![a-z])(?: (?:region|territory|area|zone|district))?"
)
_CLASS = late(
    r"(?i)(?:大区|片区|战区|地区|区域|区|分公司|办事处|省|"
    r" (?:region|territory|area|zone|district|branch|office))$"
)
"""What such names have behind the word that lists of regions have."""


def region_said(name: str, listed: Collection[str]) -> str | None:
    """The region that a whole name is: one that is listed, as it is written there, or one by itself; None for others.

    >>> region_said("华东区", ["华东"]), region_said("North Region", []), region_said("Maria", [])
    ('华东', 'North Region', None)
    """
    word = folded(name).strip()
    if not word:
        return None
    for text in (word, _CLASS.sub("", word)):
        if text in listed:
            return text
    return word if _REGION.fullmatch(word) else None
