"""What an export says once an order although the order has several lines, given to each line so that it counts once.

Its number, date and customer may stand on the first line only, its amount on the first line or on every one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

import polars as pl

from salesperf.core.money import split
from salesperf.core.text import Text
from salesperf.sources.amounts.amounts import Derived
from salesperf.sources.amounts.charges import COLUMNS as CHARGE_COLUMNS
from salesperf.sources.amounts.charges import counts_total
from salesperf.sources.amounts.order_totals import counted_once, speaks_of_orders
from salesperf.sources.conform.row_places import PART
from salesperf.sources.loaded import Mapped
from salesperf.tables.schema import MONEY

FILLED = Text(
    "lines without an order number and date belong to the order above them",
    "没有单号和日期的行归属于其上方的订单",
)
ON_FIRST_LINE = Text(
    "an order's amount stands on its first line only: it is shared over the lines by quantity × unit price",
    "订单金额只写在首行：已按数量×单价分摊到该订单的各行",
)
ON_EVERY_LINE = Text(
    "an order's amount stands on each of its lines: it counts once, shared over the lines by quantity × unit price",
    "订单金额在该订单的每一行重复出现：只计一次，并按数量×单价分摊到各行",
)
PERHAPS_REPEATED = Text(
    "column {header} is the same on all lines of each of {orders} orders of several lines: it may be the order's total "
    "repeated, then revenue is too high",
    "“{header}”列在{orders}笔多行订单中每行数值相同：可能是重复的订单总额，如属实，销售额会偏高",
)

_OF_ORDER = (
    "order_date", "customer_id", "customer_name", "rep_id", "rep_name", "team", "region", "channel", "store",
    "currency", "status", "paid_date", "campaign",
)  # fmt: skip
_MONEY_OF_ORDER = ("amount", "total_amount", "discount", "refund", *CHARGE_COLUMNS)
_GOODS = ("product_id", "product_name")
_NEARLY_ALL = 0.95
_ENOUGH = 20
"""Orders of several lines from which equal amounts are no chance."""
_ENOUGH_SAID = 2
_OF_THE_ORDER = re.compile(r"\border\b|\bcontract\b|\bdeal\b|订单|合同|成交总", re.IGNORECASE)
_GLANCE = 1000
"""First rows that spare most files the look at all."""
_RUN, _HEAD, _LISTED, _LINES = "_run", "_head", "_listed", "_lines"


def may_stand_once(sample: pl.DataFrame, found: Mapping[str, Mapped]) -> bool:
    """Whether the first rows of a file hint that something is said once an order; a clean file says no at once."""
    if "order_id" not in found:
        return False
    ids = _texts(sample, found["order_id"])
    if ids and ids[0] is not None and None in ids:
        return True
    amount = found.get("amount") or found.get("total_amount")
    if amount is None:
        return False
    amounts = _texts(sample, amount)
    same = (at for at in range(1, len(ids)) if ids[at] is not None and ids[at] == ids[at - 1])
    pairs = [(amounts[at - 1], amounts[at]) for at in same]
    on_first = any(second is None for _, second in pairs)
    if on_first or not all(first == second for first, second in pairs):
        return on_first
    return speaks_of_orders(amount.header) or (bool(pairs) and {"quantity", "unit_price"} <= found.keys())


def with_order_fields(frame: pl.DataFrame, *, header: str | None = None) -> Derived:
    """Order lines with what their order says, and the order's amounts shared over them.

    `header` is that of the amounts, where it may tell that they are of the order; `used` then names the amount.
    """
    notes: list[Text] = []
    filled = _filled(frame)
    if filled is not None:
        frame, notes = filled, [FILLED]
    columns = set(frame.columns)
    base = "amount" if "amount" in columns else "total_amount" if counts_total(columns) else None
    if base is None:
        return Derived(frame, tuple(notes))
    if header is not None and not {"quantity", "unit_price"} <= columns:
        once = counted_once(frame, base, header, spread=_with_repeated_spread)
        if once is not None:
            return Derived(once.frame, (*notes, once.note), frozenset({"amount"}))
    frame = _in_runs(frame)
    several = frame.filter(pl.col(_LINES) > 1)
    if not several.is_empty() and _only_first(several, base):
        frame, found = _with_first_spread(frame, several), ON_FIRST_LINE
    elif not several.is_empty() and _is_repeated_total(several, base):
        frame, found = _with_repeated_spread(frame), ON_EVERY_LINE
    else:
        return Derived(frame.drop(_RUN, _LINES, _LISTED), tuple(notes))
    return Derived(frame.drop(_RUN, _LINES, _LISTED), (*notes, found))


def perhaps_repeated(frame: pl.DataFrame, *, header: str = "") -> int:
    """How many orders of several lines have one amount on all lines, when that is so in all of them; else 0.

    Orders that all have one and the same amount tell nothing: each line may be sold at one price. Under a header that
    speaks of the order fewer orders are proof enough.
    """
    if not {"order_id", "amount"} <= set(frame.columns) or not _are_all_same(frame.head(_GLANCE)).height:
        return 0
    orders = _are_all_same(frame)
    enough = _ENOUGH_SAID if _OF_THE_ORDER.search(header) else _ENOUGH
    return orders.height if orders.height >= enough and orders["amount"].n_unique() > 1 else 0


def _are_all_same(frame: pl.DataFrame) -> pl.DataFrame:
    """The orders of several lines with their amount; none when lines of one of them differ."""
    orders = (
        frame.lazy()
        .filter(pl.col("order_id").is_not_null())
        .group_by(PART, "order_id")
        .agg(pl.col("amount").first(), pl.col("amount").n_unique().alias("_amounts"), pl.len().alias(_LINES))
        .filter(pl.col(_LINES) > 1)
        .collect()
    )
    return orders.clear() if (orders["_amounts"] > 1).any() else orders


def _texts(sample: pl.DataFrame, mapped: Mapped) -> list[str | None]:
    cells = sample[mapped.header].cast(pl.String, strict=False).to_list()
    return [cell if cell is not None and cell.strip() else None for cell in cells]


def _filled(frame: pl.DataFrame) -> pl.DataFrame | None:
    """Goods without an order number and date take those of the row they follow; None when there are none.

    A row that names no goods is left alone: it may be a total.
    """
    goods = [name for name in _GOODS if name in frame.columns]
    if not goods or "order_date" not in frame.columns or not frame["order_id"].null_count():
        return None
    follows = (
        pl.col("order_id").is_null()
        & pl.col("order_date").is_null()
        & pl.any_horizontal(pl.col(name).is_not_null() for name in goods)
    )
    marked = frame.with_columns(follows.alias("_follows"))
    if not marked["_follows"].any():
        return None
    marked = marked.with_columns((~pl.col("_follows")).cum_sum().over(PART).alias(_HEAD))
    names = ["order_id", *(name for name in _OF_ORDER if name in frame.columns)]
    first = [
        pl.when("_follows").then(pl.coalesce(name, pl.col(name).first().over(PART, _HEAD))).otherwise(name).alias(name)
        for name in names
    ]
    return marked.with_columns(first).drop("_follows", _HEAD)


def _in_runs(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with the run of rows of one order that each row is in, the run's length and the line's list value."""
    starts = (pl.col("order_id") != pl.col("order_id").shift(1)).fill_null(value=True) | (
        pl.col(PART) != pl.col(PART).shift(1)
    ).fill_null(value=True)
    listed = (
        (pl.col("quantity") * pl.col("unit_price")).cast(MONEY)
        if {"quantity", "unit_price"} <= set(frame.columns)
        else pl.lit(None, dtype=MONEY)
    )
    runs = frame.with_columns(starts.cum_sum().alias(_RUN), listed.alias(_LISTED))
    return runs.with_columns(pl.len().over(_RUN).alias(_LINES))


