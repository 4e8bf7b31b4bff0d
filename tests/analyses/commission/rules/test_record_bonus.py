"""Bonuses for records, against hand-worked examples and an oracle in fractions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from commission_ground import ground, paid, plan, worked_out
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.records import Record
from salesperf.analyses.commission.rules.record_bonus import RecordBonus, earned

RECORD = Record(Decimal(2_400_000), date(2025, 11, 30))
CENTS = st.integers(-(10**9), 10**9).map(lambda cents: Decimal(cents).scaleb(-2))


def rule(base: str, **said: object) -> RecordBonus:
    told = {"name": "r", "rule": "record_bonus", "base": base, "rate": Decimal("0.05"), "since": date(2025, 1, 1)}
    return RecordBonus.model_validate({**told, **said})


@pytest.mark.parametrize(
    ("base", "credited", "pay"),
    [
        # The standard example of the choice: 100,000 x 5 % of the excess, 2.5M x 5 % of the total.
        ("excess", "2500000", "5000"),
        ("total", "2500000", "125000"),
        # A tie does not break it; a cent more does, a cent less does not.
        ("excess", "2400000", "0"),
        ("total", "2400000", "0"),
        ("excess", "2400000.01", "0.0005"),
        ("total", "2400000.01", "120000.0005"),
        ("total", "2399999.99", "0"),
        ("total", "0", "0"),
        ("total", "-100", "0"),
    ],
)
def test_a_record_is_paid_by_its_excess_or_in_total(base: str, credited: str, pay: str) -> None:
    assert earned(rule(base), Case(Decimal(credited), record=RECORD)).exact == Decimal(pay)


def test_it_is_said_which_record_stands_or_is_broken() -> None:
    [stands] = earned(rule("total"), Case(Decimal(2_400_000), record=RECORD)).reasons
    [broken] = earned(rule("total"), Case(Decimal(2_400_001), record=RECORD)).reasons

    assert stands.en == "the record of 2,400,000, reached by 2025-11-30, stands"
    assert broken.en == "above the record of 2,400,000, reached by 2025-11-30"


def test_where_nothing_was_reached_before_there_is_nothing_to_break() -> None:
    found = earned(rule("total"), Case(Decimal(100)))

    assert found.exact == 0
    assert [one.en for one in found.reasons] == ["there is no record to break: no earlier period with anything"]
    assert earned(rule("total"), Case(Decimal(0))).reasons == ()


@pytest.mark.parametrize("missing", ["base", "rate", "since"])
def test_a_plan_says_what_is_paid_and_where_the_record_comes_from(missing: str) -> None:
    said = rule("excess").model_dump(exclude_unset=True)
    del said[missing]

    with pytest.raises(ValidationError):
        RecordBonus.model_validate(said)


# Ann: November 2025 300, December 200, January 250, February 350, March 350, April 400. Ben: December 10, January 20.
ORDERS = (
    "order_id,order_date,rep_name,amount\n1,2025-11-05,Ann,300\n2,2025-12-05,Ann,200\n3,2026-01-05,Ann,250\n"
    "4,2026-02-05,Ann,350\n5,2026-03-05,Ann,350\n6,2026-04-05,Ann,400\n7,2025-12-05,Ben,10\n8,2026-01-05,Ben,20\n"
)
PLAN = """
[[component]]
name = "r"
rule = "record_bonus"
base = "{base}"
rate = 0.1
{said}
"""


@pytest.mark.parametrize(
    ("base", "said", "pay"),
    [
        # Ann breaks her 300 in February and the 350 of February in April; Ben his 10 in January.
        (
            "excess",
            "since = 2025-11-01",
            {("Ann", "2026-02"): "5.00", ("Ann", "2026-04"): "5.00", ("Ben", "2026-01"): "1.00"},
        ),
        # From December on Ann's record is 200, broken by 250 in January.
        (
            "total",
            "since = 2025-12-01",
            {
                ("Ann", "2026-01"): "25.00",
                ("Ann", "2026-02"): "35.00",
                ("Ann", "2026-04"): "40.00",
                ("Ben", "2026-01"): "2.00",
            },
        ),
        # November is only partly on or after the 2nd, so it sets no record.
        (
            "excess",
            "since = 2025-11-02",
            {
                ("Ann", "2026-01"): "5.00",
                ("Ann", "2026-02"): "10.00",
                ("Ann", "2026-04"): "5.00",
                ("Ben", "2026-01"): "1.00",
            },
        ),
        # Stated for Ann alone, who never reaches it before April; it does not move.
        ("excess", 'record = [{ amount = 390, on = 2024-06-30, rep = "Ann" }]', {("Ann", "2026-04"): "1.00"}),
    ],
)
def test_records_are_dated_facts_of_the_participant(base: str, said: str, pay: dict[tuple[str, str], str]) -> None:
    found = worked_out(ground(orders=ORDERS), plan(PLAN.format(base=base, said=said)), date(2026, 4, 30))

    assert paid(found) == pay


@given(st.lists(CENTS, min_size=1, max_size=8))
def test_each_month_is_held_against_the_best_before_it(months: list[Decimal]) -> None:
    best = Fraction(0)
    for amount in months:
        record = Record(Decimal(best.numerator) / best.denominator, date(2025, 1, 1)) if best > 0 else None

        found = earned(rule("excess"), Case(amount, record=record)).exact

        expected = (Fraction(amount) - best) / 20 if best > 0 and Fraction(amount) > best else Fraction(0)
        assert Fraction(found) == expected
        best = max(best, Fraction(amount))


def test_the_time_before_a_plan_tells_of_records_of_those_whom_it_names() -> None:
    said = 'since = 2025-11-01\n[plan.who]\nreps = ["Ann"]'

    found = worked_out(ground(orders=ORDERS), plan(PLAN.format(base="excess", said=said)), date(2026, 4, 30))

    assert paid(found) == {("Ann", "2026-02"): "5.00", ("Ann", "2026-04"): "5.00"}
