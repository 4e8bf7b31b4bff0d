from __future__ import annotations

from datetime import date
from decimal import Decimal

from lifecycle_ground import HEAD, ORDERS, purchases
from salesperf.analyses.lifecycle.blocks import (
    cohort_blocks,
    gaps_block,
    moves_block,
    overdue_block,
    overdue_of,
    states_block,
)
from salesperf.analyses.lifecycle.cohorts import cohorts_of
from salesperf.analyses.lifecycle.habits import habits_of
from salesperf.analyses.lifecycle.moves import Move
from salesperf.core.period import Grain, Period, Span
from salesperf.core.text import Lang
from salesperf.facts.calendar import Calendar
from salesperf.facts.section import CalendarSection
from salesperf.metrics.catalog import CATALOG
from salesperf.report.model import Cell, TableBlock

MONTHS = Calendar(CalendarSection()).periods(Grain.MONTH, Span(date(2026, 1, 1), date(2026, 4, 30)))


def rows(block: TableBlock) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row.cells if isinstance(cell, Cell)) for row in block.rows]


def test_movements_have_a_row_a_period_in_the_order_of_the_metrics() -> None:
    period = Period(date(2026, 1, 1), date(2026, 1, 31), "2026-01")
    move = Move(period, {"new_customers": 3, "active_customers": 3}, is_partial=True, is_first=True)

    block = moves_block([move], [CATALOG["active_customers"], CATALOG["new_customers"]])

    assert [column.key for column in block.columns] == ["period", "new_customers", "active_customers"]
    assert rows(block) == [("2026-01", 3, 3)]
    assert [cell.partial for cell in block.rows[0].cells] == [False, True, True]  # type: ignore[union-attr]


def test_states_add_up() -> None:
    block = states_block(habits_of(purchases()), lang=Lang.EN)

    # Bob is silent for 60 days and more than 50, Cas for 88, Eve for 89; Eve's 80 came back.
    assert rows(block) == [("active", 2, 0.4, Decimal(275)), ("silent too long", 3, 0.6, Decimal(130))]
    assert block.total is not None
    assert [cell.value for cell in block.total.cells] == ["total", 5, 1.0, Decimal(405)]  # type: ignore[union-attr]


def test_cohorts_are_held_against_their_first_period_and_blank_where_not_lived() -> None:
    counts, sums = cohort_blocks(cohorts_of(purchases(), MONTHS, open_last=True), most=12)

    assert rows(counts) == [
        ("2026-01", 3, 1 / 3, 2 / 3, 1 / 3),
        ("2026-02", 1, 0.0, 0.0, None),
        ("2026-03", 1, 1.0, None, None),
    ]
    assert rows(sums)[0] == ("2026-01", 220, 50 / 220, 130 / 220, -70 / 220)
    assert [cell.partial for cell in counts.rows[1].cells] == [False, False, False, True, False]  # type: ignore[union-attr]
    assert [
        len(block.columns) for block in cohort_blocks(cohorts_of(purchases(), MONTHS, open_last=False), most=2)
    ] == [4, 4]


def test_gaps_are_counted_by_their_days() -> None:
    # 31, 28 and 50 of Ann, 40 of Bob, 31 of Dora.
    block = gaps_block(habits_of(purchases()), lang=Lang.EN)

    assert rows(block) == [
        ("1-7", 0, 0.0),
        ("8-30", 1, 0.2),
        ("31-60", 4, 0.8),
        ("61-90", 0, 0.0),
        ("91-180", 0, 0.0),
        ("181-365", 0, 0.0),
        ("366 and more", 0, 0.0),
    ]


def test_who_broke_a_habit_is_overdue_the_largest_first() -> None:
    # Gus bought every ten days up to March 1, Hal every ten days up to a year and a day before the end; Ann's silence
    # of one day is none.
    lines = "".join(
        f"{who}{at},{day},{who},East,{amount}\n"
        for who, amount, days in (
            ("Gus", 5, ("2026-02-09", "2026-02-19", "2026-03-01")),
            ("Ida", 7, ("2026-02-09", "2026-02-19", "2026-03-01")),
            ("Hal", 9, ("2025-04-09", "2025-04-19", "2025-04-29")),
        )
        for at, day in enumerate(days)
    )
    habits = habits_of(purchases(ORDERS + lines))

    assert overdue_of(habits)["customer"].to_list() == ["Ida", "Gus"]
    block = overdue_block(habits, {"Ida": "Ida & Co"}, lang=Lang.EN)
    assert rows(block)[0] == ("Ida & Co", date(2026, 3, 1), 60, 10.0, 10, 3, Decimal(21))


def test_beyond_twenty_the_others_are_one_row() -> None:
    lines = "".join(
        f"{who}-{at},{day},C{who:02},East,{who}\n"
        for who in range(1, 25)
        for at, day in enumerate(("2026-01-01", "2026-01-02", "2026-01-03"))
    )
    block = overdue_block(habits_of(purchases(HEAD + lines + "z,2026-03-01,Z,East,1\n")), {}, lang=Lang.EN)

    # 3 x (1 + 2 + 3 + 4).
    assert rows(block)[-1] == ("4 others", None, None, None, None, None, Decimal(30))
    assert len(block.beyond) == 4
    empty = overdue_block(habits_of(purchases()), {}, lang=Lang.EN)
    assert (empty.rows, empty.empty.en) == ((), "nobody with a habit is silent for longer than it")
