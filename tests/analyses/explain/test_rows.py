from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from salesperf.analyses.explain.rows import SHOWN, rows_behind, rows_block
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope
from salesperf.report.model import Cell, Column

Ask = Callable[..., Scope]


def behind(scoped: Ask, metric: str, request: Request | None = None) -> list[dict[str, object]]:
    columns, rows = rows_behind(scoped(request or Request(metrics=(metric,))), CATALOG[metric])
    keys = [column.key for column in columns]
    return [dict(zip(keys, row, strict=True)) for row in rows]


@pytest.mark.parametrize(
    ("metric", "orders"),
    [
        ("net_revenue", "A1 A2 A4 A3"),
        ("gross_revenue", "A1 A2 A4"),
        ("returned_amount", "A3"),
        ("return_rate", "A1 A2 A4 A3"),
        ("orders", "A1 A2 A4"),
        ("units", "A1 A2 A4 A3 A6"),
        ("gross_margin", "A1 A4 A3"),
        ("active_customers", "A1 A2 A4"),
        ("new_customers", "A1 A2 A4"),
        ("top10_customer_share", "A1 A2 A4 A3"),
        ("revenue_per_rep", "A1 A2 A4 A3"),
    ],
)
def test_only_lines_that_add_to_the_number_are_behind_it_the_largest_first(
    metric: str, orders: str, scoped: Ask
) -> None:
    # A6 was given away: it adds a unit and no money; A2 has no known cost; A5 is cancelled.
    assert " ".join(str(row["order"]) for row in behind(scoped, metric)) == orders


def test_the_rows_add_up_to_the_number(scoped: Ask) -> None:
    rows = behind(scoped, "net_revenue")

    assert sum(row["net"] for row in rows) == 170  # type: ignore[misc]
    assert sum(row["returned"] for row in behind(scoped, "returned_amount")) == 20  # type: ignore[misc]


def test_every_row_names_its_file_and_row(scoped: Ask) -> None:
    (row,) = behind(scoped, "returned_amount")

    assert row == {
        "file": "orders.csv",
        "row": 4,
        "date": date(2026, 1, 25),
        "order": "A3",
        "customer": "C1",
        "rep": "R1",
        "gross": Decimal(0),
        "returned": Decimal(20),
        "net": Decimal(-20),
    }


def test_a_measure_is_a_column_only_where_the_metric_needs_it(scoped: Ask) -> None:
    def extra(metric: str) -> set[str]:
        return set(behind(scoped, metric)[0]) & {"units", "cost", "list_value"}

    assert extra("net_revenue") == set()
    assert extra("units") == {"units"}
    assert extra("gross_margin") == {"cost"}


def test_period_and_conditions_choose_the_rows(scoped: Ask) -> None:
    february = Request(metrics=("net_revenue",), period="2026-02")
    of_r1 = Request(metrics=("net_revenue",), where=("rep=R1",))

    assert [row["order"] for row in behind(scoped, "net_revenue", february)] == ["A4"]
    assert [row["order"] for row in behind(scoped, "net_revenue", of_r1)] == ["A1", "A3"]


def test_a_page_shows_the_first_rows_only() -> None:
    columns = (Column("net", Text("net", "净额"), Unit.MONEY),)
    rows = tuple((Decimal(number),) for number in range(50, 0, -1))

    block = rows_block(columns, rows)

    assert block.columns == columns
    assert [row.cells for row in block.rows] == [(Cell(Decimal(number)),) for number in range(50, 50 - SHOWN, -1)]
