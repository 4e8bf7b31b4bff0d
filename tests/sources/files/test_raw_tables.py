from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from salesperf.core.errors import UsageError
from salesperf.sources.options import TableOptions


def test_one_bad_file_does_not_hide_the_others(write_text: Any, read: Any, tmp_path: Path) -> None:
    write_text("id,amount\n1,10\n", "a.csv")
    (tmp_path / "b.csv").write_bytes(b"")
    (tmp_path / "c.xlsx").write_bytes(b"PK\x03\x04 broken")

    tables, issues, left_out = read(tmp_path)

    assert [table.file.name for table in tables] == ["a.csv"]
    assert [(issue.code, issue.where.file) for issue in issues] == [("R129", "b.csv"), ("R122", "c.xlsx")]
    assert [(left.file.name, left.reason) for left in left_out] == [("b.csv", "empty"), ("c.xlsx", "unreadable")]


def test_content_decides_not_the_name(write_book: Any, write_text: Any, read: Any, tmp_path: Path) -> None:
    write_book({"S": [("id", "amount"), (1, 2)]}, "workbook.csv")
    write_text("id\tamount\n1\t2\n", "text.xls")

    tables, issues, _ = read(tmp_path)

    assert [(table.file.name, table.header) for table in tables] == [
        ("text.xls", ("id", "amount")),
        ("workbook.csv", ("id", "amount")),
    ]
    assert [issue.code for issue in issues] == ["R110", "R110"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>", "R109"),
        (b"\xef\xbb\xbf<html>", "R109"),
        (b'<?xml version="1.0"?><Workbook/>', "R109"),
        (bytes(range(256)) * 20, "R106"),
        (b"\x01\x02\x03\x04" * 50, "R108"),
        (b"  \n\n \n", "R104"),
        (b"\n", "R104"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(content: bytes, code: str, tmp_path: Path, read: Any) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)

    tables, issues, left_out = read(path)

    assert tables == ()
    assert [issue.code for issue in issues] == [code]
    assert len(left_out) == 1


def test_a_type_that_is_not_read_is_an_error_when_named(tmp_path: Path, read: Any) -> None:
    path = tmp_path / "x.docx.bak"
    path.write_bytes(b"hello")

    assert [issue.code for issue in read(path)[1]] == ["R101"]


def test_parquet_keeps_its_types_and_stays_lazy(tmp_path: Path, read_one: Any) -> None:
    rows = pl.DataFrame({"id": [1, 2], "amount": [1.5, None]})
    rows.write_parquet(tmp_path / "x.parquet")

    table = read_one(tmp_path / "x.parquet")

    assert (table.header, table.rows, table.layout.header_row) == (("id", "amount"), 2, None)
    assert table.frame.collect().equals(rows)
    assert table.sample.equals(rows)


def test_a_damaged_parquet_file_is_an_error(tmp_path: Path, read: Any) -> None:
    (tmp_path / "x.parquet").write_bytes(b"PAR1 and nothing else")
    (tmp_path / "y.parquet").write_bytes(b"id,amount\n1,2\n")

    assert [issue.code for issue in read(tmp_path)[1]] == ["R127", "R127"]


def test_standard_input_may_be_parquet(tmp_path: Path, read: Any) -> None:
    pl.DataFrame({"id": [1]}).write_parquet(tmp_path / "x.parquet")

    tables, _, _ = read("-", stdin=(tmp_path / "x.parquet").read_bytes())

    assert tables[0].frame.collect().rows() == [(1,)]


def test_the_order_of_the_inputs_changes_nothing(write_text: Any, read: Any) -> None:
    paths = [write_text(f"id,amount\n{number},1\n", f"{number}.csv") for number in range(3)]

    one, other = read(*paths), read(*paths[::-1])

    assert (
        [table.file.name for table in one[0]] == [table.file.name for table in other[0]] == ["0.csv", "1.csv", "2.csv"]
    )


def test_each_file_is_read_as_its_table_says(write_text: Any, read: Any) -> None:
    text = "id|amount\nold|names\nnumber|sum\n1|2\n"
    tables = (TableOptions("orders", ("b.csv",), header_row=3, delimiter="|"),)

    found, _, _ = read(write_text(text, "a.csv"), write_text(f"{text}2|3\n", "b.csv"), tables=tables)

    assert [table.header for table in found] == [("id", "amount"), ("number", "sum")]


def test_an_unknown_encoding_is_a_usage_error(write_text: Any, read: Any) -> None:
    with pytest.raises(UsageError, match="unknown encoding 'gbkk'"):
        read(write_text("a,b\n1,2\n"), encoding="gbkk")


@pytest.mark.real
def test_every_public_file_is_read_or_refused_in_words(real_data: Path, read: Any) -> None:
    files = [path for path in sorted(real_data.rglob("*")) if path.is_file() and path.suffix not in {".md", ".json"}]

    for path in files:
        tables, issues, left_out = read(path)

        assert tables or issues or left_out, path
        for table in tables:
            rows = table.frame.collect()
            assert (rows.height, tuple(rows.columns)) == (table.rows, table.header), path


@pytest.mark.real
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("superstore_rfm/sample-orders.csv", (5009, "mac_roman", ",")),
        ("adventureworks_targets/Targets.csv", (809, "utf-8", "\t")),
        ("adventureworks_targets/ResellerSalesTargets.csv", (81, "utf-16", ",")),
        ("adventureworks_targets/Sales.csv", (57851, "utf-8", ",")),
        ("tmall/tmall_order_report.csv", (28010, "utf-8", ",")),
        ("crm_pipeline/sales_pipeline.csv", (8800, "utf-8", ",")),
    ],
)
def test_public_text_files_are_read_without_help(
    real_data: Path, read_one: Any, name: str, expected: tuple[int, str, str]
) -> None:
    table = read_one(real_data / name)

    assert (table.rows, table.layout.encoding, table.layout.delimiter) == expected
    assert table.issues == ()


@pytest.mark.real
def test_the_census_workbook_is_cut_out_of_its_titles_and_footnotes(real_data: Path, read: Any) -> None:
    tables, _, _ = read(real_data / "census_retail" / "mrtssales92-present.xls")

    assert len(tables) == 26
    assert tables[1].header[:4] == ("NAICS  Code", "Kind of Business", "Jan. 2016", "Feb. 2016")
