"""Sums of targets, worked by hand."""

from __future__ import annotations

from typing import Any

import pytest

from salesperf.analyses.targets.smart.relevant import levels, relevant
from salesperf.analyses.targets.smart.section import CheckSection

HEAD = "scope,scope_id,metric,period,amount\n"


def found(cases: Any, targets: str, **given: Any) -> list[tuple[str, int, str]]:
    return [(one.code, one.count, one.message) for one in relevant(cases(targets, **given).found)]


def rows(period: str = "2026-01", metric: str = "net_revenue", **amounts: float) -> str:
    scopes = {"Company": "company,", "East": "team,East", "West": "team,West"}
    return "".join(
        f"{scopes.get(name, f'rep,{name}')},{metric},{period},{amount}\n" for name, amount in amounts.items()
    )


def test_teams_that_do_not_come_to_the_companys_target_are_told_with_the_difference(cases: Any) -> None:
    more = rows("2026-02", Company=230, East=160, West=60)

    assert found(cases, HEAD + rows(Company=230, East=165, West=55) + more) == [
        (
            "F590",
            2,
            (
                "company: in 2026-01 the targets below it (by team: East, West) come to 220, its own is 230 (-10); "
                "likewise in 1 more period"
            ),
        )
    ]


def test_people_who_come_to_more_than_their_team_are_told(cases: Any) -> None:
    assert found(cases, HEAD + rows(East=165, Ann=130, Bob=55, Cid=10)) == [
        ("F590", 1, "East: in 2026-01 the targets below it (by rep: Ann, Bob) come to 185, its own is 165 (+20)")
    ]


def test_without_teams_people_are_held_against_the_company(cases: Any) -> None:
    assert [one[2] for one in found(cases, HEAD + rows(Company=300, Ann=130, Bob=55, Cid=55))] == [
        "company: in 2026-01 the targets below it (by rep: Ann, Bob, Cid) come to 240, its own is 300 (-60)"
    ]


def test_a_leader_added_to_the_people_led_is_counted_twice(cases: Any) -> None:
    told = found(cases, HEAD + rows(Company=440, Ann=110, Bob=55, Cid=55, Mia=220))

    assert told == [
        (
            "F591",
            1,
            (
                "company: in 2026-01 the target 440 adds the target of Mia to those of the people led, which it "
                "contains already"
            ),
        )
    ]


def test_a_leader_beside_the_people_led_is_no_finding(cases: Any) -> None:
    assert found(cases, HEAD + rows(Company=220, Ann=110, Bob=55, Cid=55, Mia=220)) == []


def test_a_year_is_held_against_the_months_of_those_below(cases: Any) -> None:
    months = "".join(rows(f"2026-{month:02d}", East=150, West=50) for month in range(1, 13))

    assert found(cases, HEAD + rows("2026", Company=2400) + months) == []
    assert [one[:2] for one in found(cases, HEAD + rows("2026", Company=3000) + months)] == [("F590", 1)]


def test_months_of_the_company_are_held_against_years_of_those_below_as_a_year(cases: Any) -> None:
    months = "".join(rows(f"2026-{month:02d}", Company=200) for month in range(1, 13))

    assert found(cases, HEAD + months + rows("2026", East=1800, West=600)) == []
    assert [one[:2] for one in found(cases, HEAD + months + rows("2026", East=1800, West=900))] == [("F590", 1)]


def test_who_changes_team_counts_where_they_are_in_the_period(cases: Any) -> None:
    people = (
        "rep_id,rep_name,team,valid_from,valid_to\n"
        "R1,Ann,East,2020-01-01,\nR2,Bob,East,2020-01-01,2026-01-31\nR2,Bob,West,2026-02-01,\nR3,Cid,West,2020-01-01,\n"
    )
    january = rows("2026-01", East=165, West=55, Ann=110, Bob=55, Cid=55)
    february = rows("2026-02", East=110, West=110, Ann=110, Bob=55, Cid=55)

    assert found(cases, HEAD + january + february, people=people) == []


