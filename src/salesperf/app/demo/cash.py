"""Invoices of the completed orders, and what customers paid for them by the last day."""

from __future__ import annotations

from datetime import date, timedelta

from salesperf.app.demo.beside import Invoice, Payment
from salesperf.app.demo.draws import Draws
from salesperf.app.demo.records import Order
from salesperf.app.demo.setting import Setting
from salesperf.app.demo.workdays import workday_from

_PART_PAID = 60
"""Of a thousand invoices, those paid in two parts."""
_FIRST_PART = 60


def invoices_of(setting: Setting, orders: tuple[Order, ...]) -> tuple[Invoice, ...]:
    """One invoice an order, some days after it, due after the days its customer's industry is given.

    Orders of the very last days are not invoiced yet.
    """
    draws, words, last = Draws(setting.key, "invoices"), setting.office, setting.halves[-1].last
    terms = dict(words.terms)
    found: list[Invoice] = []
    for order in orders:
        amount = sum(line.amount for line in order.lines if line.status == setting.words.completed)
        if order.return_of or amount <= 0:
            continue
        day = workday_from(setting, order.day + timedelta(days=draws.between(0, 3)))
        if day > last:
            continue
        days = terms.get(order.customer.segment.industry, words.terms[0][1])
        number = words.invoice_number.format(day=day, serial=len(found) + 1)
        found.append(Invoice(number, order, day, day + timedelta(days=days), amount))
    return tuple(found)


def payments_of(setting: Setting, invoices: tuple[Invoice, ...]) -> tuple[Payment, ...]:
    """What came in by the last day, by day; who pays late and by how much is that of the half the invoice falls due."""
    draws, words, last = Draws(setting.key, "payments"), setting.office, setting.halves[-1].last
    drafts: list[tuple[date, Invoice, int]] = []
    for invoice in invoices:
        conduct = setting.conduct_on(invoice.due)
        wait = draws.between(*conduct.late_days) if draws.chance(conduct.late) else draws.between(-6, 7)
        day = workday_from(setting, max(invoice.day, invoice.due + timedelta(days=wait)))
        parts = [(day, invoice.amount)]
        if draws.chance(_PART_PAID):
            first = invoice.amount * _FIRST_PART // 100
            later = workday_from(setting, day + timedelta(days=draws.between(15, 40)))
            parts = [(day, first), (later, invoice.amount - first)]
        drafts += [(when, invoice, amount) for when, amount in parts if when <= last]
    drafts.sort(key=lambda one: (one[0], one[1].number, one[2]))
    return tuple(
        Payment(words.payment_number.format(day=day, serial=serial), invoice, day, amount, draws.pick(words.methods))
        for serial, (day, invoice, amount) in enumerate(drafts, start=1)
    )
