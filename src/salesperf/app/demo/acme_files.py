"""What Acme Workshop Supply's systems export: six half-years of orders, a CRM's deals and three small tables."""

from __future__ import annotations

from salesperf.app.demo.acme_plan import ACME_PLAN
from salesperf.app.demo.beside_exports import (
    action_table,
    activity_table,
    answer_table,
    cost_table,
    invoice_table,
    lead_table,
    long_target_table,
    market_table,
    payment_table,
)
from salesperf.app.demo.company import Company
from salesperf.app.demo.draws import Draws
from salesperf.app.demo.encode import MONTH_FIRST, Cell, Table, csv_bytes, money
from salesperf.app.demo.exports import customer_table, deal_table, people_table, product_table
from salesperf.app.demo.setting import HalfYear

_NO_REP_ON_WEB = 60
_NO_CHANNEL = 15

_DEALS = (
    "Deal ID,Deal Name,Created Date,Customer ID,Customer,Deal Owner,Stage,Amount,Probability,"
    "Expected Close Date,Closed Date,Lost Reason,Competitor,Lead Source"
)
_CUSTOMERS = "Customer ID,Customer Name,Industry,Region,Customer Since,Sales Rep ID,Tier"
_PRODUCTS = "SKU,Product Name,Category,Unit,List Price,Unit Cost,Launch Date"
_INVOICES = "Invoice No,Order No,Customer ID,Customer,Sales Rep,Invoice Date,Due Date,Amount"
_PAYMENTS = "Payment No,Invoice No,Customer ID,Payment Date,Amount,Method"
_LEADS = "Lead ID,Created At,Source,Owner ID,Owner,Industry,First Response At,Status,Converted Date"
_ACTIVITIES = "Date,Rep ID,Rep,Customer ID,Activity Type,Planned,Completed"
_ANSWERS = "Survey Date,Customer ID,Survey Type,Score,Scale"
_COSTS = "Cost Date,Cost Type,Amount"
_MARKET = "Period,Scope,Region,Market Size"
_AGREED = "Raised On,Owner,Due,Done On,Status,Action"
_TARGETS = "Level,Name,Month,Sales Target"
_PEOPLE = "Employee ID,Employee Name,Team,Region,Manager ID,Role,Level,Hire Date,Leave Date"

_README = """# Acme Workshop Supply: raw exports of an invented company

* `orders_2023H2.csv` to `orders_2026H1.csv`: order lines of the ERP, one file a half-year
* `deals.csv`: opportunities of the CRM; its dates are month/day/year
* `customers.csv`, `products.csv`, `people.csv`: who buys, what is sold, who sells
* `invoices.csv`, `payments.csv`: what was billed and what came in (returns are settled apart)
* `leads.csv`, `activities.csv`, `surveys.csv`, `costs.csv`, `market.csv`
* `targets.csv`: monthly targets of the company, the teams and the reps
* `actions.csv`: what the weekly meetings agreed on, by whom and until when
* `plans/2026.toml`: how account managers are paid
* `salesperf.toml`: the company's name, language and currency

Returns are negative lines with an order number of their own; cancelled and pending lines earn nothing.
Where a real export would have blanks (a cost not yet known, a web order without a rep), these have them too.

Try, in this folder:

    salesperf check .
    salesperf kpi .
    salesperf kpi . --grain quarter
    salesperf kpi . --by region --period 2025
    salesperf targets status . --period 2026-Q2
    salesperf kpi . --by rep --period 2026-01-01..2026-06-30 --compare yoy
    salesperf report meeting .
    salesperf report rep . --rep "Priya Raman"
    salesperf commission run . --period 2026-06
    salesperf commission explain "Priya Raman" . --period 2026-06

Growth slows from 11 % to 1 %: new and lost customers, and why deals were lost, show what happened.
"""

_SETTINGS = """[workspace]
name = "Acme Workshop Supply"
lang = "en"
currency = "USD"
"""


def acme_files(company: Company) -> dict[str, bytes]:
    """The folder's files by name."""
    orders = {f"orders_{_label(half)}.csv": csv_bytes(_orders(company, half)) for half in company.setting.halves}
    return {
        **orders,
        "deals.csv": csv_bytes(deal_table(company, _DEALS), dates=MONTH_FIRST),
        "customers.csv": csv_bytes(customer_table(company, _CUSTOMERS)),
        "products.csv": csv_bytes(product_table(company, _PRODUCTS)),
        "people.csv": csv_bytes(people_table(company, _PEOPLE)),
        "invoices.csv": csv_bytes(invoice_table(company, _INVOICES)),
        "payments.csv": csv_bytes(payment_table(company, _PAYMENTS)),
        "leads.csv": csv_bytes(lead_table(company, _LEADS)),
        "activities.csv": csv_bytes(activity_table(company, _ACTIVITIES)),
        "surveys.csv": csv_bytes(answer_table(company, _ANSWERS)),
        "costs.csv": csv_bytes(cost_table(company, _COSTS)),
        "market.csv": csv_bytes(market_table(company, _MARKET)),
        "targets.csv": csv_bytes(long_target_table(company, _TARGETS)),
        "actions.csv": csv_bytes(action_table(company, _AGREED)),
        "salesperf.toml": _SETTINGS.encode(),
        "plans/2026.toml": ACME_PLAN.encode(),
        "README.md": _README.encode(),
    }


def _label(half: HalfYear) -> str:
    return f"{half.first.year}H{1 if half.first.month == 1 else 2}"


def _orders(company: Company, half: HalfYear) -> Table:
    draws = Draws(company.setting.key, "blanks", half.first.isoformat())
    header = (
        "Order No,Line No,Order Date,Customer ID,Customer,Sales Rep ID,Sales Rep,SKU,Product,Category,Region,Channel,"
    )
    header += "Qty,Unit Price,Discount,Amount,Cost,Status,Original Order"
    rows: list[tuple[Cell, ...]] = []
    for order in company.orders:
        if not half.first <= order.day <= half.last:
            continue
        customer, rep = order.customer, order.rep
        channel = customer.segment.channel
        seller = (None, None) if channel == "Web" and draws.chance(_NO_REP_ON_WEB) else (rep.key, rep.name)
        where = (customer.region, None if draws.chance(_NO_CHANNEL) else channel)
        for number, line in enumerate(order.lines, start=1):
            product = line.product
            head = (order.number, number, order.day, customer.key, customer.name, *seller)
            body = (product.sku, product.name, product.category, *where, line.quantity)
            values = (money(line.unit_price), money(line.discount), money(line.amount))
            cost = None if line.cost is None else money(line.cost)
            rows.append((*head, *body, *values, cost, line.status, order.return_of))
    return Table(tuple(header.split(",")), tuple(rows))