def _only_first(several: pl.DataFrame, column: str) -> bool:
    """Whether in nearly all orders of several lines only the first line has the value."""
    runs = several.group_by(_RUN).agg(pl.col(column).first().alias("first"), pl.col(column).count().alias("count"))
    said = runs.filter(pl.col("count") > 0)
    once = said.filter(pl.col("first").is_not_null() & (pl.col("count") == 1)).height
    return said.height > 0 and once >= _NEARLY_ALL * said.height


def _is_same_on_all(several: pl.DataFrame, column: str) -> bool:
    runs = several.group_by(_RUN).agg((pl.col(column).n_unique() == 1).alias("same"))
    return int(runs["same"].sum()) >= _NEARLY_ALL * runs.height


def _is_repeated_total(several: pl.DataFrame, column: str) -> bool:
    """Whether all lines of an order have one amount that is nearer to what its lines add up to than to any of them."""
    if several[_LISTED].null_count() == several.height or not _is_same_on_all(several, column):
        return False
    runs = several.group_by(_RUN).agg(
        pl.col(column).first().alias("total"), pl.col(_LISTED).sum().alias("sum"), pl.col(_LISTED).max().alias("most")
    )
    nearer = (pl.col("total") - pl.col("sum")).abs() < (pl.col("total") - pl.col("most")).abs()
    return int(runs.select(nearer.sum()).item()) >= _NEARLY_ALL * runs.height


