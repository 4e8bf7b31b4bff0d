"""A pack and a briefing become a report: its sections in order, what was left out, and what the figures mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from salesperf.analyses.kpi.compute import Result
from salesperf.analyses.kpi.notes import notes as notes_of
from salesperf.analyses.kpi.phrases import PARTIAL
from salesperf.app.pack_plans.company import WeekPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.comparisons import without_empty
from salesperf.app.packs.defined import definitions_of
from salesperf.app.packs.kinds import KINDS
from salesperf.app.packs.library import BUILT_IN
from salesperf.app.packs.missing import left_out
from salesperf.app.packs.unsplit import unsplit
from salesperf.app.packs.week import last_week
from salesperf.core.period_words import day_words, span_words
from salesperf.core.text import Text, listing
from salesperf.core.unit import Unit
from salesperf.metrics.condition_words import condition_words
from salesperf.metrics.model import Metric
from salesperf.report.capitals import capital
from salesperf.report.long import long_records
from salesperf.report.marks import PARTIAL_KEY
from salesperf.report.model import Meta, Note, Report, Section

SCHEMA = "salesperf.report/1"
_SUBTITLE = Text("{period}; data through {through}", "{period}；数据截至{through}")
_WITH_WEEK = Text("{week}; {rest}", "{week}；{rest}")
_ONLY = Text("Only {conditions}; {rest}", "仅 {conditions}；{rest}")
_REPORT = Text("Report", "报告")
_OF = Text("{title}: {name}", "{title}：{name}")
_LEFT_OUT = Text("left out: {sections}", "未列出：{sections}")
_SEMICOLON = Text("; ", "；")
_NO_CURRENCY = Text(
    "no currency is named in these files: amounts are plain numbers (--currency USD names one)",
    "文件未注明币种，金额按纯数字显示（可用 --currency CNY 指定）",
)
_NO_DATA = Text("No data", "没有数据")
_EMPTY = Text("no data for {period}: the data run from {first} to {last}", "{period}没有数据：数据自{first}至{last}")
_OF_ANYBODY = frozenset(
    {
        "basis",
        "cost",
        "coverage",
        "workdays",
        "pace",
        "lights",
        "shared",
        "running",
        "partial",
        "unfinished",
        "base_edge",
        "first_seen",
        "where",
    }
)
"""Notes that say how figures are made, and nothing of anybody: what the report of one team or rep may hold."""
_FEWEST = 2
"""Rows that a figure needs."""
_ELSEWHERE = frozenset({"targets", "brief", "base_edge"})
"""Notes of the scoreboard that say where else to look, or what the cells of a pack say themselves."""


def composed(briefing: Briefing) -> Report:
    """The report of a pack; of a period without data it says so."""
    found, missing = _sections(briefing)
    sections, uncompared = without_empty(without_lone_bars(without_dead_links(found)))
    base, period = briefing.base, briefing.period
    return Report(
        schema=SCHEMA,
        title=_title(briefing),
        subtitle=_subtitle(briefing),
        lang=briefing.lang,
        blocks=(),
        records=long_records(sections, lang=briefing.lang),
        notes=(*_notes(briefing, missing), *uncompared),
        meta=Meta(
            as_of=base.as_of,
            span=(period.start, period.end),
            currency=base.currency,
            through=base.measure.through,
            only=condition_words(briefing.request.where),
            organisation=briefing.opened.space.configured.settings.workspace.name,
        ),
        sections=sections,
        definitions=tuple(definitions_of(sections, _measured(briefing))),
    )


def without_dead_links(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with the links of their rows to sections that there are."""
    there = frozenset(_keys(sections))
    return tuple(_linked(section, there) for section in sections)


