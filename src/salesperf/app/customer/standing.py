"""Where one customer stands on a day: segment, scores, class, habit, who sold last, and its segments before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import narwhals as nw
import polars as pl
from msgspec import Struct

from salesperf.analyses.lifecycle.habits import Habits, State
from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.compute import SEGMENT, Scored, in_segments
from salesperf.analyses.rfm.customers import values_on
from salesperf.analyses.rfm.scores import CODE, scored
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Row, Section, TableBlock

_STANDING, _HISTORY = Text("Where it stands", "客户现状"), Text("Segments before", "历史客群")
_WHAT, _VALUE = Text("what", "项目"), Text("value", "内容")
_KEY, _SEGMENT, _SCORES = Text("customer", "客户"), Text("segment", "客群"), Text("scores R F M", "得分 R F M")
_CLASS, _RANK = Text("class by revenue (ABC)", "贡献类别（ABC）"), Text("rank by revenue", "贡献名次")
_STATE, _USUAL, _SILENT = (
    Text("buys as usual", "是否按习惯购买"),
    Text("usual gap", "常规间隔"),
    Text("days since its last purchase", "距最近购买天数"),
)
_YES, _NO = Text("yes", "是"), Text("no: silent for longer than nine in ten of its gaps", "否：静默超过自身九成间隔")
_FIRST, _LAST = Text("first purchase", "首次购买"), Text("last purchase", "最近购买")
_AMOUNT, _YEARLY = Text("net revenue in all", "累计销售净额"), Text("in 365 days", "近365天销售净额")
_SELLER, _TODO = Text("last sold by", "最近经手人"), Text("what to do", "跟进动作")
_RANK_OF = Text("{rank} of {all}", "第 {rank} 名，共 {all} 名")
_DAY = Text("day", "日期")
_BY_NOW = Text("at the end of quarters, by the cut-offs of today", "各季末，按当前分界")
_NOT_YET = Text("no customer yet", "尚非客户")


class Standing(Struct, frozen=True):
    """What is known of one customer among all: `rank` and `class_` by net revenue of all days, `seller` by name."""

    key: str
    scored: Scored
    habits: Habits
    class_: str
    rank: int | None
    ranked: int
    seller: str | None


def standing_section(found: Standing, *, lang: Lang) -> Section:
    """What a visitor must know, a line each."""
    rows = tuple(Row((Cell(what.say(lang)), cell)) for what, cell in _lines(found, lang) if cell.value is not None)
    columns = (Column("what", _WHAT), Column("value", _VALUE))
    return Section("standing", _STANDING, blocks=(TableBlock("standing", _STANDING, columns, rows),))


def _lines(found: Standing, lang: Lang) -> Iterator[tuple[Text, Cell]]:
    [row] = found.scored.frame.filter(pl.col("customer") == found.key).iter_rows(named=True)
    [habit] = found.habits.frame.filter(pl.col("customer") == found.key).iter_rows(named=True)
    map_ = found.scored.question.map
    yield _KEY, Cell(found.key)
    yield _SEGMENT, Cell(found.scored.segments[row[SEGMENT]].say(lang))
    yield _SCORES, Cell(" ".join(str(row[axis.letter]) for axis in Axis))
    yield _CLASS, Cell(found.class_)
    if found.rank is not None:
        yield _RANK, Cell(_RANK_OF.fill(rank=f"{found.rank:,}", all=f"{found.ranked:,}").say(lang))
    yield _FIRST, Cell(habit["first"])
    yield _LAST, Cell(habit["last"])
    yield _SILENT, Cell(habit["silent"], unit=Unit.COUNT)
    yield _USUAL, Cell(habit["usual"], unit=Unit.DAYS)
    yield _STATE, Cell((_YES if habit["state"] == State.ACTIVE.value else _NO).say(lang))
    yield _AMOUNT, Cell(habit["amount"], unit=Unit.MONEY)
    yield _YEARLY, Cell(habit["yearly"], unit=Unit.MONEY)
    yield _SELLER, Cell(found.seller)
    if map_ is not None and row[SEGMENT] in map_.segments:
        yield _TODO, Cell(map_.segments[row[SEGMENT]].said("action").say(lang) or None)


def history_section(found: Standing, days: Sequence[date], *, lang: Lang) -> Section | None:
    """Its scores and segment on earlier days, by the cut-offs of today; None where scores have none."""
    cutoffs, lines = found.scored.cutoffs, found.scored.customers.lines
    if cutoffs is None or lines is None:
        return None
    own = lines.lines.filter(nw.col("customer") == nw.lit(found.key))
    rows = []
    for day in days:
        values, _ = values_on(own, found.scored.question, day)
        told = in_segments(scored(values, cutoffs), found.scored.question.map)
        if told.is_empty():
            rows.append(Row((Cell(day), Cell(_NOT_YET.say(lang)), *(Cell(None) for _ in range(4)))))
            continue
        [row] = told.iter_rows(named=True)
        title = found.scored.segments.get(row[SEGMENT])
        name = row[SEGMENT] if title is None else title.say(lang)
        rows.append(Row((Cell(day), Cell(name), Cell(row[CODE]), *(Cell(row[axis]) for axis in Axis))))
    columns = (
        Column("day", _DAY),
        Column("segment", _SEGMENT),
        Column("scores", Text("scores", "得分")),
        Column("recency", Text("days since", "距今天数"), Unit.COUNT),
        Column("frequency", Text("purchases", "购买次数"), Unit.COUNT),
        Column("monetary", Text("amount", "金额"), Unit.MONEY),
    )
    return Section("history", _HISTORY, blocks=(TableBlock("history", _BY_NOW, columns, tuple(rows)),))
