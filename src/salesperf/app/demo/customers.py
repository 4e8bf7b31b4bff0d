"""Who the customers are, and which of them buy in which half-year, exactly as the story counts them."""

from __future__ import annotations

from math import isqrt

from msgspec import Struct

from salesperf.app.demo.draws import Draws
from salesperf.app.demo.setting import Customer, HalfYear, Region, Setting

_LARGEST = 12


class CustomerBase(Struct, frozen=True):
    """All customers in the order they came, and for each half-year the ones that buy in it.

    `prospects` are customers that have asked for quotes and never bought.
    """

    customers: tuple[Customer, ...]
    active: tuple[tuple[Customer, ...], ...]
    prospects: tuple[Customer, ...]


def customer_base(setting: Setting) -> CustomerBase:
    """Invent the customers, then let them come, pause, return and leave by the numbers of each half-year."""
    arrivals = [(setting.opening_customers, setting.halves[0])]
    arrivals += [(half.new, half) for half in setting.halves[1:]]
    arrivals.append((setting.prospects, setting.halves[0]))
    customers = _invented(setting, arrivals)
    active = _active(setting, customers)
    return CustomerBase(customers, active, customers[len(customers) - setting.prospects :])


def _invented(setting: Setting, arrivals: list[tuple[int, HalfYear]]) -> tuple[Customer, ...]:
    draws = Draws(setting.key, "customers")
    halves = [half for count, half in arrivals for _ in range(count)]
    ranks = _ranks(len(halves), setting.opening_customers, draws=draws)
    taken: set[str] = set()
    found: list[Customer] = []
    for serial, (half, rank) in enumerate(zip(halves, ranks, strict=True), start=1):
        region = draws.weighted(setting.regions, [region.weight for region in setting.regions])
        segment = draws.weighted(setting.segments, [segment.weight for segment in setting.segments])
        name = ""
        while not name or name in taken:
            name = setting.words.customer_name.format(
                city=draws.pick(region.cities), brand=draws.pick(setting.brands), ending=draws.pick(segment.endings)
            )
        taken.add(name)
        seats = _seats(setting, region, half, rank=rank, draws=draws)
        level = "A" if rank <= len(halves) // 5 else "B" if rank <= len(halves) // 2 else "C"
        found.append(Customer(f"C{serial:04d}", name, segment, region.name, seats, _share(rank), level))
    return tuple(found)


def _ranks(count: int, opening: int, *, draws: Draws) -> tuple[int, ...]:
    """A size rank for each customer; the largest are there from the beginning."""
    largest = dict(zip(draws.sample(range(opening), _LARGEST), range(1, _LARGEST + 1), strict=True))
    others = iter(draws.shuffled(range(_LARGEST + 1, count + 1)))
    return tuple(largest[place] if place in largest else next(others) for place in range(count))


def _share(rank: int) -> int:
    """A weight that falls with the rank so that a fifth of the customers brings about four fifths of the revenue."""
    return 10**12 // ((rank + 8) * isqrt((rank + 8) * 10**6))


def _seats(setting: Setting, region: Region, half: HalfYear, *, rank: int, draws: Draws) -> tuple[str, ...]:
    """The seat that serves a customer, and one that exists when it comes.

    A seat that opens later takes customers over from its colleagues, but none of the largest.
    """
    existing = [seat for seat in region.seats if setting.opened(seat) <= half.first]
    first = draws.pick(existing if rank <= _LARGEST else region.seats)
    return (first,) if first in existing else (first, draws.pick(existing))


def _active(setting: Setting, customers: tuple[Customer, ...]) -> tuple[tuple[Customer, ...], ...]:
    draws = Draws(setting.key, "membership")
    buying = list(customers[: setting.opening_customers])
    came = len(buying)
    paused: list[Customer] = []
    by_half = [tuple(buying)]
    for half in setting.halves[1:]:
        back = draws.sample(paused, half.regained)
        gone = draws.sample(_small(buying), half.lost)
        new = customers[came : came + half.new]
        came += half.new
        buying = [*(one for one in buying if one not in gone), *back, *new]
        paused = [*(one for one in paused if one not in back), *gone]
        by_half.append(tuple(buying))
    return tuple(by_half)


def _small(buying: list[Customer]) -> list[Customer]:
    """The customers that may leave: all but the largest tenth, whom a senior rep looks after."""
    by_size = sorted(buying, key=lambda one: (-one.weight, one.key))
    return by_size[len(by_size) // 10 :]
