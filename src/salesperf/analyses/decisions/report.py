"""The decisions to take as a section: what to decide, about what, by which rule, and where its number stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from salesperf.analyses.decisions.compute import Decision, Measured, Rule
from salesperf.core.text import Lang, Text, listing
from salesperf.core.unit import Unit
from salesperf.report.capitals import said
from salesperf.report.grid import formatted
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock

KEY = "decisions"
TITLE = Text("Decisions to take", "待决事项")
NONE = Text("no rule asks for a decision", "没有触发任何决策规则")
_COUNTED = Text("Rules ask for {decisions} decisions.", "共有{decisions}项待决。")
_COUNTED_ONE = Text("Rules ask for one decision.", "共有1项待决。")
_COUNTED_MORE = Text(
    "Rules ask for {decisions} decisions; those with most money at stake are shown; {more} more are not: {kinds}.",
    "共有{decisions}项待决，列出涉及金额最大的各项；另有{more}项未列出：{kinds}。",
)
_KIND = Text("{{{count}}} of {rule} ({section})", "{rule}{{{count}}}项（{section}）")
_COMMA, _SEMICOLON = Text(", ", "，"), Text("; ", "；")
_AT_STAKE = Text(
    "At stake is what is missing to a target, what a customer owes that is past due, or what an open deal is worth; of "
    "actions no money is known.",
    "涉及金额为距目标的差额、客户的逾期欠款或商机金额；行动没有已知金额。",
)
DECIDE = {
    Rule.RED_FOR_WEEKS: Text("review: what keeps it back, and who helps", "立即复盘：受阻原因与支援人"),
    Rule.OUT_OF_REACH: Text("adjust the target or support it", "调整目标或给予支援"),
    Rule.LONG_OVERDUE: Text("stop deliveries or visit", "暂停发货或上门催收"),
    Rule.LARGE_AND_STALLED: Text("who helps, until when", "由谁支援、何时推进"),
    Rule.LATE_ACTION: Text("keep, move or drop", "继续、延期或取消"),
}
RULE_WORDS = {
    Rule.RED_FOR_WEEKS: Text("red for weeks", "连续红灯"),
    Rule.OUT_OF_REACH: Text("targets out of reach", "目标难以达成"),
    Rule.LONG_OVERDUE: Text("long overdue", "长期逾期"),
    Rule.LARGE_AND_STALLED: Text("large deals standing still", "重点商机停滞"),
    Rule.LATE_ACTION: Text("late actions", "逾期行动"),
}
_BY_STAKE = Text("Most at stake first", "按涉及金额排列")
_COLUMNS = (
    Column("about", Text("about", "事项")),
    Column("decide", Text("to decide", "需决定")),
    Column("why", Text("why", "依据")),
    Column("measured", Text("as measured", "实测")),
    Column("stake", Text("at stake", "涉及金额"), Unit.MONEY),
    Column("from", Text("from", "出处")),
)


def decisions_section(
    found: Sequence[Decision],
    *,
    lang: Lang,
    sources: Mapping[Rule, tuple[str | None, Text]],
    most: int = 10,
    key: str = KEY,
) -> Section:
    """The first decisions, at most so many; of the others how many there are of each rule, and which section reads it.

    `sources` are the title of the section that each rule reads, and its key where the report has it.
    """
    if not found:
        return Section(key, TITLE, empty=NONE)
    rows = tuple(_row(one, lang, sources[one.rules[0]]) for one in found[:most])
    block = TableBlock("decisions", _BY_STAKE, _COLUMNS, rows)
    explained = (Sentence(_AT_STAKE),) if any(one.stake is not None for one in found[:most]) else ()
    return Section(key, TITLE, sentences=(_counted(found, found[most:], sources), *explained), blocks=(block,))


def _counted(
    found: Sequence[Decision], rest: Sequence[Decision], sources: Mapping[Rule, tuple[str | None, Text]]
) -> Sentence:
    """How many decisions there are, and of which kind those are that are not shown."""
    if len(found) == 1:
        return Sentence(_COUNTED_ONE, {})
    values = {"decisions": Cell(len(found), Unit.COUNT)}
    if not rest:
        return Sentence(_COUNTED, values)
    values["more"] = Cell(len(rest), Unit.COUNT)
    kinds = []
    for number, rule in enumerate(dict.fromkeys(one.rules[0] for one in rest), start=1):
        name = f"rest{number}"
        values[name] = Cell(sum(one.rules[0] is rule for one in rest), Unit.COUNT)
        kinds.append(_KIND.fill(count=name, rule=RULE_WORDS[rule], section=sources[rule][1]))
    listed = listing(kinds, _COMMA)
    words = Text(_COUNTED_MORE.en.replace("{kinds}", listed.en), _COUNTED_MORE.zh.replace("{kinds}", listed.zh))
    return Sentence(words, values)


def _row(one: Decision, lang: Lang, source: tuple[str | None, Text]) -> Row:
    section, title = source
    cells = (
        said(one.about, lang),
        said(listing([DECIDE[rule] for rule in one.rules], _SEMICOLON), lang),
        said(one.why, lang),
        said(listing([_measured(one) for one in one.measured], _SEMICOLON), lang),
        Cell(one.stake, Unit.MONEY),
        said(title, lang),
    )
    return Row(cells, section=section)


def _measured(one: Measured) -> Text:
    """What met a rule, its number as each language writes it."""
    if one.value is None:
        return one.words
    numbers = Text(*(formatted(one.value, one.unit, lang=lang) for lang in (Lang.EN, Lang.ZH)))
    return one.words.fill(value=numbers)
