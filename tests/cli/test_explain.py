from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Salesperf


def test_the_rows_behind_a_number_have_file_and_row(salesperf: Salesperf) -> None:
    said = salesperf("explain", "net_revenue", "orders.csv", "--where", "rep=Ivo Kranz", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert said.code == 0
    assert [(row["file"], row["row"], row["net"]) for row in rows] == [
        ("orders.csv", "4", "50"),
        ("orders.csv", "5", "-20"),
    ]


def test_an_unknown_metric_suggests(salesperf: Salesperf) -> None:
    said = salesperf("explain", "net_revenu", "orders.csv")

    assert said.code == 2
    assert "did you mean 'net_revenue'" in said.err
