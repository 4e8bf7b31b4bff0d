"""What is added up and counted of sales lines: the revenue and the customer families are made of these atoms."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.model import Atom, How

SALES_ATOMS: tuple[Atom, ...] = (
    Atom("net", How.SUM, "net", Unit.MONEY, Text("net amount of all lines", "全部明细的净额")),
    Atom("gross", How.SUM, "gross", Unit.MONEY, Text("amount of sold lines", "已售明细的金额")),
    Atom("returned", How.SUM, "returned", Unit.MONEY, Text("amount of returns, positive", "退货金额（正数）")),
    Atom(
        "quantity",
        How.SUM,
        "units",
        Unit.QUANTITY,
        Text("quantity sold less quantity returned", "已售数量减退货数量"),
    ),
    Atom(
        "priced_net",
        How.SUM,
        "priced_net",
        Unit.MONEY,
        Text("net of lines whose quantity is known", "有数量的明细的净额"),
    ),
    Atom(
        "cost",
        How.SUM,
        "cost_of_net",
        Unit.MONEY,
        Text("cost of what was sold less cost of what came back", "已售成本减退货成本"),
    ),
    Atom(
        "costed_net",
        How.SUM,
        "costed_net",
        Unit.MONEY,
        Text("net of lines whose cost is known", "有成本的明细的净额"),
    ),
    Atom(
        "list_value",
        How.SUM,
        "list_value",
        Unit.MONEY,
        Text("list value of sold lines, where known", "已售明细的标价金额（已知部分）"),
    ),
    Atom(
        "listed_gross",
        How.SUM,
        "listed_gross",
        Unit.MONEY,
        Text("gross of sold lines whose list value is known", "已知标价的已售明细的总额"),
    ),
    Atom(
        "orders",
        How.DISTINCT,
        "qualified_order",
        Unit.COUNT,
        Text("orders with a sold line above zero and a net above zero", "有已售明细且净额大于零的订单"),
    ),
    Atom("reps", How.DISTINCT, "selling_rep", Unit.COUNT, Text("reps with a sold line", "有已售明细的销售员")),
    Atom(
        "customers",
        How.DISTINCT,
        "buying_customer",
        Unit.COUNT,
        Text("customers with a sold line above zero", "有金额大于零的已售明细的客户"),
    ),
    Atom(
        "customer_net",
        How.SUM,
        "customer_net",
        Unit.MONEY,
        Text("net of lines with a customer", "有客户的明细的净额"),
    ),
    Atom(
        "opening",
        How.CUSTOMERS,
        "customer",
        Unit.COUNT,
        Text("customers active in the period before", "上期活跃客户"),
    ),
    Atom(
        "new",
        How.CUSTOMERS,
        "customer",
        Unit.COUNT,
        Text("customers whose first sold line ever lies in the period", "首次购买在期间内的客户"),
    ),
    Atom(
        "retained",
        How.CUSTOMERS,
        "customer",
        Unit.COUNT,
        Text("customers active in this period and the one before", "本期与上期均活跃的客户"),
    ),
    Atom(
        "reactivated",
        How.CUSTOMERS,
        "customer",
        Unit.COUNT,
        Text("customers active now and once, but not in the period before", "本期活跃、上期未活跃的老客户"),
    ),
    Atom(
        "lost",
        How.CUSTOMERS,
        "customer",
        Unit.COUNT,
        Text("customers active in the period before and not in this one", "上期活跃而本期未活跃的客户"),
    ),
    Atom(
        "repeat",
        How.CUSTOMERS,
        "customer",
        Unit.COUNT,
        Text("customers with two orders or more in the period", "期间内订单不少于两个的客户"),
    ),
    Atom(
        "new_net",
        How.CUSTOMERS,
        "customer",
        Unit.MONEY,
        Text("net of customers that are new in the period", "期间内新客户的净额"),
    ),
    Atom(
        "top10_net",
        How.CUSTOMERS,
        "customer",
        Unit.MONEY,
        Text("net of the ten customers with the largest net", "净额最大的十个客户的净额"),
    ),
    Atom(
        "opening_net",
        How.CUSTOMERS,
        "customer",
        Unit.MONEY,
        Text("net, in the period before, of customers with a net above zero in it", "上期净额大于零的客户的上期净额"),
    ),
    Atom(
        "cohort_net",
        How.CUSTOMERS,
        "customer",
        Unit.MONEY,
        Text("net, now, of customers with a net above zero in the period before", "上期净额大于零的客户的本期净额"),
    ),
    Atom(
        "cohort_kept",
        How.CUSTOMERS,
        "customer",
        Unit.MONEY,
        Text("the smaller of both nets of each of them", "上述客户逐一取本期与上期净额的较小者"),
    ),
)
