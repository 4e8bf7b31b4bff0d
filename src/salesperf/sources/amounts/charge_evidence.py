"""What rows show of the tax and the freight in their amounts: sums that come out to the cent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from itertools import product

import polars as pl

from salesperf.sources.amounts.charges import Charge
from salesperf.sources.conform.row_places import PART

_ALL = 0.95
"""The share of rows that prove a sum."""
_CENT = Decimal("0.02")
"""What rounding may leave; a charge must be larger to prove anything."""


class Place(Enum):
    """Where a charge is, seen from the amounts."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    OPEN = "open"


def against_total(frame: pl.DataFrame, charges: Sequence[Charge], *, base: str) -> dict[Charge, Place]:
    """A total that adds a charge to the amount shows that the amount is without it.

    One that adds the others and not the tax shows that the tax is in the prices already.
    """
    if base != "amount" or "total_amount" not in frame.columns:
        return {}
    gap = pl.col("total_amount") - pl.col("amount")
    ways = dict.fromkeys(charges, (0, 1))
    found = {charge: Place.OUTSIDE for charge, part in _parts_of(frame, gap, ways).items() if part == 1}
    if len(charges) > 1:
        together = _ways_of(frame, gap, ways, [matters(charge) for charge in charges])
        if len(together) == 1 and any(together[0]):
            hidden = [charge for charge, part in zip(charges, together[0], strict=True) if not part]
            found |= {charge: Place.INSIDE for charge in hidden if charge.may_be_in_prices}
    return found


def against_goods(frame: pl.DataFrame, charges: Sequence[Charge], goods: Sequence[pl.Expr]) -> dict[Charge, Place]:
    """What the amount has beyond the goods at their price, it holds; a freight that is not there it does not."""
    ways = {charge: (-1, 0, 1) if charge.may_be_in_prices else (0, 1) for charge in charges}
    found: dict[Charge, Place] = {}
    for worth in goods:
        for charge, part in _parts_of(frame, pl.col("amount") - worth, ways).items():
            if part == 1:
                found.setdefault(charge, Place.INSIDE)
            elif part == -1 or not charge.may_be_in_prices:
                found.setdefault(charge, Place.OUTSIDE)
    return found


def _parts_of(frame: pl.DataFrame, gap: pl.Expr, ways: Mapping[Charge, tuple[int, ...]]) -> dict[Charge, int]:
    """How often a gap holds each charge (once, not at all, taken off), where the rows leave one answer."""
    found: dict[Charge, int] = {}
    for at, charge in enumerate(ways):
        answers = {way[at] for way in _ways_of(frame, gap, ways, [matters(charge)])}
        if len(answers) == 1:
            found[charge] = answers.pop()
    return found


def _ways_of(
    frame: pl.DataFrame, gap: pl.Expr, ways: Mapping[Charge, tuple[int, ...]], rows: Sequence[pl.Expr]
) -> list[tuple[int, ...]]:
    """The combinations of charges that make up a gap in nearly all of some rows."""
    tried = list(product(*ways.values()))
    off = [sum((pl.col(one.column).fill_null(0) * part for one, part in zip(ways, way, strict=True))) for way in tried]
    fits = [((gap - one).abs() <= _CENT).sum().alias(str(at)) for at, one in enumerate(off)]
    counted = frame.lazy().filter(*rows, gap.is_not_null()).select(pl.len().alias("rows"), *fits).collect()
    many = int(counted["rows"].item())
    return [way for at, way in enumerate(tried) if many and int(counted[str(at)].item()) >= _ALL * many]


def matters(charge: Charge) -> pl.Expr:
    """Whether a charge is more than what rounding may leave."""
    return pl.col(charge.column).abs() > _CENT * 2


def is_said_again(frame: pl.DataFrame, charge: Charge) -> bool:
    """Whether a charge of the order stands on each of its lines, whose amounts are their own."""
    if "order_id" not in frame.columns:
        return False
    key = [name for name in (PART, "order_id") if name in frame.columns]
    lines = frame.lazy().filter(pl.col("order_id").is_not_null(), pl.col(charge.column).fill_null(0) != 0)
    orders = lines.group_by(key).agg(
        pl.col("amount").n_unique().alias("amounts"), pl.col(charge.column).n_unique().alias("charges")
    )
    several = orders.filter(pl.col("amounts") > 1).collect()
    return several.height > 0 and bool((several["charges"] == 1).all())
