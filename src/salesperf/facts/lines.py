"""What one line is worth: sold or returned, gross, net, units, cost and list value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals as nw

from salesperf.engine import Frame
from salesperf.facts.signs import Signs, flags_of, has_idle_words, reduction_of

LINE_MEASURES: Mapping[str, str] = {
    "gross": "amount of a sold line",
    "returned": "amount that came back, positive",
    "net": "gross - returned",
    "units": "quantity sold less quantity returned",
    "sold_units": "quantity of a sold line",
    "returned_units": "quantity that came back, positive",
    "priced_net": "net of lines whose quantity is known",
    "cost_of_net": "cost of what was sold less cost of what came back",
    "costed_net": "net of lines whose cost is known",
    "list_value": "list value of sold lines where it is known",
    "listed_gross": "gross of those lines",
}
"""The measures `measured` adds, and what each means."""

# A literal int: a literal Decimal makes Polars import NumPy, which costs as much as Polars itself.
_ZERO = nw.lit(0).cast(nw.Decimal(38, 6))
_TRUE = nw.lit(value=True)
_FALSE = nw.lit(value=False)
_HOLDS_SALE = nw.col("is_returned") & (nw.col("amount") > 0)
"""Where `signs.holds_sale`: the row is the sale and its return at once."""


def measured(base: Frame, signs: Signs) -> Frame:
    """The rows with their flags and measures; lines that earn nothing measure zero."""
    columns = frozenset(base.collect_schema().names())
    everything_sold = not (signs.has_returns or signs.unpaid_is_open or has_idle_words(signs))
    flags: dict[str, Any] = {"is_sold": _TRUE, "is_returned": _FALSE} if everything_sold else flags_of(signs, columns)
    flags.pop("is_cancelled", None)
    flagged = base.with_columns(**flags)
    if everything_sold:
        # A copy-free alias: on a clean file the measures cost nothing.
        amounts = flagged.with_columns(gross=nw.col("amount"), returned=_ZERO, net=nw.col("amount"))
    else:
        amounts = _with_amounts(flagged, signs)
    side = _side_measures(columns, signs)
    return amounts.with_columns(**side) if side else amounts


def _with_amounts(flagged: Frame, signs: Signs) -> Frame:
    sold, returned = nw.col("is_sold"), nw.col("is_returned")
    gross, back = nw.col("amount"), nw.col("amount").abs()
    refund = reduction_of("refund", signs).fill_null(0) if signs.has_refunds else _ZERO
    if signs.refund_is_off:
        gross = gross + refund
    amounts = flagged.with_columns(
        gross=_gross(gross, signs),
        returned=nw.when(returned).then(back).when(sold).then(refund).otherwise(_ZERO)
        if signs.has_refunds
        else nw.when(returned).then(back).otherwise(_ZERO),
    )
    return amounts.with_columns(net=nw.col("gross") - nw.col("returned"))


def _gross(gross: nw.Expr, signs: Signs) -> nw.Expr:
    is_sale = nw.col("is_sold") | _HOLDS_SALE if signs.holds_sale else nw.col("is_sold")
    return nw.when(is_sale).then(gross).otherwise(_ZERO)


def _side_measures(columns: frozenset[str], signs: Signs) -> dict[str, nw.Expr]:
    """Units, cost and list value, each with the revenue of the lines where it is known."""
    sold, net = nw.col("is_sold"), nw.col("net")
    measures: dict[str, nw.Expr] = {}
    if "quantity" in columns:
        quantity = nw.col("quantity")
        measures["units"] = _sold_less_returned(quantity, signs)
        is_sale = sold | _HOLDS_SALE if signs.holds_sale else sold
        measures["sold_units"] = nw.when(is_sale).then(quantity).otherwise(quantity - quantity)
        measures["returned_units"] = nw.when(nw.col("is_returned")).then(quantity.abs()).otherwise(quantity - quantity)
        measures["priced_net"] = nw.when(~quantity.is_null()).then(net)
    if "cost" in columns:
        cost = nw.col("cost")
        measures["cost_of_net"] = _sold_less_returned(cost, signs)
        measures["costed_net"] = nw.when(~cost.is_null()).then(net)
    if "list_amount" in columns or "discount" in columns:
        known_values = [nw.col("list_amount")] if "list_amount" in columns else []
        if "discount" in columns:
            known_values.append(nw.col("gross") + reduction_of("discount", signs))
        listed = nw.coalesce(*known_values)
        known = sold & ~listed.is_null()
        measures["list_value"] = nw.when(known).then(listed)
        measures["listed_gross"] = nw.when(known).then(nw.col("gross"))
    return measures


def _sold_less_returned(value: nw.Expr, signs: Signs) -> nw.Expr:
    """A quantity or cost as the line adds it: what was sold and came back in one row adds nothing, if known."""
    kept = nw.when(nw.col("is_sold")).then(value)
    if signs.holds_sale:
        kept = kept.when(_HOLDS_SALE).then(value - value)
    return kept.when(nw.col("is_returned")).then(-value.abs())
