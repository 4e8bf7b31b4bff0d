"""Who a company consists of: every team, rep or other group that has lines or a target."""

from __future__ import annotations

from collections.abc import Mapping

import narwhals as nw

from salesperf.app.packs.measuring import Measuring
from salesperf.app.packs.standings import Told
from salesperf.engine import collect
from salesperf.facts.dimensions import column_of
from salesperf.metrics.parts import EVERY_SALE

_SALES = ("net_revenue",)
"""Who sold is known also where no section measures what each did."""


def groups_of(measuring: Measuring, told: Told, dimension: str) -> Mapping[str, str]:
    """The name of every group of a dimension by its key, in the order of the names; none where the files tell none."""
    together = measuring.together
    wanted = (together.get((dimension,), ()), together.get((), ()), _SALES)
    scopes = (measuring.scope(metrics, (dimension,)) for metrics in wanted if metrics)
    scope = next((one for one in scopes if one is not None), None)
    if scope is None:
        return {}
    keys, column = set[str](), column_of(dimension)
    lines = scope.measure.lines
    for frame in [lines[EVERY_SALE]] if EVERY_SALE in lines else lines.values():
        keys |= {key for key in collect(frame.select(nw.col(column)).unique())[column].to_list() if key is not None}
    named = {key: scope.label(dimension, key) for key in keys}
    for board in told.standings.boards if told.standings is not None else ():
        for one in board.tree.owners:
            if one.scope == dimension and one.key is not None and not one.leads:
                named.setdefault(one.key, one.name)
    return dict(sorted(named.items(), key=lambda pair: pair[::-1]))
