"""Every atom, by key: what the engine adds up or counts; metrics are made of nothing else."""

from __future__ import annotations

from salesperf.core.registry import Registry
from salesperf.metrics.catalog.sales_atoms import SALES_ATOMS
from salesperf.metrics.model import Atom

ATOMS: Registry[Atom] = Registry("atom", SALES_ATOMS)
_BEHIND = {"selling_rep": "rep", "buying_customer": "customer", "customer_net": "customer"}


def column_needed(atom: str) -> str:
    """The column of its lines without which an atom cannot be had."""
    column = ATOMS[atom].column
    return _BEHIND.get(column, column)
