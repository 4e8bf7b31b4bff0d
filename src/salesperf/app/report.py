"""`report`: settings and files in, a pack of sections out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.kpi.compute import needs
from salesperf.app.answer import Answer, answer_of, recorded, with_reading
from salesperf.app.left_out import answering
from salesperf.app.packs.briefing import Briefing, briefing_of
from salesperf.app.packs.compose import composed
from salesperf.app.packs.library import Pack, pack_named
from salesperf.app.packs.measuring import measured_together
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.packs.people import WHOSE, everybody, must_be_told, whom_named
from salesperf.app.workspace import Ask, Opened, Workspace, metrics_of, read, workspace
from salesperf.core.errors import UsageError
from salesperf.core.text import Text
from salesperf.facts.needed import SIGNS
from salesperf.metrics.request import Request
from salesperf.report.keepers import settings_apart
from salesperf.report.model import Report

_MANY = "orders"
_TWO = Text("{first} and {second} name different reports", "{first} 与 {second} 指的是不同的报告")
_KEEP_ONE = Text("keep one of them", "请只保留其中一项")
_OF_WHOM = Text("the pack {pack!r} is of a {of}, and none is named", "报告包「{pack}」针对{of}，但没有指定")
_NAME = Text(
    "name one with --{of}, or write one for each with --each {of} -o FOLDER",
    "请用 --{of} 指定，或用 --each {of} -o 文件夹 为每个对象各写一份",
)
_WHOSE = {"team": Text("team", "团队"), "rep": Text("rep", "销售员")}


class Asked(Struct, frozen=True):
    """Which pack is asked for, of which period and rows, and of which team or rep, where not of the company."""

    pack: str
    request: Request
    team: str | None = None
    rep: str | None = None
    each: str | None = None
    """The dimension of which every group gets a report of its own."""


class Of(Struct, frozen=True):
    """One report of several: of whom."""

    whom: Whom
    answer: Answer


def report(ask: Ask, asked: Asked) -> Answer:
    """Compose a pack; only the columns its sections need are read."""
    opened, briefing = briefed(ask, asked)
    with answering(opened):
        whom = whom_asked(briefing, asked)
        found = composed(briefing if whom is None else briefing.of(whom))
    return _answered(opened, found, asked)


def reports(ask: Ask, asked: Asked) -> tuple[Of, ...]:
    """Compose a pack for each team or rep, from one look at the files; raises `UsageError` where they tell of none."""
    opened, briefing = briefed(ask, asked)
    with answering(opened):
        several = everybody(briefing, asked.each or "rep")
        found = [(whom, composed(briefing.of(whom))) for whom in several]
    return tuple(Of(whom, _answered(opened, one, replace(asked, **{whom.dimension: whom.key}))) for whom, one in found)


def briefed(ask: Ask, asked: Asked) -> tuple[Opened, Briefing]:
    """The files, read once for everything the pack asks, and what its sections are told."""
    space = workspace(ask)
    pack = pack_named(asked.pack, space.configured, metrics_of(space.configured))
    _must_fit(asked)
    opened = _opened_for(space, pack, asked)
    with answering(opened):
        briefing = briefing_of(opened, pack, asked.request)
        _must_be_named(briefing, asked)
        return opened, briefing


def _must_fit(asked: Asked) -> None:
    """Raise `UsageError` where two teams or reps are named."""
    named = [flag for flag, word in (("--team", asked.team), ("--rep", asked.rep), ("--each", asked.each)) if word]
    if len(named) > 1:
        raise UsageError(_TWO.fill(first=named[0], second=named[1]), _KEEP_ONE)


def _must_be_named(briefing: Briefing, asked: Asked) -> None:
    """Raise `UsageError` for a pack of a team or rep without one, and say so where the files tell of none at all."""
    plan = briefing.pack.plan
    if plan.of == "company" or asked.team or asked.rep or asked.each:
        return
    must_be_told(briefing, plan.of)
    raise UsageError(_OF_WHOM.fill(pack=briefing.pack.key, of=_WHOSE[plan.of]), _NAME.fill(of=plan.of))


def _opened_for(space: Workspace, pack: Pack, asked: Asked) -> Opened:
    together = measured_together(pack)
    dimensions = (key for by in together for key in by)
    metrics = tuple(dict.fromkeys(key for wanted in together.values() for key in wanted))
    question = replace(
        asked.request,
        # Who sold decides who gets a report, whatever the sections measure.
        metrics=tuple(dict.fromkeys((*metrics, "net_revenue"))) if metrics and asked.each else metrics,
        by=tuple(dict.fromkeys((*dimensions, *WHOSE))),
    )
    wanted = needs(question, metrics_of(space.configured)) or {}
    # Targets may be of anything that invoices and deals tell: only the lines of orders, the many, are narrowed.
    narrowed = {table: columns for table, columns in wanted.items() if table == _MANY} or None
    return read(space, needs=narrowed, signs=SIGNS, count_repeats=False)


def whom_asked(briefing: Briefing, asked: Asked) -> Whom | None:
    """The team or rep asked for; raises `UsageError` for one that the files do not know."""
    if asked.team is not None:
        return whom_named(briefing, "team", asked.team)
    return whom_named(briefing, "rep", asked.rep) if asked.rep is not None else None


def _answered(opened: Opened, found: Report, asked: Asked) -> Answer:
    whose = {"pack": asked.pack, "team": asked.team, "rep": asked.rep}
    request = {**whose, **recorded(asked.request)}
    answer = answer_of("report", opened, with_reading(found, opened), request=request)
    notes = tuple(settings_apart(answer.report.notes))
    return replace(answer, report=replace(answer.report, notes=notes))
