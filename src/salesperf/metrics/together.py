"""Several groups as one: what adds up is added up, and what rests on that is worked out of the sums.

What the groups alone do not tell (a median, a customer of two of them) is not guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import polars as pl

from salesperf.core.money import exact
from salesperf.core.registry import Registry
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.model import Atom, How, Metric
from salesperf.metrics.parts import atom_column, atoms_under, period_columns
from salesperf.metrics.value import dtypes_of, expression_of

Values = Mapping[str, object]
_SUMS = frozenset({How.SUM, How.COUNT, How.BALANCE})


def together(
    some: Sequence[Values],
    metrics: Sequence[Metric],
    *,
    catalog: Registry[Metric],
    every: Sequence[Values],
    whole: Values | None,
) -> Values:
    """The metrics (and their atoms, under `atom:`) of some groups taken as one; what the groups do not tell is absent.

    Sums add up. So does a count of different things where none is in two groups: where those of `every` group come to
    what was counted of the `whole`.
    """
    added: dict[str, object] = {}
    for lens, atoms in atoms_under(metrics, catalog).items():
        for atom in atoms:
            name = atom_column(atom, lens.conditions)
            if _is_added(ATOMS[atom], name, every, whole):
                added[name] = _sum(some, name)
    for name in period_columns(metrics, catalog):
        added[name] = max((one for one in map(_number, _of(every, name)) if one is not None), default=None)
    told = [metric for metric in metrics if _names(metric, catalog) <= added.keys()]
    dtypes = dtypes_of(told, catalog=catalog)
    frame = pl.DataFrame([pl.Series(name, [added[name]], dtype=dtypes[name], strict=False) for name in dtypes])
    columns = [expression_of(metric, catalog).alias(metric.key) for metric in told]
    return frame.with_columns(columns).row(0, named=True) if told else {}


def _names(metric: Metric, catalog: Registry[Metric]) -> set[str]:
    """The columns that a metric is worked out of."""
    found = atoms_under([metric], catalog).items()
    return {atom_column(atom, lens.conditions) for lens, atoms in found for atom in atoms} | period_columns(
        [metric], catalog
    ).keys()


def _is_added(atom: Atom, name: str, every: Sequence[Values], whole: Values | None) -> bool:
    if atom.how is How.DISTINCT:
        return whole is not None and _sum(every, name) == _number(whole.get(name))
    return atom.how in _SUMS


def _sum(rows: Sequence[Values], name: str) -> Decimal | None:
    """The sum of what is known; None where nothing is."""
    known = [one for one in map(_number, _of(rows, name)) if one is not None]
    return sum(known, Decimal(0)) if known else None


def _of(rows: Sequence[Values], name: str) -> Sequence[object]:
    return [row.get(name) for row in rows]


def _number(value: object) -> Decimal | None:
    return exact(value) if isinstance(value, Decimal | int | float) else None
