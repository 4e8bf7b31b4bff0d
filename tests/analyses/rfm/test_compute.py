from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rfm_ground import FIVE, HEAD, MORE, codes, map_of, question, scored
from salesperf.analyses.rfm.axes import Axis, Counting, Often, Worth
from salesperf.analyses.rfm.compute import SEGMENT
from salesperf.analyses.rfm.segment_map import SegmentMap


def test_every_customer_has_the_scores_worked_out_by_hand() -> None:
    found = scored(question())

    assert codes(found) == {"Ann": "544", "Bob": "432", "Cas": "315", "Dora": "211", "Eve": "153"}
    assert found.cutoffs is not None
    assert found.cutoffs.edges[Axis.RECENCY].at == (8, 22, 42, Fraction(357, 5))


def test_without_a_map_the_code_is_the_segment() -> None:
    found = scored(question("quartile"))

    # Places 1, 2 and 3 of the five: days 10, 30, 60; orders 1, 2, 3; amounts 100, 200, 300. 1 is the best.
    assert codes(found) == {"Ann": "122", "Bob": "134", "Cas": "241", "Dora": "344", "Eve": "413"}
    assert dict(found.frame.select("customer", SEGMENT).iter_rows()) == codes(found)
    assert list(found.segments) == ["122", "134", "241", "344", "413"]


def test_the_first_rule_that_fits_makes_the_segment() -> None:
    own = map_of({"best": "4-5;3-5", "good": "3-5"})

    found = scored(question(segments=own))

    segments = dict(found.frame.select("customer", SEGMENT).iter_rows())
    assert segments == {"Ann": "best", "Bob": "best", "Cas": "good", "Dora": "others", "Eve": "others"}
    assert list(found.segments) == ["best", "good", "others"]


def test_thresholds_are_met_up_to_a_day_and_from_a_count_or_amount_on() -> None:
    edges = {Axis.RECENCY: (10, 60), Axis.FREQUENCY: (2, 4), Axis.MONETARY: (100, 400)}

    found = scored(question("thresholds", edges=edges))

    assert codes(found) == {"Ann": "322", "Bob": "322", "Cas": "213", "Dora": "211", "Eve": "132"}


def test_the_mean_parts_high_from_low_where_no_edge_is_written() -> None:
    # Days 217 / 5 = 43.4, amounts 1,020 / 5 = 204; the edge of orders is written: 2.
    found = scored(question("cn8", edges={Axis.FREQUENCY: (2,)}))

    assert codes(found) == {"Ann": "222", "Bob": "221", "Cas": "212", "Dora": "111", "Eve": "121"}


def test_kept_cutoffs_score_instead_of_new_ones() -> None:
    kept = scored(question()).cutoffs
    later = FIVE + "14,2026-04-30,Dora,R2,West,300\n"

    found = scored(question(cutoffs=kept), later)

    # Dora: 0 days, 2 orders, 320; all the others 30 days more: 30, 40, 60, 147. An amount of 320 is not above 320.
    assert codes(found) == {"Ann": "344", "Bob": "332", "Cas": "215", "Dora": "534", "Eve": "153"}


def test_frequency_counts_what_is_asked_for() -> None:
    lines = HEAD + "1,2026-01-01,Ann,R1,East,10\n1,2026-01-01,Ann,R1,East,20\n2,2026-01-01,Ann,R1,East,30\n"

    def often(counted: Often) -> int:
        [row] = scored(question(counting=Counting(often=counted)), lines).frame.iter_rows(named=True)
        return int(row["frequency"])

    assert [often(Often.ORDERS), often(Often.LINES), often(Often.DAYS)] == [2, 3, 1]
    [row] = scored(question(counting=Counting(worth=Worth.MEAN)), lines).frame.iter_rows(named=True)
    assert (row["monetary"], row["amount"]) == (30, 60)


def test_listed_customers_who_never_bought_have_a_segment_of_their_own() -> None:
    told = map_of({"all": "1-5"}).model_dump() | {"never_bought": {"key": "lead", "title": "Lead"}}
    own = SegmentMap.model_validate(told)
    listed = "customer_id,customer_name\nAnn,Ann\nZoe,Zoe\nYan,Yan\n"

    assert scored(question(segments=own), customers=listed).never_bought == ("Yan", "Zoe")
    assert scored(question(segments=own, where=("region=East",)), customers=listed).never_bought == ()
    assert scored(question(segments=map_of({"all": "1-5"})), customers=listed).never_bought == ()


@given(st.permutations(MORE.splitlines()[1:]))
def test_the_order_of_rows_changes_nothing(rows: list[str]) -> None:
    found = scored(question("ntile"), HEAD + "\n".join(rows) + "\n")

    assert codes(found) == codes(scored(question("ntile"), MORE))


LATER = st.dates(date(2025, 12, 5), date(2026, 3, 31))


@given(st.sampled_from(["Ann", "Bob", "Cas", "Dora", "Eve"]), LATER, st.integers(1, 500))
def test_one_more_order_never_lowers_frequency_or_amount_by_kept_cutoffs(who: str, day: date, amount: int) -> None:
    before = scored(question())
    after = scored(question(cutoffs=before.cutoffs), f"{FIVE}99,{day},{who},R1,East,{amount}\n")

    now, then = codes(after)[who], codes(before)[who]
    assert all(later >= earlier for later, earlier in zip(now, then, strict=True))
