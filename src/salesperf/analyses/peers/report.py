"""A rep's metrics as a section: one row a metric, with the arrows of what is good."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.peers.compute import Change, Comparison, Peers, Standing
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.capitals import said
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

KEY = "own_kpis"
TITLE = Text("Own KPIs", "个人指标")
NOT_KNOWN = Text("nothing is known of this rep in the period", "本期没有该销售员的数据")
_OF_TEAM = Text("The median is that of the {others} others in the team.", "中位数取自团队内其他{others}名销售员。")
_OF_ALL = Text(
    "The median is that of the {others} other reps who sold in the period.",
    "中位数取自本期有销售的其他{others}名销售员。",
)
_NO_MEDIAN = Text("Too few others sold in the period for a median.", "本期有销售的其他人过少，不给出中位数。")
_AHEAD = Text("Better than the median in {better} of {compared} metrics.", "{compared}项指标中有{better}项优于中位数。")
STANDING_WORDS = {
    Standing.BETTER: Text("better", "较优"),
    Standing.WORSE: Text("worse", "较差"),
    Standing.EQUAL: Text("equal", "持平"),
}
_TABLE = Text("Against before, last year and the others", "对比上期、去年与他人")
_COLUMNS = (
    Column("metric", Text("metric", "指标")),
    Column("value", Text("value", "本期")),
    Column("on_before", Text("on last period", "环比")),
    Column("on_last_year", Text("on last year", "同比")),
    Column("median", Text("median of others", "他人中位数")),
    Column("against_median", Text("against the median", "与中位数相比")),
    Column("standing", Text("stands", "评价")),
)
_FEWEST = 3


def own_kpis_section(found: Peers | None, *, lang: Lang, partial: bool = False, key: str = KEY) -> Section:
    """The rep's metrics; `partial` is whether the data do not reach the end of the period."""
    if found is None or all(one.now is None for one in found.comparisons):
        return Section(key, TITLE, empty=NOT_KNOWN)
    rows = tuple(Row(tuple(_cells(one, lang, partial=partial)), key=one.metric.key) for one in found.comparisons)
    block = TableBlock("own_kpis", _TABLE, _COLUMNS, rows)
    return Section(key, TITLE, sentences=tuple(_sentences(found)), blocks=(block,))


def _sentences(found: Peers) -> Iterator[Sentence]:
    if found.others < _FEWEST:
        yield Sentence(_NO_MEDIAN)
        return
    compared = [one for one in found.comparisons if one.against.standing is not None]
    better = sum(one.against.standing is Standing.BETTER for one in compared)
    if compared:
        told = {"better": Cell(better, Unit.COUNT), "compared": Cell(len(compared), Unit.COUNT)}
        yield Sentence(_AHEAD, told)
    yield Sentence(_OF_TEAM if found.is_team else _OF_ALL, {"others": Cell(found.others, Unit.COUNT)})


def _cells(one: Comparison, lang: Lang, *, partial: bool) -> Iterator[Cell]:
    unit = one.metric.unit
    yield said(one.metric.label, lang)
    yield Cell(one.now, unit, partial=partial and one.now is not None)
    yield _changed(one.before, partial=partial)
    yield _changed(one.year_ago, partial=partial)
    yield Cell(one.median, unit, one.against.reason if one.median is None else None)
    yield _changed(one.against)
    yield Cell(STANDING_WORDS[one.against.standing].say(lang) if one.against.standing is not None else None)


def _changed(change: Change, *, partial: bool = False) -> Cell:
    return Cell(change.value, change.unit, change.reason, partial=partial and change.value is not None)
