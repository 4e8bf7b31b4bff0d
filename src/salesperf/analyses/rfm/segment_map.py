"""Segment maps: which scores make a champion, and what is done with champions; the first rule that fits wins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.rfm.axes import Axis
from salesperf.core.text import Text

FEWEST_BINS, MOST_BINS = 1, 9
"""Scores have one digit, so that a code has one digit an axis."""
_RANGES = r"^[1-9](-[1-9])?(,[1-9](-[1-9])?)*$"
_MODEL = ConfigDict(frozen=True, extra="forbid", defer_build=True)


@cache
def scores_in(ranges: str) -> frozenset[int]:
    """The scores that ranges name.

    >>> sorted(scores_in("1,3-4"))
    [1, 3, 4]
    """
    found: set[int] = set()
    for part in ranges.split(","):
        low, _, high = part.partition("-")
        found.update(range(int(low), int(high or low) + 1))
    return frozenset(found)


def _without_spaces(ranges: object) -> object:
    return ranges.replace(" ", "") if isinstance(ranges, str) else ranges


Ranges = Annotated[str, BeforeValidator(_without_spaces), Field(pattern=_RANGES)]


class Playbook(BaseModel):
    """What is done with the customers of a segment; empty where the map does not say."""

    model_config = _MODEL

    title: str = Field(min_length=1, description="what the segment is called")
    title_zh: str = Field(default="", description="the same in Chinese; as title where it is not set")
    owner: str = Field(default="", description="who takes care of these customers")
    owner_zh: str = Field(default="", description="the same in Chinese")
    channel: str = Field(default="", description="how they are spoken to")
    channel_zh: str = Field(default="", description="the same in Chinese")
    cadence: str = Field(default="", description="how often")
    cadence_zh: str = Field(default="", description="the same in Chinese")
    action: str = Field(default="", description="what is done")
    action_zh: str = Field(default="", description="the same in Chinese")

    @property
    def label(self) -> Text:
        """The title in both languages."""
        return Text(self.title, self.title_zh or self.title)

    def said(self, what: str) -> Text:
        """`owner`, `channel`, `cadence` or `action` in both languages: what is there in one of them stands for both."""
        english, chinese = getattr(self, what), getattr(self, f"{what}_zh")
        return Text(english or chinese, chinese or english)


class Rest(Playbook):
    """A segment that no scores name: everybody whom no rule fits, or who never bought."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_-]*$", description="the stable name, such as others")


class Segment(Rest):
    """One rule: the scores on each axis; an axis that is not named may have any."""

    r: Ranges | None = Field(default=None, description="scores of recency, such as 4-5")
    f: Ranges | None = Field(default=None, description="scores of frequency")
    m: Ranges | None = Field(default=None, description="scores of the amount")

    def ranges(self, axis: Axis) -> str | None:
        """What the rule says of an axis."""
        return getattr(self, axis.letter)  # type: ignore[no-any-return]

    def fits(self, scores: Mapping[Axis, int]) -> bool:
        """Whether the rule names these scores."""
        return all(ranges is None or scores[axis] in scores_in(ranges) for axis, ranges in self._said())

    def _said(self) -> Iterator[tuple[Axis, str | None]]:
        return ((axis, self.ranges(axis)) for axis in Axis)


class Bins(BaseModel):
    """How many scores each axis has."""

    model_config = _MODEL

    r: int = Field(ge=FEWEST_BINS, le=MOST_BINS)
    f: int = Field(ge=FEWEST_BINS, le=MOST_BINS)
    m: int = Field(ge=FEWEST_BINS, le=MOST_BINS)

    def of(self, axis: Axis) -> int:
        """The scores of one axis."""
        return getattr(self, axis.letter)  # type: ignore[no-any-return]


def _on_each_axis(bins: object) -> object:
    is_number = isinstance(bins, int) and not isinstance(bins, bool)
    return dict.fromkeys(("r", "f", "m"), bins) if is_number else bins


class SegmentMap(BaseModel):
    """A map of all scores to segments: what it is made for (`bins`, `best`), its rules, and who else there is."""

    model_config = _MODEL

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", description="the name of the map")
    title: str = Field(min_length=1, description="what the map is called")
    title_zh: str = Field(default="", description="the same in Chinese")
    bins: Annotated[Bins, BeforeValidator(_on_each_axis)] = Field(
        description="scores an axis has, as 5 or { r = 5, f = 5, m = 1 }"
    )
    best: str = Field(
        pattern="^(high|low)$", description="whether the best score is the highest or the lowest: high, low"
    )
    segment: tuple[Segment, ...] = Field(min_length=1, description="the rules, the first that fits wins")
    otherwise: Rest | None = Field(default=None, description="the segment of everybody whom no rule fits")
    never_bought: Rest | None = Field(default=None, description="the segment of listed customers who never bought")

    @model_validator(mode="after")
    def _named_once(self) -> Self:
        rest = [one for one in (self.otherwise, self.never_bought) if one is not None]
        titles: dict[str, str] = {}
        for one in (*self.segment, *rest):
            if titles.setdefault(one.key, one.title) != one.title:
                raise PydanticCustomError(
                    "two_titles", "the segment {key} has two titles", {"key": one.key, "hint": _ONE_TITLE}
                )
        return self

    @property
    def best_is_high(self) -> bool:
        """Whether the best customers have the highest scores."""
        return self.best == "high"

    @property
    def label(self) -> Text:
        """The title in both languages."""
        return Text(self.title, self.title_zh or self.title)

    @property
    def segments(self) -> Mapping[str, Playbook]:
        """Every segment once, in order: of several rules with one key the first."""
        rest = (one for one in (self.otherwise, self.never_bought) if one is not None)
        found: dict[str, Playbook] = {}
        for one in (*self.segment, *rest):
            found.setdefault(one.key, one)
        return found

    def rule_of(self, scores: Mapping[Axis, int]) -> Rest | None:
        """The first rule that fits, else what is said of all others."""
        return next((one for one in self.segment if one.fits(scores)), self.otherwise)

    def codes(self) -> Iterator[tuple[str, Mapping[Axis, int]]]:
        """Every code there is, with its scores."""
        for digits in product(*(range(1, self.bins.of(axis) + 1) for axis in Axis)):
            yield "".join(map(str, digits)), dict(zip(Axis, digits, strict=True))

    def keys_of_codes(self) -> Mapping[str, str]:
        """The segment of every code that has one."""
        found = ((code, self.rule_of(scores)) for code, scores in self.codes())
        return {code: rule.key for code, rule in found if rule is not None}


_ONE_TITLE = Text("give the rules of one segment one title", "同一客群的各条规则请使用同一名称")