def _keys(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield section.key
        yield from _keys(section.sections)


def _linked(section: Section, there: frozenset[str]) -> Section:
    blocks = tuple(
        replace(block, rows=tuple(row if row.section in there else replace(row, section=None) for row in block.rows))
        for block in section.blocks
    )
    return replace(section, blocks=blocks, sections=tuple(_linked(one, there) for one in section.sections))


def without_lone_bars(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections without figures of fewer rows than can be held against each other."""
    return tuple(
        replace(
            section,
            blocks=tuple(
                block if len(block.rows) >= _FEWEST else replace(block, figures=()) for block in section.blocks
            ),
            sections=without_lone_bars(section.sections),
        )
        for section in sections
    )


def _subtitle(briefing: Briefing) -> Text:
    """The conditions of the question, the period and how far the data go; of a pack about the week, the week first."""
    said = _SUBTITLE.fill(period=span_words(briefing.period), through=day_words(briefing.base.measure.through))
    first = briefing.pack.plan.sections[0]
    week = last_week(briefing, first) if isinstance(first, WeekPlan) and not briefing.is_empty else None
    said = said if week is None else _WITH_WEEK.fill(week=capital(week), rest=said)
    only = condition_words(briefing.request.where)
    return said if only is None else _ONLY.fill(conditions=only, rest=said)


def _title(briefing: Briefing) -> Text:
    title = _called(briefing)
    return title if briefing.whom is None else _OF.fill(title=title, name=briefing.whom.name)


def _called(briefing: Briefing) -> Text:
    """What the pack is called; a built-in one of teams that is asked for a rep, or the reverse, is just a report."""
    plan, whom = briefing.pack.plan, briefing.whom
    is_other = whom is not None and plan.of not in {"company", whom.dimension}
    return _REPORT if is_other and briefing.pack.origin == BUILT_IN else plan.titled


def _sections(briefing: Briefing) -> tuple[tuple[Section, ...], tuple[Text, ...]]:
    """The sections that the files tell, each under a key of its own, and what is said of those that they do not."""
    if briefing.is_empty:
        empty = _EMPTY.fill(
            period=span_words(briefing.period),
            first=day_words(briefing.base.measure.span.start),
            last=day_words(briefing.through),
        )
        return (Section("empty", _NO_DATA, empty=empty),), ()
    made: list[Section] = []
    missing: list[Text] = []
    seen: Counter[str] = Counter()
    for plan in briefing.pack.plan.sections:
        kind = KINDS[plan.kind]
        section = kind.make(briefing, plan)
        if section is None:
            missing.append(left_out(briefing, kind, plan))
            continue
        seen[section.key] += 1
        key = section.key if seen[section.key] == 1 else f"{section.key}-{seen[section.key]}"
        made.append(replace(section, key=key))
    return tuple(made), tuple(dict.fromkeys(missing))


def _notes(briefing: Briefing, missing: tuple[Text, ...]) -> Iterator[Note]:
    if missing:
        yield Note("left_out", _LEFT_OUT.fill(sections=listing(missing, _SEMICOLON)))
    if briefing.is_empty:
        return
    if briefing.base.currency is None and any(one.unit is Unit.MONEY for one in _measured(briefing)):
        yield Note("no_currency", _NO_CURRENCY)
    yield from (Note("unsplit", text) for text in unsplit(briefing))
    told_once = {"left_out"}
    found = briefing.result(briefing.measured.get((), ()))
    if found is not None:
        for note in notes_of(found, briefing.opened.loaded.bundle, briefing.request):
            if note.key not in _ELSEWHERE and _may_be_told(note, briefing):
                told_once.add(note.key)
                yield note
    yield from _warnings(briefing, found)
    if PARTIAL_KEY not in told_once and briefing.base.measure.is_partial(briefing.period):
        told_once.add(PARTIAL_KEY)
        through = briefing.through
        yield Note(PARTIAL_KEY, PARTIAL.fill(period=briefing.period.key, through=through))
    for note in briefing.targets.notes:
        if note.key not in told_once and _may_be_told(note, briefing):
            yield note


def _warnings(briefing: Briefing, found: Result | None) -> Iterator[Note]:
    """The findings of what sections split by, beside those that the notes on everything have told."""
    told = set(found.scope.findings) if found is not None else set()
    notes = (Note(one.code, one.text, warning=True) for one in briefing.measuring.findings() if one not in told)
    yield from (note for note in notes if _may_be_told(note, briefing))


def _may_be_told(note: Note, briefing: Briefing) -> bool:
    return briefing.whom is None or note.key in _OF_ANYBODY


def _measured(briefing: Briefing) -> tuple[Metric, ...]:
    """Every metric of the pack that the files tell."""
    return briefing.able(tuple(dict.fromkeys(key for metrics in briefing.measured.values() for key in metrics)))
