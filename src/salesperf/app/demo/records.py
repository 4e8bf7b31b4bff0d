"""The records a demo company's exports show: orders, credit notes and deals; money is a whole number of cents (分)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from salesperf.app.demo.setting import Customer, Person, Product


class Line(Struct, frozen=True):
    """One line of an order; on a credit note quantity, discount and cost are negative. An unknown cost is None."""

    product: Product
    quantity: int
    unit_price: int
    discount: int
    cost: int | None
    status: str

    @property
    def amount(self) -> int:
        """What the customer pays for the line, before tax."""
        return self.quantity * self.unit_price - self.discount


class Order(Struct, frozen=True):
    """One order, or one credit note that names the order it takes back in `return_of`."""

    number: str
    day: date
    customer: Customer
    rep: Person
    lines: tuple[Line, ...]
    return_of: str = ""

    @property
    def amount(self) -> int:
        """The sum of its lines."""
        return sum(line.amount for line in self.lines)


class Deal(Struct, frozen=True):
    """One opportunity; `closed` is None while it is open, `reason` and `competitor` are filled for lost ones."""

    key: str
    name: str
    customer: Customer
    rep: Person
    stage: str
    amount: int
    probability: int
    created: date
    expected: date
    closed: date | None
    reason: str
    competitor: str
    source: str
