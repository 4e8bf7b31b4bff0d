"""What a demo company's other systems record: invoices and payments, leads and activities, answers, costs, targets."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from salesperf.app.demo.records import Order
from salesperf.app.demo.setting import Customer, Person


class Invoice(Struct, frozen=True):
    """One invoice over the completed lines of an order."""

    number: str
    order: Order
    day: date
    due: date
    amount: int


class Payment(Struct, frozen=True):
    """Money received for an invoice."""

    number: str
    invoice: Invoice
    day: date
    amount: int
    method: str


class Lead(Struct, frozen=True):
    """One lead; `answered` is the moment of the first response, `converted` the day it became a deal."""

    number: str
    created: datetime
    source: str
    rep: Person
    industry: str
    answered: datetime | None
    state: str
    converted: date | None


class Activity(Struct, frozen=True):
    """One visit, call, proposal or follow-up."""

    day: date
    rep: Person
    customer: Customer
    kind: str
    planned: bool
    completed: bool


class Answer(Struct, frozen=True):
    """One answer: satisfaction on 1 to 5, recommendation on 0 to 10."""

    day: date
    customer: Customer
    kind: str
    score: int
    scale: int


class Cost(Struct, frozen=True):
    """The cost of one kind in one month, on its last day."""

    day: date
    kind: str
    amount: int


class Market(Struct, frozen=True):
    """The size of a market in one quarter; `region` is empty for the whole of it."""

    period: str
    region: str
    size: int


class Aim(Struct, frozen=True):
    """One target: `scope` is 0 for the company, 1 for a team, 2 for a rep; `amount` in the target sheet's unit."""

    scope: int
    name: str
    month: date
    amount: int


class Agreed(Struct, frozen=True):
    """One action that a weekly meeting agreed on; `done` is the day on which it was done."""

    raised: date
    owner: Person
    due: date
    done: date | None
    state: str
    text: str


class Beside(Struct, frozen=True):
    """All of it."""

    invoices: tuple[Invoice, ...]
    payments: tuple[Payment, ...]
    leads: tuple[Lead, ...]
    activities: tuple[Activity, ...]
    answers: tuple[Answer, ...]
    costs: tuple[Cost, ...]
    market: tuple[Market, ...]
    aims: tuple[Aim, ...]
    agreed: tuple[Agreed, ...]
