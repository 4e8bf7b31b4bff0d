from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

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
    wide_target_table,
)
from salesperf.app.demo.company import Company


def test_every_table_has_a_cell_for_each_header_and_a_row_for_each_record(company: Company) -> None:
    beside = company.beside
    tables = [
        (invoice_table(company, "a,b,c,d,e,f,g,h"), beside.invoices),
        (payment_table(company, "a,b,c,d,e,f"), beside.payments),
        (lead_table(company, "a,b,c,d,e,f,g,h,i"), beside.leads),
        (activity_table(company, "a,b,c,d,e,f,g"), beside.activities),
        (answer_table(company, "a,b,c,d,e"), beside.answers),
        (cost_table(company, "a,b,c"), beside.costs),
        (market_table(company, "a,b,c,d"), beside.market),
        (long_target_table(company, "a,b,c,d"), beside.aims),
        (action_table(company, "a,b,c,d,e,f"), beside.agreed),
    ]

    for table, records in tables:
        assert len(table.rows) == len(records)
        assert {len(row) for row in table.rows} == {len(table.header)}


def test_amounts_are_money_and_moments_go_to_the_minute(company: Company) -> None:
    invoice = company.beside.invoices[0]
    lead = company.beside.leads[0]

    assert invoice_table(company, "a").rows[0][-1] == Decimal(invoice.amount) / 100
    assert datetime.fromisoformat(str(lead_table(company, "a").rows[0][1])) == lead.created


def test_the_wide_sheet_has_the_months_of_one_year_across_and_their_sum(company: Company) -> None:
    year = company.beside.aims[0].month.year
    table = wide_target_table(company, "a", year)

    _, name, *months, total = table.rows[0]
    assert name == company.setting.name
    assert len(months) == 12
    assert total == sum(month for month in months if isinstance(month, int))
    january = [one.amount for one in company.beside.aims if one.scope == 0 and one.month == date(year, 1, 1)]
    assert months[0] == january[0]
