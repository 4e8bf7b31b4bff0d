"""Sales lines credited to those who share them: a line of a split event becomes one line a participant.

Every measure is shared out at its sixth decimal by largest remainder, so that the lines of a source row add up to it
exactly and those of many rows to the share of their sum: in cents, thirds of a hundred orders would be off by a third
of a hundred cents. Of equal remainders the participant first in the order of keys gets what is over. What is counted,
such as an order or a customer, counts for each participant, and what the row itself says, such as its amount, stays as
it is written: conditions are on the sale, not on the share. Who owns the row and has no share in the split is credited
with nothing. Events that nobody splits stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import narwhals as nw
from msgspec import Struct
from msgspec.structs import replace

from salesperf.engine import Frame, kept, looked_up, scan
from salesperf.facts.customer_reps import with_reps_of_customers
from salesperf.facts.events import Events, columns_of
from salesperf.facts.rep_names import rep_keys
from salesperf.facts.returned_sales import RETURN_OF
from salesperf.facts.sales import ORDERS_OF, Sales
from salesperf.facts.splits import Claims, claims_of
from salesperf.tables.bundle import Bundle
from salesperf.tables.labels import table_words

CREDIT = "credit"
"""The column that says how a line is credited: direct, split or overlay."""
DIRECT, SPLIT, OVERLAY = "direct", "split", "overlay"
_OF_OWNER = ("team", "manager")
"""What a line says of its owner, and not of who else is credited."""
SHARED_MEASURES = ("gross", "returned", "sold_units", "returned_units", "cost_of_net", "list_value")
_WORKED_OUT = {
    "net": nw.col("gross") - nw.col("returned"),
    "units": nw.when(~nw.col("units").is_null()).then(nw.col("sold_units") - nw.col("returned_units")),
}
_FOLLOWS = {"priced_net": "net", "costed_net": "net", "listed_gross": "gross"}
"""Measures that are another one where something is known."""
_EVENT, _PEOPLE, _OF_SALE = "_event", "_people", "_people_of_sale"
_MICROS = 1_000_000
_SAFE = 2_000_000_000
"""The largest whole whose square, doubled, is a number of 64 bits."""


class Credits(Struct, frozen=True):
    """Sales as they are credited: by splits alone, and with what overlays add (None where there are none)."""

    sales: Sales
    with_overlays: Sales | None = None


def credited_sales(sold: Sales, bundle: Bundle) -> Credits:
    """The sales lines by who is credited; raises `DataError` with every row of the splits table that is at fault.

    A return that names the order it is of is shared as that order.
    """
    table = bundle.get("splits")
    if table is None or table.frame.is_empty():
        return Credits(sold)
    owned = with_reps_of_customers(sold, bundle).events
    events = scan(bundle.tables[sold.table]).select(event=nw.col(ORDERS_OF[sold.basis])) if sold.has_order_ids else None
    claims = claims_of(table, reps=rep_keys(owned, bundle), events=events, source=table_words(sold.table))
    plain = [name for name in owned.lines.collect_schema().names() if name != CREDIT]
    names = [*dict.fromkeys([*plain, "rep"])]
    lines = owned.lines if "rep" in plain else owned.lines.with_columns(rep=nw.lit(None, nw.String))
    marked = _marked(lines, claims)
    direct = marked.filter(nw.col(_PEOPLE).is_null()).select(*names, **{CREDIT: nw.lit(DIRECT)})
    parts = [part for size in claims.sizes for part in _of_size(marked, claims, size, names)]
    found = _as_sales(owned, nw.concat([direct, *parts], how="vertical"))
    if not claims.has_overlays:
        return Credits(found)
    beside = _overlays(marked, claims, names)
    return Credits(found, _as_sales(found, nw.concat([found.lines, beside], how="vertical")))


def _as_sales(sold: Events, lines: Frame) -> Sales:
    assert isinstance(sold, Sales)  # noqa: S101 -- what reps of customers are put into stays what it is
    return replace(sold, lines=lines, columns=columns_of(lines))


def _marked(lines: Frame, claims: Claims) -> Frame:
    """The lines with the event they are shared by and how many share it (null: nobody does), worked out once."""
    people = claims.splits.filter(nw.col("place") == 0)
    known = kept(people.select(nw.col("event").alias(_EVENT), nw.col("people").alias(_PEOPLE)))
    found = looked_up(lines.with_columns(nw.col("order").alias(_EVENT)), known, on=_EVENT)
    if RETURN_OF in columns_of(lines):
        of_sale = known.select(nw.col(_EVENT).alias(RETURN_OF), nw.col(_PEOPLE).alias(_OF_SALE))
        found = looked_up(found, of_sale, on=RETURN_OF)
        is_of_sale = nw.col(_PEOPLE).is_null() & ~nw.col(_OF_SALE).is_null()
        event = nw.when(is_of_sale).then(nw.col(RETURN_OF)).otherwise(nw.col(_EVENT))
        found = found.with_columns(event.alias(_EVENT), nw.coalesce(nw.col(_PEOPLE), nw.col(_OF_SALE)).alias(_PEOPLE))
    return kept(found)


def _of_size(marked: Frame, claims: Claims, size: int, names: Sequence[str]) -> Iterator[Frame]:
    """The lines of events that `size` people share, one frame a participant."""
    of_size = claims.splits.filter(nw.col("people") == size)
    rows = marked.filter(nw.col(_PEOPLE) == size)
    for place in range(size):
        one = of_size.filter(nw.col("place") == place)
        shares = {f"_who_{place}": nw.col("participant"), f"_weight_{place}": nw.col("weight")}
        whole = {"_whole": nw.col("whole")} if place == 0 else {}
        rows = rows.join(kept(one.select(nw.col("event").alias(_EVENT), **shares, **whole)), on=_EVENT, how="inner")
    weights = [f"_weight_{place}" for place in range(size)]
    amounts = [name for name in SHARED_MEASURES if name in names]
    rows = _divided(_in_units(rows, amounts, weights, claims), amounts, size)
    for place in range(size):
        found = {name: _in_money(name, _share(name, place, size)) for name in amounts}
        yield kept(_of_participant(rows, f"_who_{place}", found, names, SPLIT))


def _in_units(rows: Frame, amounts: Sequence[str], weights: Sequence[str], claims: Claims) -> Frame:
    """The rows with each amount in micros: how many wholes they are, and a rest.

    A share of them is that of the wholes, which needs no division, and that of the rest, whose product with a
    weight is below the square of the whole.
    """
    kind = nw.Int64 if claims.largest <= _SAFE else nw.Int128
    micros = {f"_micros_{name}": (nw.col(name) * _MICROS).cast(kind) for name in amounts}
    rows = rows.with_columns(nw.col("_whole", *weights).cast(kind), **micros)
    units = {f"_units_{name}": nw.col(f"_micros_{name}").abs() for name in amounts}
    rows = rows.with_columns(**units)
    wholes = {f"_wholes_{name}": nw.col(f"_units_{name}") // nw.col("_whole") for name in amounts}
    rests = {f"_rest_{name}": nw.col(f"_units_{name}") % nw.col("_whole") for name in amounts}
    return rows.with_columns(**wholes, **rests)


def _divided(rows: Frame, amounts: Sequence[str], size: int) -> Frame:
    """The rows with the whole units of each participant, what each has left over, and the units nobody has yet."""
    whole = nw.col("_whole")
    products = {
        f"_product_{name}_{place}": nw.col(f"_rest_{name}") * nw.col(f"_weight_{place}")
        for name in amounts
        for place in range(size)
    }
    rows = rows.with_columns(**products)
    given = {
        f"_given_{name}_{place}": nw.col(f"_wholes_{name}") * nw.col(f"_weight_{place}")
        + nw.col(f"_product_{name}_{place}") // whole
        for name in amounts
        for place in range(size)
    }
    left = {f"_left_{key[9:]}": nw.col(key) % whole for key in products}
    rows = rows.with_columns(**given, **left)
    missing = {
        f"_missing_{name}": nw.col(f"_units_{name}")
        - nw.sum_horizontal(*(nw.col(f"_given_{name}_{place}") for place in range(size)))
        for name in amounts
    }
    return kept(rows.with_columns(**missing))


def _share(name: str, place: int, size: int) -> nw.Expr:
    """The units of a participant: the whole ones, and one more for the largest of what is left over."""
    own, given = nw.col(f"_left_{name}_{place}"), nw.col(f"_given_{name}_{place}")
    if size == 1:
        return given
    others = {other: nw.col(f"_left_{name}_{other}") for other in range(size) if other != place}
    ahead = [(left >= own if other < place else left > own).cast(nw.Int64) for other, left in others.items()]
    return given + (nw.sum_horizontal(*ahead) < nw.col(f"_missing_{name}")).cast(nw.Int64)


def _in_money(name: str, units: nw.Expr) -> nw.Expr:
    """Units as the amount they are, with its sign; null where the amount is."""
    signed = nw.when(nw.col(f"_micros_{name}") < 0).then(nw.lit(0) - units).otherwise(units)
    return signed.cast(nw.Decimal(38, 6)) / _MICROS


def _overlays(marked: Frame, claims: Claims, names: Sequence[str]) -> Frame:
    """What is credited beside the whole: each overlay's share of each line, half a unit up."""
    shares = {"_who_0": nw.col("participant"), "_weight_0": nw.col("weight"), "_whole": nw.col("whole")}
    beside = kept(claims.overlays.select(nw.col("event").alias(_EVENT), **shares))
    amounts = [name for name in SHARED_MEASURES if name in names]
    rows = kept(_in_units(marked.join(beside, on=_EVENT, how="inner"), amounts, ["_weight_0"], claims))
    weight, whole = nw.col("_weight_0"), nw.col("_whole")
    found = {
        name: _in_money(
            name,
            nw.col(f"_wholes_{name}") * weight + (nw.col(f"_rest_{name}") * weight * 2 + whole) // (whole * 2),
        )
        for name in amounts
    }
    return kept(_of_participant(rows, "_who_0", found, names, OVERLAY))


def _of_participant(rows: Frame, who: str, amounts: Mapping[str, nw.Expr], names: Sequence[str], credit: str) -> Frame:
    """The rows as those of one participant: whose they are, the shares of the amounts, and what follows from these."""
    is_owner = nw.col(who) == nw.col("rep")
    of_owner = {name: nw.when(is_owner).then(nw.col(name)) for name in (*_OF_OWNER, "rep_name") if name in names}
    whose = {name: nw.col(who) for name in ("rep", "rep_id") if name in names}
    if "rep_id" not in names and "rep_name" in names:
        whose["rep_name"] = nw.col(who)
    if "selling_rep" in names:
        whose["selling_rep"] = nw.when(~nw.col("selling_rep").is_null()).then(nw.col(who))
    shared = rows.with_columns(**{**of_owner, **whose, **amounts})
    shared = shared.with_columns(**{name: found for name, found in _WORKED_OUT.items() if name in names})
    known = {name: nw.when(~nw.col(name).is_null()).then(nw.col(of)) for name, of in _FOLLOWS.items() if name in names}
    return shared.with_columns(**known, **{CREDIT: nw.lit(credit)}).select(*names, CREDIT)
