"""The rep of a sale that names none is the rep of its customer, where the list of customers says who that is.

The list knows whose a customer is today, not on the day of the sale; where sales name their own rep, it is not asked.
"""

from __future__ import annotations

from collections.abc import Mapping

import narwhals as nw
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.errors import Issue
from salesperf.core.text import Count, Text
from salesperf.engine import Frame, collect, joined, scan
from salesperf.facts.doubled_keys import one_row_a_key, whence
from salesperf.facts.events import Events, columns_of
from salesperf.facts.lookup import unmatched
from salesperf.tables.bundle import Bundle, Table

OF_REPS: Mapping[str, frozenset[str]] = {
    "rep": frozenset({"rep"}),
    "team": frozenset({"team"}),
    "manager": frozenset({"manager"}),
}
"""Dimensions that a rep gives, with the columns of events that say them without one."""
_TABLES = frozenset({"orders", "invoices", "deals", "payments"})
"""Tables whose rows are business with a customer."""
_FEW = 5
"""Customers with a rep from which on the reps must be fewer than half as many, unless they are among the people."""
_OF_PEOPLE = ("rep_id", "rep_name")
_KEY, _REP = "_customer_of_rep", "_rep_of_customer"
_TOLD = Text(
    "the rep is that of the customer, as the list has it today, not as of the sale{none}",
    "销售员取自客户资料中的当前归属，而非成交当时的归属{none}",
)
_NONE = Text("; {lines:line has|lines have} none{money}", "；{lines} 行没有归属{money}")
_MONEY = Text(" ({money})", "（金额 {money}）")


class WithReps(Struct, frozen=True):
    """Events with the reps of their customers, and what the report must say about it."""

    events: Events
    notes: tuple[tuple[str, Text], ...] = ()
    findings: tuple[Issue, ...] = ()


def told_by_customers(events: Events, bundle: Bundle, dimension: str) -> Events:
    """The events with the columns that the customers' reps would give a dimension; unchanged where there are none."""
    own = OF_REPS.get(dimension)
    if own is None or events.columns & own or _list(events, bundle) is None:
        return events
    return replace(events, columns=events.columns | {"rep", _by_name_or_id(bundle)})


def with_reps_of_customers(events: Events, bundle: Bundle) -> WithReps:
    """The events with `rep`, and with `rep_id` or `rep_name` as the list of people has it; lines stay one row a line.

    A customer that the list lacks or that has no rep leaves the line without one, which is told.
    """
    customers = _list(events, bundle)
    if customers is None:
        return WithReps(events)
    key = _key(events, customers)
    reps = scan(customers).select(nw.col(key).alias(_KEY), nw.col("rep_id").alias(_REP), *whence(customers))
    settled = one_row_a_key(reps.rename({_REP: "rep_id"}), key=_KEY, table="customers", asked={"rep_id"})
    reps = settled.rows.rename({"rep_id": _REP})
    lines, match = joined(events.lines, reps, on="customer", right_on=_KEY)
    column = _by_name_or_id(bundle)
    lines = lines.with_columns(nw.col(_REP).alias("rep"), nw.col(_REP).alias(column)).drop(_REP)
    findings = (
        *unmatched(match, events.lines, reps, on="customer", right_on=_KEY, table="customers"),
        *settled.findings,
    )
    found = replace(events, lines=lines, columns=events.columns | {"rep", column})
    return WithReps(found, (("rep_of_customer", _note(lines)),), findings)


def _list(events: Events, bundle: Bundle) -> Table | None:
    """The list of customers that says whose the events are."""
    customers = bundle.get("customers")
    if customers is None or events.table not in _TABLES or "rep" in events.columns or not events.has("customer"):
        return None
    has_both = {"rep_id", _key(events, customers)} <= set(customers.frame.columns)
    return customers if has_both and _are_own(customers, bundle) else None


def _are_own(customers: Table, bundle: Bundle) -> bool:
    """Whether those named sell to the customers: the owner of a shop has that one, a rep has several."""
    served, reps, people = customers.frame["rep_id"].count(), _values(customers, "rep_id"), bundle.get("people")
    if served < _FEW or 2 * len(reps) <= served:
        return bool(reps)
    return people is not None and any(2 * len(reps & _values(people, name)) >= len(reps) for name in _OF_PEOPLE)


def _key(events: Events, customers: Table) -> str:
    by_name = not events.has("customer_id") and "customer_name" in customers.frame.columns
    return "customer_name" if by_name else "customer_id"


def _by_name_or_id(bundle: Bundle) -> str:
    """The column of the list of people that holds what the list of customers says of reps."""
    people, customers = bundle.get("people"), bundle.get("customers")
    if people is None or customers is None:
        return "rep_id"
    reps = _values(customers, "rep_id")
    return max(_OF_PEOPLE, key=lambda name: len(reps & _values(people, name)))


def _values(table: Table, column: str) -> frozenset[str]:
    return frozenset(table.frame[column].drop_nulls().unique() if column in table.frame.columns else ())


def _note(lines: Frame) -> Text:
    sums = [nw.len().alias("lines"), *([nw.col("net").sum().alias("net")] if "net" in columns_of(lines) else [])]
    row = collect(lines.filter(nw.col("rep").is_null()).select(*sums)).row(0, named=True)
    money = _MONEY.fill(money=f"{row['net'].normalize():,f}") if row.get("net") else ""
    none = _NONE.fill(lines=Count(row["lines"]), money=money) if row["lines"] else ""
    return _TOLD.fill(none=none)
