"""Which metrics add up over time: the months of a year make the year's revenue, but not its active customers."""

from __future__ import annotations

import re

from salesperf.core.registry import Registry
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.model import Atom, Derived, Distinct, How, Metric, Ratio, Simple, Snapshot
from salesperf.metrics.parts import is_atom, parts_of

_RECURRING = frozenset({"customers", "reps"})
"""Things that are counted again in every period they appear in."""
_ONCE = frozenset({"new", "new_net"})
"""What is counted of customers that happens to each of them once."""
_ONLY_SUMS = re.compile(r"(?:[A-Za-z_]\w*|[\s+\-()])+")


def adds_up(metric: Metric, catalog: Registry[Metric]) -> bool:
    """Whether the values of its periods add up to that of the periods together."""
    match metric.formula:
        case Simple(atom) | Distinct(atom):
            return _atom_adds_up(ATOMS[atom])
        case Derived(expression):
            return bool(_ONLY_SUMS.fullmatch(expression)) and all(
                _atom_adds_up(ATOMS[name]) if is_atom(name, metric, catalog) else adds_up(catalog[name], catalog)
                for name in parts_of(metric)
            )
        case Ratio() | Snapshot():
            return False


def _atom_adds_up(atom: Atom) -> bool:
    if atom.how is How.CUSTOMERS:
        return atom.key in _ONCE
    if atom.how is How.DISTINCT:
        return atom.key not in _RECURRING
    return atom.how in {How.SUM, How.COUNT}
