"""Which canonical columns a question needs, so that nothing else has to be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from salesperf.facts.dimensions import DIMENSIONS, ENTITIES

_ALWAYS = frozenset(
    {
        "order_id", "invoice_id", "deal_id", "order_date", "invoice_date", "closed_date", "amount",
        "status", "stage", "refund", "total_amount", "paid_date", "currency", "return_of",
    }
)  # fmt: skip
"""What decides when, how much and of which kind a line is."""
_BASIS_TABLES = ("orders", "invoices", "deals")
SIGNS: Mapping[str, frozenset[str]] = dict.fromkeys(_BASIS_TABLES, frozenset({"quantity"}))
"""Columns by table that say something of every line where they are below zero: it was returned."""
_BEHIND: Mapping[str, frozenset[str]] = {
    "customer": frozenset({"customer_id", "customer_name"}),
    "rep": frozenset({"rep_id", "rep_name"}),
    "product": frozenset({"product_id", "product_name"}),
    **dict.fromkeys(("units", "sold_units", "returned_units", "priced_net"), frozenset({"quantity"})),
    **dict.fromkeys(
        ("cost_of_net", "costed_net"), frozenset({"cost", "quantity", "line_id", "product_id", "product_name"})
    ),
    "list_value": frozenset({"list_amount", "discount"}),
    "listed_gross": frozenset({"list_amount", "discount"}),
}


def columns_needed(
    *, measures: Iterable[str], dimensions: Iterable[str], columns: Iterable[str] = ()
) -> Mapping[str, frozenset[str]]:
    """Canonical columns of the tables sales can come from; lookup tables are small and wanted whole.

    `measures` are columns of the sales lines, `dimensions` what they are split or filtered by, `columns` further
    canonical columns or measures.
    """
    wanted = set(_ALWAYS)
    for measure in measures:
        wanted |= _BEHIND.get(measure, frozenset())
    for column in columns:
        wanted |= _BEHIND.get(column, frozenset({column}))
    for key in dimensions:
        dimension = DIMENSIONS.find(key)
        entities = [ENTITIES[table] for table, _ in dimension.lookup]
        for name in (key, *dimension.own, *entities):
            wanted |= _BEHIND.get(name, frozenset({name}))
    return dict.fromkeys(_BASIS_TABLES, frozenset(wanted))
