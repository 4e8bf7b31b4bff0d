from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.files.discover import discover
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.texts import delimited
from salesperf.sources.texts.delimited import read_text, reread

ORDERS = (("order_id", "date", "rep", "amount"), ("1", "2024-01-05", "Ann", "10.50"), ("2", "2024-01-06", "Bo", "20"))
CHINESE_ORDERS = (
    ("订单编号", "下单日期", "客户名称", "实付金额"),
    ("0001", "2024-01-05", "杭州恒远建材有限公司", "1234.50"),
    ("0002", "2024-01-06", "上海宏达贸易", "99"),
)


def _rows(table: RawTable) -> list[tuple[Any, ...]]:
    return table.frame.collect().rows()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_same_table_in_any_dress(
    write_text: Any, read_one: Any, encoding: str, delimiter: str, line_end: str
) -> None:
    table = read_one(write_text(CHINESE_ORDERS, encoding=encoding, delimiter=delimiter, line_end=line_end))

    assert table.header == CHINESE_ORDERS[0]
    assert _rows(table) == list(CHINESE_ORDERS[1:])
    assert (table.layout.header_row, table.layout.first_row, table.layout.delimiter) == (1, 2, delimiter)
    assert table.rows == 2


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_western_letters_in_their_encoding(write_text: Any, read_one: Any, encoding: str) -> None:
    path = write_text("id,name\n1,Café Zürich\n2,Señor Núñez\n3,Müller Köln\n", encoding=encoding)

    assert read_one(path).frame.collect()["name"].to_list() == ["Café Zürich", "Señor Núñez", "Müller Köln"]


def test_an_encoding_named_is_used(write_text: Any, read_one: Any) -> None:
    path = write_text("id,name\n1,Acme ©\n", encoding="mac_roman")

    table = read_one(path, encoding="mac_roman")

    assert _rows(table) == [("1", "Acme ©")]


def test_an_encoding_without_leader_is_an_error_that_names_the_flag(write_text: Any, read: Any) -> None:
    _, issues, left_out = read(write_text("id,name\n1,È vero\n", encoding="cp1252"))

    assert [issue.code for issue in issues] == ["R106"]
    assert "--encoding" in issues[0].hint
    assert [left.reason for left in left_out] == ["unreadable"]


def test_an_encoding_that_does_not_fit_is_an_error(write_text: Any, read: Any) -> None:
    _, issues, _ = read(write_text(CHINESE_ORDERS, encoding="gb18030"), encoding="utf-8")

    assert [issue.code for issue in issues] == ["R106"]


def test_a_clean_file_is_left_unread(write_text: Any, monkeypatch: pytest.MonkeyPatch, read_one: Any) -> None:
    monkeypatch.setattr(delimited, "IN_MEMORY", 10)
    path = write_text(ORDERS)

    table = read_one(path)

    assert "Csv SCAN" in table.frame.explain()
    assert table.rows == 2
    assert _rows(table) == list(ORDERS[1:])
    assert table.sample.rows() == list(ORDERS[1:])


def test_titles_blank_rows_and_totals_are_left_out_and_counted(write_text: Any, read_one: Any) -> None:
    text = "Sales of May,,,\n,,,\norder_id,date,rep,amount\n1,2024-01-05,Ann,10\n,,,\n2,2024-01-06,Bo,20\n合计,,,30\n"

    table = read_one(write_text(text))

    assert table.frame.collect()["amount"].to_list() == ["10", "20"]
    assert table.layout.dropped == {"title": 1, "blank": 2, "total": 1}
    assert (table.layout.header_row, table.layout.first_row) == (3, 4)
    assert table.row_numbers == (4, 6)
    assert [issue.code for issue in table.issues] == ["R114"]


def test_the_end_of_a_large_file_is_looked_at(write_text: Any, read_one: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "IN_MEMORY", 10)
    body = "".join(f"{number},2024-01-05,Ann,10\n" for number in range(50))
    text = f"order_id,date,rep,amount\n{body},,,\nTotal,,,500\nGrand Totals (50 records)\n\n"

    table = read_one(write_text(text))

    assert (table.rows, table.frame.collect().height) == (50, 50)
    assert table.layout.dropped == {"blank": 2, "total": 2}


def test_a_large_file_with_odd_rows_is_scanned_but_for_them(
    write_text: Any, read_one: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "IN_MEMORY", 10)
    body = [f"{number},2024-01-05,Ann,{number}.50" for number in range(50)]
    body[20] = '20,2024-01-05,"Ann,20.50'
    body[30] = "30;2024-01-05;Ann;30.50"

    table = read_one(write_text("order_id,date,rep,amount\n" + "\n".join(body) + "\n"))

    assert "Csv SCAN" in table.frame.explain()
    assert _rows(table) == [(str(number), "2024-01-05", "Ann", f"{number}.50") for number in range(50)]
    assert [(issue.code, issue.where.row) for issue in table.issues] == [("R118", 22), ("R118", 32)]


