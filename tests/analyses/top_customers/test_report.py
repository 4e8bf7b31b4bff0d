from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from salesperf.analyses.top_customers.compute import Customer, Customers, Habit, Quiet, Sold
from salesperf.analyses.top_customers.report import quiet_customers_section, top_customers_section
from salesperf.core.text import Lang
from salesperf.report.model import Cell
from section_words import beyond, rows, said, table, total

ON = date(2026, 3, 31)
HABIT = Habit(12, date(2026, 3, 1), 7.0, 9)


def customer(name: str, now: int, then: int | None, share: float, habit: Habit | None = HABIT) -> Customer:
    return Customer(Sold(name, name, Decimal(now), None if then is None else Decimal(then)), share, habit)


def quiet(name: str, yearly: int, *reps: str, habit: Habit = HABIT, own: int | None = None) -> Quiet:
    return Quiet(name, habit, 30, Decimal(yearly), Decimal(5), habit.orders if own is None else own, reps)


def test_the_largest_are_told_with_growth_and_last_order() -> None:
    customers = (customer("A", 60, 40, 0.6), customer("B", 40, 0, 0.4, None))

    section = top_customers_section(Customers(ON, Decimal(100), Decimal(50), customers, ()), lang=Lang.EN)

    first, second = rows(section, "top_customers")
    assert first == ("A", 60, 0.6, 0.5, date(2026, 3, 1), 30)
    assert second == ("B", 40, 0.4, None, None, None)
    assert total(section, "top_customers")["growth"] == 1.0


def test_the_others_grow_by_all_that_the_largest_did_not_bring_a_year_before() -> None:
    # A year before all brought 200: A 40, B 10, so the others 150, of whom some buy nothing now.
    customers = (
        customer("A", 60, 40, 0.6),
        customer("B", 20, 10, 0.2),
        customer("C", 12, 1, 0.1),
        customer("D", 8, 1, 0.1),
    )

    section = top_customers_section(Customers(ON, Decimal(100), Decimal(200), customers, ()), lang=Lang.EN, most=2)

    assert said(section) == ["The largest of them bring 80.0% of 100."]
    others = rows(section, "top_customers")[-1]
    assert others[:3] == ("2 others", 20, 0.2)
    assert len(beyond(section, "top_customers", "customer")) == 2, "a workbook has them all"
    assert others[3] == pytest.approx(20 / 150 - 1)


def test_four_customers_and_more_are_drawn_as_bars() -> None:
    customers = tuple(customer(f"{n}", n, n, n / 100) for n in (40, 30, 20, 10))

    def figures(*told: Customer) -> list[tuple[tuple[str, ...], int | None]]:
        section = top_customers_section(Customers(ON, Decimal(100), None, told, ()), lang=Lang.EN)
        return [(figure.values, figure.first) for figure in table(section, "top_customers").figures]

    assert figures(*customers) == [(("revenue",), 4)]
    assert figures(*customers[:3]) == []
    bare = top_customers_section(Customers(ON, Decimal(100), None, customers, ()), lang=Lang.EN, draws=False)
    assert table(bare, "top_customers").figures == ()


def test_growth_is_missing_with_a_reason_where_the_year_before_is_not_known() -> None:
    found = Customers(ON, Decimal(60), None, (customer("A", 60, None, 1.0),), ())

    section = top_customers_section(found, lang=Lang.EN)

    cell = table(section, "top_customers").rows[0].cells[3]
    assert cell.reason.en == "the data do not reach back to the year before"  # type: ignore[union-attr]


def test_quiet_customers_are_told_with_what_they_brought() -> None:
    found = Customers(ON, Decimal(0), None, (), (quiet("A", 70), quiet("B", 20), quiet("C", 10)))

    section = quiet_customers_section(found, lang=Lang.EN, most=1)

    assert said(section) == [
        (
            "Silent for more than twice their usual gap between orders and for longer than nine in ten of their gaps: "
            "3 who brought 100 in 365 days."
        )
    ]
    assert rows(section, "quiet_customers") == [
        ("A", date(2026, 3, 1), 30, 7.0, 9, 12, 70),
        ("2 others", None, None, None, None, None, 30),
    ]
    assert total(section, "quiet_customers")["yearly"] == 100
    assert len(beyond(section, "quiet_customers", "customer")) == 2, "a workbook has them all"


def test_who_sold_to_a_quiet_customer_last_is_named_where_that_is_known_and_asked_for() -> None:
    found = Customers(ON, Decimal(0), None, (), (quiet("A", 70, "Ann", "Bob"), quiet("B", 20)))

    assert rows(quiet_customers_section(found, lang=Lang.EN), "quiet_customers", "customer", "rep") == [
        ("A", "Ann, Bob"),
        ("B", None),
    ]
    alone = quiet_customers_section(found, lang=Lang.EN, shows_reps=False)
    assert "rep" not in [column.key for column in table(alone, "quiet_customers").columns]


def test_what_holds_of_few_gaps_and_of_orders_with_others_is_said_where_there_are_any() -> None:
    few, shared = quiet("A", 1, habit=Habit(10, ON, 2.0, 4)), quiet("B", 1, own=11)

    def added(one: Quiet) -> list[str]:
        return said(quiet_customers_section(Customers(ON, Decimal(0), None, (), (one,)), lang=Lang.EN))[1:]

    assert added(few) == [
        (
            "Of customers with fewer than ten gaps the silence is longer than all of them; with fewer than five it is "
            "also more than three times the usual one."
        )
    ]
    assert added(shared) == ["Days and gaps are of all orders with the company, whoever took them."]
    assert added(quiet("C", 1)) == []


def test_where_there_are_none_the_sections_say_so() -> None:
    nothing = Customers(ON, Decimal(0), None, (), ())

    assert str(top_customers_section(nothing, lang=Lang.EN).empty.en) == "nobody bought anything in the period"  # type: ignore[union-attr]
    assert quiet_customers_section(nothing, lang=Lang.ZH).empty.zh == "没有客户的静默期超过其自身习惯"  # type: ignore[union-attr]


def test_amounts_of_a_period_that_is_not_over_are_marked_in_every_row() -> None:
    customers = (customer("Acme", 60, 30, 0.6), customer("Beta", 40, 20, 0.4), customer("Cab", 5, 1, 0.1))
    running = Customers(ON, Decimal(105), Decimal(51), customers, (), partial=True)

    block = top_customers_section(running, lang=Lang.EN, most=1).blocks[0]

    assert block.total is not None
    for row in (*block.rows, block.total):
        marked = [cell.partial for cell in row.cells if isinstance(cell, Cell)]
        assert marked == [False, True, True, True, False, False]
