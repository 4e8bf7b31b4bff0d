"""The teams and reps that a report can be of: those that something was sold by, and those with a target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.one_of_all import Whom, is_something
from salesperf.core.errors import UsageError
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, folded, in_quotes
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.model import How
from salesperf.metrics.parts import atoms_under
from salesperf.metrics.value import of_nothing

WHOSE = ("team", "rep")
"""The dimensions that a report can be of one group of."""
_NOBODY = Text("no {dimension} is called {name!r}", "没有名为「{name}」的{dimension}")
_THERE_ARE = Text("there are {names}", "可用的有：{names}")
_AND_MORE = Text("{names} and {count} more", "{names}等，另有 {count} 个")
_NOT_TOLD = Text("these files tell of no {dimension}", "这些文件没有{dimension}信息")
_ADD = {
    "team": Text(
        "add a column headed 'Team' (or 'Department') to the sales, or a list of people with their teams",
        "请在销售数据中加入表头为「团队」（或「部门」）的列，或提供注明团队的人员名单",
    ),
    "rep": Text(
        "add a column headed 'Sales Rep' (or 'Owner') to the sales",
        "请在销售数据中加入表头为「业务员」（或「销售员」）的列",
    ),
}
_BY_REGION = Text(
    "{add}; one region at a time: salesperf report executive --where region={name}",
    "{add}；也可按区域逐个出具：salesperf report executive --where region={name}",
)
_ALL_IDLE = Text(
    "no {dimension} has sales or a target in {period}, nor sales in the periods it is compared with",
    "{period}内没有任何{dimension}有销售或目标，其对比期内也没有销售",
)
_DATA = Text(
    "the data run from {start} to {end}; ask for a period in them with --period",
    "数据范围为 {start} 至 {end}；请用 --period 指定其中的期间",
)
_SALES = "net_revenue"
_OF_ITS_DAYS = frozenset({How.SUM, How.COUNT, How.DISTINCT})
_SHOWN = 10
"""Names told where none is like the one asked for."""


def whom_named(briefing: Briefing, dimension: str, word: str) -> Whom:
    """The team or rep of a name or key; raises `UsageError` with the nearest names."""
    groups, label = briefing.groups(dimension), DIMENSIONS[dimension].label
    must_be_told(briefing, dimension)
    fitting = [key for key, name in groups.items() if folded(word) in {folded(key), folded(name)}]
    if len(fitting) != 1:
        known = fitting or [*groups.values(), *groups]
        hint = did_you_mean(word, known) or _names(tuple(groups.values()))
        raise UsageError(_NOBODY.fill(dimension=label, name=word), hint)
    return Whom(dimension, fitting[0], groups[fitting[0]])


def everybody(briefing: Briefing, dimension: str) -> tuple[Whom, ...]:
    """Every team or rep with something in the period or its bases, or with a target in it, by name.

    Raises `UsageError` where the files tell of none, or nobody has any.
    """
    groups, label = briefing.groups(dimension), DIMENSIONS[dimension].label
    must_be_told(briefing, dimension)
    several = (Whom(dimension, key, name) for key, name in groups.items())
    found = tuple(whom for whom in several if not is_idle(briefing.of(whom)))
    if not found:
        span = briefing.base.measure.span
        raise UsageError(
            _ALL_IDLE.fill(dimension=label, period=briefing.period.key), _DATA.fill(start=span.start, end=span.end)
        )
    return found


def must_be_told(briefing: Briefing, dimension: str) -> None:
    """Raise `UsageError` where the files tell of no team, or no rep."""
    if not briefing.groups(dimension):
        raise _not_told(briefing, dimension)


def is_idle(briefing: Briefing) -> bool:
    """Whether the one reported on has neither anything in the period or its bases nor a target in it."""
    boards = briefing.targets.standings.boards if briefing.targets.standings is not None else ()
    if any(briefing.line(board.desk.metric.key) is not None for board in boards):
        return False
    return not any(_tells(briefing, metrics) for metrics in _measured(briefing))


def _names(names: Sequence[str]) -> Text:
    """All names there are, or the first of many."""
    shown = in_quotes(names[:_SHOWN])
    more = len(names) - _SHOWN
    return _THERE_ARE.fill(names=_AND_MORE.fill(names=shown, count=more) if more > 0 else shown)


def _not_told(briefing: Briefing, dimension: str) -> UsageError:
    """What to add to files that tell of no team or no rep; and what they can be asked of by region."""
    regions = briefing.groups("region")
    add = _ADD[dimension]
    hint = _BY_REGION.fill(add=add, name=next(iter(regions.values()))) if regions else add
    return UsageError(_NOT_TOLD.fill(dimension=DIMENSIONS[dimension].label), hint)


def _measured(briefing: Briefing) -> Iterator[Sequence[str]]:
    """What the sections want of the one reported on, or of everybody beside; and sales, where that tells of none."""
    whose = ((), (briefing.whom.dimension,)) if briefing.whom is not None else ((),)
    wanted = [tuple(filter(partial(_happens, briefing), briefing.measured.get(by, ()))) for by in whose]
    yield from wanted
    if all(_SALES not in metrics for metrics in wanted):
        yield (_SALES,)


def _happens(briefing: Briefing, metric: str) -> bool:
    """Whether a metric tells what happened in its period: who left is still owed money, year after year."""
    of = atoms_under((briefing.catalog[metric],), briefing.catalog).values()
    return all(ATOMS[atom].how in _OF_ITS_DAYS for atoms in of for atom in atoms)


def _tells(briefing: Briefing, metrics: Sequence[str]) -> bool:
    """Whether the metrics say more of the period or one of its bases than of no lines at all."""
    found = briefing.result(metrics)
    if found is None:
        return False
    nothing = of_nothing(found.scope.metrics, catalog=briefing.catalog)
    keys = [metric.key for metric in found.scope.metrics]
    told = (values for one in found.entries for values in (one.now, *one.bases.values()))
    return any(not isinstance(values, Text) and is_something(values, nothing, metrics=keys) for values in told)
