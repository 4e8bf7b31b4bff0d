from __future__ import annotations

from collections import defaultdict

from salesperf.app.demo.company import Company
from salesperf.app.demo.hengyuan import HENGYUAN


def test_every_completed_order_has_one_invoice_of_its_completed_lines(company: Company) -> None:
    words = company.setting.words
    worth = {
        order.number: sum(line.amount for line in order.lines if line.status == words.completed)
        for order in company.orders
        if not order.return_of
    }

    invoiced = {one.order.number: one.amount for one in company.beside.invoices}

    last = company.setting.halves[-1].last
    late = {order.number for order in company.orders if (last - order.day).days <= 3}
    assert {number: amount for number, amount in worth.items() if amount > 0 and number not in late}.items() <= (
        invoiced.items()
    )
    assert invoiced.items() <= worth.items()
    assert max(one.day for one in company.beside.invoices) <= last
    assert len({one.number for one in company.beside.invoices}) == len(company.beside.invoices)


def test_an_invoice_falls_due_after_the_days_of_its_industry(company: Company) -> None:
    terms = dict(company.setting.office.terms)

    for one in company.beside.invoices:
        assert (one.due - one.day).days == terms[one.order.customer.segment.industry]
        assert one.day >= one.order.day


def test_nobody_pays_more_than_the_invoice_or_before_it(company: Company) -> None:
    paid: dict[str, int] = defaultdict(int)
    for one in company.beside.payments:
        paid[one.invoice.number] += one.amount
        assert one.day >= one.invoice.day
        assert one.day <= company.setting.halves[-1].last

    amounts = {one.number: one.amount for one in company.beside.invoices}
    assert all(amount <= amounts[number] for number, amount in paid.items())
    assert any(amount < amounts[number] for number, amount in paid.items()), "some have paid a first part only"


def test_customers_of_hengyuan_pay_later_in_the_bad_half(company: Company) -> None:
    if company.setting != HENGYUAN:
        return
    waits: dict[int, list[int]] = defaultdict(list)
    for one in company.beside.payments:
        half = next(at for at, half in enumerate(HENGYUAN.halves) if one.invoice.due <= half.last or at == 5)
        waits[half].append((one.day - one.invoice.due).days)

    means = {half: sum(days) / len(days) for half, days in waits.items()}
    assert means[4] > 25, "62 of 100 pay 25 to 80 days late"
    assert max(mean for half, mean in means.items() if half != 4) < 10