def _with_first_spread(frame: pl.DataFrame, several: pl.DataFrame) -> pl.DataFrame:
    for name in _OF_ORDER:
        if name in frame.columns and _only_first(several, name):
            frame = frame.with_columns(pl.coalesce(name, pl.col(name).first().over(_RUN)))
    for name in _MONEY_OF_ORDER:
        if name in frame.columns and _only_first(several, name):
            frame = _spread(frame, name)
    return frame


def _with_repeated_spread(frame: pl.DataFrame) -> pl.DataFrame:
    several = frame.filter(pl.col(_LINES) > 1)
    for name in _MONEY_OF_ORDER:
        if name in frame.columns and _is_same_on_all(several, name):
            # The few orders whose lines differ in it say what each line has.
            frame = _spread(frame, name, where=pl.col(name).n_unique().over(_RUN) == 1)
    return frame


def _spread(frame: pl.DataFrame, column: str, *, where: pl.Expr | None = None) -> pl.DataFrame:
    """Share the first value of every order of several lines over them, so that they add up to it exactly."""
    runs = (
        frame.filter(pl.col(_LINES) > 1, *([] if where is None else [where]))
        .group_by(_RUN, maintain_order=True)
        .agg(pl.col(column).first().alias("total"), pl.col(_LISTED).fill_null(0).alias("weights"))
        .filter(pl.col("total").is_not_null())
    )
    shares = [(run, share) for run, total, weights in runs.iter_rows() for share in _shares(total, weights)]
    at = pl.DataFrame(
        {_RUN: [run for run, _ in shares], "_share": [share for _, share in shares]},
        schema={_RUN: frame.schema[_RUN], "_share": MONEY},
    ).with_columns(pl.int_range(pl.len()).over(_RUN).alias("_line"))
    placed = frame.with_columns(pl.int_range(pl.len()).over(_RUN).alias("_line"))
    joined = placed.join(at, on=[_RUN, "_line"], how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce("_share", column).alias(column)).drop("_share", "_line")


def _shares(total: Decimal, weights: Iterable[Decimal]) -> tuple[Decimal, ...]:
    """Parts of a total by weight; all on the first line where no line has a weight."""
    weighed = [max(weight, Decimal(0)) for weight in weights]
    if sum(weighed) == total:
        return tuple(weighed)
    if not any(weighed):
        weighed[0] = Decimal(1)
    is_in_cents = total == total.quantize(Decimal("0.01"))
    return split(total, weighed, places=2 if is_in_cents else 6)
