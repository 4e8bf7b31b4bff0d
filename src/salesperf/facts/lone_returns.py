"""Positive rows that their status calls returned, with no sale in their order that they undo: credit notes, or sales.

Both readings are possible, and net revenue differs by what the rows are worth, so both sums are told.
"""

from __future__ import annotations

import narwhals as nw

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, counted
from salesperf.engine import Frame, collect, kept
from salesperf.facts.section import SalesSection
from salesperf.facts.signs import Signs
from salesperf.facts.words import LineKind

_CURE = 'returned_status = "status_change"'
_PRODUCT = ("product_id", "product_name")


def lone_returns(
    lines: Frame, signs: Signs, *, section: SalesSection, mapped: frozenset[str] = frozenset()
) -> tuple[Issue, ...]:
    """The finding about such rows; none where the configuration says what they are.

    `lines` are measured; `mapped` are the columns of the files, of which the lines may hold fewer.
    """
    if section.returned_status is not None or not signs.words[LineKind.RETURNED]:
        return ()
    positive = kept(lines.filter(nw.col("is_returned"), nw.col("amount") > 0))
    alone = collect(_alone(lines, positive, mapped=mapped).select(nw.len().alias("rows"), nw.col("amount").sum())).row(
        0, named=True
    )
    if not alone["rows"]:
        return ()
    net = collect(lines.select(nw.col("net").sum()))["net"][0]
    # As the setting takes them: every positive returned row would be counted as sold too.
    other = net + collect(positive.select(nw.col("amount").sum()))["amount"][0]
    message = Text(
        f"{counted(alone['rows'], 'returned line')} with a positive amount and no sale in the order to undo: taken off "
        f"like credit notes ({alone['amount']:,.2f} in all); net revenue of all the data is {net:,.2f} so, and would "
        f"be {other:,.2f} if such lines are the sales that came back, with [kpi] {_CURE}",
        f"{alone['rows']:,} 行为退货、金额为正且订单中没有可对应的销售：按红字单据扣减（合计 {alone['amount']:,.2f}）；"
        f"据此全部数据的销售净额为 {net:,.2f}；若这些行就是后来退货的原销售，"
        f"写明 [kpi] {_CURE} 后则为 {other:,.2f}",
    )
    hint = Text(
        "if these rows are the sales themselves, marked when they came back, say so: "
        '[kpi] returned_status = "status_change"; if they are credit notes: "credit_note"',
        "若这些行就是原销售行、退货后改了状态，请写明：[kpi] returned_status = "
        '"status_change"；若是红字单据，请写 "credit_note"',
    )
    return (issue("F510", message, Where(column="status"), hint=hint, count=alone["rows"]),)


def _alone(lines: Frame, positive: Frame, *, mapped: frozenset[str]) -> Frame:
    """The positive rows that nothing sold in their order can stand against.

    Sales and returns are set against each other by product, where the files name products; else a sale of the same
    or a larger amount will do. Never is more taken back than was sold.
    """
    products = [nw.col(name) for name in _PRODUCT if name in lines.collect_schema().names()]
    if products:
        matter = nw.coalesce(*products) if len(products) > 1 else products[0]
    else:
        # Products that were not read may differ: only the same amount is the same thing for certain.
        matter = nw.col("amount") if mapped.intersection(_PRODUCT) else nw.lit(0)
    rows = positive.select("order", "amount", matter=matter)
    orders = rows.select("order").unique()
    sold = lines.filter(nw.col("is_sold"), nw.col("amount") > 0).join(orders, on="order", how="semi")
    sales = (
        sold.select("order", "amount", matter=matter)
        .group_by("order", "matter")
        .agg(nw.col("amount").sum().alias("sold"), nw.col("amount").max().alias("largest"))
    )
    beside = rows.join(sales, on=["order", "matter"], how="left")
    back = nw.col("amount").sum().over("order", "matter")
    covered = back <= nw.col("sold")
    if not products:
        covered = covered & (nw.col("amount") <= nw.col("largest"))
    return beside.with_columns(is_covered=covered.fill_null(value=False)).filter(~nw.col("is_covered"))
