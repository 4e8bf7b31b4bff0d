"""The decisions to take as a section: what to decide, about what, by which rule, and where its number stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from salesperf.analyses.decisions.compute import Decision, Rule
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.capitals import said
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

KEY = "decisions"
TITLE = Text("Decisions to take", "待决事项")
NONE = Text("no rule asks for a decision", "没有触发任何决策规则")
_COUNTED = Text("Rules ask for {decisions} decisions.", "共有{decisions}项待决。")
_COUNTED_ONE = Text("Rules ask for one decision.", "共有1项待决。")
_MORE = Text("{rule}: {more} more, in the section named.", "{rule}：另有{more}项，见所列章节。")
DECIDE = {
    Rule.RED_FOR_WEEKS: Text("review: what keeps it back, and who helps", "立即复盘：受阻原因与支援人"),
    Rule.OUT_OF_REACH: Text("adjust the target or support it", "调整目标或给予支援"),
    Rule.LONG_OVERDUE: Text("stop deliveries or visit", "暂停发货或上门催收"),
    Rule.LARGE_AND_STALLED: Text("who helps, until when", "由谁支援、何时推进"),
    Rule.LATE_ACTION: Text("keep, move or drop", "继续、延期或取消"),
}
RULE_WORDS = {
    Rule.RED_FOR_WEEKS: Text("Red for weeks", "连续红灯"),
    Rule.OUT_OF_REACH: Text("Targets out of reach", "目标难以达成"),
    Rule.LONG_OVERDUE: Text("Long overdue", "长期逾期"),
    Rule.LARGE_AND_STALLED: Text("Large deals standing still", "重点商机停滞"),
    Rule.LATE_ACTION: Text("Late actions", "逾期行动"),
}
_BY_RULE = Text("By rule", "按规则")
_COLUMNS = (
    Column("about", Text("about", "事项")),
    Column("decide", Text("to decide", "需决定")),
    Column("why", Text("why", "依据")),
    Column("value", Text("value", "数值")),
    Column("from", Text("from", "出处")),
)


def decisions_section(
    found: Sequence[Decision],
    *,
    lang: Lang,
    sources: Mapping[Rule, tuple[str | None, Text]],
    most: int = 5,
    key: str = KEY,
) -> Section:
    """The decisions under the heading of their rule, at most so many of each.

    `sources` are the title of the section that each rule reads, and its key where the report has it.
    """
    if not found:
        return Section(key, TITLE, empty=NONE)
    rows: list[Row] = []
    more: list[Sentence] = []
    for rule, listed in groupby(found, key=lambda one: one.rule):
        own = list(listed)
        rows += _rows(own[:most], lang, sources[rule])
        if rest := len(own) - most if len(own) > most else 0:
            told = _MORE.fill(rule=RULE_WORDS[rule], more="{more}")
            more.append(Sentence(told, {"more": Cell(rest, Unit.COUNT)}))
    counted = _COUNTED_ONE if len(found) == 1 else _COUNTED
    values = {} if len(found) == 1 else {"decisions": Cell(len(found), Unit.COUNT)}
    block = TableBlock("decisions", _BY_RULE, _COLUMNS, tuple(rows))
    return Section(key, TITLE, sentences=(Sentence(counted, values), *more), blocks=(block,))


def _rows(found: Sequence[Decision], lang: Lang, source: tuple[str | None, Text]) -> Iterator[Row]:
    section, title = source
    for number, one in enumerate(found):
        cells = (
            said(one.about, lang),
            said(DECIDE[one.rule], lang),
            said(one.why, lang),
            Cell(one.value, one.unit),
            said(title, lang),
        )
        yield Row(cells, heading=RULE_WORDS[one.rule] if number == 0 else None, section=section)
