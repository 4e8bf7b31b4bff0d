from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from salesperf.core.errors import Issue, Where
from salesperf.sources.loaded import Loaded
from salesperf.sources.overlap.contradictions import closed_before_contact, contradictions

EARLY, LATE = date(2026, 1, 5), date(2026, 2, 1)


def _told(table: str, **columns: list[Any]) -> list[tuple[str, int | None, str | None]]:
    return [(fault.code, fault.count, fault.value) for fault in contradictions(table, pl.DataFrame(columns))]


@pytest.mark.parametrize(
    ("table", "key", "earlier", "later"),
    [
        ("orders", "order_id", "order_date", "paid_date"),
        ("invoices", "invoice_id", "invoice_date", "due_date"),
        ("invoices", "invoice_id", "invoice_date", "settled_date"),
        ("leads", "lead_id", "first_response_at", "converted_at"),
        ("deals", "deal_id", "created_date", "closed_date"),
        ("people", "rep_id", "hire_date", "leave_date"),
        ("people", "rep_id", "valid_from", "valid_to"),
        ("campaigns", "campaign", "start", "end"),
    ],
)
def test_days_in_the_wrong_order_are_told_with_the_first_row(table: str, key: str, earlier: str, later: str) -> None:
    days = {key: ["a", "b", "c", "d"], earlier: [EARLY, LATE, LATE, None], later: [LATE, EARLY, LATE, EARLY]}

    assert _told(table, **days) == [("R315", 1, "b")]


def test_the_finding_names_row_and_days_in_both_languages() -> None:
    rows = pl.DataFrame({"deal_id": ["D7"], "created_date": [LATE], "closed_date": [EARLY]})

    (fault,) = contradictions("deals", rows)

    assert fault.text.en == (
        "1 row of deals closed before it was created; the first (D7): created 2026-02-01, closed 2026-01-05"
    )
    assert fault.text.zh == "商机 有 1 行关闭早于创建；首行（D7）：创建日期 2026-02-01，关闭日期 2026-01-05"
    assert fault.where == Where(column="closed_date")


def _orders(*rows: tuple[int, str, str, str]) -> tuple[Issue, ...]:
    """Findings of lines of quantity, price, discount and amount, ten of which are right."""
    lines = [*[(2, "5", "1", "9")] * 10, *rows]
    return contradictions(
        "orders",
        pl.DataFrame(
            {
                "order_id": [f"A{number}" for number in range(len(lines))],
                "quantity": [Decimal(line[0]) for line in lines],
                "unit_price": [Decimal(line[1]) for line in lines],
                "discount": [Decimal(line[2]) for line in lines],
                "amount": [Decimal(line[3]) for line in lines],
            }
        ),
    )


def test_an_amount_that_is_not_what_the_others_are_is_told() -> None:
    # 3 x 4 - 2 = 10, not 12.
    (fault,) = _orders((3, "4", "2", "12"))

    assert (fault.code, fault.count, fault.value) == ("R316", 1, "A10")
    assert fault.message.endswith(
        "quantity × unit price - discount, as that of 10 others is; the first (A10): 12.00 instead of 10.00"
    )


def test_a_cent_of_rounding_and_a_return_are_no_contradiction() -> None:
    # 3 x 3.335 = 10.005; a return of 2 x 5 - 1 is -9.
    assert _orders((3, "3.335", "0", "10.01"), (-2, "5", "1", "-9"), (1000, "0.333", "0", "333.33")) == ()


def test_what_many_rows_do_is_a_custom_of_the_export() -> None:
    assert _orders((3, "4", "2", "12"), (3, "4", "2", "13")) == ()


def test_a_negative_quantity_beside_a_positive_amount_is_told_unless_the_status_says_return() -> None:
    amounts = {"order_id": ["A", "B", "C", "D"], "quantity": [-1, -1, 2, -3], "amount": [30, -30, 60, 90]}

    assert _told("orders", **amounts) == [("R317", 2, "A")]
    assert _told("orders", **amounts, status=["退货", None, None, "Returned"]) == []
    assert _told("orders", **amounts, status=["已完成", None, None, "Returned"]) == [("R317", 1, "A")]


def test_deals_closed_before_the_first_activity_are_told() -> None:
    deals = pl.DataFrame({"deal_id": ["D1", "D2", "D3"], "closed_date": [EARLY, LATE, EARLY]})
    activities = pl.DataFrame(
        {"deal_id": ["D1", "D1", "D2", None], "activity_date": [LATE, date(2026, 3, 1), EARLY, EARLY]}
    )

    (fault,) = closed_before_contact(deals, activities)

    assert (fault.code, fault.count, fault.value) == ("R315", 1, "D1")
    assert closed_before_contact(deals, activities.drop("deal_id")) == ()
    assert closed_before_contact(deals.tail(2), activities) == ()


def test_columns_that_were_not_read_say_nothing() -> None:
    assert _told("deals", deal_id=["D1"], closed_date=[EARLY]) == []
    assert _told("orders", order_id=["A"], amount=[1]) == []
    assert _told("costs", cost_date=[EARLY]) == []


def test_files_that_contradict_each_other_are_told_when_loaded(
    write_text: Callable[..., Any], load_files: Callable[..., Loaded]
) -> None:
    deals = write_text(
        "Deal ID,Deal Name,Stage,Created Date,Close Date,Amount\nD1,Pump,Won,2026-01-05,2026-01-10,9\n", "d.csv"
    )
    acts = write_text("Activity ID,Activity Date,Rep,Deal ID,Type\nT1,2026-02-01,Ann,D1,Call\n", "a.csv")

    loaded = load_files(deals, acts)

    assert [(fault.code, fault.value) for fault in loaded.issues if fault.code == "R315"] == [("R315", "D1")]
