"""Edges of a cube among its cells."""

from __future__ import annotations

import polars as pl

from salesperf.sources.no_data.rows_of_no_data import without_rows_of_no_data

HEADER = ("Date", "Region", "Product", "Revenue")
CELLS = (
    ("2025-01-31", "East", "P", "100"),
    ("2025-01-31", "East", "Q", "50"),
    ("2025-01-31", "West", "P", "30"),
    ("2025-01-31", "West", "Q", "20"),
)
EDGES = (
    ("2025-01-31", "East", "All", "150"),
    ("2025-01-31", "West", "All", "50"),
    ("2025-01-31", "All", "P", "130"),
    ("2025-01-31", "All", "Q", "70"),
    ("2025-01-31", "All", "All", "200"),
)


def _amounts(*rows: tuple[str, ...]) -> list[str]:
    frame = pl.DataFrame(rows, schema=list(HEADER), orient="row")
    return without_rows_of_no_data(frame, header=HEADER, first_row=2).rows["Revenue"].to_list()


def test_the_edges_of_a_cube_are_no_sales_wherever_they_stand() -> None:
    assert _amounts(*CELLS, *EDGES) == ["100", "50", "30", "20"]
    assert _amounts(*EDGES, *CELLS) == ["100", "50", "30", "20"]
    assert _amounts(*CELLS[:2], EDGES[0], *CELLS[2:], *EDGES[1:]) == ["100", "50", "30", "20"]


def test_the_edges_of_a_cube_are_no_totals_that_do_not_add_up() -> None:
    frame = pl.DataFrame((*CELLS, *EDGES), schema=list(HEADER), orient="row")

    assert without_rows_of_no_data(frame, header=HEADER, first_row=2).odd == ()


def test_a_region_named_all_that_is_no_sum_of_its_product_stays() -> None:
    assert len(_amounts(*CELLS, ("2025-01-31", "All", "P", "130"), ("2025-01-31", "All", "Q", "71"))) == 6


def test_rows_that_only_repeat_one_row_each_stay() -> None:
    assert len(_amounts(*CELLS[:2], ("2025-01-31", "All", "P", "100"), ("2025-01-31", "All", "Q", "50"))) == 4


def test_a_total_that_names_nothing_beside_it_is_held_against_all_rows() -> None:
    header = ("Channel", "Jan", "Feb")
    frame = pl.DataFrame((("Online", "50", "60"), ("All", "80", "90")), schema=list(header), orient="row")

    assert without_rows_of_no_data(frame, header=header, first_row=2).rows.height == 2
