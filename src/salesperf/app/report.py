"""`report`: settings and files in, a pack of sections out."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.kpi.compute import needs
from salesperf.app.answer import Answer, answer_of, recorded, with_reading
from salesperf.app.left_out import answering
from salesperf.app.packs.briefing import Briefing, Whom, briefing_of, measured_together
from salesperf.app.packs.compose import composed
from salesperf.app.packs.library import Pack, pack_named
from salesperf.app.packs.people import WHOSE, whom_named
from salesperf.app.workspace import Ask, Opened, Workspace, metrics_of, read, workspace
from salesperf.core.errors import UsageError
from salesperf.core.text import Text
from salesperf.facts.needed import SIGNS
from salesperf.metrics.request import Request
from salesperf.report.model import Report

_MANY = "orders"


class Asked(Struct, frozen=True):
    """Which pack is asked for, of which period and rows, and of which team or rep, where not of the company."""

    pack: str
    request: Request
    team: str | None = None
    rep: str | None = None


def report(ask: Ask, asked: Asked) -> Answer:
    """Compose a pack; only the columns its sections need are read."""
    space = workspace(ask)
    pack = pack_named(asked.pack, space.configured, metrics_of(space.configured))
    opened = opened_for(space, pack, asked)
    with answering(opened):
        briefing = briefing_of(opened, pack, asked.request)
        whom = whom_asked(briefing, asked)
        found = composed(briefing if whom is None else briefing.of(whom))
    return _answered(opened, found, asked)


def opened_for(space: Workspace, pack: Pack, asked: Asked) -> Opened:
    """The files, read once for everything the pack asks."""
    together = measured_together(pack)
    dimensions = (key for by in together for key in by)
    question = replace(
        asked.request,
        metrics=tuple(dict.fromkeys(key for metrics in together.values() for key in metrics)),
        by=tuple(dict.fromkeys((*dimensions, *WHOSE))),
    )
    wanted = needs(question, metrics_of(space.configured)) or {}
    # Targets may be of anything that invoices and deals tell: only the lines of orders, the many, are narrowed.
    narrowed = {table: columns for table, columns in wanted.items() if table == _MANY} or None
    return read(space, needs=narrowed, signs=SIGNS, count_repeats=False)


def whom_asked(briefing: Briefing, asked: Asked) -> Whom | None:
    """The team or rep asked for; raises `UsageError` for one that the files do not know."""
    if asked.team is not None and asked.rep is not None:
        raise UsageError(
            Text("--team and --rep name two different reports", "--team 与 --rep 指的是两份不同的报告"),
            Text("keep one of them", "请只保留其中一项"),
        )
    if asked.team is not None:
        return whom_named(briefing, "team", asked.team)
    if asked.rep is not None:
        return whom_named(briefing, "rep", asked.rep)
    return None


def _answered(opened: Opened, found: Report, asked: Asked) -> Answer:
    said = {"pack": asked.pack, "team": asked.team, "rep": asked.rep, **recorded(asked.request)}
    return answer_of("report", opened, with_reading(found, opened), request=said)
