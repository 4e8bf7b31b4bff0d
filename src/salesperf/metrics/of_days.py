"""What can be told of a metric by looking at a few lines: those of some days alone, or the sign of all of them."""

from __future__ import annotations

import narwhals as nw

from salesperf.engine import collect
from salesperf.facts.customers import COHORT
from salesperf.facts.subject import Subject
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.compare import Measure
from salesperf.metrics.model import How, Metric, Simple
from salesperf.metrics.parts import atoms_under

_OF_LINES = frozenset({How.SUM, How.COUNT, How.DISTINCT, How.MEDIAN})
"""What lines of a period tell whatever was before."""


def is_of_its_days(measure: Measure) -> bool:
    """Whether the days of a period tell its values: new or kept customers, stocks and cash are told by others too."""
    found = atoms_under(measure.metrics, measure.catalog)
    return all(lens.subject is Subject.SALES for lens in found) and all(
        ATOMS[atom].how in _OF_LINES and atom not in COHORT for atoms in found.values() for atom in atoms
    )


def may_be_below_zero(measure: Measure, metric: Metric) -> bool:
    """Whether the metric of some of the lines may be below zero: of a sum not, where no line is."""
    if not isinstance(metric.formula, Simple) or ATOMS[metric.formula.atom].how is not How.SUM:
        return True
    [(lens, _)] = atoms_under([metric], measure.catalog).items()
    fallen = measure.lines[lens].filter(nw.col(ATOMS[metric.formula.atom].column) < 0)
    return bool(collect(fallen.select(nw.len()), in_batches=True).item())
