from __future__ import annotations

import pytest

from salesperf.engine import collect, scan
from salesperf.facts.deal_outcome import deals_that
from salesperf.facts.words import Outcome
from salesperf.tables.literal import bundle_of


@pytest.mark.parametrize(
    ("text", "won"),
    [
        ("deal_id,stage,status\n1,Proposal,won\n2,Won,lost\n", ["1"]),
        ("deal_id,stage,status\n1,Closed Won,active\n2,Proposal,active\n", ["1"]),
        ("deal_id,stage\n1,赢单\n2,丢单\n", ["1"]),
        ("deal_id,stage\n1,Proposal\n2,\n", []),
    ],
)
def test_the_status_says_what_became_of_a_deal_else_its_stage(text: str, won: list[str]) -> None:
    frame = scan(bundle_of([("deals", text)]).tables["deals"])

    assert collect(frame.filter(deals_that(frame, Outcome.WON)))["deal_id"].to_list() == won


def test_no_deal_is_won_where_no_word_says_so_and_the_deals_have_no_ids() -> None:
    frame = scan(bundle_of([("deals", "stage,amount,closed_date\nProposal,10,2026-01-05\n")]).tables["deals"])

    assert collect(frame.filter(deals_that(frame, Outcome.WON))).is_empty()
