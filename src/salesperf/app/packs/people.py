"""The teams and reps that a report can be of: those that something was sold by, and those with a target."""

from __future__ import annotations

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.one_of_all import Whom
from salesperf.core.errors import UsageError
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, folded
from salesperf.facts.dimensions import DIMENSIONS

WHOSE = ("team", "rep")
"""The dimensions that a report can be of one group of."""
_NOBODY = Text("no {dimension} is called {name!r}", "没有名为「{name}」的{dimension}")
_NOT_TOLD = Text("these files tell of no {dimension}", "这些文件没有{dimension}信息")


def whom_named(briefing: Briefing, dimension: str, word: str) -> Whom:
    """The team or rep of a name or key; raises `UsageError` with the nearest names."""
    groups, label = briefing.groups(dimension), DIMENSIONS[dimension].label
    if not groups:
        raise UsageError(_NOT_TOLD.fill(dimension=label))
    fitting = [key for key, name in groups.items() if folded(word) in {folded(key), folded(name)}]
    if len(fitting) != 1:
        known = fitting or [*groups.values(), *groups]
        raise UsageError(_NOBODY.fill(dimension=label, name=word), did_you_mean(word, known))
    return Whom(dimension, fitting[0], groups[fitting[0]])


def everybody(briefing: Briefing, dimension: str) -> tuple[Whom, ...]:
    """Every team or rep with something in the period or its bases, or with a target in it, by name."""
    groups = briefing.groups(dimension)
    if not groups:
        raise UsageError(_NOT_TOLD.fill(dimension=DIMENSIONS[dimension].label))
    several = (Whom(dimension, key, name) for key, name in groups.items())
    return tuple(whom for whom in several if not briefing.of(whom).is_idle)


def section_of(briefing: Briefing, dimension: str, key: str | None) -> str | None:
    """The key of the section that a pack with a drill-down has for a team or rep."""
    if dimension not in WHOSE or key is None or all(plan.kind != "drill" for plan in briefing.pack.plan.sections):
        return None
    groups = tuple(briefing.groups(dimension))
    return f"{dimension}-{groups.index(key) + 1}" if key in groups else None
