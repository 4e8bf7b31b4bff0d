"""Next week as a section: what each workday has to bring, and the list of what to do."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.next_week.compute import NextWeek, Pace, Task, Todo
from salesperf.core.status import Status
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.capitals import capital, said
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

KEY = "next_week"
TITLE = Text("Next week", "下周行动")
NOTHING = Text("nothing asks to be done", "没有需要采取的行动")
_REQUIRED = Text(
    "{metric}: each workday left of the period has to bring {required}.",
    "{metric}：期内剩余每个工作日需完成{required}。",
)
_REACHED = Text("{metric}: the target of the period is reached.", "{metric}：本期目标已达成。")
_LEFT_OUT = Text("Not listed: {more} more, of less money.", "另有{more}项金额较小，未列出。")
TASK_WORDS = {
    Task.CALL: Text("call", "联系"),
    Task.COLLECT: Text("collect", "催款"),
    Task.MOVE: Text("move the deal", "推进商机"),
    Task.CLOSE: Text("close the deal", "促成签约"),
    Task.ACT: Text("do", "完成行动"),
}
_BY_MONEY = Text("By the money at stake", "按涉及金额")
_COLUMNS = (
    Column("task", Text("to do", "事项")),
    Column("about", Text("with", "对象")),
    Column("why", Text("why", "原因")),
    Column("money", Text("money at stake", "涉及金额"), Unit.MONEY),
    Column("due", Text("due", "截止")),
)


def next_week_section(found: NextWeek, *, lang: Lang, key: str = KEY) -> Section:
    """The list in order, under what each workday has to bring."""
    sentences = tuple(_sentences(found))
    if not found.todos:
        return Section(key, TITLE, sentences=sentences, empty=NOTHING)
    block = TableBlock("next_week", _BY_MONEY, _COLUMNS, tuple(_row(one, lang) for one in found.todos))
    return Section(key, TITLE, sentences=sentences, blocks=(block,))


def _sentences(found: NextWeek) -> Iterator[Sentence]:
    if found.pace is not None and (pace := _of_pace(found.pace)) is not None:
        yield pace
    if found.left_out:
        yield Sentence(_LEFT_OUT, {"more": Cell(found.left_out, Unit.COUNT)})


def _of_pace(pace: Pace) -> Sentence | None:
    """What each workday left has to bring; a period that is over asks for nothing next week."""
    if pace.gap is not None and pace.gap >= 0:
        return Sentence(_REACHED.fill(metric=capital(pace.metric)), status=Status.GREEN)
    if pace.required is not None:
        told = _REQUIRED.fill(metric=capital(pace.metric), required="{required}")
        return Sentence(told, {"required": Cell(pace.required, Unit.MONEY)})
    return None


def _row(todo: Todo, lang: Lang) -> Row:
    told = (said(TASK_WORDS[todo.task], lang), Cell(todo.about), said(todo.why, lang))
    return Row((*told, Cell(todo.money), Cell(todo.due)))
