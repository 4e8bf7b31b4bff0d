from __future__ import annotations

from datetime import date
from pathlib import Path

from people_company import section, told, write_company
from section_words import rows, said


def test_the_list_of_a_rep_is_in_order_of_money_each_with_its_why(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "rep", rep="Ann Ashby"), "next_week")

    assert rows(found, "next_week") == [
        ("move the deal", "Alder doors", "nothing happened for 58 days", 700, None),
        ("close the deal", "Birch walls", "expected to close on Apr 5, 2026", 200, date(2026, 4, 5)),
        ("collect", "Birch", "1 past due, the oldest for 50 days", 50, None),
        ("call", "Alder", "silent for 65 days, usually 10.0 days between orders", 10, None),
        ("do", "Visit Cedar", "late since Mar 21, 2026", None, date(2026, 3, 21)),
        ("do", "Send Birch a quote", "due", None, date(2026, 4, 3)),
    ]


def test_a_gap_between_orders_with_all_reps_is_called_that(tmp_path: Path) -> None:
    write_company(tmp_path)
    with (tmp_path / "orders.csv").open("a", encoding="utf-8") as orders:
        orders.write("13,2026-01-10,C1,Alder,R2,Bob Birkett,10\n")

    found = section(told(tmp_path, "rep", rep="Ann Ashby"), "next_week")

    # The 5, 10, 15 and 25 January.
    why = "silent for 65 days, usually 5.0 days between orders with all reps"
    assert ("call", "Alder", why) in [row[:3] for row in rows(found, "next_week")]


def test_where_both_languages_stand_each_says_the_days_in_its_own(tmp_path: Path) -> None:
    write_company(tmp_path)

    found = section(told(tmp_path, "rep", rep="Ann Ashby", lang="both"), "next_week")

    why = "已65天未下单，通常间隔10.0天 / silent for 65 days, usually 10.0 days between orders"
    assert why in [row[2] for row in rows(found, "next_week")]


def test_what_each_workday_has_to_bring_stands_above_it(tmp_path: Path) -> None:
    over = told(write_company(tmp_path), "rep", rep="Ann Ashby")
    going_on = told(tmp_path, "rep", rep="Ann Ashby", as_of=date(2026, 3, 13))

    assert said(section(over, "next_week")) == []
    # 200 of 400 are missing, and from Monday the 16th on 12 workdays are left.
    assert said(section(going_on, "next_week")) == ["Net revenue: each workday left of the period has to bring 16.67."]


def test_with_sales_alone_the_list_is_of_customers(tmp_path: Path) -> None:
    others = ("invoices.csv", "payments.csv", "deals.csv", "targets.csv", "actions.csv")

    found = section(told(write_company(tmp_path, *others), "rep", rep="Ann Ashby"), "next_week")

    assert [row[:2] for row in rows(found, "next_week")] == [("call", "Alder")]
