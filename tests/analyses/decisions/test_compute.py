from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.decisions.compute import Debtor, Decision, Late, Limits, Owner, Rule, Stuck, decisions_of
from salesperf.core.text import Text
from salesperf.core.unit import Unit

REVENUE, WHY = Text("net revenue", "销售净额"), Text("silent", "静默")


def owner(
    name: str, *, weeks: int = 0, pace: float | None = 0.9, red: bool = True, chance: float | None = None
) -> Owner:
    return Owner(name, REVENUE, red, weeks, pace, chance)


def numbers(one: Decision) -> list[tuple[float | None, Unit | None]]:
    return [(said.value, said.unit) for said in one.measured]


def test_a_red_owner_below_for_two_weeks_is_reviewed_the_slowest_first() -> None:
    found = decisions_of(
        owners=(
            owner("Ann", weeks=2, pace=0.8),
            owner("Bob", weeks=1, pace=0.1),
            owner("Cas", weeks=5, pace=0.95, red=False),
            owner("Dan", weeks=3, pace=0.5),
        )
    )

    assert [(one.rules, one.about.en, *numbers(one)) for one in found] == [
        ((Rule.RED_FOR_WEEKS,), "Dan, net revenue", (0.5, Unit.RATIO)),
        ((Rule.RED_FOR_WEEKS,), "Ann, net revenue", (0.8, Unit.RATIO)),
    ]
    assert found[0].why.en == "red, and below what was expected for 3 weeks in a row"


def test_a_target_with_less_than_twenty_percent_probability_is_out_of_reach() -> None:
    found = decisions_of(owners=(owner("Ann", chance=0.2), owner("Bob", chance=0.19), owner("Cas", chance=None)))

    assert [(one.rules, one.about.zh, *numbers(one)) for one in found] == [
        ((Rule.OUT_OF_REACH,), "Bob，销售净额", (0.19, Unit.CHANCE))
    ]
    assert found[0].why.en == "the target is reached with less than 20% probability"


def test_two_rules_on_one_target_are_one_decision_with_both() -> None:
    (found,) = decisions_of(owners=(owner("Ann", weeks=2, pace=0.5, chance=0.004),))

    assert found.rules == (Rule.RED_FOR_WEEKS, Rule.OUT_OF_REACH)
    assert found.why.en == (
        "red, and below what was expected for 2 weeks in a row; the target is reached with less than 20% probability"
    )
    assert numbers(found) == [(0.5, Unit.RATIO), (0.004, Unit.CHANCE)]


def test_the_target_of_all_comes_first_where_it_can_hardly_be_reached_and_else_not_at_all() -> None:
    def whole(chance: float) -> Owner:
        return Owner("company", REVENUE, True, 9, 0.5, chance, Decimal(9), is_whole=True)  # noqa: FBT003 -- is red

    alder = Debtor("Alder", Decimal(500), 90)

    first, second = decisions_of(owners=(whole(0.009),), debtors=(alder,))
    assert (first.about.en, first.rules, first.stake) == ("company, net revenue", (Rule.OUT_OF_REACH,), 9)
    assert first.why.en == "the target is reached with less than 1% probability"
    assert second.about.en == "Alder"
    assert [one.about.en for one in decisions_of(owners=(whole(0.01),), debtors=(alder,))] == ["Alder"]


def test_money_overdue_for_more_than_the_days_allowed_is_told_the_largest_first() -> None:
    debtors = (Debtor("Alder", Decimal(5), 31), Debtor("Birch", Decimal(900), 30), Debtor("Cedar", Decimal(7), 90))

    found = decisions_of(debtors=debtors)

    assert [(one.about.en, one.stake, one.measured[0].words.en) for one in found] == [
        ("Cedar", 7, "90 days past due"),
        ("Alder", 5, "31 days past due"),
    ]
    assert found[0].why.zh == "逾期超过30天"


def test_a_stalled_deal_is_a_matter_for_all_among_the_ten_largest() -> None:
    found = decisions_of(stuck=(Stuck("Roofs", Decimal(3), 11, WHY), Stuck("Doors", Decimal(9), 10, WHY)))

    assert [(one.about.en, one.why.en, one.measured[0].words.en, one.stake) for one in found] == [
        ("Doors", "number 10 of the open deals, and it stands still", "silent", 9)
    ]


def test_late_actions_are_kept_moved_or_dropped_the_latest_first() -> None:
    found = decisions_of(late=(Late("Call {x}", "Ann", 1), Late("Visit", "Bob", 9), Late("Now", "Cas", 0)))

    assert [(one.about.en, one.measured[0].words.en) for one in found] == [
        ("Visit (Bob)", "9 days late"),
        ("Call {x} (Ann)", "1 day late"),
    ]


def test_the_limits_can_be_set() -> None:
    limits = Limits(weeks=4, probability=0.5, days_overdue=5, largest=1)

    found = decisions_of(
        owners=(owner("Ann", weeks=3, chance=0.4),),
        debtors=(Debtor("Alder", Decimal(5), 6),),
        stuck=(Stuck("Doors", Decimal(9), 2, WHY),),
        limits=limits,
    )

    assert [one.rules for one in found] == [(Rule.LONG_OVERDUE,), (Rule.OUT_OF_REACH,)]


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

    assert [(one.rules[0], one.stake) for one in found] == [
        (Rule.LONG_OVERDUE, Decimal(80)),
        (Rule.RED_FOR_WEEKS, Decimal(50)),
        (Rule.LONG_OVERDUE, Decimal(20)),
        (Rule.LATE_ACTION, None),
    ]
