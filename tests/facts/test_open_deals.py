from __future__ import annotations

from datetime import date
from decimal import Decimal

from salesperf.engine import collect
from salesperf.facts.open_deals import FEWEST_GAPS, open_deals, usual_gap
from salesperf.facts.section import SalesSection
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

ON = date(2026, 3, 31)
DEALS = """\
deal_id,created_date,customer_id,rep_id,stage,amount,expected_close_date,closed_date
D1,2026-01-05,C1,R1,Proposal,100,2026-04-30,
D2,2026-01-06,C2,R1,Closed Won,200,2026-03-01,2026-03-10
D3,2026-02-01,C3,R2,Closed Lost,300,2026-05-01,2026-04-02
D4,2026-04-01,C1,R2,Prospecting,400,2026-06-01,
D5,2026-03-01,C4,R2,Mystery,500,2026-06-01,2026-03-20
D6,2026-03-02,C5,R2,Mystery,600,2026-06-01,
"""


def deals_on(day: date, *more: tuple[str, str]) -> dict[str, dict[str, object]]:
    found = open_deals(bundle_of([("deals", DEALS), *more]), SalesSection(), on=day)
    assert found is not None
    return {row["deal_id"]: row for row in collect(found.lines).sort("deal_id").iter_rows(named=True)}


def test_deals_go_on_that_are_there_and_neither_won_nor_lost_by_the_day() -> None:
    # D2 was won before, D4 comes later; D3 is lost two days later; of D5 a day of closing says that it is over.
    assert list(deals_on(ON)) == ["D1", "D3", "D6"]


def test_the_stage_of_a_deal_closed_later_is_known_from_the_history_alone() -> None:
    history = "deal_id,stage,entered_at\nD3,Prospecting,2026-02-01\nD3,Proposal,2026-03-15\nD3,Closed Lost,2026-04-02\n"

    assert deals_on(ON)["D3"]["stage_on_day"] is None
    known = deals_on(ON, ("stage_history", history))["D3"]
    assert (known["stage_on_day"], known["moved"]) == ("Proposal", date(2026, 3, 15))


def test_two_stages_of_one_day_leave_the_stage_unknown() -> None:
    history = "deal_id,stage,entered_at\nD3,Prospecting,2026-03-15\nD3,Proposal,2026-03-15\n"

    assert deals_on(ON, ("stage_history", history))["D3"]["stage_on_day"] is None


def test_activities_that_name_deals_are_of_the_deal() -> None:
    told = "activity_date,rep_id,customer_id,deal_id,kind\n2026-03-05,R1,C1,D1,Visit\n2026-03-09,R1,C1,,Visit\n"

    assert deals_on(ON, ("activities", told))["D1"]["moved"] == date(2026, 3, 5)


def test_activities_that_name_none_are_of_the_customer_once_the_deal_is_there() -> None:
    told = (
        "activity_date,rep_id,customer_id,kind,planned,completed\n2026-03-05,R1,C1,Visit,true,true\n"
        "2026-03-20,R1,C1,Visit,true,false\n2026-02-20,R2,C5,Call,true,true\n"
    )

    found = deals_on(ON, ("activities", told))

    # The visit of 20 March was planned and not made; the call of 20 February came before the deal D6.
    assert (found["D1"]["touched"], found["D1"]["moved"]) == (date(2026, 3, 5), date(2026, 3, 5))
    assert (found["D6"]["touched"], found["D6"]["moved"]) == (None, date(2026, 3, 2))


def test_the_usual_gap_is_the_median_of_the_days_between_two_stages() -> None:
    # 21 deals wait 4 days for their second stage; of 19 such gaps nothing is told.
    days = "".join(f"D{n},A,2026-01-01\nD{n},B,2026-01-05\n" for n in range(FEWEST_GAPS + 1))
    few = "".join(f"D{n},A,2026-01-01\nD{n},B,2026-01-05\n" for n in range(FEWEST_GAPS - 1))

    def of(text: str) -> Bundle:
        return bundle_of([("stage_history", f"deal_id,stage,entered_at\n{text}")])

    assert usual_gap(of(days), on=ON) == 4.0
    assert usual_gap(of(few), on=ON) is None
    assert usual_gap(of(days), on=date(2026, 1, 4)) is None
    assert usual_gap(bundle_of([("deals", DEALS)]), on=ON) is None


def test_the_close_date_of_a_deal_that_goes_on_is_when_it_should_close() -> None:
    text = "deal_id,created_date,stage,closed_date,amount\nD1,2026-01-01,Proposal,2026-02-10,5\n"
    bundle = bundle_of([("deals", text + "D2,2026-01-01,Closed Won,2026-02-01,7\nD3,2026-01-01,Proposal,,9\n")])

    found = open_deals(bundle, SalesSection(), on=date(2026, 2, 28))

    assert found is not None
    told = collect(found.lines).sort("deal_id").select("deal_id", "expected_close_date").rows()
    assert told == [("D1", date(2026, 2, 10)), ("D3", None)]


def test_a_deal_closed_later_has_no_probability_for_its_file_holds_that_of_its_end() -> None:
    told = DEALS.replace("closed_date", "closed_date,probability", 1).replace("2026-04-30,", "2026-04-30,,0.5")
    told = told.replace("2026-04-02", "2026-04-02,0")
    found = open_deals(bundle_of([("deals", told)]), SalesSection(), on=ON)
    assert found is not None

    rows = {row["deal_id"]: row["probability"] for row in collect(found.lines).iter_rows(named=True)}

    assert (rows["D1"], rows["D3"]) == (Decimal("0.5"), None)


def test_probabilities_that_count_to_a_hundred_are_shares_of_it() -> None:
    told = DEALS.replace("closed_date", "closed_date,probability", 1).replace("2026-04-30,", "2026-04-30,,75")
    told = told.replace("D6,2026-03-02,C5,R2,Mystery,600,2026-06-01,", "D6,2026-03-02,C5,R2,Mystery,600,2026-06-01,,1")
    found = open_deals(bundle_of([("deals", told)]), SalesSection(), on=ON)
    assert found is not None

    rows = {row["deal_id"]: row["probability"] for row in collect(found.lines).iter_rows(named=True)}

    assert (rows["D1"], rows["D6"]) == (Decimal("0.75"), Decimal("0.01"))
