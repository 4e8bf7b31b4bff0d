"""Which columns of order lines others give: what to read for those that are wanted, and what to see beside them."""

from __future__ import annotations

from collections.abc import Collection

from salesperf.sources.amounts.charges import COLUMNS as CHARGE_COLUMNS
from salesperf.sources.amounts.charges import counts_total
from salesperf.sources.amounts.tax_rates import TAX_RATE


def sources_of(wanted: Collection[str], has: Collection[str]) -> frozenset[str]:
    """The columns to read so that the wanted ones can be derived from those a table has."""
    needed = set(wanted) & set(has)
    if "cost" in wanted and "cost" not in has:
        way = {"quantity", "unit_cost"} if {"quantity", "unit_cost"} <= set(has) else {"profit"} & set(has)
        needed |= way
        wanted = {*wanted, "amount"} if "profit" in way else wanted
        needed |= set(wanted) & set(has)
    if "amount" in wanted and "amount" not in has:
        if counts_total(has):
            needed |= {"total_amount", *CHARGE_COLUMNS} & set(has)
        elif {"list_amount", "discount"} <= set(has):
            needed |= {"list_amount", "discount"}
        else:
            needed |= {"quantity", "unit_price", "discount"} & set(has)
    if "discount" in needed:
        needed |= {"amount", "quantity", "unit_price"} & set(has)
    return frozenset(needed)


def evidence_of(wanted: Collection[str], has: Collection[str]) -> frozenset[str]:
    """The columns to read beside those of `sources_of`, from which it is seen what the amount holds."""
    if "amount" not in wanted:
        return frozenset()
    if not {*CHARGE_COLUMNS, TAX_RATE, "discount"} & set(has):
        is_priced = "amount" not in has and {"quantity", "unit_price"} <= set(has)
        return frozenset({"total_amount"} & set(has)) if is_priced else frozenset()
    shows = {*CHARGE_COLUMNS, TAX_RATE, "total_amount", "quantity", "unit_price", "list_amount", "discount"}
    return frozenset(shows & set(has))


def derivable(has: Collection[str]) -> frozenset[str]:
    """The columns of order lines that others of these give."""
    ways = (
        ("amount", {"total_amount"}),
        ("amount", {"quantity", "unit_price"}),
        ("amount", {"list_amount", "discount"}),
        ("amount", {"unit_price"}),
        ("cost", {"quantity", "unit_cost"}),
        ("cost", {"profit"}),
    )
    return frozenset(column for column, sources in ways if sources <= set(has))
