"""Who gets a share of a target: the people who are there in the period and sell, and how much of it they are there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from salesperf.analyses.targets.cascade.basis import Lately
from salesperf.analyses.targets.cascade.section import CascadeSection, PersonRule
from salesperf.analyses.targets.owners import People
from salesperf.core.period import Period, Span
from salesperf.core.text import folded

_MONTHS = 12
Row = Mapping[str, object]
_NO_RULE = PersonRule()
_HOLLOW = Fraction(1, 4)
"""Of a leader's own sales, beside those of an average seller: below it the leader is none."""


class Seat(Struct, frozen=True):
    """One person; `sold_as` is what the sales know them by, `sold` the metric over the months before."""

    key: str
    name: str
    team: str | None
    region: str | None
    sold_as: str | None
    sold: Fraction
    fte: Fraction = Fraction(1)
    hired: date | None = None
    left: date | None = None
    ramp: tuple[Fraction, ...] = ()
    rule: PersonRule = _NO_RULE

    def is_there(self, day: date) -> bool:
        """Whether the person is hired and has not left on a day; the last day counts."""
        return (self.hired is None or self.hired <= day) and (self.left is None or day <= self.left)

    def presence(self, day: date) -> Fraction:
        """FTE on a day, 0 where the person is not there."""
        return self.fte if self.is_there(day) else Fraction(0)

    def capacity(self, day: date) -> Fraction:
        """FTE on a day, in the first months after hiring a part of it."""
        month = None if self.hired is None else _months_between(self.hired, day)
        is_new = month is not None and 0 <= month < len(self.ramp)
        return self.presence(day) * (self.ramp[month] if is_new and month is not None else 1)

    def is_new(self, day: date) -> bool:
        """Whether the person is in the first months on a day."""
        return self.hired is not None and _months_between(self.hired, day) < len(self.ramp)


class Roster(Struct, frozen=True):
    """The seats in the order of their keys, and who gets none: leaders, and people who sold nothing and are not new."""

    seats: tuple[Seat, ...]
    leaders: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    sold_over: Period | None = None
    """The days whose sellers these are, where no people table says who is there."""


class Sellers(Struct, frozen=True):
    """What the sales know: the group each person is sold as, and what each group brought over the months before.

    `sold` is None where the metric cannot be told by rep.
    """

    group_of: Mapping[str, str]
    sold: Mapping[str, Fraction] | None

    def of(self, key: str) -> Fraction:
        """What a person brought; less than nothing counts as nothing."""
        return max((self.sold or {}).get(self.group_of.get(key, ""), Fraction(0)), Fraction(0))

    def average(self, keys: Sequence[str]) -> Fraction:
        """What those who sold anything brought on average; the least above nothing where nobody did."""
        sold = [one for one in map(self.of, keys) if one]
        return sum(sold, Fraction(0)) / len(sold) if sold else Fraction(1)


def roster_of(
    rows: Mapping[str, Row],
    people: People,
    sellers: Sellers,
    section: CascadeSection,
    *,
    leaders: Collection[str],
    period: Span,
    since: date | None,
) -> Roster:
    """The people of the people table who are there in a period.

    Someone who leads others gets no share unless they sold a quarter of what an average seller did; nor does anyone
    who sold nothing over the months that begin on `since`, unless hired after it. What is said of a person under
    `[targets.cascade.people]` keeps the seat in any case.
    """
    seats, led, idle = [], [], []
    little = _HOLLOW * sellers.average([key for key in rows if key not in leaders])
    for key, row in sorted(rows.items()):
        name = people.names.get(key, key)
        rule = _rule(key, name, people, section)
        seat = _seat(key, row, sellers, section, name=name, rule=rule or _NO_RULE)
        if (seat.hired and seat.hired > period.end) or (seat.left and seat.left < period.start):
            continue
        is_fresh = since is None or (seat.hired is not None and seat.hired >= since)
        if rule is None and key in leaders and seat.sold < little:
            led.append(name)
        elif rule is None and sellers.sold and not seat.sold and not is_fresh:
            idle.append(name)
        else:
            seats.append(seat)
    return Roster(tuple(seats), tuple(led), tuple(idle))


def roster_of_sales(sellers: Sellers, lately: Lately, labels: Mapping[str, str], section: CascadeSection) -> Roster:
    """Without a people table, those who sold lately, each with the team of most of it."""
    seats = []
    for key, team in sorted(lately.groups):
        name = labels.get(key, key)
        rule = _rule(key, name, None, section) or _NO_RULE
        fte = Fraction(rule.fte) if rule.fte is not None else Fraction(1)
        seats.append(Seat(key, name, team, None, key, sellers.of(key), fte, rule=rule))
    return Roster(tuple(seats), sold_over=lately.over)


def _seat(key: str, row: Row, sellers: Sellers, section: CascadeSection, *, name: str, rule: PersonRule) -> Seat:
    fte = rule.fte if rule.fte is not None else row.get("fte")
    ramp = tuple(map(Fraction, rule.ramp)) if rule.ramp is not None else section.steps
    hired, left = row.get("hire_date"), row.get("leave_date")
    return Seat(
        key=key,
        name=name,
        team=_word(row, "team"),
        region=_word(row, "region"),
        sold_as=sellers.group_of.get(key),
        sold=sellers.of(key),
        fte=Fraction(fte) if isinstance(fte, Decimal | int | float) and fte > 0 else Fraction(1),
        hired=hired if isinstance(hired, date) else None,
        left=left if isinstance(left, date) else None,
        ramp=ramp,
        rule=rule,
    )


def _rule(key: str, name: str, people: People | None, section: CascadeSection) -> PersonRule | None:
    for word, rule in section.people.items():
        said = folded(word)
        if said in {folded(key), folded(name)} or (people is not None and people.ids.get(said) == key):
            return rule
    return None


def _word(row: Row, column: str) -> str | None:
    value = row.get(column)
    return str(value) if value else None


def _months_between(first: date, day: date) -> int:
    """Whole months from one day to another: 0 in the first month after it."""
    return (day.year - first.year) * _MONTHS + day.month - first.month - (day.day < first.day)


def same_team(seats: Sequence[Seat]) -> Iterator[tuple[str | None, tuple[Seat, ...]]]:
    """The seats team by team, in the order of the teams' names, those without a team last."""
    names = sorted({seat.team for seat in seats if seat.team is not None})
    for team in [*names, None]:
        members = tuple(seat for seat in seats if seat.team == team)
        if members:
            yield team, members
