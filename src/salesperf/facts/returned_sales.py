"""Returns that name the sale they undo: what their row does not say, the lines of that order do, where they agree.

A sheet of returns often has neither team nor product. Nothing is guessed: an order of several products leaves the
product of its return unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import narwhals as nw
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, counted, in_quotes
from salesperf.engine import Frame, collect, kept, looked_up
from salesperf.facts.events import columns_of
from salesperf.facts.returned_costs import told_costs
from salesperf.facts.returned_products import told_by_product
from salesperf.tables.bundle import Table

RETURN_OF = "return_of"
TOLD_TOGETHER: Mapping[tuple[str, ...], Text] = {
    ("customer", "customer_id", "customer_name"): Text("customer", "客户"),
    ("rep", "rep_id", "rep_name"): Text("rep", "销售员"),
    ("product", "product_id", "product_name"): Text("product", "产品"),
    ("team",): Text("team", "团队"),
    ("manager",): Text("manager", "经理"),
    ("region",): Text("region", "区域"),
    ("channel",): Text("channel", "渠道"),
    ("store",): Text("store", "门店"),
    ("category",): Text("category", "品类"),
}
"""Columns that say one thing: a row that has one of them says it itself."""
_SALE = "sale of the return"


_SEVERAL = Text(
    "{rows:return does|returns do} not say the {what}, and the order named has several, so that it stays empty: "
    "order {order!r} has {values}",
    "{rows} 行退货未写明{what}，而其原订单有多个{what}，因此留空：如订单「{order}」有{values}",
)


class Told(Struct, frozen=True):
    """The lines, notes of the returns that took something from their sale, and findings on those that could not."""

    lines: Frame
    notes: tuple[tuple[str, Text], ...] = ()
    findings: tuple[Issue, ...] = ()


def returns_told(lines: Frame, table: Table, *, holds_sale: bool) -> Told:
    """Lines whose returns have of their product what its sales say, and then of the order they name what that says."""
    by_product, of_products = told_by_product(lines, table)
    told = _told_by_sale(by_product, table)
    if "order_id" not in table.frame.columns:
        return replace(told, notes=(*of_products, *told.notes))
    costed, of_costs = told_costs(told.lines, sale=_sale_of(told.lines), holds_sale=holds_sale)
    return replace(told, lines=costed, notes=(*of_products, *told.notes, *of_costs))


def _sale_of(lines: Frame) -> nw.Expr:
    """The order that a return is of: the one it names, else the one whose number it bears."""
    return nw.coalesce(nw.col(RETURN_OF), nw.col("order")) if RETURN_OF in columns_of(lines) else nw.col("order")


def _told_by_sale(lines: Frame, table: Table) -> Told:
    """Lines whose returns have of customer, rep, team, region, channel and product what the order they name says.

    `lines` are measured. A return names its order as the one it is of, or by bearing its number.
    """
    lacking = _lacking(lines, table)
    if not lacking or not collect(lines.select(nw.col("is_returned").any()))["is_returned"][0]:
        return Told(lines)
    found = lines.with_columns(nw.when(nw.col("is_returned")).then(_sale_of(lines)).alias(_SALE))
    known = _of_orders(found, [column for group in lacking for column in group])
    findings = tuple(_several(found, known, lacking))
    added: dict[str, nw.Expr] = {}
    took: list[nw.Expr] = []
    for group in lacking:
        is_silent = nw.all_horizontal(*(nw.col(column).is_null() for column in group), ignore_nulls=False)
        for column in group:
            found = looked_up(found, known.select(_SALE, f"sale {column}"), on=_SALE)
            added[column] = nw.when(is_silent).then(nw.col(f"sale {column}")).otherwise(nw.col(column))
            took.append(is_silent & ~nw.col(f"sale {column}").is_null())
    found = kept(found)
    took_any = nw.any_horizontal(*took, ignore_nulls=False)
    count = collect(found.filter(took_any).select(nw.len().alias("rows")))["rows"][0]
    told = found.with_columns(**added).drop([_SALE, *(f"sale {column}" for column in added)])
    return Told(told, (("told_by_sale", _note(count)),) if count else (), findings)


def _several(lines: Frame, known: Frame, lacking: Sequence[Sequence[str]]) -> Iterator[Issue]:
    """A finding for each thing that returns lack and that the lines of their order have several of, with an example."""
    back = kept(lines.filter(nw.col("is_returned")).select(_SALE, *(column for group in lacking for column in group)))
    for group in lacking:
        # The last one of a group is the name, where there is one.
        first, last = nw.col(f"first {group[-1]}"), nw.col(f"last {group[-1]}")
        is_silent = nw.all_horizontal(*(nw.col(column).is_null() for column in group), ignore_nulls=False)
        several = known.filter(first != last).select(_SALE, first, last)
        open_ones = collect(back.filter(is_silent).join(several, on=_SALE, how="inner")).sort(_SALE)
        if open_ones.height:
            order, *values = open_ones.select(_SALE, f"first {group[-1]}", f"last {group[-1]}").row(0)
            what = next(words for columns, words in TOLD_TOGETHER.items() if group[0] in columns)
            shown = in_quotes(values)
            said = _SEVERAL.fill(rows=Count(open_ones.height), what=what, order=order, values=shown)
            yield issue("F515", said, Where(column=group[-1]), value=str(order), count=open_ones.height)


def _note(count: int) -> Text:
    return Text(
        f"{counted(count, 'return')}: team, product and the like, where the row does not say, are those of the order "
        "it names",
        f"{count:,} 行退货未写明的团队、产品等，取自其原订单",
    )


def _lacking(lines: Frame, table: Table) -> list[list[str]]:
    """What rows lack in a table of orders with numbers; the counts of empty cells are kept with the columns."""
    frame = table.frame
    if "order_id" not in frame.columns:
        return []
    there = set(columns_of(lines))
    groups = ([column for column in group if column in there] for group in TOLD_TOGETHER)
    return [
        group
        for group in groups
        if group and all(frame[column].null_count() for column in group if column in frame.columns)
    ]


def _of_orders(lines: Frame, columns: list[str]) -> Frame:
    """One row an order that returns name: what all its lines agree on, and the ends of what they have."""
    sales = lines.filter(~nw.col("is_returned"), ~nw.col("order").is_null())
    named = lines.select(order=nw.col(_SALE)).drop_nulls().unique()
    sums = []
    for column in columns:
        sums += [
            nw.col(column).n_unique().alias(f"values {column}"),
            nw.col(column).min().alias(f"first {column}"),
            nw.col(column).max().alias(f"last {column}"),
        ]
    of_orders = sales.join(named, on="order", how="semi").group_by("order").agg(*sums)
    one = {
        f"sale {column}": nw.when(nw.col(f"values {column}") == 1).then(nw.col(f"first {column}")) for column in columns
    }
    ends = [f"{end} {column}" for column in columns for end in ("first", "last")]
    return kept(of_orders.with_columns(**one).select(nw.col("order").alias(_SALE), *one, *ends))
