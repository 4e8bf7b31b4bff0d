"""What is said of the metrics that a breakdown was asked for and does not show."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.app.pack_plans.company import BreakdownPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.library import BUILT_IN
from salesperf.core.text import Text, listing
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.possible import lacks_of
from salesperf.metrics.request import Request

_TOLD = Text("left out of the tables by {dimension}: {metrics}", "按{dimension}的表格未列出：{metrics}")
_ONE = Text("{metric} (needs {needs})", "{metric}（需要{needs}）")


def unsplit(briefing: Briefing) -> Iterator[Text]:
    """One phrase for each dimension; of a built-in pack, whose metrics nobody chose, only what is told unsplit."""
    told = {one.key for one in briefing.able(briefing.measured.get((), ()))}
    found: dict[str, dict[str, Text]] = {}
    for plan in briefing.pack.plan.sections:
        if not isinstance(plan, BreakdownPlan):
            continue
        able = {one.key for one in briefing.able(plan.metrics, (plan.by,))}
        for key in plan.metrics if able else ():
            if key not in able and (key in told or briefing.pack.origin != BUILT_IN):
                found.setdefault(plan.by, {})[key] = _said(briefing, key, plan.by)
    for by, metrics in found.items():
        yield _TOLD.fill(dimension=DIMENSIONS[by].label, metrics=listing(metrics.values(), phrases.SEMICOLON))


def _said(briefing: Briefing, metric: str, by: str) -> Text:
    whom = briefing.whom
    split = (by,) if whom is None else whom.split((by,))
    asked = Request(by=split, where=briefing.request.where)
    one = briefing.catalog[metric]
    lacks = lacks_of(one, asked, briefing.facts, briefing.opened.loaded.bundle, briefing.catalog)
    return _ONE.fill(metric=one.label, needs=listing(dict.fromkeys(lack.text for lack in lacks), phrases.SEMICOLON))
