from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from salesperf.analyses.open_deals.compute import OpenDeals, Why, limit_of, open_deals_of
from salesperf.facts.open_deals import open_deals
from salesperf.facts.section import SalesSection
from salesperf.facts.whose import EVERYBODY, Whose
from salesperf.tables.literal import bundle_of

ON = date(2026, 3, 31)
DEALS = """\
deal_id,deal_name,created_date,customer_id,customer_name,rep_id,rep_name,stage,amount,expected_close_date
D1,Doors,2026-02-28,C1,Alder,R1,Ann,Proposal,100,2026-04-30
D2,Walls,2026-03-01,C1,Alder,R1,Ann,Proposal,900,2026-03-31
D3,Roofs,2026-01-05,C2,Birch,R2,Bob,Proposal,300,2026-03-30
D4,Beams,2026-03-20,C2,Birch,R2,Bob,Proposal,,2026-03-01
"""
STAGES = "deal_id,stage,entered_at\nD1,Proposal,2026-02-28\n"


def deals(whose: Whose = EVERYBODY, *, days: int | None = None, usual: float | None = None) -> OpenDeals | None:
    bundle = bundle_of([("deals", DEALS), ("stage_history", STAGES)])
    events = open_deals(bundle, SalesSection(), on=ON)
    assert events is not None
    return open_deals_of(events, bundle, whose, on=ON, days=days, usual=usual)


def stalled(found: OpenDeals | None) -> list[tuple[str, dict[Why, date]]]:
    assert found is not None
    return [(deal.key, dict(deal.stalled)) for deal in found.stalled]


def test_deals_are_told_by_size_those_without_an_amount_last() -> None:
    found = deals()

    assert found is not None
    assert [(one.key, one.customer, one.rep, one.amount, one.silent, one.acted) for one in found.deals] == [
        ("D2", "Alder", "Ann", Decimal(900), 30, False),
        ("D3", "Birch", "Bob", Decimal(300), 85, False),
        ("D1", "Alder", "Ann", Decimal(100), 31, True),
        ("D4", "Birch", "Bob", None, 11, False),
    ]


def test_where_no_deal_has_an_amount_the_longest_silent_come_first() -> None:
    bare = bundle_of(
        [
            ("deals", "deal_id,created_date,stage,amount\nD1,2026-03-01,Proposal,\nD2,2026-01-01,Proposal,\n"),
            ("stage_history", STAGES),
        ]
    )
    events = open_deals(bare, SalesSection(), on=ON)
    assert events is not None

    found = open_deals_of(events, bare, EVERYBODY, on=ON)

    assert found is not None
    assert ([one.key for one in found.deals], found.has_amounts) == (["D2", "D1"], False)


def test_where_nothing_tells_of_amounts_and_moves_the_oldest_deal_comes_first() -> None:
    bare = bundle_of([("deals", "deal_id,created_date,stage\nD1,2026-03-01,Proposal\nD2,2026-01-01,Proposal\n")])
    events = open_deals(bare, SalesSection(), on=ON)
    assert events is not None

    found = open_deals_of(events, bare, EVERYBODY, on=ON)

    assert found is not None
    assert [one.key for one in found.deals] == ["D2", "D1"]


def test_more_than_thirty_silent_days_or_a_close_that_is_over_stall_a_deal_and_say_since_when() -> None:
    # D2 moved 30 days ago and closes on the day itself: it goes on.
    assert stalled(deals()) == [
        ("D3", {Why.SILENT: date(2026, 1, 5), Why.OVERDUE: date(2026, 3, 30)}),
        ("D1", {Why.SILENT: date(2026, 2, 28)}),
        ("D4", {Why.OVERDUE: date(2026, 3, 1)}),
    ]


def test_where_the_files_tell_nothing_of_what_happened_no_deal_is_silent_and_its_close_date_alone_counts() -> None:
    """D3, 85 days after its creation, and D1 may have moved; those with a close before the day are over it."""
    bundle = bundle_of([("deals", DEALS)])
    events = open_deals(bundle, SalesSection(), on=ON)
    assert events is not None

    found = open_deals_of(events, bundle, EVERYBODY, on=ON)

    assert stalled(found) == [("D3", {Why.OVERDUE: date(2026, 3, 30)}), ("D4", {Why.OVERDUE: date(2026, 3, 1)})]
    assert found is not None
    assert [(one.silent, one.age) for one in found.deals] == [(None, 30), (None, 85), (None, 31), (None, 11)]
    assert found.knows_stalled


def test_without_close_dates_too_nobody_knows_whether_a_deal_stands_still() -> None:
    """A deal open for 85 days may have moved yesterday."""
    bundle = bundle_of([("deals", "deal_id,created_date,stage\nD1,2026-01-05,Proposal\n")])
    events = open_deals(bundle, SalesSection(), on=ON)
    assert events is not None

    found = open_deals_of(events, bundle, EVERYBODY, on=ON)

    assert found is not None
    assert (found.stalled, found.knows_stalled, found.deals[0].age) == ((), False, 85)


def test_a_silent_deal_stands_still_since_its_last_move_and_another_since_the_close_it_missed() -> None:
    """D3 should have closed on 30 March: its days without a move are counted from 5 January, and so is it."""
    found = deals()

    assert found is not None
    assert [(one.since, one.silent) for one in found.stalled] == [
        (date(2026, 1, 5), 85),
        (date(2026, 2, 28), 31),
        (date(2026, 3, 1), 11),
    ]


def test_the_silence_is_told_first_though_the_close_was_missed_before() -> None:
    late = date(2025, 12, 1)

    found = deals()

    assert found is not None
    assert replace(found.deals[0], stalled={Why.OVERDUE: late, Why.SILENT: ON}).since == ON


@pytest.mark.parametrize(
    ("days", "usual", "limit"), [(None, None, 30), (None, 20.0, 30), (None, 9.0, 14), (None, 0.0, 1), (5, 20.0, 5)]
)
def test_the_limit_is_asked_for_or_half_as_many_days_again_as_usual(
    days: int | None, usual: float | None, limit: int
) -> None:
    assert limit_of(days, usual) == limit


def test_the_usual_gap_is_told_only_where_the_limit_comes_from_it() -> None:
    asked, usual = deals(days=40, usual=9.0), deals(usual=9.0)

    assert asked is not None
    assert usual is not None
    assert ((asked.limit, asked.usual), (usual.limit, usual.usual)) == ((40, None), (14, 9.0))
    assert [key for key, _ in stalled(asked)] == ["D3", "D4"]


def test_a_rep_has_his_own_deals_and_an_unknown_team_none_that_are_known() -> None:
    found = deals(Whose("rep", "R1"))

    assert found is not None
    assert [one.key for one in found.deals] == ["D2", "D1"]
    assert deals(Whose("team", "North")) is None
