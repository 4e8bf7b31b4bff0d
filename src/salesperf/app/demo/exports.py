"""The tables both companies export in the same columns, under headers in their own language."""

from __future__ import annotations

from collections.abc import Iterable

from salesperf.app.demo.company import Company
from salesperf.app.demo.draws import Draws
from salesperf.app.demo.encode import Cell, Table, money

_NO_LEVEL = 40


def deal_table(company: Company, header: str) -> Table:
    """One row a deal; a deal that is still open has no closing day."""
    return _table(
        header,
        (
            (
                *(deal.key, deal.name, deal.created, deal.customer.key, deal.customer.name, deal.rep.name, deal.stage),
                *(money(deal.amount), f"{deal.probability}%", deal.expected, deal.closed, deal.reason),
                *(deal.competitor, deal.source),
            )
            for deal in company.deals
        ),
    )


def customer_table(company: Company, header: str) -> Table:
    """One row a customer, with the rep who serves it on the last day; some were never given a level."""
    draws = Draws(company.setting.key, "blanks", "customers")
    last = company.setting.halves[-1].last
    return _table(
        header,
        (
            (
                *(one.key, one.name, one.segment.industry, one.region, company.since[one.key]),
                *(company.setting.seller(one, last).key, None if draws.chance(_NO_LEVEL) else one.level),
            )
            for one in company.customers
        ),
    )


def product_table(company: Company, header: str) -> Table:
    """One row an article, with the list price and unit cost of the last year."""
    return _table(
        header,
        (
            (one.sku, one.name, one.category, one.unit, money(one.list_price), money(one.unit_cost), one.launched)
            for one in company.setting.products
        ),
    )


def people_table(company: Company, header: str) -> Table:
    """One row an employee of the sales department, those who left included."""
    return _table(
        header,
        (
            (one.key, one.name, one.team, one.region, one.manager, one.role, one.level, one.hired, one.left)
            for one in company.setting.people
        ),
    )


def _table(header: str, rows: Iterable[tuple[Cell, ...]]) -> Table:
    return Table(tuple(header.split(",")), tuple(rows))
