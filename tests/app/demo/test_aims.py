from __future__ import annotations

from collections import defaultdict
from datetime import date

from salesperf.app.demo.company import Company
from salesperf.app.demo.hengyuan import HENGYUAN


def test_teams_add_up_to_the_company_in_every_month(company: Company) -> None:
    by_scope: dict[tuple[int, date], int] = defaultdict(int)
    for one in company.beside.aims:
        by_scope[one.scope, one.month] += one.amount

    months = {month for _, month in by_scope}
    assert all(by_scope[0, month] == by_scope[1, month] for month in months)
    assert all(by_scope[2, month] <= by_scope[1, month] for month in months), "seats without a rep are the team's"


def test_the_halves_ask_what_the_story_says(company: Company) -> None:
    if company.setting != HENGYUAN:
        return
    months = {one.month: one.amount for one in company.beside.aims if one.scope == 0}

    # In 10,000 yuan: 1.05 x 21.40 and 1.05 x 23.00 million.
    assert sum(amount for month, amount in months.items() if month.month <= 6) == 2247
    assert sum(amount for month, amount in months.items() if month.month > 6) == 2415
    # January weighs 70 of 565 in the first half: 278.39, and the largest remainders are rounded up.
    assert months[date(2025, 1, 1)] in {278, 279}


def test_only_reps_with_a_seat_have_targets_and_newcomers_less(company: Company) -> None:
    names = {person.name: person for person in company.setting.people}

    for one in company.beside.aims:
        if one.scope == 2:
            assert names[one.name].seat
            assert names[one.name].sells_from <= one.month
