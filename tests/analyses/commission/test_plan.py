from __future__ import annotations

import tomllib
from decimal import Decimal

import pytest
from pydantic import ValidationError

from commission_ground import TERMS, plan
from salesperf.analyses.commission.plan import Plan
from salesperf.core.period import Grain

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.015\n'


def written(text: str) -> Plan:
    return Plan.model_validate(tomllib.loads(text, parse_float=Decimal))


def test_rates_are_the_decimals_that_were_written() -> None:
    assert str(plan(FLAT).component[0].rate) == "0.015"  # type: ignore[union-attr]


@pytest.mark.parametrize(("word", "grain"), [("month", Grain.MONTH), ("quarter", Grain.QUARTER), ("year", Grain.YEAR)])
def test_a_plan_is_settled_by_its_period(word: str, grain: Grain) -> None:
    assert plan(FLAT, period=word).plan.grain is grain


@pytest.mark.parametrize(
    "key", ["rounding", "day_count", "clawback", "negative_balance", "returns_reduce_attainment", "currency", "version"]
)
def test_what_systems_decide_differently_has_no_default(key: str) -> None:
    terms = TERMS.format(start="2026-01-01", period="month")
    open_terms = "\n".join(line for line in terms.splitlines() if not line.startswith(key))

    with pytest.raises(ValidationError) as fault:
        written(f"{open_terms}\n{FLAT}")

    assert [(error["type"], error["loc"]) for error in fault.value.errors()] == [("missing", ("plan", key))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{FLAT}{FLAT}", "are not told apart"),
        ("", "pays nothing"),
        ('[[component]]\nname = "x"\nrule = "flatt"\nrate = 1', "flatt"),
        (f"{FLAT}rat = 1", "rat"),
        ('[[component]]\nname = "x"\nrule = "tiered"\ntiers = [{ rate = 1 }]', "mode"),
    ],
)
def test_what_a_plan_cannot_be_is_refused(text: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        plan(text)


def test_a_plan_does_not_end_before_it_begins() -> None:
    terms = TERMS.format(start="2026-01-01", period="month")

    assert written(f"{terms}to = 2026-01-01\n{FLAT}").plan.to is not None
    with pytest.raises(ValidationError, match="ends before it begins"):
        written(f"{terms}to = 2025-12-31\n{FLAT}")


def test_what_happens_to_a_sum_is_said_once() -> None:
    found = plan(f"{FLAT}[person]\ncap = 500\n").settlement

    assert (found.plan, found.places, found.person and found.person.cap) == ("test", 2, 500)
