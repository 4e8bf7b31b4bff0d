"""The three axes, and what is counted on each of them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from salesperf.core.text import Text


class Axis(StrEnum):
    """What a customer is scored by; of recency, days since the last purchase, less is better."""

    RECENCY = "recency"
    FREQUENCY = "frequency"
    MONETARY = "monetary"

    @property
    def letter(self) -> str:
        """`r`, `f` or `m`: the column of its score."""
        return self.value[0]

    @property
    def less_is_better(self) -> bool:
        """Whether the smallest value is the best one."""
        return self is Axis.RECENCY


class Often(StrEnum):
    """What frequency counts."""

    ORDERS = "orders"
    LINES = "lines"
    DAYS = "days"


class Worth(StrEnum):
    """What monetary is."""

    SUM = "sum"
    MEAN = "mean"


class Returns(StrEnum):
    """What becomes of what came back: it lowers amounts and undoes orders, or it is as if it had stayed."""

    NETTED = "netted"
    IGNORED = "ignored"


class Counting(Struct, frozen=True):
    """What is counted of a customer."""

    often: Often = Often.ORDERS
    worth: Worth = Worth.SUM
    returns: Returns = Returns.NETTED

    def told(self) -> Text:
        """The convention in words.

        >>> Counting().told().en
        'recency in days, by date; frequency: orders; monetary: the sum; returns lower amounts and undo orders'
        """
        returns = _RETURNS[self.returns]
        return _TOLD.fill(often=_OFTEN[self.often], worth=_WORTH[self.worth], returns=returns)


_TOLD = Text(
    "recency in days, by date; frequency: {often}; monetary: {worth}; {returns}",
    "最近消费按日期计天数；频次按{often}；金额按{worth}；{returns}",
)
_OFTEN = {
    Often.ORDERS: Text("orders", "订单数"),
    Often.LINES: Text("order lines", "订单明细行数"),
    Often.DAYS: Text("days with a purchase", "有购买的天数"),
}
_WORTH = {Worth.SUM: Text("the sum", "合计"), Worth.MEAN: Text("the mean of its orders", "每单平均")}
_RETURNS = {
    Returns.NETTED: Text("returns lower amounts and undo orders", "退货冲减金额并抵消订单"),
    Returns.IGNORED: Text("what came back counts as sold", "退货不冲减"),
}
AXIS_WORDS = {
    Axis.RECENCY: Text("recency", "最近消费"),
    Axis.FREQUENCY: Text("frequency", "消费频次"),
    Axis.MONETARY: Text("monetary", "消费金额"),
}
