"""How a demo company works beside its orders, half-year by half-year: who pays late, answers fast, is content."""

from __future__ import annotations

from msgspec import Struct


class Conduct(Struct, frozen=True):
    """What is to be found in the other exports of six months.

    `late` of a thousand invoices are paid late, by `late_days` (shortest and longest); the others within a week of the
    due day. `answer_hours` is how long a lead waits for its first response, `leads` how many come a month and
    `converted` of a thousand of them become a deal. `visits` are activities a rep and workday in thousandths, of which
    `kept` of a thousand are completed. `content` weighs the answers from worst to best. `growth` is what the targets
    ask over the same half of the year before, in thousandths; None where no targets were set. `cost` is the sales and
    marketing cost in thousandths of revenue, `share` the market share in thousandths.
    """

    late: int
    late_days: tuple[int, int]
    answer_hours: tuple[int, int]
    leads: int
    converted: int
    visits: int
    kept: int
    content: tuple[int, int, int, int, int]
    growth: int | None
    cost: int
    share: int


class OfficeWords(Struct, frozen=True):
    """The words of the other exports: kinds, states and methods as a company's systems write them."""

    terms: tuple[tuple[str, int], ...]
    """Days to pay by industry; the first is that of all others."""
    methods: tuple[str, ...]
    lead_states: tuple[str, str, str]
    """Converted, in work, given up."""
    activities: tuple[tuple[str, int], ...]
    yes_no: tuple[str, str]
    surveys: tuple[str, str]
    """Satisfaction, recommendation."""
    costs: tuple[tuple[str, int], ...]
    """Kinds of cost with their weights."""
    invoice_number: str
    payment_number: str
    lead_number: str
    quarter: str
    whole_market: tuple[str, str]
    """Scope and name of the whole market."""
    region_scope: str
    target_scopes: tuple[str, str, str]
    """Company, team, person."""
    agreed: tuple[str, ...]
    """What a meeting agrees to do, with its `customer`."""
    agreed_states: tuple[str, str, str, str]
    """Open, in progress, done, cancelled."""
