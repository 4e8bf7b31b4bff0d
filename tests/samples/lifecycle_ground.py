"""Five customers over five months, for the tests of lifecycles.

Ann buys on the 10th of January, February and March, and on April 29; Bob in January and in March; Cas in February; Dora
in March and April; Eve returns on April 30 what she bought in January.
"""

from __future__ import annotations

from datetime import date

from salesperf.analyses.lifecycle.purchases import Purchases, purchases_of
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

HEAD = "order_id,order_date,customer_id,region,amount\n"
ORDERS = HEAD + (
    "1,2026-01-10,Ann,East,100\n2,2026-02-10,Ann,East,50\n3,2026-03-10,Ann,East,70\n4,2026-04-29,Ann,East,10\n"
    "5,2026-01-20,Bob,West,40\n6,2026-03-01,Bob,West,60\n"
    "7,2026-02-01,Cas,West,30\n"
    "8,2026-03-05,Dora,East,20\n9,2026-04-05,Dora,East,25\n"
    "10,2026-01-31,Eve,East,80\n11,2026-04-30,Eve,East,-80\n"
    "12,2026-04-30,,East,9\n"
)


def tables(orders: str = ORDERS) -> Bundle:
    """The tables of the company."""
    return bundle_of([("orders", orders)])


def purchases(orders: str = ORDERS, *, where: tuple[str, ...] = (), as_of: date | None = None) -> Purchases:
    """What everybody did."""
    bundle = tables(orders)
    return purchases_of(sales(bundle, section=SalesSection(), as_of=as_of), bundle, where=where, as_of=as_of)
