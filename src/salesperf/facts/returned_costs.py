"""Returns without a cost of their own: that of the sale they undo, as far as it came back.

Left out, their amount would lower the revenue and not the profit, and the known cost would be of more than was sold.
"""

from __future__ import annotations

from collections.abc import Sequence

import narwhals as nw

from salesperf.core.text import Text, counted
from salesperf.engine import Frame, collect
from salesperf.facts.events import columns_of

_SALE, _COST = "sale of the return", "cost that came back"
_WHOLE = ("cost", "quantity", "gross")


def told_costs(lines: Frame, *, sale: nw.Expr, holds_sale: bool) -> tuple[Frame, tuple[tuple[str, Text], ...]]:
    """Lines whose returns have the cost of what came back, and a note of how many took it from the sale they name.

    `lines` are measured; `sale` is the order that a return is of. The cost is that of the named line, else of its
    product in that order, by pieces, or by amount where either side does not tell pieces. An order that lacks the cost
    of any such line leaves it unknown. `holds_sale`: a returned row above zero is the sale itself.
    """
    has = columns_of(lines)
    if not {"cost", "is_returned", "order"} <= has:
        return lines, ()
    is_silent = nw.col("is_returned") & nw.col("cost").is_null()
    if holds_sale:
        is_silent = is_silent & (nw.col("amount") <= 0)
    if not collect(lines.select(nw.len().alias("rows"), silent=is_silent.any()))["silent"][0]:
        return lines, ()
    found = lines.with_columns(nw.when(is_silent).then(sale).alias(_SALE))
    product = ["product"] if "product" in has else []
    costs: list[nw.Expr] = []
    for at, keys in enumerate((["line_id", *product], product) if "line_id" in has else (product,)):
        found = _with_sale(found, keys, name=f"{_COST} {at}", by_pieces="quantity" in has)
        costs.append(nw.col(f"{_COST} {at}"))
    found = found.with_columns(nw.coalesce(*costs).alias(_COST))
    is_told = is_silent & ~nw.col(_COST).is_null()
    rows = collect(found.filter(is_told).select(nw.len().alias("rows")))["rows"][0]
    if not rows:
        return lines, ()
    added = {
        "cost": nw.when(is_told).then(nw.col(_COST)).otherwise(nw.col("cost")),
        "cost_of_net": nw.when(is_told).then(-nw.col(_COST)).otherwise(nw.col("cost_of_net")),
        "costed_net": nw.when(is_told).then(nw.col("net")).otherwise(nw.col("costed_net")),
    }
    helping = [_SALE, _COST, *(f"{_COST} {at}" for at in range(len(costs)))]
    return found.with_columns(**added).drop(helping), (("told_costs", _note(rows)),)


def _with_sale(lines: Frame, keys: Sequence[str], *, name: str, by_pieces: bool) -> Frame:
    """The lines with what the part that came back had cost, by the sold lines of the order with the same keys."""
    named = lines.filter(~nw.col(_SALE).is_null()).select(order=nw.col(_SALE)).unique()
    sold = lines.filter(nw.col("is_sold")).join(named, on="order", how="semi")
    whole = [one for one in _WHOLE if by_pieces or one != "quantity"]
    sums = [nw.col(one).sum().alias(f"sale {one}") for one in whole]
    gaps = [nw.col(one).is_null().any().alias(f"no {one}") for one in whole]
    sales = sold.group_by("order", *keys).agg(*sums, *gaps).filter(~nw.col("no cost"), nw.col("sale cost") > 0)
    beside = lines.join(sales, left_on=[_SALE, *keys], right_on=["order", *keys], how="left")
    parts = []
    if by_pieces:
        pieces, sold_pieces = nw.col("quantity").abs(), nw.col("sale quantity")
        is_told = ~nw.col("no quantity") & (sold_pieces > 0) & (pieces > 0)
        parts.append(nw.when(is_told).then(nw.col("sale cost") * pieces / sold_pieces))
    is_worth = nw.col("sale gross") > 0
    parts.append(nw.when(is_worth).then(nw.col("sale cost") * nw.col("returned") / nw.col("sale gross")))
    added = [f"{before} {one}" for one in whole for before in ("sale", "no")]
    return beside.with_columns(nw.coalesce(*parts).alias(name)).drop(added)


def _note(count: int) -> Text:
    return Text(
        f"{counted(count, 'return')}: the cost, where the row does not say, is that of the sale it names",
        f"{count:,} 行退货未写明的成本，取自其原订单",
    )
