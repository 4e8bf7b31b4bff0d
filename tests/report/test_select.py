from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from salesperf.core.errors import UsageError
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Note, Records, Report, Row, Sparkline, TableBlock, Value
from salesperf.report.select import selected

REP = Column("rep", Text("Rep", "销售员"))
REP_ID = Column("rep_id", Text("Rep id", "销售员编号"))
REVENUE = Column("net_revenue", Text("Net revenue", "净销售额"), Unit.MONEY)
ORDERS = Column("orders", Text("Orders", "订单数"), Unit.COUNT)
TREND = Column("trend", Text("Trend", "趋势"))

RECORDS: tuple[tuple[Value, ...], ...] = (
    ("Ann", "r1", Decimal("20.5"), 3),
    ("Bob", "r2", None, 1),
    ("Cid", "r3", Decimal(100), 3),
    ("Dan", "r4", Decimal(-7), 2),
)
TOTAL: tuple[Value, ...] = ("Total", None, Decimal("113.5"), 9)
SPARK = Sparkline((1.0, 2.0))


def by_rep(*, headings: dict[str, str] | None = None) -> Report:
    """A table of reps (without their ids, with a trend) and its records."""
    rows = tuple(
        Row(
            (Cell(rep), Cell(revenue), Cell(orders), SPARK),
            same((headings or {})[str(rep)]) if str(rep) in (headings or {}) else None,
        )
        for rep, _, revenue, orders in RECORDS
    )
    total = Row((Cell("Total"), Cell(Decimal("113.5")), Cell(9), Sparkline(())))
    block = TableBlock("kpi", Text("By rep", "按销售员"), (REP, REVENUE, ORDERS, TREND), rows, total)
    records = Records((REP, REP_ID, REVENUE, ORDERS), RECORDS, TOTAL)
    return Report("salesperf.kpi/1", Text("Sales", "销售"), Lang.EN, (block,), records)


def scoreboard() -> Report:
    """A row a metric, one record of all."""
    rows = (
        Row((Cell("Net revenue"), Cell(Decimal(100), Unit.MONEY)), same("Results"), "net_revenue"),
        Row((Cell("Orders"), Cell(3, Unit.COUNT)), None, "orders"),
    )
    block = TableBlock(
        "scoreboard", same("All"), (Column("metric", same("Metric")), Column("value", same("Value"))), rows
    )
    return Report("salesperf.kpi/1", same("Sales"), Lang.EN, (block,), Records((REVENUE, ORDERS), ((Decimal(100), 3),)))


def names(report: Report) -> list[Value]:
    return [cell.value for row in report.blocks[0].rows if isinstance(cell := row.cells[0], Cell)]


def test_nothing_asked_changes_nothing() -> None:
    assert selected(by_rep()) == by_rep()


def test_columns_come_in_the_order_asked_in_table_and_records() -> None:
    picked = selected(by_rep(), columns=("orders", "rep"))

    assert [column.key for column in picked.records.columns] == ["orders", "rep"]
    assert picked.records.rows[0] == (3, "Ann")
    assert picked.records.total == (9, "Total")
    assert [column.key for column in picked.blocks[0].columns] == ["orders", "rep"]
    assert picked.blocks[0].rows[0].cells == (Cell(3), Cell("Ann"))
    assert picked.blocks[0].total == Row((Cell(9), Cell("Total")))


def test_a_column_the_table_does_not_show_is_shown_from_the_records() -> None:
    picked = selected(by_rep(), columns=("rep_id", "orders"), limit=1)

    assert [column.key for column in picked.blocks[0].columns] == ["rep_id", "orders"]
    assert picked.blocks[0].rows == (Row((Cell("r1"), Cell(3))),)


def test_columns_of_a_scoreboard_choose_its_rows_and_the_heading_stays() -> None:
    picked = selected(scoreboard(), columns=("orders",))

    assert picked.records.rows == ((3,),)
    assert picked.blocks[0].rows == (Row((Cell("Orders"), Cell(3, Unit.COUNT)), same("Results"), "orders"),)


def test_sorting_and_limiting_leave_a_scoreboard_alone() -> None:
    assert selected(scoreboard(), sort=("-orders",), limit=1).blocks == scoreboard().blocks


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (("net_revenue",), ["Dan", "Ann", "Cid", "Bob"]),
        (("-net_revenue",), ["Cid", "Ann", "Dan", "Bob"]),
        (("orders",), ["Bob", "Dan", "Ann", "Cid"]),
        (("-orders",), ["Ann", "Cid", "Dan", "Bob"]),
        (("-orders", "-net_revenue"), ["Cid", "Ann", "Dan", "Bob"]),
        (("-rep",), ["Dan", "Cid", "Bob", "Ann"]),
    ],
)
def test_rows_are_sorted_nulls_last_and_ties_keep_their_order(sort: tuple[str, ...], order: list[str]) -> None:
    picked = selected(by_rep(), sort=sort)

    assert [row[0] for row in picked.records.rows] == order
    assert names(picked) == order
    assert picked.blocks[0].total == by_rep().blocks[0].total


def test_sorting_does_not_mix_groups() -> None:
    picked = selected(by_rep(headings={"Ann": "East", "Cid": "West"}), sort=("-net_revenue",))

    assert names(picked) == ["Ann", "Bob", "Cid", "Dan"]
    assert [row.heading for row in picked.blocks[0].rows] == [same("East"), None, same("West"), None]


