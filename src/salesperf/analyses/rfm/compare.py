"""How much the convention decides: how many customers are in another segment by each other way of scoring."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.rfm.compute import SEGMENT, in_segments, scores_of
from salesperf.analyses.rfm.customers import Customers
from salesperf.analyses.rfm.edges import Passes
from salesperf.analyses.rfm.presets import PRESETS, Method, Preset
from salesperf.analyses.rfm.question import Question
from salesperf.analyses.rfm.segment_map import SegmentMap
from salesperf.core.errors import UsageError
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock

SCHEMA = "salesperf.rfm-compare/1"
_TITLE = Text("What the convention decides", "口径的影响")
_SUBTITLE = Text(
    "{customers} customers in the segments of {map}, held against preset {preset}",
    "{customers} 个客户按 {map} 分群，与预设 {preset} 对比",
)
_PRESET, _OTHER, _SHARE = (
    Text("scored by", "评分方式"),
    Text("in another segment", "客群不同"),
    Text("of customers", "客户占比"),
)
_NO_MAP = Text("without a map there are no segments to compare", "没有分群就无法对比客群")
_NAME_MAP = Text("name one with --map", "请用 --map 指定")
_NO_OTHERS = Text(
    "preset {preset} has edges of its own, which no other has", "预设 {preset} 使用自有的分界，无法与其他预设对比"
)
_TAKE = Text("take quintile, r-rfm, ntile, nested or quartile", "请使用 quintile、r-rfm、ntile、nested 或 quartile")
LEFT_CLOSED = Preset(
    "left-closed",
    Text("equal parts, left-closed", "等分位（左闭）"),
    Text(
        "type-7 quantiles, a value on an edge is in the upper bin, equal values share a score",
        "第7类分位数，等于分界值者归入较高一档，相同数值得分相同",
    ),
    Method.QUANTILES,
    5,
    Passes.FROM,
    best_is_high=True,
    map=None,
)
"""No preset to choose: the fourth way in which quantiles are cut, for comparison."""


class Difference(Struct, frozen=True):
    """One other way of scoring: how many customers have another segment by it."""

    preset: Preset
    others: int
    share: float | None


def differences(customers: Customers, question: Question) -> tuple[Difference, ...]:
    """Every other way of scoring that the map fits; raises `UsageError` without a map."""
    if question.map is None:
        raise UsageError(_NO_MAP, _NAME_MAP)
    if not any(_comparable(question)):
        raise UsageError(_NO_OTHERS.fill(preset=question.preset.key), _TAKE)
    own = _segments(customers, question, question.map)
    return tuple(_difference(customers, question, question.map, own, preset) for preset in _comparable(question))


def _comparable(question: Question) -> Iterator[Preset]:
    """Presets that part customers in as many scores another way; of two that part them alike the first."""
    cuts = {Method.QUANTILES, Method.SIZES, Method.NESTED}
    own = question.preset
    if own.method not in cuts:
        return
    seen = {(own.method, own.passes)}
    for preset in (*PRESETS, LEFT_CLOSED):
        if preset.method in cuts and (preset.method, preset.passes) not in seen:
            seen.add((preset.method, preset.passes))
            yield replace(preset, best_is_high=own.best_is_high)


def _segments(customers: Customers, question: Question, map_: SegmentMap) -> pl.DataFrame:
    scores, _ = scores_of(customers.values, question)
    return in_segments(scores, map_).select("customer", SEGMENT)


def _difference(
    customers: Customers, question: Question, map_: SegmentMap, own: pl.DataFrame, preset: Preset
) -> Difference:
    found = _segments(customers, replace(question, preset=preset, cutoffs=None, edges={}), map_)
    # Both are in the order of the values.
    others = int((found[SEGMENT] != own[SEGMENT]).sum())
    whole = own.height
    return Difference(preset, others, others / whole if whole else None)


def compare_report(
    customers: Customers, question: Question, found: tuple[Difference, ...], notes: tuple[Note, ...], *, lang: Lang
) -> Report:
    """The differences, one a row."""
    columns = (
        Column("preset", _PRESET),
        Column("told", Text("which is", "说明")),
        Column("others", _OTHER, Unit.COUNT),
        Column("share", _SHARE, Unit.RATIO),
    )
    rows = tuple((one.preset.key, one.preset.told.say(lang), one.others, one.share) for one in found)
    assert question.map is not None  # noqa: S101 -- `differences` asked
    subtitle = _SUBTITLE.fill(
        customers=f"{customers.values.height:,}", map=question.map.name, preset=question.preset.key
    )
    return Report(
        schema=SCHEMA,
        title=_TITLE,
        subtitle=subtitle,
        lang=lang,
        blocks=(TableBlock("differences", _TITLE, columns, tuple(Row(tuple(map(Cell, row))) for row in rows)),),
        records=Records(columns, rows),
        notes=notes,
        meta=Meta(as_of=customers.day, currency=customers.currency),
    )