def test_blank_lines_within_a_large_file_are_left_out_and_rows_keep_their_numbers(
    write_text: Any, read_one: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "IN_MEMORY", 10)
    body = "".join(f"{number},2024-01-05,Ann,10\n" + "\n" * (number == 20) for number in range(50))

    table = read_one(write_text(f"order_id,date,rep,amount\n{body}"))

    assert table.layout.dropped == {"blank": 1}
    assert table.row_numbers is not None
    assert (table.row_numbers[20], table.row_numbers[21]) == (22, 24)


def test_a_large_file_with_a_short_row_is_read_record_by_record(
    write_text: Any, read_one: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "IN_MEMORY", 10)
    body = "".join(f"{number},2024-01-05,Ann,10\n" for number in range(50))

    table = read_one(write_text(f"order_id,date,rep,amount\n{body}51,2024-01-05,Ann\n"))

    assert [(issue.code, issue.where.row) for issue in table.issues] == [("R111", 52)]
    assert table.rows == 51


def test_a_short_and_a_long_row_that_make_up_for_each_other_are_not_silent(write_text: Any, read_one: Any) -> None:
    path = write_text("order_id,date,rep,amount\n1,2024-01-05,Ann\n2,2024-01-06,Bo,1,000\n3,2024-01-07,Cy,5\n")

    table = read_one(path)

    assert [(issue.code, issue.where.row) for issue in table.issues] == [("R111", 2), ("R112", 3)]


def test_a_table_read_again_record_by_record_is_the_same(write_text: Any, read_one: Any) -> None:
    table = read_one(write_text("Sales,,\nid,note,amount\n1,a,10\n,,\n2,b,20\nTotal,,30\n"))

    again = reread(table)

    assert _rows(again) == _rows(table) == [("1", "a", "10"), ("2", "b", "20")]
    assert again.layout.dropped == table.layout.dropped == {"title": 1, "blank": 1, "total": 1}
    assert again.row_numbers == table.row_numbers == (3, 5)


def test_quoted_cells_may_hold_delimiters_line_ends_and_quotes(write_text: Any, read_one: Any) -> None:
    table = read_one(write_text('id,note\n1,"a,b"\n2,"two\nlines"\n3,"say ""hi"""\n4,\n'))

    assert _rows(table) == [("1", "a,b"), ("2", "two\nlines"), ("3", 'say "hi"'), ("4", None)]
    assert table.issues == ()


def test_header_names_are_trimmed_and_made_unique(write_text: Any, read_one: Any) -> None:
    table = read_one(write_text("id, amount ,,amount\n1,2,3,4\n"))

    assert table.header == ("id", "amount", "column_3", "amount_2")
    assert [issue.code for issue in table.issues] == ["R115"]


def test_a_header_alone_has_no_rows(write_text: Any, read_one: Any) -> None:
    for text in ("id,amount\n", "id,amount"):
        table = read_one(write_text(text))

        assert (table.header, table.rows) == (("id", "amount"), 0)
        assert [issue.code for issue in table.issues] == ["R105"]


def test_a_table_without_header_gets_numbered_columns(write_text: Any, read_one: Any) -> None:
    table = read_one(write_text("1,2024-01-05,10\n2,2024-01-06,20\n3,2024-01-07,30\n"))

    assert table.header == ("column_1", "column_2", "column_3")
    assert table.rows == 3
    assert (table.layout.header_row, table.layout.first_row) == (None, 1)


def test_files_that_begin_alike_may_differ_below(write_text: Any, read: Any, tmp_path: Path) -> None:
    write_text("id,note\n1,a\n2,b\n", "a.csv")
    write_text('id,note\n1,"a;b"\n2\n', "b.csv")

    tables, _, _ = read(tmp_path)

    assert [_rows(table) for table in tables] == [[("1", "a"), ("2", "b")], [("1", "a;b"), ("2", None)]]
    assert [[issue.code for issue in table.issues] for table in tables] == [[], ["R111"]]


CELLS = st.text(alphabet=st.sampled_from('ab1 ,;"\n中é'), max_size=5)
TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=8)
)


@given(rows=TABLES, delimiter=st.sampled_from(",;\t|"), line_end=st.sampled_from(["\n", "\r\n"]))
def test_what_a_writer_wrote_is_read_back(
    rows: list[list[str]], delimiter: str, line_end: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("round") / "x.csv"
    out = StringIO()
    header = [f"name{number}" for number in range(len(rows[0]))]
    csv.writer(out, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL).writerows([header, *rows])
    path.write_bytes(out.getvalue().encode())

    (table,) = read_text(discover([str(path)]).files[0], delimiter=delimiter, header_row=1)

    written = [tuple(row) for row in rows if any(cell.strip() for cell in row)]
    assert [tuple(cell or "" for cell in row) for row in _rows(table)] == written
    assert table.layout.dropped.get("blank", 0) == len(rows) - len(written)
