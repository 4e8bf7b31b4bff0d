"""What colleagues think of how everybody works with them: a score a quarter."""

from __future__ import annotations

from datetime import date

from salesperf.app.demo.company import Company
from salesperf.app.demo.draws import Draws
from salesperf.app.demo.encode import Table
from salesperf.app.demo.setting import Person
from salesperf.core.period import last_day

_LOW, _HIGH, _SENIOR = 62, 92, 6
"""Scores of 100; a senior who takes newcomers along gets some more."""


def review_table(company: Company, header: str, *, year: int) -> Table:
    """One row a quarter and person who was there in it: the mean score that peers gave for working together."""
    rows = []
    for quarter in range(1, 5):
        first = date(year, 3 * quarter - 2, 1)
        last = last_day(first, months=3)
        draws = Draws(company.setting.key, "reviews", f"{year}Q{quarter}")
        for person in company.setting.people:
            if _was_there(person, first, last):
                more = _SENIOR if person.level.endswith("3") else 0
                rows.append((f"{year}Q{quarter}", person.key, "同事", "协作", draws.between(_LOW, _HIGH) + more))
    return Table(tuple(header.split(",")), tuple(rows))


def _was_there(person: Person, first: date, last: date) -> bool:
    return person.hired <= last and (person.left is None or person.left >= first)
