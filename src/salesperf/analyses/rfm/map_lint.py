"""What is wrong with a segment map: scores that no rule names, that two claim, and rules that nothing can reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from salesperf.analyses.rfm.axes import AXIS_WORDS, Axis
from salesperf.analyses.rfm.segment_map import Segment, SegmentMap, scores_in
from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, listing

_SHOWN = 10
_HOLES = Text(
    "no rule fits {codes} ({codes_in_all} of {of})", "没有规则适用于 {codes}（{of} 组中有 {codes_in_all} 组）"
)
_BEYOND = Text(
    "segment[{number}].{axis} names the score {score}, and {label} has {bins}",
    "segment[{number}].{axis} 写有得分 {score}，而{label}只有 {bins} 档",
)
_BACKWARDS = Text(
    "segment[{number}].{axis} is {ranges!r}, which names no score",
    "segment[{number}].{axis} 的「{ranges}」不含任何得分",
)
_UNREACHED = Text(
    "segment[{number}] ({title}) is never used: rules before it take all of its scores",
    "segment[{number}]（{title}）永远不会用到：它的得分已被前面的规则取走",
)


class Linted(Struct, frozen=True):
    """What the linter found.

    `faults` make a map unusable; `unreached` are rules that nothing reaches, `shared` the codes that more than one
    segment claims, of which the first gets them.
    """

    faults: tuple[Issue, ...]
    unreached: tuple[Text, ...]
    shared: tuple[str, ...]


CLEAN = Linted((), (), ())
"""Of a map that is shipped, or of none."""


def linted(found: SegmentMap, *, file: str | None = None) -> Linted:
    """Look a map through: holes are faults where the map has no `otherwise`."""
    where = Where(file)
    faults = [issue("C607", told, where) for told in _impossible(found)]
    codes = dict(found.codes())
    fitting = {code: [one for one in found.segment if one.fits(scores)] for code, scores in codes.items()}
    holes = [code for code, rules in fitting.items() if not rules]
    if holes and found.otherwise is None:
        told = _HOLES.fill(codes=codes_named(holes), codes_in_all=Count(len(holes)), of=Count(len(codes)))
        faults.append(issue("C606", told, where, count=len(holes)))
    used = {id(rules[0]) for rules in fitting.values() if rules}
    unreached = tuple(
        _UNREACHED.fill(number=number, title=one.label)
        for number, one in enumerate(found.segment, start=1)
        if id(one) not in used
    )
    shared = tuple(code for code, rules in fitting.items() if len({one.key for one in rules}) > 1)
    return Linted(tuple(faults), unreached, shared)


def codes_named(codes: Sequence[str]) -> Text:
    """The first codes of many."""
    return listing([*codes[:_SHOWN], *(["…"] if len(codes) > _SHOWN else [])])


def _impossible(found: SegmentMap) -> Iterator[Text]:
    """Scores that an axis does not have, and ranges that run backwards."""
    for number, rule in enumerate(found.segment, start=1):
        for axis in Axis:
            yield from _of_axis(found, rule, number, axis)


def _of_axis(found: SegmentMap, rule: Segment, number: int, axis: Axis) -> Iterator[Text]:
    ranges, bins = rule.ranges(axis), found.bins.of(axis)
    if ranges is None:
        return
    beyond = sorted(score for score in scores_in(ranges) if score > bins)
    if beyond:
        yield _BEYOND.fill(number=number, axis=axis.letter, score=beyond[0], label=AXIS_WORDS[axis], bins=bins)
    if any(not scores_in(part) for part in ranges.split(",")):
        yield _BACKWARDS.fill(number=number, axis=axis.letter, ranges=ranges)
