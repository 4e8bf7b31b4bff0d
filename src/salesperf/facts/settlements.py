"""What settles what is owed: cash and credits, each against the items of its account, the one due first before others.

An item is settled up to its amount; what an account is paid beyond all its items is left over, never set against
another account.
"""

from __future__ import annotations

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.engine import Frame, collect, kept
from salesperf.facts.events import columns_of
from salesperf.facts.owed import CUSTOMER, Owed

_ZERO = nw.lit(0).cast(nw.Decimal(38, 6))
_OVER = Text(
    ", {sum} in all, most {account!r} ({most}): what is over is a credit not yet used, which lowers what is owed in "
    "all and no amount due",
    "，合计超出 {sum}，最多的是「{account}」（{most}）；超出部分为未核销贷项，只冲减应收总额",
)
_BEYOND = {
    "invoice_id": Text(
        "{accounts:invoice was|invoices were} paid or credited beyond the amount{over}",
        "{accounts} 张发票的回款与贷项超过其金额{over}",
    ),
    "order_id": Text(
        "{accounts:order was|orders were} paid or credited beyond the amount{over}",
        "{accounts} 个订单的回款与贷项超过其金额{over}",
    ),
    CUSTOMER: Text(
        "{accounts:customer has|customers have} paid, or been credited, more than was owed{over}",
        "{accounts} 个客户的回款与贷项超过其应付金额{over}",
    ),
}


class Settlements(Struct, frozen=True):
    """`items` are owed and wait to be settled: `item`, `account`, `date`, `owed`, perhaps `due`.

    `parts` have `item`, `on`, `part` (what of the item is settled) and `is_cash`; `over` has what is left over by
    `account` and day `on`, as `part` and `is_cash`.
    """

    items: Frame
    parts: Frame
    over: Frame


def settled(owed: Owed, cash: Frame) -> Settlements:
    """Set cash (`account`, `date`, `settles`) and the credits of an account against its items.

    Credits are the negative rows of an account that has positive ones; an account of nothing but negative rows is a
    credit note of its own, which a payment back settles.
    """
    sides = owed.lines.group_by("account").agg(nw.col("owed").max().alias("largest"))
    lines = owed.lines.join(sides, on="account", how="left")
    is_credit = (nw.col("owed") < 0) & (nw.col("largest") > 0)
    items = kept(_after_others(lines.filter(~is_credit, nw.col("owed") != 0)))
    credits_ = lines.filter(is_credit).select("account", on=nw.col("date"), amount=_ZERO - nw.col("owed"))
    paid = cash.filter(~nw.col("settles").is_null()).select("account", on=nw.col("date"), amount=nw.col("settles"))
    both = nw.concat(
        [credits_.with_columns(is_cash=nw.lit(value=False)), paid.with_columns(is_cash=nw.lit(value=True))]
    )
    daily = both.group_by("account", "on", "is_cash").agg(nw.col("amount").sum())
    running = nw.col("amount").cum_sum().over("account", order_by=["on", "is_cash"])
    coming = kept(daily.filter(nw.col("amount") != 0).with_columns(up_to=running))
    against = coming.join(items.select("account", "item", "owed", "before"), on="account", how="inner")
    low = nw.when(nw.col("owed") < 0).then(nw.col("owed")).otherwise(_ZERO)
    high = nw.when(nw.col("owed") > 0).then(nw.col("owed")).otherwise(_ZERO)
    until, since = nw.col("up_to") - nw.col("before"), nw.col("up_to") - nw.col("amount") - nw.col("before")
    part = _between(until, low, high) - _between(since, low, high)
    parts = kept(against.with_columns(part=part).filter(nw.col("part") != 0))
    used = parts.group_by("account", "on", "is_cash").agg(nw.col("part").sum().alias("used"))
    beside = coming.join(used, on=["account", "on", "is_cash"], how="left")
    over = beside.with_columns(part=nw.col("amount") - nw.col("used").fill_null(0)).filter(nw.col("part") != 0)
    return Settlements(
        items,
        parts.select("item", "on", "part", "is_cash"),
        kept(over.select("account", "on", "part", "is_cash")),
    )


def _after_others(items: Frame) -> Frame:
    """The items with what is owed `before` each, of its account: what is due first is settled first."""
    columns = columns_of(items)
    last = nw.col("due").is_null() if "due" in columns else nw.lit(value=False)
    order = ["undated", *(name for name in ("due", "date", "item") if name in columns)]
    laid = items.drop("largest").with_columns(undated=last)
    before = nw.col("owed").cum_sum().over("account", order_by=order) - nw.col("owed")
    return laid.with_columns(before=before).drop("undated")


def _between(value: nw.Expr, low: nw.Expr, high: nw.Expr) -> nw.Expr:
    return nw.when(value < low).then(low).when(value > high).then(high).otherwise(value)


def paid_over(found: Settlements, owed: Owed) -> tuple[Issue, ...]:
    """Accounts that were paid or credited more than is owed, as one finding."""
    of_all = found.over.group_by("account").agg(nw.col("part").sum())
    beyond = collect(of_all.filter(nw.col("part") > 0)).sort("part", "account", descending=[True, False])
    if beyond.is_empty():
        return ()
    account, most = beyond.select("account", "part").row(0)
    over = _OVER.fill(account=account, sum=f"{beyond['part'].sum():,.2f}", most=f"{most:,.2f}")
    message = _BEYOND[owed.names].fill(accounts=Count(beyond.height), over=over)
    return (issue("F531", message, Where(column="amount"), value=str(account), count=beyond.height),)
