from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.decisions.compute import Debtor, Late, Limits, Owner, Rule, Stuck, decisions_of
from salesperf.core.text import Text
from salesperf.core.unit import Unit

REVENUE, WHY = Text("net revenue", "销售净额"), Text("silent", "静默")


def owner(
    name: str, *, weeks: int = 0, pace: float | None = 0.9, red: bool = True, chance: float | None = None
) -> Owner:
    return Owner(name, REVENUE, red, weeks, pace, chance)


def test_a_red_owner_below_for_two_weeks_is_reviewed_the_slowest_first() -> None:
    found = decisions_of(
        owners=(
            owner("Ann", weeks=2, pace=0.8),
            owner("Bob", weeks=1, pace=0.1),
            owner("Cas", weeks=5, pace=0.95, red=False),
            owner("Dan", weeks=3, pace=0.5),
        )
    )

    assert [(one.rule, one.about.en, one.value, one.unit) for one in found] == [
        (Rule.RED_FOR_WEEKS, "Dan, net revenue", 0.5, Unit.RATIO),
        (Rule.RED_FOR_WEEKS, "Ann, net revenue", 0.8, Unit.RATIO),
    ]
    assert found[0].why.en == "red, and below what was expected for 3 weeks in a row"


def test_a_target_with_less_than_twenty_percent_probability_is_out_of_reach() -> None:
    found = decisions_of(owners=(owner("Ann", chance=0.2), owner("Bob", chance=0.19), owner("Cas", chance=None)))

    assert [(one.rule, one.about.zh, one.value) for one in found] == [(Rule.OUT_OF_REACH, "Bob，销售净额", 0.19)]
    assert found[0].why.en == "the target is reached with less than 20% probability"


def test_money_overdue_for_more_than_the_days_allowed_is_told_the_largest_first() -> None:
    debtors = (Debtor("Alder", Decimal(5), 31), Debtor("Birch", Decimal(900), 30), Debtor("Cedar", Decimal(7), 90))

    found = decisions_of(debtors=debtors)

    assert [(one.about.en, one.value) for one in found] == [("Cedar", 7), ("Alder", 5)]
    assert found[0].why.zh == "已逾期90天，超过30天"


def test_a_stalled_deal_is_a_matter_for_all_among_the_ten_largest() -> None:
    found = decisions_of(stuck=(Stuck("Roofs", Decimal(3), 11, WHY), Stuck("Doors", Decimal(9), 10, WHY)))

    assert [(one.about.en, one.why.en, one.value) for one in found] == [
        ("Doors", "number 10 of the open deals: silent", 9)
    ]


def test_late_actions_are_kept_moved_or_dropped_the_latest_first() -> None:
    found = decisions_of(late=(Late("Call {x}", "Ann", 1), Late("Visit", "Bob", 9), Late("Now", "Cas", 0)))

    assert [(one.about.en, one.value, one.why.en) for one in found] == [
        ("Visit (Bob)", 9, "late for 9 days"),
        ("Call {x} (Ann)", 1, "late for 1 day"),
    ]


def test_the_limits_can_be_set() -> None:
    limits = Limits(weeks=4, probability=0.5, days_overdue=5, largest=1)

    found = decisions_of(
        owners=(owner("Ann", weeks=3, chance=0.4),),
        debtors=(Debtor("Alder", Decimal(5), 6),),
        stuck=(Stuck("Doors", Decimal(9), 2, WHY),),
        limits=limits,
    )

    assert [one.rule for one in found] == [Rule.LONG_OVERDUE, Rule.OUT_OF_REACH]


def test_most_money_at_stake_comes_first_whatever_the_rule() -> None:
    found = decisions_of(
        owners=[
            Owner(
                "Ann",
                Text("sales", "销售"),
                is_red=True,
                weeks_below=3,
                pace=0.5,
                probability=None,
                missing=Decimal(50),
            )
        ],
        debtors=[Debtor("Alder", Decimal(20), 90), Debtor("Birch", Decimal(80), 40)],
        late=[Late("Call", "Bob", 5)],
    )

    assert [(one.rule, one.stake) for one in found] == [
        (Rule.LONG_OVERDUE, Decimal(80)),
        (Rule.RED_FOR_WEEKS, Decimal(50)),
        (Rule.LONG_OVERDUE, Decimal(20)),
        (Rule.LATE_ACTION, None),
    ]
