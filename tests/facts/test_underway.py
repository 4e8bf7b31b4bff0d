"""Orders that count as sold while they are in work, as a report tells of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.engine import collect
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of


def told(*statuses: str, **settings: object) -> tuple[list[str], Decimal]:
    """The notes on orders in work and net revenue of orders of 10, 20, 40, ... in this order."""
    lines = [f"S{at},2026-01-{at:02},{10 * 2 ** (at - 1)},{status}" for at, status in enumerate(statuses, 1)]
    text = "order_id,order_date,amount,status\n" + "\n".join(lines) + "\n"
    found = sales(bundle_of([("orders", text)]), section=SalesSection.model_validate(settings))
    assert found.findings == ()
    return [note.en for key, note in found.notes if key == "underway"], collect(found.lines)["net"].sum()


def test_orders_in_work_beside_finished_ones_are_sold_and_told_with_lines_and_sum() -> None:
    (note,), net = told("completed", "Processing", "Awaiting Fulfillment", "Processing")

    assert net == 150
    assert note == (
        "counted as sold, though the goods may not be sent or delivered yet: 'Awaiting Fulfillment' (1 line, 40.00), "
        '\'Processing\' (2 lines, 100.00); open = ["Awaiting Fulfillment", "Processing"] under [kpi] leaves them out'
    )


@pytest.mark.parametrize(
    "word", ["处理中", "Payment received", "wc-processing", "买家已付款，等待卖家发货", "Unshipped"]
)
def test_words_of_shops_are_known(word: str) -> None:
    notes, net = told(word, "Completed")

    assert (len(notes), net) == (1, 30)


def test_where_nothing_is_finished_nothing_is_told() -> None:
    assert told("Processing", "Processing", "Cancelled") == ([], 30)


@pytest.mark.parametrize("words", [("Shipped", "Completed"), ("Paid", "Completed"), ("已发货", "交易成功")])
def test_what_is_paid_or_sent_is_not_told(words: tuple[str, str]) -> None:
    assert told(*words) == ([], 30)


def test_a_word_that_the_user_declared_is_not_told() -> None:
    assert told("Processing", "Completed", sold=["Processing"]) == ([], 30)


def test_what_the_note_names_leaves_the_lines_out() -> None:
    assert told("Processing", "Completed", open=["Processing"]) == ([], 20)
