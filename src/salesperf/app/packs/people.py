"""The teams and reps that a report can be of: those that something was sold by, and those with a target."""

from __future__ import annotations

from collections.abc import Mapping

import narwhals as nw

from salesperf.app.packs.briefing import Briefing, Whom
from salesperf.core.errors import UsageError
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, folded
from salesperf.engine import collect
from salesperf.facts.dimensions import DIMENSIONS, column_of
from salesperf.metrics.parts import EVERY_SALE

WHOSE = ("team", "rep")
"""The dimensions that a report can be of one group of."""
_NOBODY = Text("no {dimension} is called {name!r}", "没有名为「{name}」的{dimension}")
_NOT_TOLD = Text("these files tell of no {dimension}", "这些文件没有{dimension}信息")


def groups_of(briefing: Briefing, dimension: str) -> Mapping[str, str]:
    """The name of every team or rep by its key, in the order of the names."""
    metrics = briefing.measured.get((), ("net_revenue",))
    scope = briefing.split_by(dimension, metrics)
    if scope is None:
        return {}
    column, keys = column_of(dimension), set[str]()
    lines = [scope.measure.lines[EVERY_SALE]] if EVERY_SALE in scope.measure.lines else scope.measure.lines.values()
    for frame in lines:
        keys |= {key for key in collect(frame.select(nw.col(column)).unique())[column].to_list() if key is not None}
    named = {key: scope.label(dimension, key) for key in keys}
    for board in briefing.targets.standings.boards if briefing.targets.standings is not None else ():
        owners = (one for one in board.tree.owners if one.scope == dimension and one.key and not one.leads)
        named |= {one.key: named.get(one.key, one.name) for one in owners if one.key is not None}
    return dict(sorted(named.items(), key=lambda pair: (pair[1], pair[0])))


def whom_named(briefing: Briefing, dimension: str, word: str) -> Whom:
    """The team or rep of a name or key; raises `UsageError` with the nearest names."""
    groups, label = groups_of(briefing, dimension), DIMENSIONS[dimension].label
    if not groups:
        raise UsageError(_NOT_TOLD.fill(dimension=label))
    fitting = [key for key, name in groups.items() if folded(word) in {folded(key), folded(name)}]
    if len(fitting) != 1:
        known = fitting or [*groups.values(), *groups]
        raise UsageError(_NOBODY.fill(dimension=label, name=word), did_you_mean(word, known))
    return Whom(dimension, fitting[0], groups[fitting[0]])
