"""Positive rows that their status calls returned, with no sale in their order: credit notes, or sales that came back.

Both readings are possible, and net revenue differs by what the rows are worth, so both sums are told.
"""

from __future__ import annotations

import narwhals as nw

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, counted
from salesperf.engine import Frame, collect
from salesperf.facts.section import SalesSection
from salesperf.facts.signs import Signs
from salesperf.facts.words import LineKind


def lone_returns(lines: Frame, signs: Signs, *, section: SalesSection) -> tuple[Issue, ...]:
    """The finding about such rows; none where the configuration says what they are. `lines` are measured."""
    if section.returned_status is not None or not signs.words[LineKind.RETURNED]:
        return ()
    sold = lines.filter(nw.col("is_sold")).select("order").unique()
    positive = lines.filter(nw.col("is_returned"), nw.col("amount") > 0)
    alone = collect(
        positive.join(sold, on="order", how="anti").select(nw.len().alias("rows"), nw.col("amount").sum())
    ).row(0, named=True)
    if not alone["rows"]:
        return ()
    net = collect(lines.select(nw.col("net").sum()))["net"][0]
    # As the setting takes them: every positive returned row would be counted as sold too.
    other = net + collect(positive.select(nw.col("amount").sum()))["amount"][0]
    message = Text(
        f"{counted(alone['rows'], 'returned line')} with a positive amount and no sale in the order: taken off like "
        f"credit notes ({alone['amount']:,.2f} in all); net revenue of all the data is {net:,.2f} so, and would be "
        f"{other:,.2f} if such lines are the sales that came back",
        f"{alone['rows']:,} 行为退货、金额为正且订单中没有销售：按红字单据扣减（合计 {alone['amount']:,.2f}）；"
        f"据此全部数据的销售净额为 {net:,.2f}；若这些行就是后来退货的原销售，则为 {other:,.2f}",
    )
    hint = Text(
        "if these rows are the sales themselves, marked when they came back, say so: "
        '[kpi] returned_status = "status_change"; if they are credit notes: "credit_note"',
        "若这些行就是原销售行、退货后改了状态，请写明：[kpi] returned_status = "
        '"status_change"；若是红字单据，请写 "credit_note"',
    )
    return (issue("F510", message, Where(column="status"), hint=hint, count=alone["rows"]),)
