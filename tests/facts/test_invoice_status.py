from __future__ import annotations

import narwhals as nw
import polars as pl

from salesperf.engine import Frame, collect
from salesperf.facts.invoice_status import left_out, of_invoices, received, standing
from salesperf.facts.section import SalesSection

SECTION = SalesSection()


def frame(*rows: tuple[str | None, int]) -> Frame:
    of = pl.DataFrame(rows, schema={"status": pl.String, "amount": pl.Decimal(38, 6)}, orient="row")
    return nw.from_native(of.lazy())


def test_an_unpaid_invoice_stands_and_a_word_nobody_knows_stays() -> None:
    found = of_invoices(
        frame(("unpaid", 1), ("部分回款", 2), ("Paid", 3), ("void", 4), ("frozen", 5), (None, 6)), SECTION
    )

    assert collect(found)["status"].to_list() == [None, None, None, "void", "frozen", None]


def test_void_invoices_say_nothing_and_reversed_ones_take_back() -> None:
    found = collect(standing(frame(("void", 1), ("credit note", 2), ("红冲", -3), (None, 4), ("frozen", 5)), SECTION))

    assert found["amount"].to_list() == [-2, -3, 4, 5]


def test_own_words_are_heard() -> None:
    section = SalesSection(cancelled=("frozen",))

    assert collect(standing(frame(("frozen", 1), (None, 4)), section))["amount"].to_list() == [4]


def test_payments_that_failed_or_wait_are_left_out_and_told() -> None:
    found, notes = received(frame(("待确认", 1), ("failed", 2), ("已完成", 3), ("退款", -4), (None, 5)), SECTION)

    assert collect(found)["amount"].to_list() == [3, -4, 5]
    assert [text.en for _, text in notes] == [
        "2 payments (3.00) of status 'failed', '待确认' are not counted as received"
    ]


def test_a_draft_was_never_given_out() -> None:
    named = of_invoices(frame(("Draft", 1), ("草稿", 2), ("unpaid", 4)), SECTION)

    assert collect(standing(named, SECTION))["amount"].to_list() == [4]
    assert [text.en for _, text in left_out(named, SECTION)] == [
        "2 invoices (3.00) of status 'Draft', '草稿' not counted: neither sold nor owed"
    ]


def test_a_reversed_invoice_counts_nothing_but_beside_its_red_one() -> None:
    alone = of_invoices(frame(("已红冲", 100), (None, 30), (None, -70)), SECTION)
    beside = of_invoices(frame(("已红冲", 100), (None, 30), (None, -100)), SECTION)
    twice = of_invoices(frame(("已红冲", 100), ("已红冲", 100), (None, -100)), SECTION)

    assert collect(standing(alone, SECTION))["amount"].sum() == -40
    assert sorted(collect(standing(beside, SECTION))["amount"].to_list()) == [-100, 30, 100]
    assert collect(standing(twice, SECTION))["amount"].to_list() == [-100]
