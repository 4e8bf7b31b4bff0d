"""The story of Acme Workshop Supply, measured from its files alone."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

HALVES = [
    (date(2023, 7, 1), date(2023, 12, 31)),
    (date(2024, 1, 1), date(2024, 6, 30)),
    (date(2024, 7, 1), date(2024, 12, 31)),
    (date(2025, 1, 1), date(2025, 6, 30)),
    (date(2025, 7, 1), date(2025, 12, 31)),
    (date(2026, 1, 1), date(2026, 6, 30)),
]


def _net(exports: Any) -> list[Decimal]:
    earning = {"Completed", "Returned"}
    return [
        sum((line.amount for line in exports.lines if first <= line.day <= last and line.status in earning), Decimal(0))
        for first, last in HALVES
    ]


def _active(exports: Any) -> list[set[str]]:
    return [
        {line.customer for line in exports.lines if first <= line.day <= last and line.status == "Completed"}
        for first, last in HALVES
    ]


def test_growth_slows_from_a_tenth_to_nearly_nothing(acme_exports: Any) -> None:
    net = _net(acme_exports)

    growth = [float(net[place] / net[place - 2] - 1) for place in range(2, 6)]

    # 2.65 / 2.41, 2.84 / 2.56, 2.81 / 2.65 and 2.87 / 2.84 million dollars.
    assert growth == pytest.approx([0.0996, 0.1094, 0.0604, 0.0106], abs=0.003)


def test_customers_come_and_go_as_told(acme_exports: Any) -> None:
    active = _active(acme_exports)

    assert [len(customers) for customers in active] == [104, 108, 116, 124, 132, 132]
    assert [len(before - now) for before, now in pairwise(active)] == [8, 8, 9, 10, 15]


def test_more_deals_are_lost_on_price_in_the_last_half(acme_exports: Any) -> None:
    lost = [
        (datetime.strptime(deal["Closed Date"], "%m/%d/%Y").date(), deal["Lost Reason"])  # noqa: DTZ007 -- a calendar date
        for deal in acme_exports.deals
        if deal["Stage"] == "Closed Lost"
    ]

    by_half = [[reason for day, reason in lost if first <= day <= last] for first, last in HALVES]

    assert [(reasons.count("Price"), len(reasons)) for reasons in by_half] == [
        (12, 46),
        (12, 46),
        (13, 48),
        (14, 50),
        (16, 54),
        (21, 60),
    ]


def test_the_data_end_on_the_last_workday_of_june(acme_exports: Any) -> None:
    assert min(line.day for line in acme_exports.lines) >= date(2023, 7, 1)
    assert max(line.day for line in acme_exports.lines) == date(2026, 6, 30)


def test_eight_to_twelve_reps_sell_in_three_regions(acme_exports: Any) -> None:
    reps = [person for person in acme_exports.people if person["Role"] == "Account Manager"]

    assert len(reps) == 12
    assert {person["Region"] for person in reps} == {"East", "Central", "West"}
    assert {person["Employee Name"] for person in reps} <= {line.rep for line in acme_exports.lines}
