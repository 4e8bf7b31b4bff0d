"""A small company for the tests of classes: 100 in all, of which Ann brings 50, Bob 30, Cas 15 and Dora 5."""

from __future__ import annotations

from salesperf.analyses.abc.report import Classed, classes_of
from salesperf.analyses.abc.section import AbcSection
from salesperf.analyses.abc.values import Asked, Brought, brought
from salesperf.facts.sales import sales
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.tables.literal import bundle_of

HEAD = "order_id,order_date,customer_id,product_id,region,amount,cost\n"
ORDERS = HEAD + (
    "1,2026-01-05,Ann,tea,East,60,20\n2,2026-02-05,Ann,tea,East,-10,-5\n"
    "3,2026-02-06,Bob,rice,West,30,30\n"
    "4,2026-03-01,Cas,tea,East,10,1\n5,2026-03-01,Cas,rice,West,5,1\n"
    "6,2026-03-31,Dora,rice,West,5,\n"
    "7,2026-03-31,,tea,East,7,1\n"
)


def found(asked: Asked | None = None, orders: str = ORDERS) -> Brought:
    """What everybody brought."""
    bundle, asked = bundle_of([("orders", orders)]), asked or Asked()
    sold = sales(bundle, section=SalesSection(), as_of=asked.as_of)
    return brought(sold, bundle, asked, calendar=CalendarSection())


def classed(asked: Asked | None = None, orders: str = ORDERS, **said: object) -> Classed:
    """Everybody in a class."""
    asked = asked or Asked()
    return classes_of(found(asked, orders), asked, AbcSection.model_validate(said))
