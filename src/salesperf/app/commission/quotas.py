"""What people and teams are to reach, by the periods of a plan: the targets that `targets status` measures against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from salesperf.analyses.targets.compute import aim_of
from salesperf.analyses.targets.status import standings
from salesperf.app.target_question import question_of
from salesperf.app.workspace import Opened
from salesperf.core.period import Period
from salesperf.facts.subjects import Facts
from salesperf.metrics.request import Request


def quotas_of(
    opened: Opened, facts: Facts, metrics: Sequence[str], periods: Sequence[Period]
) -> Mapping[tuple[str, str, str, Period], Decimal]:
    """By scope (rep, team, company), key, metric and period; nothing where the files have no targets of the metrics.

    Raises `DataError` where there are targets and none of them can be measured.
    """
    table = opened.loaded.bundle.get("targets")
    if table is None or not set(metrics) & set(table.frame["metric"].to_list()):
        return {}
    settings = opened.space.configured.settings
    question = question_of(opened, Request(tuple(metrics)), facts)
    found = standings(question, settings.targets, lang=opened.lang)
    told = {
        (owner.scope, owner.key or "", board.desk.metric.key, period): aim_of(board.desk, owner, period)
        for board in found.boards
        for owner in board.tree.owners
        if not owner.leads
        for period in periods
    }
    return {place: aim.amount for place, aim in told.items() if aim is not None and aim.aims}
