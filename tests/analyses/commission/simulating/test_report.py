from __future__ import annotations

from datetime import date
from decimal import Decimal

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.simulating.outcome import outcome
from salesperf.analyses.commission.simulating.report import simulate_report
from salesperf.core.period import Span
from salesperf.core.text import Lang
from salesperf.report.model import Cell, Report, TableBlock

ORDERS = "order_id,order_date,rep_id,amount\n1,2026-02-05,Ann,100\n2,2026-02-20,Ben,300\n3,2026-02-21,Cas,200\n"
TIERS = "tiers = [{ to = 100, rate = 0.1 }, { rate = 0.2 }]\n"
SLICES = f'[[component]]\nname = "x"\nrule = "tiered"\nmode = "marginal"\n{TIERS}'
WHOLE = f'[[component]]\nname = "x"\nrule = "tiered"\nmode = "whole"\ntie = "lower"\ncap = 55\n{TIERS}'
LESS = '[[component]]\nname = "x"\nrule = "flat"\nrate = 0.12\n'
FEBRUARY = Span(date(2026, 2, 1), date(2026, 2, 28))


def simulated(*written: str, grid: tuple[int, ...] = ()) -> Report:
    company = ground(orders=ORDERS)
    found = [worked_out(company, plan(one, start="2026-02-01"), date(2026, 2, 28)) for one in written]
    return simulate_report([outcome(company, one, FEBRUARY, grid=grid) for one in found], lang=Lang.EN)


def values(block: TableBlock) -> list[list[object]]:
    rows = [*block.rows, *([block.total] if block.total else [])]
    return [[cell.value for cell in row.cells if isinstance(cell, Cell)] for row in rows]


def test_the_first_plan_is_what_the_others_are_held_against() -> None:
    report = simulated(SLICES, WHOLE, LESS)
    plans, people, _ = report.blocks

    # By slices: Ann 10, Ben 10 + 40 = 50, Cas 10 + 20 = 30: 90 of 600.
    # As a whole: Ann 10, Ben 60 capped at 55, Cas 40: 105. At 12 %: 12, 36, 24: 72.
    assert [row[1:] for row in values(plans)] == [
        [Decimal(90), Decimal(600), 0.15, None, None, None],
        [Decimal(105), Decimal(600), 0.175, Decimal(15), 2, 0],
        [Decimal(72), Decimal(600), 0.12, Decimal(-18), 1, 2],
    ]
    assert values(people) == [
        ["Ann", 10, 10, 12, 0, 2],
        ["Ben", 50, 55, 36, 5, -14],
        ["Cas", 30, 40, 24, 10, -6],
        ["total", 90, 105, 72, 15, -18],
    ]


def test_jumps_of_all_plans_are_told_the_largest_first() -> None:
    jumps = simulated(SLICES, WHOLE).blocks[2]

    assert [(row[1], row[2]) for row in values(jumps)] == [
        (Decimal("10.00"), "x: at 100 the pay jumps by 10, from 10 to 20")
    ]


def test_the_grid_has_a_row_and_a_point_for_each_step() -> None:
    report = simulated(SLICES, LESS, grid=(50, 100))
    grid = report.blocks[-1]

    # At half: Ann 5, Ben 10 + 10 = 20, Cas 10: 35 of 300; at 12 % 36.
    assert values(grid) == [[0.5, 35, 36, 35 / 300, 0.12], [1.0, 90, 72, 0.15, 0.12]]
    assert grid.figures[0].values == ("plan_1", "plan_2")
    assert [note.key for note in report.notes] == ["grid"]


def test_plans_of_one_name_are_told_apart_by_their_versions() -> None:
    assert [row[0] for row in values(simulated(SLICES, LESS).blocks[0])] == [
        "test v1, plan 1",
        "test v1, plan 2",
    ]
    assert [row[0] for row in values(simulated(SLICES).blocks[0])] == ["test"]


def test_machines_get_everybody_and_then_the_whole_at_every_step() -> None:
    report = simulated(SLICES, LESS, grid=(50,))
    keys = [column.key for column in report.records.columns]
    rows = [dict(zip(keys, row, strict=True)) for row in report.records.rows]

    assert [(row["rep"], row["payout"], row["difference"]) for row in rows if row["rep"] == "Ben"] == [
        ("Ben", 50, None),
        ("Ben", 36, -14),
    ]
    assert [(row["sales"], row["payout"], row["difference"]) for row in rows if row["rep"] is None] == [
        (1.0, 90, None),
        (0.5, 35, None),
        (1.0, 72, -18),
        (0.5, 36, 1),
    ]
