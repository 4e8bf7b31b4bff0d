from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from salesperf.sources.files.parquet import SAMPLE_ROWS, read_parquet
from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import SourceFile

ORDERS = pl.DataFrame(
    {
        "order_id": ["007", "008"],
        "date": [date(2026, 1, 5), None],
        "amount": pl.Series([Decimal("10.50"), Decimal("-3.25")], dtype=pl.Decimal(12, 2)),
    }
)


def _file(path: Path) -> SourceFile:
    return SourceFile(path, path.name, "", path.stat().st_size)


def test_columns_keep_the_types_they_are_stored_with(tmp_path: Path) -> None:
    path = tmp_path / "orders.parquet"
    ORDERS.write_parquet(path)

    table = read_parquet(_file(path))

    assert (table.header, table.rows, table.sheet) == (("order_id", "date", "amount"), 2, None)
    assert table.frame.collect().equals(ORDERS)
    assert table.frame.collect_schema() == ORDERS.schema
    assert (table.layout.header_row, table.layout.first_row) == (None, 1)


def test_the_sample_is_the_first_rows_and_the_frame_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "many.parquet"
    pl.DataFrame({"n": range(450)}).write_parquet(path)

    table = read_parquet(_file(path))

    assert table.sample["n"].to_list() == list(range(SAMPLE_ROWS))
    assert (table.rows, table.frame.collect().height) == (450, 450)


def test_a_name_that_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    path = tmp_path / "q[1]*.parquet"
    ORDERS.write_parquet(path)
    pl.DataFrame({"other": [1]}).write_parquet(tmp_path / "q1.parquet")

    assert read_parquet(_file(path)).rows == 2


def test_standard_input_is_read_from_its_bytes() -> None:
    stream = BytesIO()
    ORDERS.write_parquet(stream)
    content = stream.getvalue()

    table = read_parquet(SourceFile(None, "standard input", "", len(content), content))

    assert table.frame.collect().equals(ORDERS)


def test_a_damaged_file_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "orders.parquet"
    ORDERS.write_parquet(path)
    path.write_bytes(path.read_bytes()[:-6])

    with pytest.raises(Refused) as refused:
        read_parquet(_file(path))

    assert (refused.value.issue.code, refused.value.issue.where.file) == ("R127", "orders.parquet")
    assert "\n" not in refused.value.issue.message


def test_a_file_of_neither_path_nor_content_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="path or content"):
        read_parquet(SourceFile(None, "x", "", 0))


def test_a_column_whose_name_is_a_pattern_is_renamed_and_said(tmp_path: Path) -> None:
    path = tmp_path / "orders.parquet"
    ORDERS.rename({"date": "^.*$"}).write_parquet(path)

    table = read_parquet(_file(path))

    assert table.header == ("order_id", "column_2", "amount")
    assert table.frame.collect().columns == list(table.header)
    assert [(one.code, one.count) for one in table.issues] == [("R115", 1)]
