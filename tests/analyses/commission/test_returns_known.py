"""Which returns are known when, which cannot be used, and what counts against targets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.lines import Kind
from salesperf.core.errors import DataError
from salesperf.core.period import Grain

HEAD = "order_id,order_date,rep_name,amount,return_of\n"
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'
OF_TARGET = """
[[component]]
name = "base"
rule = "tiered"
mode = "whole"
tie = "upper"
on = "attainment"
tiers = [{ to = 1, rate = 0.1 }, { rate = 0.2 }]
"""
MARCH = date(2026, 3, 31)
POLICIES = ["as_paid", "pro_rata", "paid_part_only"]


@pytest.mark.parametrize("policy", POLICIES)
def test_every_return_that_has_no_sale_to_undo_is_listed_with_its_row(policy: str) -> None:
    rows = (
        "1,2026-01-01,Ann,100,\n"
        "2,2026-01-02,Ann,50,\n2,2026-02-02,Ann,50,\n"
        "5,2026-03-01,Ann,-50,\n"
        "6,2026-03-01,Ann,-101,1\n"
        "7,2026-03-02,Ann,-10,2\n"
    )

    with pytest.raises(DataError) as fault:
        worked_out(ground(orders=HEAD + rows), plan(FLAT, clawback=policy), MARCH)

    assert [(one.code, one.where.row, one.message) for one in fault.value.issues] == [
        ("F624", 5, "50 came back of '5', of which no sale is known"),
        ("F625", 6, "101 came back of '1', of which more came back than was sold"),
        ("F624", 7, "10 came back of '2', which was sold on several days: the return does not tell of which"),
    ]


def test_returns_that_count_when_they_come_need_no_sale() -> None:
    found = worked_out(ground(orders=HEAD + "5,2026-03-01,Ann,-50,\n"), plan(FLAT), MARCH)

    assert [str(one.pay) for one in found.lines if one.pay] == ["-5.00"]


def test_returns_of_people_whom_the_plan_is_not_for_are_not_asked_about() -> None:
    rows = "1,2026-01-01,Ann,100,\n5,2026-03-01,Ben,-50,\n"
    only_ann = 'who = { reps = ["Ann"] }\n\n[[component]]'

    found = worked_out(
        ground(orders=HEAD + rows), plan(FLAT.replace("[[component]]", only_ann), clawback="as_paid"), MARCH
    )

    assert [str(one.pay) for one in found.lines if one.pay] == ["10.00"]


def test_nothing_is_taken_back_for_sales_from_before_the_plan_and_that_is_told() -> None:
    rows = "1,2025-12-31,Ann,100,\n2,2026-01-02,Ann,-40,1\n3,2026-02-02,Ann,10,\n"

    found = worked_out(ground(orders=HEAD + rows), plan(FLAT, clawback="as_paid"), MARCH)

    assert [(one.period.key, str(one.pay)) for one in found.lines if one.pay] == [("2026-02", "1.00")]
    assert [one.en for one in found.told] == [
        "1 return of sales from before the first period of the plan test, 40 in all: it takes nothing back for them"
    ]


@pytest.mark.parametrize(
    ("policy", "reduce", "january", "february", "back"),
    [
        # Targets of 100. January sells 100 (20 %), February 100 with 30 of January's that come back.
        # They lower February's attainment to 70 %: 100 x 10 %. January is paid again for 70, at its own tier.
        ("as_paid", "true", "20.00", "10.00", ["-6.00"]),
        ("as_paid", "false", "20.00", "20.00", ["-6.00"]),
        ("pro_rata", "true", "20.00", "10.00", ["-6.00"]),
        ("pro_rata", "false", "20.00", "20.00", ["-6.00"]),
        # Both in February: 70 at the tier of 70 or of 100.
        ("current_rate", "true", "20.00", "7.00", []),
        ("current_rate", "false", "20.00", "14.00", []),
    ],
)
def test_returns_count_against_the_target_of_their_period_or_never(
    policy: str, reduce: str, january: str, february: str, back: list[str]
) -> None:
    of = ground(orders=HEAD + "1,2026-01-01,Ann,100,\n2,2026-02-01,Ann,100,\n3,2026-02-02,Ann,-30,1\n")
    months = [of.days.period(Grain.MONTH, date(2026, month, 1)) for month in (1, 2)]
    targets = {("rep", "Ann", "net_revenue", month): Decimal(100) for month in months}

    found = worked_out(of, plan(OF_TARGET, clawback=policy, reduce=reduce), date(2026, 2, 28), targets)

    assert [str(one.pay) for one in found.lines if one.kind is Kind.EARNING] == [january, february]
    assert [str(one.pay) for one in found.lines if one.kind is Kind.CLAWBACK] == back


def test_the_sentence_on_attainment_holds() -> None:
    # written/choices.py: 2.5M with 600,000 returned attain 1.9M, or 2.5M. Here of a target of 2M, in one month.
    of = ground(orders=HEAD + "1,2026-01-01,Ann,2500000,\n2,2026-01-02,Ann,-600000,1\n")
    target = {("rep", "Ann", "net_revenue", of.days.period(Grain.MONTH, date(2026, 1, 1))): Decimal(2_000_000)}

    def pays(reduce: str) -> list[str]:
        found = worked_out(of, plan(OF_TARGET, clawback="as_paid", reduce=reduce), date(2026, 1, 31), target)
        return [str(one.pay) for one in found.lines]

    # 1.9M x 10 %, or x 20 %.
    assert (pays("true"), pays("false")) == (["190000.00"], ["380000.00"])
