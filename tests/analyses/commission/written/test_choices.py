"""What choices say that their answers pay is what the engine pays on the standard example."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from commission_ground import plan
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.paying import earned
from salesperf.analyses.commission.people.balances import balanced
from salesperf.analyses.commission.people.proration import part_of
from salesperf.analyses.commission.records import Record
from salesperf.analyses.commission.written.answers import DayCount, NegativeBalance
from salesperf.analyses.commission.written.choices import CHOICES
from salesperf.core.money import Rounding, settle
from salesperf.core.period import Span

TIERS = "tiers = [{ to = 1_000_000, rate = 0.01 }, { to = 2_000_000, rate = 0.015 }, { rate = 0.02 }]"
POINTS = "points = [{ at = 2_000_000, rate = 0.015 }, { at = 3_000_000, rate = 0.02 }]"


def said(choice: str, word: str) -> str:
    """What an answer pays, in English."""
    return next(one.pays.en for one in CHOICES[choice].options if one.word == word)


def pay(component: str, case: Case) -> str:
    found = earned(plan(f'[[component]]\nname = "c"\n{component}').component[0], case).exact
    return f"{settle(found, places=0):,}"


@pytest.mark.parametrize(
    ("word", "rule"),
    [
        ("marginal", f'mode = "marginal"\n{TIERS}'),
        ("whole", f'mode = "whole"\ntie = "upper"\n{TIERS}'),
        ("interpolated", f'mode = "interpolated"\n{POINTS}'),
    ],
)
def test_modes_pay_what_they_say(word: str, rule: str) -> None:
    paid = pay(f'rule = "tiered"\n{rule}', Case(Decimal(2_500_000)))

    assert said("mode", word).endswith(f"= {paid}")


@pytest.mark.parametrize("tie", ["lower", "upper"])
def test_ties_pay_what_they_say(tie: str) -> None:
    rule = f'rule = "tiered"\nmode = "whole"\ntie = "{tie}"\n{TIERS}'

    assert said("tie", tie).endswith(f"= {pay(rule, Case(Decimal(2_000_000)))}")


@pytest.mark.parametrize("base", ["excess", "total"])
def test_records_pay_what_they_say(base: str) -> None:
    rule = f'rule = "record_bonus"\nbase = "{base}"\nrate = 0.05\nsince = 2025-01-01'
    case = Case(Decimal(2_500_000), record=Record(Decimal(2_400_000), date(2025, 11, 30)))

    assert said("base", base).endswith(f"= {pay(rule, case)}")


@pytest.mark.parametrize("mode", Rounding)
def test_roundings_pay_what_they_say(mode: Rounding) -> None:
    amount, paid = re.findall(r"\d\.\d+", said("rounding", mode))

    assert settle(Decimal(amount), mode=mode) == Decimal(paid)


@pytest.mark.parametrize("count", DayCount)
def test_day_counts_are_what_they_say(count: DayCount) -> None:
    february = Span(date(2026, 2, 1), date(2026, 2, 28))
    part = part_of(february, [Span(date(2026, 2, 16), date(2026, 12, 31))], count=count)

    assert said("day_count", count).endswith(f"a quota of {int(part * 280_000):,}")


@pytest.mark.parametrize(("policy", "paid"), [("carry", 0), ("pay_back", -2000), ("zero", 0)])
def test_negative_balances_pay_what_they_say(policy: str, paid: int) -> None:
    found = balanced(Decimal(-2000), owed=Decimal(0), policy=NegativeBalance(policy))

    assert found.paid == paid
    assert said("negative_balance", policy).startswith(f"pays {paid:,}")


@pytest.mark.parametrize("choice", CHOICES, ids=lambda one: one.key)
def test_every_choice_is_a_sentence_with_all_its_answers(choice: object) -> None:
    found = CHOICES[choice.key]  # type: ignore[attr-defined]

    assert len(found.options) > 1
    for option in found.options:
        assert f"{option.word} ({option.meaning.en}: {option.pays.en})" in found.sentence.en
        assert option.pays.zh in found.sentence.zh
