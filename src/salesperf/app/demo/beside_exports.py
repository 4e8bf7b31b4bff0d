"""The tables of a company's other systems in the same columns, under headers in its own language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from salesperf.app.demo.beside import Aim
from salesperf.app.demo.company import Company
from salesperf.app.demo.encode import Cell, Table, money

_MOMENT = "{0.year:04}-{0.month:02}-{0.day:02} {0.hour:02}:{0.minute:02}"


def invoice_table(company: Company, header: str) -> Table:
    """One row an invoice."""
    return _table(
        header,
        (
            (
                one.number,
                one.order.number,
                one.order.customer.key,
                one.order.customer.name,
                one.order.rep.name,
                one.day,
                one.due,
                money(one.amount),
            )
            for one in company.beside.invoices
        ),
    )


def payment_table(company: Company, header: str) -> Table:
    """One row a payment."""
    return _table(
        header,
        (
            (one.number, one.invoice.number, one.invoice.order.customer.key, one.day, money(one.amount), one.method)
            for one in company.beside.payments
        ),
    )


def lead_table(company: Company, header: str) -> Table:
    """One row a lead, its moments to the minute."""
    return _table(
        header,
        (
            (
                one.number,
                _moment(one.created),
                one.source,
                one.rep.key,
                one.rep.name,
                one.industry,
                _moment(one.answered),
                one.state,
                one.converted,
            )
            for one in company.beside.leads
        ),
    )


def activity_table(company: Company, header: str) -> Table:
    """One row an activity."""
    yes, no = company.setting.office.yes_no
    return _table(
        header,
        (
            (
                one.day,
                one.rep.key,
                one.rep.name,
                one.customer.key,
                one.kind,
                yes if one.planned else no,
                yes if one.completed else no,
            )
            for one in company.beside.activities
        ),
    )


def answer_table(company: Company, header: str) -> Table:
    """One row an answer."""
    rows = ((one.day, one.customer.key, one.kind, one.score, one.scale) for one in company.beside.answers)
    return _table(header, rows)


def cost_table(company: Company, header: str) -> Table:
    """One row a month and kind."""
    return _table(header, ((one.day, one.kind, money(one.amount)) for one in company.beside.costs))


def market_table(company: Company, header: str) -> Table:
    """One row a quarter for the whole market and for each region."""
    words = company.setting.office
    return _table(
        header,
        (
            (one.period, *((words.region_scope, one.region) if one.region else words.whole_market), money(one.size))
            for one in company.beside.market
        ),
    )


def action_table(company: Company, header: str) -> Table:
    """One row an action."""
    rows = ((one.raised, one.owner.name, one.due, one.done, one.state, one.text) for one in company.beside.agreed)
    return _table(header, rows)


def long_target_table(company: Company, header: str) -> Table:
    """One row a scope, name and month."""
    scopes = company.setting.office.target_scopes
    rows = ((scopes[one.scope], one.name, f"{one.month:%Y-%m}", one.amount) for one in company.beside.aims)
    return _table(header, rows)


def wide_target_table(company: Company, header: str, year: int) -> Table:
    """One row a scope and name: the months of one year across, and their sum."""
    scopes = company.setting.office.target_scopes
    owners: dict[tuple[int, str], dict[int, Aim]] = {}
    for one in company.beside.aims:
        if one.month.year == year:
            owners.setdefault((one.scope, one.name), {})[one.month.month] = one
    return _table(header, (_across(scopes[scope], name, of) for (scope, name), of in owners.items()))


def _across(scope: str, name: str, of: dict[int, Aim]) -> tuple[Cell, ...]:
    months: Iterator[Cell] = (of[month].amount if month in of else None for month in range(1, 13))
    return (scope, name, *months, sum(one.amount for one in of.values()))


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else _MOMENT.format(moment)


def _table(header: str, rows: Iterable[tuple[str | int | Cell | date, ...]]) -> Table:
    return Table(tuple(header.split(",")), tuple(rows))
