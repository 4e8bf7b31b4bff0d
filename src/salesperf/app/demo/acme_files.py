"""What Acme Workshop Supply's systems export: six half-years of orders, a CRM's deals and three small tables."""

from __future__ import annotations

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
_PEOPLE = "Employee ID,Employee Name,Team,Region,Manager ID,Role,Level,Hire Date,Leave Date"

_README = """# Acme Workshop Supply: raw exports of an invented company

* `orders_2023H2.csv` to `orders_2026H1.csv`: order lines of the ERP, one file a half-year
* `deals.csv`: opportunities of the CRM; its dates are month/day/year
* `customers.csv`, `products.csv`, `people.csv`: who buys, what is sold, who sells
* `salesperf.toml`: the company's name, language and currency

Returns are negative lines with an order number of their own; cancelled and pending lines earn nothing.
Where a real export would have blanks (a cost not yet known, a web order without a rep), these have them too.

Try, in this folder:

    salesperf check .
    salesperf kpi .
    salesperf kpi . --grain quarter
    salesperf kpi . --by region --period 2025
    salesperf kpi . --by rep --period 2026-01-01..2026-06-30 --compare yoy

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
        "salesperf.toml": _SETTINGS.encode(),
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
