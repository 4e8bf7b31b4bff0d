"""Every atom, by key: what the engine adds up or counts; metrics are made of nothing else."""

from __future__ import annotations

from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog.activity_atoms import ACTIVITY_ATOMS
from salesperf.metrics.catalog.collection_atoms import COLLECTION_ATOMS
from salesperf.metrics.catalog.cost_atoms import COST_ATOMS
from salesperf.metrics.catalog.deal_atoms import DEAL_ATOMS
from salesperf.metrics.catalog.headcount import HEADCOUNT_ATOMS
from salesperf.metrics.catalog.lead_atoms import LEAD_ATOMS
from salesperf.metrics.catalog.market import MARKET_ATOMS
from salesperf.metrics.catalog.sales_atoms import SALES_ATOMS
from salesperf.metrics.catalog.survey_atoms import SURVEY_ATOMS
from salesperf.metrics.model import Atom, How

_PERIOD_ATOMS = (
    Atom(
        "months",
        How.MONTHS,
        "",
        Unit.NUMBER,
        Text("length of the period in months, as far as the data reach", "期间的月数（以数据已覆盖的部分计）"),
    ),
    Atom("days", How.DAYS, "", Unit.DAYS, Text("days of the period that the data reach", "期间内数据已覆盖的天数")),
)
ATOMS: Registry[Atom] = Registry(
    "atom",
    (
        *SALES_ATOMS,
        *DEAL_ATOMS,
        *COLLECTION_ATOMS,
        *HEADCOUNT_ATOMS,
        *LEAD_ATOMS,
        *ACTIVITY_ATOMS,
        *SURVEY_ATOMS,
        *COST_ATOMS,
        *MARKET_ATOMS,
        *_PERIOD_ATOMS,
    ),
)
_BEHIND = {"selling_rep": "rep", "buying_customer": "customer", "customer_net": "customer"}


def column_needed(atom: str) -> str:
    """The column of its lines without which an atom cannot be had."""
    column = ATOMS[atom].column
    return _BEHIND.get(column, column)
