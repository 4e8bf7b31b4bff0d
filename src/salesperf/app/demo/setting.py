"""What is decided about a demo company before chance fills in the rest: people, goods, markets and its story.

Money is a whole number of cents (分).
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from salesperf.app.demo.conduct import Conduct, OfficeWords


class Product(Struct, frozen=True):
    """One article; prices are those of the last year, per unit of measure; quantities are multiples of `pack`."""

    sku: str
    name: str
    category: str
    unit: str
    list_price: int
    unit_cost: int
    pack: int
    launched: date


class Person(Struct, frozen=True):
    """One employee of the sales department.

    `seat` is the book of customers a rep serves; `sells_from` is the day of a rep's first order, which for a newcomer
    comes some weeks after `hired`. Managers and support staff have no seat.
    """

    key: str
    name: str
    team: str
    region: str
    manager: str
    role: str
    level: str
    hired: date
    left: date | None = None
    seat: str = ""
    sells_from: date = date.min

    def sells_at(self, day: date) -> bool:
        """Whether orders of this day can be this person's."""
        return max(self.hired, self.sells_from) <= day and (self.left is None or day <= self.left)


class Region(Struct, frozen=True):
    """A sales region: how many of a hundred customers are there, in which cities, and its seats."""

    name: str
    weight: int
    cities: tuple[str, ...]
    seats: tuple[str, ...]
    manager: str


class Segment(Struct, frozen=True):
    """A kind of customer: its share of a hundred, its usual channel, what it buys, and how its names end."""

    industry: str
    channel: str
    weight: int
    categories: tuple[str, ...]
    endings: tuple[str, ...]


class Spell(Struct, frozen=True):
    """Days on which only `percent` of the usual orders come; 0 for a holiday."""

    first: date
    last: date
    percent: int


class HalfYear(Struct, frozen=True):
    """What is to be found in the exports of six months.

    `revenue` is net of returns, in cents. `lost`, `regained` and `new` are customers against the half before (the
    first half has none of them). `discount` is the usual discount in thousandths. Deals are counted by the day they
    close; `cycle` is the shortest and longest time from creation to signature, in days.
    """

    first: date
    last: date
    revenue: int
    lost: int
    regained: int
    new: int
    discount: int
    won_deals: int
    lost_deals: int
    lost_on_price: int
    cycle: tuple[int, int]


class Words(Struct, frozen=True):
    """The words a company's systems write into their exports.

    The names and numbers are patterns: of `city`, `brand` and `ending`; of `customer` and `category`; of `day`,
    `of_day` (1, 2, ... within a day) and `serial` (1, 2, ... over all days).
    """

    completed: str
    cancelled: str
    pending: str
    returned: str
    won: str
    lost: str
    stages: tuple[tuple[str, int], ...]
    price: str
    reasons: tuple[str, ...]
    competitors: tuple[str, ...]
    sources: tuple[str, ...]
    customer_name: str
    deal_name: str
    order_number: str
    note_number: str
    deal_number: str


class Customer(Struct, frozen=True):
    """One customer; `weight` is its usual share of revenue against the others'.

    `seats` begins with the seat that serves it; further ones serve it until that seat exists.
    """

    key: str
    name: str
    segment: Segment
    region: str
    seats: tuple[str, ...]
    weight: int
    level: str


class Setting(Struct, frozen=True):
    """Everything that is decided about a company before chance fills in the rest.

    `months` weighs January to December; `price_index` is the price level of a year in percent of the list. `conduct`
    stands beside `halves`; `target_unit` is what the target sheet counts in, in cents.
    """

    key: str
    name: str
    people: tuple[Person, ...]
    products: tuple[Product, ...]
    regions: tuple[Region, ...]
    segments: tuple[Segment, ...]
    halves: tuple[HalfYear, ...]
    opening_customers: int
    prospects: int
    open_deals: int
    return_permille: int
    brands: tuple[str, ...]
    months: tuple[int, ...]
    spells: tuple[Spell, ...]
    price_index: dict[int, int]
    words: Words
    conduct: tuple[Conduct, ...]
    office: OfficeWords
    target_unit: int

    def region(self, name: str) -> Region:
        """The region of that name."""
        return next(region for region in self.regions if region.name == name)

    def conduct_on(self, day: date) -> Conduct:
        """How the company worked on a day; after the last half-year as in it."""
        pairs = zip(self.halves, self.conduct, strict=True)
        return next((conduct for half, conduct in pairs if day <= half.last), self.conduct[-1])

    def opened(self, seat: str) -> date:
        """The day of a seat's first order; `date.min` for a seat that was always there."""
        return min(person.sells_from for person in self.people if person.seat == seat)

    def seller(self, customer: Customer, day: date) -> Person:
        """Who serves a customer on a day: the rep on its first seat that exists by then.

        While nobody sits there the region's manager covers.
        """
        seat = next(seat for seat in customer.seats if self.opened(seat) <= day)
        for person in self.people:
            if person.seat == seat and person.sells_at(day):
                return person
        manager = self.region(customer.region).manager
        return next(person for person in self.people if person.key == manager)
