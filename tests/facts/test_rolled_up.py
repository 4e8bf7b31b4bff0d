"""Events of those above who sold them, each once."""

from __future__ import annotations

import polars as pl

from salesperf.engine import collect
from salesperf.facts.credits import credited_sales
from salesperf.facts.hierarchy import hierarchy_of
from salesperf.facts.rep_names import rep_keys
from salesperf.facts.rolled_up import rolled_up
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

ORDERS = "order_id,order_date,rep_id,amount\nA,2026-01-05,R1,100\nB,2026-02-05,R1,10\nC,2026-01-06,M,1\n"
HIERARCHY = "rep_id,manager_id,from,to\nR1,M,2026-01-01,2026-01-31\nR2,M,2026-01-01,\nR9,N,2026-01-01,\nM,T,,\nN,T,,\n"


def of_managers(splits: str | None = None) -> dict[tuple[str, str], str]:
    """What managers are credited with by order, the shares of those below added up."""
    tables = [("orders", ORDERS), ("hierarchy", HIERARCHY), *([("splits", splits)] if splits else [])]
    bundle = bundle_of(tables)
    sold = sales(bundle, section=SalesSection())
    found = credited_sales(sold, bundle)
    events = rolled_up(found.with_overlays or found.sales, hierarchy_of(bundle, rep_keys(sold, bundle)))
    rows = collect(events.lines.select("order", "rep", "net"))
    sums = rows.group_by("order", "rep").agg(pl.col("net").sum())
    return {(order, rep): f"{net.normalize():f}" for order, rep, net in sums.sort("order", "rep").rows()}


def test_a_sale_is_that_of_everybody_above_on_its_day() -> None:
    # R1 has no manager in February; what M sells is of T alone.
    assert of_managers() == {("A", "M"): "100", ("A", "T"): "100", ("C", "T"): "1"}


def test_shares_of_those_below_are_the_event_once() -> None:
    assert of_managers("event_id,rep_id,share\nA,R1,1/3\nA,R2,1/3\nA,R9,1/3\n") == {
        ("A", "M"): "66.666667",
        ("A", "N"): "33.333333",
        ("A", "T"): "100",
        ("C", "T"): "1",
    }


def test_two_sellers_with_the_whole_each_do_not_double_what_is_above_them() -> None:
    # A published error: the manager's roll-up doubled when two sellers each got 100 %.
    splits = "event_id,rep_id,share,kind\nA,R1,1,\nA,R2,1,overlay\nA,R9,1,overlay\nC,R2,1,overlay\nC,R1,1,overlay\n"

    assert of_managers(splits) == {
        ("A", "M"): "100",
        ("A", "N"): "100",
        ("A", "T"): "100",
        ("C", "M"): "1",
        ("C", "T"): "1",
    }
