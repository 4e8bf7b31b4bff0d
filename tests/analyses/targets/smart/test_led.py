"""Leaders' targets beside those of the people led, worked by hand."""

from __future__ import annotations

from typing import Any

from salesperf.analyses.targets.smart.led import led

HEAD = "scope,scope_id,metric,period,amount\n"


def found(cases: Any, targets: str, **given: Any) -> list[tuple[str, int, str]]:
    return [(one.code, one.count, one.message) for one in led(cases(targets, **given).found)]


def rows(period: str = "2026-01", **amounts: float) -> str:
    return "".join(f"rep,{name},net_revenue,{period},{amount}\n" for name, amount in amounts.items())


def test_people_led_who_come_to_less_than_their_leader_are_told(cases: Any) -> None:
    targets = HEAD + rows(Mia=250, Ann=110, Bob=55, Cid=55) + rows("2026-02", Mia=250, Ann=110, Bob=55, Cid=55)

    told = found(cases, targets)

    assert told == [
        (
            "F590",
            2,
            (
                "Mia: in 2026-01 the targets of the people led (Ann 110, Bob 55, Cid 55) come "
                "to 220, the leader's own is 250 (-30); likewise in 1 more period"
            ),
        )
    ]


def test_people_led_who_come_to_more_than_their_leader_are_told(cases: Any) -> None:
    assert (
        "come to 220, the leader's own is 200 (+20)"
        in found(cases, HEAD + rows(Mia=200, Ann=110, Bob=55, Cid=55))[0][2]
    )


def test_a_sum_that_agrees_is_no_finding(cases: Any) -> None:
    assert found(cases, HEAD + rows(Mia=220, Ann=110, Bob=55, Cid=55)) == []


def test_the_part_of_a_leader_who_sells_is_a_note(cases: Any, sales: str) -> None:
    sells = sales + "900,2025-01-10,M1,C9,30.00\n"

    told = found(cases, HEAD + rows(Mia=250, Ann=110, Bob=55, Cid=55), orders=sells)

    assert [one[0] for one in told] == ["F592"]
    assert "is 30 above those of the people led" in told[0][2]
    assert "who sold 30 in 2025-01" in told[0][2]


def test_a_leader_of_leaders_is_held_against_them_and_not_against_theirs_as_well(cases: Any) -> None:
    people = "rep_id,rep_name,manager_id\nR1,Ann,M1\nR2,Bob,M1\nR3,Cid,D1\nM1,Mia,D1\nD1,Dan,\n"
    targets = HEAD + rows(Dan=220, Mia=165, Ann=110, Bob=55, Cid=55)

    assert found(cases, targets, people=people) == []
    without = HEAD + rows(Dan=220, Ann=110, Bob=55, Cid=55)
    assert found(cases, without, people=people) == [], "in place of Mia, who has no target, those she leads"
    assert [
        one[2][:3] for one in found(cases, HEAD + rows(Dan=300, Mia=165, Ann=110, Bob=55, Cid=55), people=people)
    ] == ["Dan"]


def test_who_reports_to_another_now_counts_for_the_leader_of_the_day(cases: Any) -> None:
    people = (
        "rep_id,rep_name,manager_id,valid_from,valid_to\n"
        "R1,Ann,M1,,\nR2,Bob,M1,,2026-01-31\nR2,Bob,M2,2026-02-01,\nM1,Mia,,,\nM2,Moe,,,\n"
    )
    targets = HEAD + rows(Mia=165, Ann=110, Bob=55) + rows("2026-02", Mia=110, Moe=55, Ann=110, Bob=55)

    assert found(cases, targets, people=people) == []