@pytest.mark.parametrize(("company", "is_told"), [(221, False), (226, True)])
def test_small_differences_are_none(cases: Any, company: int, *, is_told: bool) -> None:
    """Half a per cent of 221 is 1.1, and three figures rounded to ones come to 1.5; of 226 six are missing."""
    assert bool(found(cases, HEAD + rows(Company=company, East=165, West=55))) is is_told


def test_rounding_to_thousands_is_no_difference_but_two_per_cent_is(cases: Any) -> None:
    """Three amounts in thousands may be off by 1,500 in all."""
    assert found(cases, HEAD + rows(Company=101_000, East=75_000, West=25_000)) == []
    assert found(cases, HEAD + rows(Company=103_000, East=75_000, West=25_000)) != []


def test_the_difference_that_is_none_can_be_set(cases: Any) -> None:
    targets = HEAD + rows(Company=230, East=165, West=55)

    assert found(cases, targets, rules=CheckSection(sums="0.05")) == []


def test_rates_do_not_add_up_and_are_not_asked_to(cases: Any) -> None:
    assert found(cases, HEAD + rows(metric="return_rate", Company=0.1, East=0.1, West=0.1)) == []


def test_channels_may_be_less_than_the_company_but_not_more(cases: Any, sales: str) -> None:
    head, *lines = sales.splitlines()
    orders = "\n".join([f"{head},channel", *(f"{line},Web" for line in lines)]) + "\n"
    web = HEAD + rows(Company=220) + "channel,Web,net_revenue,2026-01,{}\n"

    assert found(cases, web.format(100), orders=orders) == []
    assert [one[:2] for one in found(cases, web.format(300), orders=orders)] == [("F590", 1)]


def test_levels_are_company_over_teams_and_teams_over_people(cases: Any, sheet: str) -> None:
    case = cases(sheet).found[0]

    assert [(level.parent.key, level.scope) for level in levels(case)] == [
        ("", "team"),
        ("East", "rep"),
        ("West", "rep"),
    ]


PLACES = {"Ann": "North", "Bob": "North", "Cid": "South"}
BY_REGION = "region,North,net_revenue,2026-01,100\nregion,South,net_revenue,2026-01,50\n"


def sales_in(places: dict[str, str]) -> str:
    lines = [f"{at},2025-01-{at:02d},{name},{place},9.00" for at, (name, place) in enumerate(places.items(), start=1)]
    return "order_id,order_date,rep_name,region,amount\n" + "\n".join(lines) + "\n"


def test_a_region_is_held_against_the_people_who_sell_there_alone(cases: Any) -> None:
    told = found(cases, HEAD + BY_REGION + rows(Ann=60, Bob=50, Cid=50), orders=sales_in(PLACES), people="")

    # North: 60 + 50 = 110 beside 100; South agrees.
    assert told == [
        ("F590", 1, "North: in 2026-01 the targets below it (by rep: Ann, Bob) come to 110, its own is 100 (+10)")
    ]


def test_regions_whose_people_sell_in_several_are_not_held_against_them(cases: Any) -> None:
    orders = sales_in(PLACES) + "9,2025-01-01,Ann,South,9.00\n10,2025-02-01,Ann,North,9.00\n"

    assert found(cases, HEAD + BY_REGION + rows(Ann=60, Bob=50, Cid=50), orders=orders, people="") == []


def test_a_region_is_not_short_of_people_without_targets(cases: Any) -> None:
    assert found(cases, HEAD + BY_REGION + rows(Ann=60, Cid=50), orders=sales_in(PLACES), people="") == []


def test_a_team_that_only_the_sales_tell_is_held_against_its_people(cases: Any) -> None:
    orders = sales_in({"Ann": "East", "Bob": "East", "Cid": "West"}).replace("region", "team")

    told = found(cases, HEAD + rows(East=165, West=55, Ann=100, Bob=55, Cid=55), orders=orders, people="")

    assert [(code, "come to 155, its own is 165" in message) for code, _, message in told] == [("F590", True)]
