from __future__ import annotations

from datetime import date

from salesperf.engine import collect
from salesperf.facts.deals import deals
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.literal import bundle_of

DEALS = (
    "deal_id,created_date,closed_date,stage,status,amount\n"
    "1,2026-01-01,2026-01-11,done,won,100\n"
    "2,2026-01-02,,done,won,200\n"
    "3,,2026-02-01,done,lost,50\n"
    "4,2026-01-03,,talks,open,70\n"
)


def test_deals_are_told_by_the_day_they_came_and_the_day_they_were_closed() -> None:
    found = deals(bundle_of([("deals", DEALS)]), SalesSection(), None)

    created = collect(found[Subject.CREATED_DEALS].lines).sort("deal")
    assert created.select("deal", "date", "won_deal").rows() == [
        ("1", date(2026, 1, 1), "1"),
        ("2", date(2026, 1, 2), "2"),
        ("4", date(2026, 1, 3), None),
    ]
    closed = collect(found[Subject.CLOSED_DEALS].lines).sort("deal")
    assert closed.select("deal", "won_deal", "lost_deal", "won_value", "cycle_days").rows() == [
        ("1", "1", None, 100, 10),
        ("3", None, "3", None, None),
    ]


def test_deals_that_count_on_no_day_are_findings() -> None:
    found = deals(bundle_of([("deals", DEALS)]), SalesSection(), None)

    assert [(one.code, one.count, one.message) for events in found.values() for one in events.findings] == [
        ("F520", 1, "1 deal without created_date: not among the new deals of any day"),
        ("F520", 1, "1 closed deal without closed_date (1 won): won or lost on no day"),
    ]


def test_of_several_snapshots_the_last_of_each_deal_counts() -> None:
    text = (
        "deal_id,created_date,stage,amount,snapshot_date\n"
        "1,2026-01-01,talks,100,2026-01-31\n1,2026-01-01,won,120,2026-02-28\n2,2026-01-05,talks,10,2026-01-31\n"
    )
    bundle = bundle_of([("deals", text)])

    now = collect(deals(bundle, SalesSection(), None)[Subject.CREATED_DEALS].lines).sort("deal")
    then = collect(deals(bundle, SalesSection(), date(2026, 1, 31))[Subject.CREATED_DEALS].lines).sort("deal")

    assert now.select("deal", "value", "is_won").rows() == [("1", 120, True), ("2", 10, False)]
    assert then.select("deal", "value", "is_won").rows() == [("1", 100, False), ("2", 10, False)]


def test_a_deal_won_before_it_was_created_has_no_cycle() -> None:
    text = "deal_id,created_date,closed_date,stage\n1,2026-01-10,2026-01-01,won\n2,2026-01-10,2026-01-10,won\n"

    found = deals(bundle_of([("deals", text)]), SalesSection(), None)

    assert collect(found[Subject.CLOSED_DEALS].lines).sort("deal")["cycle_days"].to_list() == [None, 0]


def test_an_export_without_deals_tells_of_none() -> None:
    assert deals(bundle_of([("products", "product_id\nP\n")]), SalesSection(), None) == {}


def test_without_ids_each_row_is_a_deal() -> None:
    head = "deal_name,created_date,closed_date,stage,amount\n"
    text = f"{head}A,2026-01-05,2026-02-14,Won,10\nA,2026-01-10,2026-02-19,Lost,20\n"

    closed = collect(deals(bundle_of([("deals", text)]), SalesSection(), None)[Subject.CLOSED_DEALS].lines)

    assert (closed["won_deal"].n_unique(), closed["lost_deal"].drop_nulls().len(), closed["deal"].n_unique()) == (
        2,
        1,
        2,
    )


def test_snapshots_without_ids_tell_of_no_deals() -> None:
    text = "deal_name,created_date,stage,snapshot_date\nA,2026-01-05,Won,2026-01-31\nA,2026-01-05,Won,2026-02-28\n"

    assert deals(bundle_of([("deals", text)]), SalesSection(), None) == {}
