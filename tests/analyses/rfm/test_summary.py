from __future__ import annotations

from decimal import Decimal

from rfm_ground import HEAD, map_of, question, scored
from salesperf.analyses.rfm.summary import fewest_for_most, lines_of, revenue_of

MAP = map_of({"best": "4-5;3-5", "good": "3-5", "none": "1;1"})


def test_segments_add_up_and_have_the_medians_of_their_customers() -> None:
    best, good, none, others = lines_of(scored(question(segments=MAP)))

    # Ann 300 and Bob 100 of 1,020; days 0 and 10, orders 3 and 2.
    assert (best.key, best.customers, best.revenue) == ("best", 2, Decimal(400))
    assert (best.recency, best.frequency, best.monetary) == (5, 2.5, 200)
    assert (best.share, best.revenue_share) == (0.4, 400 / 1020)
    assert (good.customers, good.revenue) == (1, Decimal(400))
    # A segment that nobody is in stands with zeros, and has no medians.
    assert (none.customers, none.revenue, none.share, none.recency) == (0, 0, 0, None)
    assert (others.customers, others.revenue) == (2, Decimal(220))


def test_shares_of_nothing_are_not_known() -> None:
    found = scored(question(segments=MAP), HEAD + "1,2026-01-01,Ann,R1,East,10\n2,2026-01-02,Ann,R1,East,-40\n")

    assert revenue_of(found.frame) == -30
    assert [one.revenue_share for one in lines_of(found)] == [None] * 4
    assert fewest_for_most(found.frame) is None


def test_the_fewest_who_bring_four_fifths() -> None:
    # 400 + 300 = 700 is below 816 of 1,020; with 200 it is 900.
    assert fewest_for_most(scored(question()).frame) == 3
    exact = HEAD + "1,2026-01-01,Ann,R1,East,80\n2,2026-01-02,Bob,R1,East,20\n"
    assert fewest_for_most(scored(question(), exact).frame) == 1
