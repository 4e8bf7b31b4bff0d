"""Orders that occur in several files: the same sale again, one sale in parts, or other sales under the same number."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.core.text import Count, Text
from salesperf.sources.overlap.other_dates import OtherDates, other_dates
from salesperf.tables.line_words import NO_RETURN, LineKind, kind_of_word

RANK, AT = "_rank", "_at"
"""How late the file of a row is among all, and the place of the row in the frame."""
CORRECTED = Text(
    "{rows:row|rows} of {orders:order|orders} stand in a later file with other amounts, which count: "
    "{before} became {after}",
    "{orders}笔订单（{rows}行）在较晚的文件中金额不同，以较晚的文件为准：由 {before} 变为 {after}",
)
_CUSTOMERS = ("customer_id", "customer_name")
_ORDER, _LABEL, _BACK, _RETURNS = "_order", "_label", "_back", "_returns"
"""An order id as a number; its part; whether a line came back; whether all lines of the order in a file did."""
_LATEST, _BESIDE, _AGAIN = "_latest", "_beside", "_again"
_SALE = (_ORDER, _LABEL, _RETURNS)


class Overlap(Struct, frozen=True):
    """`replaced` are the places of rows that another file has again; `renamed` has the new order ids by place.

    `different` are the ids that stood for several orders; `dates` tells of those that files date differently;
    `corrected` says how the money changed, None if it did not.
    """

    replaced: pl.DataFrame
    renamed: pl.DataFrame
    different: tuple[str, ...]
    dates: OtherDates | None
    corrected: Text | None


def told_apart_by(files: Sequence[Collection[str]]) -> tuple[str | None, str | None]:
    """The columns of customer and line by which the same order is known in all files; None where there is none.

    A column that all files have goes before one that only some have; an order without a customer fits any.
    """
    having = {name: sum(name in columns for columns in files) for name in _CUSTOMERS}
    customer = max(_CUSTOMERS, key=lambda name: having[name])
    line = "line_id" if all("line_id" in columns for columns in files) else None
    return customer if having[customer] else None, line


def overlap(
    ranked: pl.DataFrame, *, customer: str | None, line: str | None, names: Mapping[int, str]
) -> Overlap | None:
    """What becomes of the orders in several files (`names` by `RANK`); None when no order is in two."""
    several = (
        ranked.group_by("order_id")
        .agg(pl.col(RANK).min().alias("_first"), pl.col(RANK).max().alias("_last"))
        .filter(pl.col("order_id").is_not_null(), pl.col("_first") != pl.col("_last"))
    )
    if several.is_empty():
        return None
    numbered = several.select("order_id").with_row_index(_ORDER)
    wanted = {"order_id", "order_date", "amount", "quantity", "status", customer, line, RANK, AT}
    shared = ranked.with_row_index(AT)
    shared = shared.select(name for name in shared.columns if name in wanted).join(numbered, on="order_id")
    shared = _labelled(_with_returns(shared), customer)
    dates = [pl.col("order_date").cast(pl.Date)] if "order_date" in shared.columns else []
    key = [*_SALE, *dates, *([line] if line else [])]
    part = [*_SALE, RANK]
    shared = shared.with_columns(pl.col(RANK).max().over(key).alias(_LATEST), _beside_sale(shared))
    shared = shared.with_columns(pl.col(_LATEST).max().over(part), pl.col(_BESIDE).all().over(part))
    shared = shared.with_columns(((pl.col(_LATEST) > pl.col(RANK)) | pl.col(_BESIDE)).alias(_AGAIN))
    apart = other_dates(
        shared, ranked, sale=_SALE, rank=RANK, at=AT, again=_AGAIN, line=line, is_named=customer is not None
    )
    replaced = shared.filter(_AGAIN).select(AT)
    if apart is not None:
        replaced = pl.concat([replaced, apart.moved])
    renamed = _renamed(shared.join(replaced, on=AT, how="anti", maintain_order="left"), names)
    return Overlap(
        replaced,
        renamed.select(AT, pl.col("_new").alias("order_id")),
        tuple(renamed["order_id"].unique().sort().to_list()),
        apart,
        _correction(shared),
    )


def _with_returns(shared: pl.DataFrame) -> pl.DataFrame:
    """With whether a file has nothing but returned lines of an order."""
    below = [pl.col(name) < 0 for name in ("amount", "quantity") if name in shared.columns]
    if "status" in shared.columns:
        words = shared["status"].cast(pl.String).drop_nulls().unique().to_list()
        returned = [word for word in words if kind_of_word(word) is LineKind.RETURNED or word == NO_RETURN]
        below.append(pl.col("status").cast(pl.String).is_in(returned))
    back = pl.any_horizontal(pl.lit(value=False), *(one.fill_null(value=False) for one in below))
    shared = shared.with_columns(back.alias(_BACK))
    returns = pl.col(_BACK).all().over(_ORDER, RANK) if shared[_BACK].any() else pl.lit(value=False)
    return shared.with_columns(returns.alias(_RETURNS))


def _labelled(shared: pl.DataFrame, customer: str | None) -> pl.DataFrame:
    """With the rank of the first file that has the order of this customer: parts of one label are one order."""
    first = pl.col(RANK).min()
    if customer is None:
        return shared.with_columns(first.over(_ORDER).alias(_LABEL))
    labelled = shared.with_columns(
        pl.when(pl.col(customer).is_not_null()).then(first.over(_ORDER, customer)).alias(_LABEL)
    ).with_columns(pl.col(_LABEL).min().over(_ORDER, RANK))
    return labelled.with_columns(
        pl.coalesce(_LABEL, pl.col(_LABEL).min().over(_ORDER), first.over(_ORDER)).alias(_LABEL)
    )


def _beside_sale(shared: pl.DataFrame) -> pl.Expr:
    """Whether a line of a file of returns stands as one, with date and amount, in a file that has the sale too."""
    if not {"order_date", "amount"} <= set(shared.columns) or not shared[_RETURNS].any():
        return pl.lit(value=False).alias(_BESIDE)
    sold_too = ~pl.col(_RETURNS).all().over(_ORDER, _LABEL, _BACK, "order_date", "amount")
    return (pl.col(_RETURNS) & sold_too).alias(_BESIDE)


def _renamed(kept: pl.DataFrame, names: Mapping[int, str]) -> pl.DataFrame:
    """The rows whose number stands for another customer's order in an earlier file, with an id of their own."""
    others = kept.with_columns(pl.col(RANK).min().over(_ORDER, _LABEL).alias("_from")).filter(
        pl.col(_LABEL) > pl.col(_LABEL).min().over(_ORDER)
    )
    name = pl.col("_from").replace_strict(list(names), list(names.values()), return_dtype=pl.String)
    return others.with_columns(pl.format("{} ({})", pl.col("order_id").cast(pl.String), name).alias("_new"))


def _correction(shared: pl.DataFrame) -> Text | None:
    """How the money of orders changed between the last file they were replaced in and the one that replaced them."""
    if "amount" not in shared.columns:
        return None
    sums = shared.group_by(*_SALE, RANK).agg(pl.col("amount").sum(), pl.len().alias("rows"), pl.col(_LATEST).first())
    old = (
        sums.filter(pl.col(_LATEST) > pl.col(RANK))
        .sort(RANK)
        .group_by(_SALE)
        .agg(pl.col("amount").last(), pl.col("rows").sum(), pl.col(_LATEST).last())
    )
    new = sums.select(*_SALE, pl.col(RANK).alias(_LATEST), pl.col("amount").alias("after"))
    changed = old.join(new, on=[*_SALE, _LATEST]).filter(pl.col("amount") != pl.col("after"))
    if changed.is_empty():
        return None
    rows, before, after = changed.select(pl.col("rows").sum(), pl.col("amount").sum(), pl.col("after").sum()).row(0)
    return CORRECTED.fill(rows=Count(rows), orders=Count(changed.height), before=_money(before), after=_money(after))


def _money(value: Decimal) -> str:
    return f"{value:,.2f}"
