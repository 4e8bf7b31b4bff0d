"""The net amount of an order line and its discount in money, derived where an export has them in other words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.sources.amounts.charges import TAX, counts_total
from salesperf.sources.amounts.discount_place import Priced, after_discount, is_before
from salesperf.sources.amounts.discount_rates import discount_money, discount_rate
from salesperf.sources.amounts.list_prices import is_list_price
from salesperf.sources.amounts.net_amounts import Net, net_of_charges
from salesperf.sources.amounts.tax_rates import with_tax_of_rate
from salesperf.sources.amounts.title_tax import TitleTax, said_by_title, with_rate_of_title
from salesperf.sources.profile import fold_header
from salesperf.tables.schema import MONEY

_LISTED = pl.col("quantity") * pl.col("unit_price")
_NET_PRICES = frozenset(
    map(
        fold_header,
        (
            *("net price", "net unit price", "unit net price", "deal price", "discounted price"),
            *("成交单价", "成交价", "折后单价", "折后价格", "折后价", "折扣价格", "折扣价", "实际单价"),
        ),
    )
)
"""Headers of prices from which the discount is taken off already."""

PRICED = Text("amount = quantity × unit price", "金额＝数量×单价")
AT_LIST_PRICE = Text(
    "amount = quantity × {header!r} ({sum} in all): these are list prices, and no column says what was taken off",
    "金额＝数量×「{header}」（合计 {sum}）：该列为标价，且没有折扣列，实际成交金额可能更低",
)
PRICED_LESS_DISCOUNT = Text("amount = quantity × unit price - discount", "金额＝数量×单价－折扣")
PRICED_AT_RATE = Text(
    "amount = quantity × unit price × (1 - discount): the discount is a rate",
    "金额＝数量×单价×（1－折扣率）：折扣列是比率",
)
PRICED_NET = Text("amount = quantity × net price", "金额＝数量×成交单价")
PRICED_ALONE = Text(
    "amount = price: there is no quantity column, so every line counts at its price once",
    "金额＝单价：无数量列，每行按单价计一次",
)
LIST_LESS_DISCOUNT = Text("amount = list amount - discount", "金额＝标价金额－折扣")


class Derived(Struct, frozen=True):
    """The rows with `amount` and `discount` as the catalog means them, and what was done.

    `used` are columns that the amount was worked out from although one stood in the file; `doubts` what of it is not
    known.
    """

    frame: pl.DataFrame
    notes: tuple[Text, ...] = ()
    used: frozenset[str] = frozenset()
    doubts: tuple[Text, ...] = ()


def with_amounts(
    frame: pl.DataFrame,
    headers: Mapping[str, str],
    *,
    includes: Collection[str] | None = None,
    beside: Collection[str] = (),
    title: TitleTax | None = None,
    in_percent: bool = False,
) -> Derived:
    """Derive what is missing; `headers` are the files' own words for the columns, `beside` all headers of the file.

    `includes` are the charges that the amounts are said to hold (None: nobody said); `title` says it of the tax.
    `in_percent` are discounts written with a sign for per cent.
    """
    notes: list[Text] = []
    rate: pl.Expr | None = None
    frame, headers = _with_list_amount(frame, headers)
    if "discount" in frame.columns:
        rate, said = discount_rate(frame, headers.get("discount", ""), in_percent=in_percent)
        notes += [] if said is None else [said]
    columns, price = frozenset(frame.columns), headers.get("unit_price", "")
    is_net = fold_header(price) in _NET_PRICES
    base, amount, note = _amount(columns, rate, is_net=is_net)
    if amount is None:
        return Derived(frame, tuple(notes))
    goods = [worth for worth, _ in _worths(columns, rate, is_net=is_net)]
    if base != "amount":
        frame = frame.with_columns(amount.cast(MONEY).alias("amount"))
    doubts: tuple[Text, ...] = ()
    has_price = {"quantity", "unit_price"} <= columns
    notes += _said(note, frame, price)
    if base == "amount" and "discount" in columns:
        is_after = is_net or any(is_list_price(header) for header in beside if header != price)
        priced = Priced(_LISTED, is_net=is_after) if has_price else None
        less = after_discount(frame, headers, priced=priced, includes=includes, rate=rate)
        frame, doubts, notes = less.frame, less.doubts, [*notes, *less.notes]
    if base == "list_amount" and is_before(headers.get(base, "")):
        # Whether such an amount holds the tax is not said by what it is called, nor by itself.
        base, headers, goods = "amount", {**headers, "amount": headers[base]}, []
    net = _without_charges(frame, headers, base=base, goods=goods, includes=includes, title=title)
    frame = net.frame
    if rate is not None:
        listed = _LISTED if has_price and not is_net else None
        frame = frame.with_columns(discount_money(listed, rate).cast(MONEY).alias("discount"))
    return Derived(frame, (*notes, *net.notes), net.taken, doubts)


def _said(note: Text | None, frame: pl.DataFrame, price: str) -> list[Text]:
    """What is said of where the amount comes from; with its sum where prices are those on the tag."""
    if note is PRICED and is_list_price(price):
        return [AT_LIST_PRICE.fill(header=price, sum=f"{frame['amount'].sum():,.2f}")]
    return [] if note is None else [note]


def _without_charges(
    frame: pl.DataFrame,
    headers: Mapping[str, str],
    *,
    base: str,
    goods: Sequence[pl.Expr],
    includes: Collection[str] | None,
    title: TitleTax | None,
) -> Net:
    """The amounts without tax and freight; a rate tells the tax where no column does."""
    has_tax = "tax" in frame.columns
    frame, words = with_tax_of_rate(*with_rate_of_title(frame, headers, title))
    inside = frozenset() if title is None else frozenset({TAX.column})
    net = net_of_charges(frame, words, base=base, goods=goods, includes=includes, inside=inside)
    if includes is None:
        told = said_by_title(title, headers, base=base, is_taken=TAX.column in net.taken)
        net = replace(net, notes=(*net.notes, *told))
    # A tax that is in no amount and in no column of its own is none that rows have.
    is_kept = has_tax or "tax" in net.taken or "tax" not in net.frame.columns
    return net if is_kept else replace(net, frame=net.frame.drop("tax"))


def _with_list_amount(frame: pl.DataFrame, headers: Mapping[str, str]) -> tuple[pl.DataFrame, Mapping[str, str]]:
    """A total that says it is before the discount beside it, as the list amount it is."""
    columns = set(frame.columns)
    is_alone = "amount" not in columns and "list_amount" not in columns and {"total_amount", "discount"} <= columns
    if not is_alone or not is_before(headers.get("total_amount", "")):
        return frame, headers
    moved = {"list_amount" if name == "total_amount" else name: header for name, header in headers.items()}
    return frame.rename({"total_amount": "list_amount"}), moved


def _amount(columns: Collection[str], rate: pl.Expr | None, *, is_net: bool) -> tuple[str, pl.Expr | None, Text | None]:
    """The column that the amount comes from, the amount, and what to say of it."""
    if "amount" in columns:
        return "amount", pl.col("amount"), None
    if counts_total(columns):
        return "total_amount", pl.col("total_amount"), None
    worths = _worths(columns, rate, is_net=is_net)
    if worths:
        worth, note = worths[0]
        return "list_amount" if note is LIST_LESS_DISCOUNT else "unit_price", worth, note
    return ("unit_price", pl.col("unit_price"), PRICED_ALONE) if "unit_price" in columns else ("", None, None)


def _worths(columns: Collection[str], rate: pl.Expr | None, *, is_net: bool) -> list[tuple[pl.Expr, Text]]:
    """What the goods of a line are worth, in every way the columns give it, the best first."""
    found: list[tuple[pl.Expr, Text]] = []
    if {"list_amount", "discount"} <= set(columns):
        found.append((_less_discount(pl.col("list_amount"), columns, rate), LIST_LESS_DISCOUNT))
    if {"quantity", "unit_price"} <= set(columns):
        if is_net:
            found.insert(0, (_LISTED, PRICED_NET))
        else:
            note = PRICED_AT_RATE if rate is not None else PRICED_LESS_DISCOUNT if "discount" in columns else PRICED
            found.append((_less_discount(_LISTED, columns, rate), note))
    return found


def _less_discount(listed: pl.Expr, columns: Collection[str], rate: pl.Expr | None) -> pl.Expr:
    if rate is not None:
        return listed - listed * rate
    if "discount" not in columns:
        return listed
    # Some exports write a discount with a minus; on a return both signs turn round.
    off = pl.col("discount").fill_null(0).abs()
    return pl.when(listed < 0).then(listed + off).otherwise(listed - off)
