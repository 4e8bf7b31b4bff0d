from __future__ import annotations

from rfm_ground import FIVE, HEAD, question, scored
from salesperf.analyses.rfm.stability import flags


def told(preset: str = "quintile", orders: str = FIVE) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for note in flags(scored(question(preset), orders)):
        found.setdefault(note.key, []).append(note.text.en)
    return found


def test_few_customers_and_scores_that_nobody_has_are_told() -> None:
    found = told()

    assert found["few_customers"] == ["5 customers are few for 5 scores an axis: one more or less moves the others"]
    assert found["merged_scores"] == ["frequency: so many customers have the same value that nobody has the score 2"]
    # Two of five have one order.
    assert found["ties"] == ["frequency: 40.0% of the customers have the value 1, all in one score"]
    assert "short_data" not in found


def test_of_fewer_customers_than_scores_no_score_is_said_to_be_shared() -> None:
    found = told(orders=HEAD + "1,2026-01-01,Ann,R1,East,10\n2,2026-01-01,Bob,R1,East,10\n")

    assert "merged_scores" not in found
    assert found["short_data"] == ["the data span 1 day: who buys every quarter cannot be told from who has left"]
    assert found["ties"][-1] == "monetary: 100.0% of the customers have the value 10, all in one score"


def test_one_customer_cannot_be_compared() -> None:
    assert list(told(orders=HEAD + "1,2026-01-01,Ann,R1,East,10\n")) == ["one_customer"]


def test_short_data_are_told_by_their_days() -> None:
    lines = HEAD + "1,2026-01-01,Ann,R1,East,10\n2,2026-03-30,Bob,R1,East,10\n"

    assert told(orders=lines)["short_data"] == [
        "the data span 89 days: who buys every quarter cannot be told from who has left"
    ]
    assert "short_data" not in told(orders=lines.replace("03-30", "03-31"))


def test_equals_with_another_score_are_told() -> None:
    # Sorted, the customers have the scores 1 to 5; Cas and Dora have one order each, and the scores 1 and 2.
    assert told("ntile")["ties_parted"] == ["frequency: 1 customer has the same value as somebody with another score"]


def test_customers_next_to_an_edge_are_counted() -> None:
    # One order more or less is another score for all but Eve with 4 and more: of 3 and 5 she stays above 3.2 with 5.
    # With 3 she is below it, so that all five are near.
    assert told()["near_an_edge"] == [
        "5 customers (100.0%) would have another score with one day or purchase more or less"
    ]