def test_a_limit_says_how_many_rows_it_left_out_and_keeps_the_total() -> None:
    picked = selected(by_rep(), sort=("-net_revenue",), limit=1)

    assert [row[0] for row in picked.records.rows] == ["Cid"]
    assert names(picked) == ["Cid"]
    assert picked.records.total == TOTAL
    assert picked.notes == (
        Note(
            "limit",
            Text(
                "1 of 4 rows shown, 3 more left out by the limit; the total is of all rows",
                "共 4 行，显示前 1 行，其余 3 行未列出；合计仍按全部行计算",
            ),
        ),
    )


def test_a_limit_above_the_rows_says_nothing() -> None:
    assert selected(by_rep(), limit=4).notes == ()


def test_sorting_by_a_column_that_is_then_left_out() -> None:
    assert selected(by_rep(), columns=("rep",), sort=("-orders",), limit=2).records.rows == (("Ann",), ("Cid",))


@pytest.mark.parametrize("asked", [{"columns": ("net_revenu",)}, {"sort": ("-net_revenu",)}])
def test_an_unknown_column_suggests(asked: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(UsageError, match="no column 'net_revenu'") as caught:
        selected(by_rep(), **asked)  # type: ignore[arg-type]

    assert caught.value.hint == "did you mean 'net_revenue'?"


def test_a_column_without_likeness_lists_them_all() -> None:
    with pytest.raises(UsageError) as caught:
        selected(by_rep(), columns=("xyz",))

    assert caught.value.hint == "columns: rep, rep_id, net_revenue, orders"


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(UsageError, match="a limit of 0 shows nothing"):
        selected(by_rep(), limit=0)


def with_side_table(*, shown: int) -> Report:
    """A side table about something else, then the first records."""
    report = by_rep()
    side = TableBlock(
        "parts",
        same("Parts"),
        (Column("rep", same("Rep")), Column("part", same("Part"))),
        tuple(Row((Cell(name), Cell(part))) for name, part in (("x", 3), ("y", 1), ("z", 2))),
    )
    columns = (REP, REVENUE)
    first = tuple(Row((Cell(rep), Cell(revenue))) for rep, _, revenue, _ in RECORDS[:shown])
    return replace(report, blocks=(side, TableBlock("rows", same("Rows"), columns, first)))


def test_a_table_of_the_first_records_is_sorted_and_limited_over_all_of_them() -> None:
    picked = selected(with_side_table(shown=2), sort=("-net_revenue",), limit=3)

    assert [row.cells[0] for row in picked.blocks[1].rows] == [Cell("Cid"), Cell("Ann"), Cell("Dan")]


def test_a_table_about_something_else_is_neither_sorted_nor_limited() -> None:
    before = with_side_table(shown=4)

    assert selected(before, sort=("-net_revenue",), limit=1).blocks[0] == before.blocks[0]


def test_choosing_columns_leaves_only_the_records() -> None:
    picked = selected(with_side_table(shown=4), columns=("rep",))

    assert [block.key for block in picked.blocks] == ["rows"]


def test_a_report_whose_tables_are_all_about_something_else_shows_its_records() -> None:
    report = with_side_table(shown=4)
    only_side = replace(report, blocks=report.blocks[:1])

    picked = selected(only_side, limit=1)

    assert [block.key for block in picked.blocks] == ["records"]
    assert picked.blocks[0].rows == (Row((Cell("Ann"), Cell("r1"), Cell(Decimal("20.5")), Cell(3))),)


def test_tables_that_show_the_records_between_them_keep_their_own_rows() -> None:
    report = by_rep()
    (block,) = report.blocks
    parts = tuple(replace(block, rows=block.rows[at : at + 2], total=None) for at in (0, 2))

    chosen = selected(replace(report, blocks=parts), columns=["rep", "orders"])

    shown = [[cell.value for row in one.rows if isinstance(cell := row.cells[0], Cell)] for one in chosen.blocks]
    assert shown == [["Ann", "Bob"], ["Cid", "Dan"]]


def test_sorted_rows_keep_their_bars_and_lose_their_lines() -> None:
    report = by_rep()
    bars = Figure(FigureKind.BAR, "bars", same("Bars"), "rep", ("net_revenue",))
    course = Figure(FigureKind.LINE, "course", same("Course"), "rep", ("net_revenue",))
    drawn = replace(report, blocks=(replace(report.blocks[0], figures=(bars, course)),))

    assert selected(drawn, limit=2).blocks[0].figures == (bars, course)
    by_name = selected(drawn, sort=("-rep",))
    assert by_name.blocks[0].figures == (bars,)
    assert [(note.key, note.text.en) for note in by_name.notes] == [
        (
            "not_drawn",
            "not drawn, for the rows are sorted by something other than their own order (leave out --sort): Course",
        ),
    ]


def test_rows_that_are_sorted_already_keep_their_lines() -> None:
    report = by_rep()
    course = Figure(FigureKind.LINE, "course", same("Course"), "rep", ("net_revenue",))
    in_order = selected(report, sort=("rep",))
    drawn = replace(in_order, blocks=(replace(in_order.blocks[0], figures=(course,)),))

    assert selected(drawn, sort=("rep",)) == drawn
