"""What is asked of the customers: how they are scored, up to which day, and which map makes segments of the scores."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from msgspec import Struct

from salesperf.analyses.rfm.axes import Axis, Counting
from salesperf.analyses.rfm.cutoffs import Cutoffs
from salesperf.analyses.rfm.presets import PRESETS, Method, Preset
from salesperf.analyses.rfm.section import RfmSection
from salesperf.analyses.rfm.segment_map import SegmentMap
from salesperf.core.codes import issue
from salesperf.core.errors import ConfigError, UsageError
from salesperf.core.text import Text, listing

YEAR = 365
_BINS_OF = frozenset({Method.QUANTILES, Method.SIZES, Method.NESTED})
_B2B: Mapping[Axis, tuple[Fraction, ...]] = MappingProxyType(
    {
        Axis.RECENCY: (),
        Axis.FREQUENCY: (Fraction(1), Fraction(3)),
        Axis.MONETARY: (Fraction(200_000), Fraction(500_000)),
    }
)
"""The thresholds where the settings have none: three purchases and 500,000 a year make a core customer."""
_NO_BINS = Text("{preset} has no bins to choose", "预设 {preset} 不能指定档数")
_EDGES_SAY = Text(
    "its edges are those under [rfm]: recency_edges, frequency_edges, monetary_edges",
    "它的分界由 [rfm] 下的 recency_edges、frequency_edges、monetary_edges 决定",
)
_ONE_EDGE = Text(
    "{preset} parts an axis in two, and {setting} has {edges} edges",
    "预设 {preset} 每项只分两档，而 {setting} 有 {edges} 个分界",
)
_ONE_OR_NONE = Text("write one edge, or none for the mean", "请写一个分界；不写则按平均值")
_NOT_MADE_FOR = Text(
    "the map {map} is made for {wants} and {preset} gives {gives}", "分群 {map} 适用于{wants}，而 {preset} 为{gives}"
)
_MADE = Text("{bins} scores of R, F and M, the best the {best}", "R、F、M 各{bins}档、最好为{best}")
_HIGHEST, _LOWEST = Text("highest", "最高分"), Text("lowest", "最低分")
_TAKE_ANOTHER = Text(
    "take a preset and a map that fit each other (--preset, --map, --bins), or write a map for these scores",
    "请选择相互匹配的预设与分群（--preset、--map、--bins），或为这些得分编写分群",
)


class Question(Struct, frozen=True):
    """How customers are scored.

    `edges` are those somebody wrote, by axis; `cutoffs` those of an earlier run, which score instead of new ones.
    `window` is the number of days that frequency and monetary are of.
    """

    preset: Preset
    map: SegmentMap | None
    bins: Mapping[Axis, int]
    counting: Counting
    window: int | None = None
    edges: Mapping[Axis, tuple[Fraction, ...]] = MappingProxyType({})
    cutoffs: Cutoffs | None = None
    cutoffs_of: date | None = None
    """The day that kept cut-offs were found on."""
    as_of: date | None = None
    where: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


def edges_of(section: RfmSection, preset: Preset) -> Mapping[Axis, tuple[Fraction, ...]]:
    """The edges that settings name for a preset that asks for them; of `thresholds` its own where there are none."""
    written: Mapping[Axis, tuple[int | Decimal, ...]] = {
        Axis.RECENCY: section.recency_edges,
        Axis.FREQUENCY: section.frequency_edges,
        Axis.MONETARY: section.monetary_edges,
    }
    said = {axis: tuple(map(Fraction, edges)) for axis, edges in written.items()}
    if preset.method is Method.GIVEN:
        return said if any(said.values()) else _B2B
    if preset.method is not Method.MEAN:
        return {}
    for axis, edges in said.items():
        if len(edges) > 1:
            told = _ONE_EDGE.fill(preset=preset.key, setting=f"{axis}_edges", edges=len(edges))
            raise UsageError(told, _ONE_OR_NONE)
    return {axis: edges for axis, edges in said.items() if edges}


def bins_of(section: RfmSection, preset: Preset, edges: Mapping[Axis, tuple[Fraction, ...]]) -> Mapping[Axis, int]:
    """How many scores each axis has; raises `UsageError` where bins are asked for and edges decide."""
    if preset.method is Method.GIVEN:
        bins = {axis: len(edges[axis]) + 1 for axis in Axis}
    else:
        bins = dict.fromkeys(Axis, preset.bins)
    if section.bins is None:
        return bins
    if preset.method not in _BINS_OF:
        raise UsageError(_NO_BINS.fill(preset=preset.key), _EDGES_SAY)
    return dict.fromkeys(Axis, section.bins)


def refuse_other_map(found: SegmentMap, preset: Preset, bins: Mapping[Axis, int]) -> None:
    """Raise `ConfigError` where a map is made for other scores than a preset gives."""
    of_map = {axis: found.bins.of(axis) for axis in Axis}
    if of_map == dict(bins) and found.best_is_high == preset.best_is_high:
        return
    told = _NOT_MADE_FOR.fill(
        map=found.name,
        preset=preset.key,
        wants=_made(of_map, best_is_high=found.best_is_high),
        gives=_made(bins, best_is_high=preset.best_is_high),
    )
    raise ConfigError(told, _TAKE_ANOTHER, (issue("C608", told),))


def _made(bins: Mapping[Axis, int], *, best_is_high: bool) -> Text:
    numbers = [str(bins[axis]) for axis in Axis]
    return _MADE.fill(bins=listing(numbers, Text("/", "/")), best=_HIGHEST if best_is_high else _LOWEST)


def preset_of(key: str) -> Preset:
    """A preset by its name; raises `UsageError` that suggests."""
    return PRESETS.find(key)
