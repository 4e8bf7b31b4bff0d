from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.options import ReadOptions
from salesperf.sources.raw_files import read_raw, read_tidy

Write = Callable[..., Path]


def test_tidy_gives_one_row_a_target(write_text: Write) -> None:
    path = write_text("Rep,Jan,Feb\nAnn,1,2.50\n", "sales quota 2024.csv")

    ((table,), _) = read_tidy(str(path), ReadOptions())

    assert table.is_unpivoted
    assert table.rows.select("scope_id", "period", "amount", "_column").rows() == [
        ("Ann", "2024-01", "1", "Jan"),
        ("Ann", "2024-02", "2.5", "Feb"),
    ]


def test_tidy_leaves_other_tables_as_they_stand(write_text: Write) -> None:
    path = write_text("Order ID,Order Date,Amount\n1,2024-01-05,5\n2,2024-01-06,7\n")

    ((table,), _) = read_tidy(str(path), ReadOptions())

    assert (table.header, table.is_unpivoted) == (("Order ID", "Order Date", "Amount"), False)


def test_a_raw_file_is_as_it_stands(write_text: Write) -> None:
    path = write_text("Order ID,Order Date,Amount\n1,30/02/2024,(1000)\n,,\n2,,x\n")

    (raw,), issues = read_raw(str(path), ReadOptions())

    assert raw.header == ("Order ID", "Order Date", "Amount")
    assert raw.rows.rows() == [("1", "30/02/2024", "(1000)"), ("2", None, "x")]
    assert raw.dropped == {"blank": 1}
    assert [issue.message for issue in issues] == ["rows that are no data: 1 blank"]
