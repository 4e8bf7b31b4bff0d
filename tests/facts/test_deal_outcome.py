from __future__ import annotations

from datetime import date

import pytest

from salesperf.engine import collect, scan
from salesperf.facts.deal_outcome import deals_that, undecided_deals, untold_deals
from salesperf.facts.deal_words import Outcome
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of


@pytest.mark.parametrize(
    ("text", "won"),
    [
        ("deal_id,stage,status\n1,Proposal,won\n2,Won,lost\n", ["1"]),
        ("deal_id,stage,status\n1,Closed Won,active\n2,Proposal,active\n", ["1"]),
        ("deal_id,stage\n1,赢单\n2,丢单\n", ["1"]),
        ("deal_id,stage\n1,Proposal\n2,\n", []),
        ("deal_id,stage,status\n1,Closed Won,Closed\n2,Proposal,Won\n3,Won,Open\n", ["1", "2"]),
    ],
)
def test_the_status_says_what_became_of_a_deal_else_its_stage(text: str, won: list[str]) -> None:
    frame = scan(bundle_of([("deals", text)]).tables["deals"])

    assert collect(frame.filter(deals_that(frame, Outcome.WON, section=SalesSection())))["deal_id"].to_list() == won


HEAD = "deal_id,stage,closed_date,amount\n"


@pytest.mark.parametrize(
    ("rows", "count", "last"),
    [
        # Deals going on have no close date: every date is one of closing, whatever the words.
        ("1,Won,2026-01-31,1\n2,S7,2026-03-01,200\n3,S7,2026-03-05,300\n4,S8,,9\n", 2, date(2026, 3, 5)),
        # A deal that goes on has one: dates may be expected, and those after 2026-02-28 say nothing.
        ("1,Won,2026-01-31,1\n2,S7,2026-02-01,200\n3,Proposal,2026-05-01,1\n4,S7,2026-05-01,3\n", 1, None),
        # None is empty: nothing says that all are closed.
        ("1,Won,2026-01-31,1\n2,S7,2026-03-01,200\n", 1, None),
        ("1,Won,2026-01-31,1\n2,Lost,2026-03-01,200\n3,Proposal,2026-01-01,5\n4,谈判中,,5\n", 0, None),
    ],
)
def test_deals_with_a_close_date_whose_words_nobody_knows_are_told(rows: str, count: int, last: date | None) -> None:
    frame = scan(bundle_of([("deals", HEAD + rows)]).tables["deals"])

    found = untold_deals(frame, section=SalesSection(), reach=date(2026, 2, 28))

    assert sum(one.count for one in found.findings) == count
    assert found.last == last


def test_the_finding_names_words_counts_and_sums() -> None:
    text = HEAD + "1,Won,2026-01-31,1\n2,S7,2026-03-01,200\n3,S7,2026-03-05,300\n4,,2026-03-05,7\n"
    frame = scan(bundle_of([("deals", text)]).tables["deals"])

    (one,) = untold_deals(frame, section=SalesSection(), reach=None).findings

    assert one.code == "F521"
    assert "'S7' (2 deals, 500.00)" in str(one.message)
    assert "(1 deal, 7.00)" in str(one.message)


def test_no_deal_is_won_where_no_word_says_so_and_the_deals_have_no_ids() -> None:
    frame = scan(bundle_of([("deals", "stage,amount,closed_date\nProposal,10,2026-01-05\n")]).tables["deals"])

    assert collect(frame.filter(deals_that(frame, Outcome.WON, section=SalesSection()))).is_empty()


def test_deals_lost_by_a_word_that_may_say_that_nobody_decided_are_told() -> None:
    text = "deal_id,stage,status,amount\n1,谈判,无效,80\n2,谈判,输单,5\n3,谈判,6.取消,20\n4,谈判,取消中,7\n"
    frame = scan(bundle_of([("deals", text)]).tables["deals"])
    lost = frame.filter(deals_that(frame, Outcome.LOST, section=SalesSection()))

    ((key, said),) = undecided_deals(lost, section=SalesSection())

    assert key == "undecided"
    assert said.en == (
        "2 deals count as lost, over all the data, whose word may say that nobody decided: '6.取消' (1 deal, 20.00), "
        '\'无效\' (1 deal, 80.00); deal_open = ["6.取消", "无效"] under [kpi] leaves them out of the win rate'
    )


@pytest.mark.parametrize("section", [SalesSection(deal_lost=("无效",)), SalesSection(deal_open=("无效",))])
def test_a_word_that_the_user_declared_is_not_told(section: SalesSection) -> None:
    frame = scan(bundle_of([("deals", "deal_id,status\n1,无效\n2,Lost\n3,Lost to Rival\n")]).tables["deals"])
    lost = frame.filter(deals_that(frame, Outcome.LOST, section=section))

    assert undecided_deals(lost, section=section) == ()
