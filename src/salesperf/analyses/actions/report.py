"""Actions as a section: the open ones, late ones first, and what was done since the last meeting."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.actions.compute import Actions, days_late
from salesperf.core.status import Status
from salesperf.core.text import Text, in_quotes
from salesperf.core.unit import Unit
from salesperf.facts.actions import Action
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

KEY = "open_actions"
TITLE = Text("Open actions", "待办行动")
NONE_OPEN = Text("no action is open", "没有待办行动")
_OPEN = Text("Open actions: {open}; late: {late}.", "待办行动{open}项，其中逾期{late}项。")
_DONE = Text("Done since {since}: {done}.", "自{since}以来完成{done}项。")
_UNDATED = Text("Done on no day that the list tells: {undated}.", "清单未写明完成日期的已完成行动：{undated}项。")
_UNKNOWN = Text("Taken as open, for nobody knows the status: {words}.", "状态用语无法识别，按待办计：{words}。")
_DONE_TITLE = Text("Done since the last meeting", "上次会议以来已完成")
_NONE_DONE = Text("no action was marked as done since then", "此后没有行动被标记为完成")
_BY_DUE = Text("By due day", "按截止日期")
_WHO, _WHAT = Text("who", "负责人"), Text("what", "内容")


def open_actions_section(found: Actions, *, shows_owners: bool = True, key: str = KEY) -> Section:
    """The open actions and those done since the last meeting; without `shows_owners` nobody is named."""
    if not found.open and not found.done:
        return Section(key, TITLE, sentences=tuple(_asides(found)), empty=NONE_OPEN)
    told = {"open": Cell(len(found.open), Unit.COUNT), "late": Cell(len(found.late), Unit.COUNT)}
    sentences = (
        Sentence(_OPEN, told, Status.RED if found.late else None),
        Sentence(_DONE, {"since": Cell(found.since), "done": Cell(len(found.done), Unit.COUNT)}),
        *_asides(found),
    )
    blocks = (_open_block(found, shows_owners=shows_owners), _done_block(found, shows_owners=shows_owners))
    return Section(key, TITLE, sentences=sentences, blocks=blocks)


def _asides(found: Actions) -> Iterator[Sentence]:
    if found.undated:
        yield Sentence(_UNDATED, {"undated": Cell(found.undated, Unit.COUNT)})
    if found.unknown:
        yield Sentence(_UNKNOWN.fill(words=_plain(in_quotes(found.unknown))))


def _plain(words: Text) -> Text:
    """Words from the data, whose braces are no names of cells."""
    return Text(*(side.replace("{", "(").replace("}", ")") for side in (words.en, words.zh)))


def _open_block(found: Actions, *, shows_owners: bool) -> TableBlock:
    columns = (
        Column("action", _WHAT),
        *([Column("owner", _WHO)] if shows_owners else []),
        Column("raised", Text("raised", "提出日期")),
        Column("due", Text("due", "截止")),
        Column("days_late", Text("days late", "逾期天数"), Unit.COUNT),
        Column("status", Text("status", "状态")),
    )
    rows = tuple(Row(tuple(_open_cells(one, found, shows_owners=shows_owners))) for one in found.open)
    return TableBlock("open_actions", _BY_DUE, columns, rows, empty=NONE_OPEN)


def _open_cells(one: Action, found: Actions, *, shows_owners: bool) -> Iterator[Cell]:
    late = days_late(one, on=found.on)
    yield Cell(one.text)
    if shows_owners:
        yield Cell(one.name)
    yield Cell(one.raised)
    yield Cell(one.due)
    yield Cell(late or None)
    yield Cell(one.word, status=Status.RED if late else None)


def _done_block(found: Actions, *, shows_owners: bool) -> TableBlock:
    columns = (
        Column("action", _WHAT),
        *([Column("owner", _WHO)] if shows_owners else []),
        Column("due", Text("due", "截止")),
        Column("done", Text("done", "完成日期")),
    )
    rows = tuple(
        Row((Cell(one.text), *([Cell(one.name)] if shows_owners else []), Cell(one.due), Cell(one.done)))
        for one in found.done
    )
    return TableBlock("done_actions", _DONE_TITLE, columns, rows, empty=_NONE_DONE)
