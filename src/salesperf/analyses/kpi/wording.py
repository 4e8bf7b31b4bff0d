"""What the notes call the rows that sales come from: lines of orders or invoices, or deals that were won."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.facts.sales import Basis


class Wording(Struct, frozen=True):
    """The sentences that name the rows: `lines` how many there are; `back` and `idle` go on where there are such."""

    lines: Text
    back: Text
    idle: Text
    where: Text
    empty: Text
    empty_where: Text
    no_customer: Text
    no_rep: Text
    each_row: Text
    as_of: Text
    early: Text

    def counted(self, *, returned: int, idle: int) -> Text:
        """How many rows there are, with the kinds that there are rows of."""
        said = (self.lines, *((self.back,) if returned else ()), *((self.idle,) if idle else ()))
        return Text("".join(one.en for one in said), "".join(one.zh for one in said))


_OF_LINES = Wording(
    lines=Text("{rows:line|lines} in all: {sold} sold", "数据共{rows}行：已售{sold}行"),
    back=Text(", {returned} returned", "，退货{returned}行"),
    idle=Text(
        "; {idle:earns|earn} nothing ({cancelled} cancelled, {open} open)",
        "；{idle}行不计入（取消{cancelled}行，未付或未完成{open}行）",
    ),
    where=Text("only lines with {conditions}: {count} of {rows}", "仅计{conditions}的明细：{count}行，共{rows}行"),
    empty=Text(
        "no sales lines in {period}: the data run from {first} to {last}",
        "{period}没有销售明细：数据自{first}至{last}",
    ),
    empty_where=Text("no sales lines with {conditions} in {period}", "{period}没有符合{conditions}的销售明细"),
    no_customer=Text(
        "{count:line has|lines have} no customer: counted in revenue and orders, not in customer metrics",
        "{count}行没有客户：计入销售额与订单数，不计入客户类指标",
    ),
    no_rep=Text("{count:line has|lines have} no rep", "{count}行没有销售员"),
    each_row=Text("no order id: each row counts as an order", "没有订单编号：每行视为一个订单"),
    as_of=Text("as of {day}; {count:later line is|later lines are} left out", "截至{day}；其后的{count}行未计入"),
    early=Text(
        "{count:line|lines} left out: dated before {day}, which is years before the rest",
        "{count}行未计入：日期早于{day}，与其余日期相距多年",
    ),
)
_OF_DEALS = Wording(
    lines=Text(
        "{rows:won deal|won deals} in all, each on the day it was closed and counted as one order",
        "共{rows}个赢单，按成交日期计入，每个视为一个订单",
    ),
    back=Text("; {returned} of them below zero, taken as returns", "；其中{returned}个金额为负，视为退货"),
    idle=Text("", ""),
    where=Text("only won deals with {conditions}: {count} of {rows}", "仅计{conditions}的赢单：{count}个，共{rows}个"),
    empty=Text(
        "no won deals in {period}: the data run from {first} to {last}", "{period}没有赢单：数据自{first}至{last}"
    ),
    empty_where=Text("no won deals with {conditions} in {period}", "{period}没有符合{conditions}的赢单"),
    no_customer=Text(
        "{count:won deal has|won deals have} no customer: counted in revenue and orders, not in customer metrics",
        "{count}个赢单没有客户：计入销售额与订单数，不计入客户类指标",
    ),
    no_rep=Text("{count:won deal has|won deals have} no rep", "{count}个赢单没有销售员"),
    each_row=Text("no deal id: each row counts as a deal", "没有商机编号：每行视为一个商机"),
    as_of=Text(
        "as of {day}; {count:later won deal is|later won deals are} left out", "截至{day}；其后的{count}个赢单未计入"
    ),
    early=Text(
        "{count:won deal|won deals} left out: dated before {day}, which is years before the rest",
        "{count}个赢单未计入：日期早于{day}，与其余日期相距多年",
    ),
)
WORDING: Mapping[Basis, Wording] = {
    Basis.ORDERS: _OF_LINES,
    Basis.INVOICES: replace(
        _OF_LINES, each_row=Text("no invoice id: each row counts as an order", "没有发票编号：每行视为一个订单")
    ),
    Basis.WON_DEALS: _OF_DEALS,
}
