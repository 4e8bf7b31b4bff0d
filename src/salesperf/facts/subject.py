"""The kinds of business events. Names alone: the catalog of metrics is read before anything loads the engine."""

from __future__ import annotations

from enum import StrEnum

from salesperf.core.text import Text


class Subject(StrEnum):
    """A kind of business event; its rows are counted on one day each."""

    SALES = "sales"
    INVOICED = "invoiced"
    """Invoices, on the day they were issued."""
    DUE = "due"
    """Invoices, on the day they fall due, and what was received for them."""
    RECEIVED = "received"
    """Payments, on the day the money came in."""
    RECEIVABLES = "receivables"
    """What moves the balance of money owed and its age: invoices, payments and the passing of due days."""
    CREATED_DEALS = "created_deals"
    """Deals, on the day they were created."""
    CLOSED_DEALS = "closed_deals"
    """Deals that were won or lost, on the day they were closed."""
    LEADS = "leads"
    ACTIVITIES = "activities"
    REP_DAYS = "rep_days"
    """Reps and the workdays on which they were there."""
    HEADCOUNT = "headcount"
    """Reps who sell and the days on which they were there."""
    SURVEYS = "surveys"
    COSTS = "costs"
    MARKET = "market"


WHOLE_PERIODS = frozenset({Subject.COSTS})
"""Subjects that say nothing of a period which their lines do not reach over as far as the data go: half the costs of a
quarter are not its costs."""
_INVOICES, _DEALS = Text("a table of invoices", "发票数据表"), Text("a table of deals", "商机数据表")
SOURCES = {
    Subject.SALES: Text("a table of orders, invoices or deals", "订单、发票或商机数据表"),
    Subject.INVOICED: _INVOICES,
    Subject.DUE: Text("tables of invoices with due dates and payments", "含到期日的发票数据表及回款数据表"),
    Subject.RECEIVED: Text("a table of payments", "回款数据表"),
    Subject.RECEIVABLES: Text("tables of invoices and payments", "发票与回款数据表"),
    Subject.CREATED_DEALS: _DEALS,
    Subject.CLOSED_DEALS: _DEALS,
    Subject.LEADS: Text("a table of leads", "线索数据表"),
    Subject.ACTIVITIES: Text("a table of activities", "活动记录数据表"),
    Subject.REP_DAYS: Text("a table of activities", "活动记录数据表"),
    Subject.HEADCOUNT: Text("sales by rep", "含销售员的销售数据表"),
    Subject.SURVEYS: Text("a table of survey answers", "满意度调查数据表"),
    Subject.COSTS: Text("a table of costs", "费用数据表"),
    Subject.MARKET: Text("a table of market sizes", "市场规模数据表"),
}
"""What a subject is told by."""
