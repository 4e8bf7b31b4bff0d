from __future__ import annotations

from datetime import date
from itertools import combinations

from salesperf.app.demo.hengyuan import HENGYUAN
from salesperf.app.demo.hengyuan_people import PEOPLE
from salesperf.app.demo.workdays import workday_from


def test_numbers_and_names_are_unique() -> None:
    assert len({person.key for person in PEOPLE}) == len({person.name for person in PEOPLE}) == len(PEOPLE)


def test_everybody_but_the_director_has_a_manager_of_the_region_or_headquarters() -> None:
    by_key = {person.key: person for person in PEOPLE}

    for person in PEOPLE[1:]:
        assert by_key[person.manager].region in {person.region, "总部"}
    assert PEOPLE[0].manager == ""


def test_nobody_shares_a_seat() -> None:
    for one, other in combinations([person for person in PEOPLE if person.seat], 2):
        if one.seat == other.seat:
            assert (one.left or date.max) < other.hired or (other.left or date.max) < one.hired


def test_newcomers_sell_first_on_a_workday_of_theirs() -> None:
    for person in PEOPLE:
        if person.sells_from > date.min:
            assert person.hired < person.sells_from < (person.left or date.max)
            assert workday_from(HENGYUAN, person.sells_from) == person.sells_from


def test_every_seat_is_in_the_region_of_its_rep() -> None:
    for person in PEOPLE:
        if person.seat:
            assert person.seat in HENGYUAN.region(person.region).seats
