"""The cascade as people and machines get it."""

from __future__ import annotations

from typing import Any

from salesperf.core.text import Lang, Text
from salesperf.report.chart import chart_of


def test_without_an_earlier_year_no_column_speaks_of_it(report: Any) -> None:
    found = report({"people": ""}, period="2025", weights=None)

    tree = found.blocks[0]
    assert found.subtitle.zh.startswith("销售净额，2025年；数据截至")
    assert [column.key for column in tree.columns] == ["who", "target", "share", "remark"]
    assert all(len(row.cells) == len(tree.columns) for row in tree.rows)


def test_the_tree_shows_share_last_year_and_growth(report: Any) -> None:
    tree = report(target=2000).blocks[0]

    assert tree.columns[3].label == Text("2025", "2025年")
    rows = {str(row.cells[0].value).strip(): [cell.value for cell in row.cells[1:5]] for row in tree.rows}
    assert list(rows) == ["company", "East", "Ann", "Bob", "West", "Cid"]
    assert [float(value) for value in rows["Bob"]] == [600, 1 / 3, 300, 1.0]
    assert [float(value) for value in rows["East"]] == [1800, 0.9, 900, 1.0]


def test_the_records_are_a_target_sheet_of_everybody_and_every_period(report: Any) -> None:
    records = report(grain="quarter").records

    assert [column.key for column in records.columns] == ["scope", "scope_id", "name", "metric", "period", "target"]
    assert [row[:3] for row in records.rows[::4]] == [
        ("company", None, "company"),
        ("team", "East", "East"),
        ("rep", "R1", "Ann"),
        ("rep", "R2", "Bob"),
        ("team", "West", "West"),
        ("rep", "R3", "Cid"),
    ]
    assert [row[4] for row in records.rows[:4]] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
    assert sum(row[5] for row in records.rows if row[0] == "rep") == 1000


def test_several_weights_are_shown_beside_each_other(report: Any) -> None:
    columns = [column.key for column in report(weights="history:0.5,equal:0.5").blocks[0].columns]

    assert columns[2:5] == ["share", "by_history", "by_equal"]


def test_days_are_in_the_sheet_and_not_on_the_page(report: Any) -> None:
    found = report(grain="day")

    assert [block.key for block in found.blocks] == ["tree"]
    assert len(found.records.rows) == 6 * 365


def test_who_joins_or_leaves_is_marked(report: Any) -> None:
    people = "rep_id,rep_name,team,hire_date,leave_date\nR1,Ann,East,2020-01-01,2026-06-30\nR9,Eve,East,2026-02-02,\n"

    rows = report({"people": people}, weights="capacity").blocks[0].rows

    assert [row.cells[-1].value for row in rows[2:]] == ["leaves on 2026-06-30", "joins on 2026-02-02"]


def test_limits_are_shown_beside_the_share_by_weight(report: Any) -> None:
    # By weight Bob has a third of the 900 of East; his cap is 200.
    tree = report(caps={"Bob": "200"}).blocks[0]

    keys = [column.key for column in tree.columns]
    rows = {str(row.cells[0].value).strip(): [cell.value for cell in row.cells] for row in tree.rows}
    assert keys[:4] == ["who", "target", "share", "given"]
    assert rows["Bob"][-1] == "at the cap"
    assert (float(rows["Bob"][2]), float(rows["Bob"][3])) == (1 / 3, 200 / 900)


def test_the_periods_are_bars_and_add_up(report: Any) -> None:
    block = report(grain="quarter").blocks[1]

    (figure,) = block.figures
    chart = chart_of(figure, block, lang=Lang.EN, currency=None)
    assert chart is not None
    assert chart.categories == ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
    assert sum(point.value or 0 for point in chart.series[0].points) == 1000
    assert [column.adds_up for column in block.columns] == [False, True, False]
