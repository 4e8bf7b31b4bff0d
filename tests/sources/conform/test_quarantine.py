from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from salesperf.core.text import Lang
from salesperf.sources.conform.quarantine import OURS, column_of, quarantine_csv, quarantine_rows
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def test_a_row_set_aside_says_where_it_stood_and_keeps_its_cells_as_written(
    write_text: Write, load_files: Load
) -> None:
    path = write_text(
        'Order ID,Order Date,Customer,Amount\n007,05/01/2026,"Hill, Ann",abc\n008,25/01/2026,Bob," 1,234.50 "\n'
    )
    rows = quarantine_rows(load_files(path).aside, lang=Lang.EN)

    assert rows.columns == [*OURS, "Order ID", "Order Date", "Customer", "Amount"]
    (row,) = rows.rows(named=True)
    assert (row["_file"], row["_sheet"], row["_row"]) == ("orders.csv", None, "2")
    assert (row["_code"], row["_reason"], row["_columns"]) == ("R301", "'abc' is not a number", "Amount")
    assert row["_sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert [row[name] for name in rows.columns[8:]] == ["007", "05/01/2026", "Hill, Ann", "abc"]


def test_reasons_speak_the_language_of_the_run(write_text: Write, load_files: Load) -> None:
    path = write_text("订单号,下单日期,客户,金额\n1,2026-01-05,张三,5\n2,2026-01-05,李四,\n3,2026-02-30,李四,六\n")
    rows = quarantine_rows(load_files(path).aside, lang=Lang.ZH)

    assert rows["_reason"].to_list() == ["金额 为空", "'六' 不是数字 | '2026-02-30' 不是日期"]


def test_files_of_several_headers_share_one_table_in_which_each_fills_its_own_columns(
    write_text: Write, load_files: Load
) -> None:
    first = write_text("Order ID,Order Date,Amount\n1,2026-01-05,5\n2,2026-01-05,x\n", "a.csv")
    second = write_text("Order ID,Order Date,Rep,Total\n3,2026-02-05,Ann,5\n4,,Ann,6\n", "b.csv")
    rows = quarantine_rows(load_files(first, second).aside, lang=Lang.EN)

    assert rows.columns[8:] == ["Order ID", "Order Date", "Amount", "Rep", "Total"]
    assert [row[8:] for row in rows.rows()] == [
        ("2", "2026-01-05", "x", None, None),
        ("4", None, None, "Ann", "6"),
    ]


def test_a_sheet_row_is_written_as_the_sheet_shows_it(write_book: Callable[..., Path], load_files: Load) -> None:
    head = ["Order ID", "Order Date", "Customer", "Amount"]
    day = datetime(2026, 1, 5)  # noqa: DTZ001
    path = write_book({"Jan": [["Orders of January"], head, [1, day, "Ann", 5.5], [2, day, "Bob", None]]})
    (row,) = quarantine_rows(load_files(path).aside, lang=Lang.EN).rows(named=True)

    assert (row["_sheet"], row["_row"]) == ("Jan", "4")
    assert (row["Order ID"], row["Order Date"], row["Amount"]) == ("2", "2026-01-05", None)


def test_cells_beyond_the_header_get_columns_of_their_own(write_text: Write, load_files: Load) -> None:
    path = write_text("Order ID,Order Date,Customer,Amount\n1,2026-01-05,Ann,5\n2,2026-01-05,Hill, Ann,1,234.50\n")
    rows = quarantine_rows(load_files(path).aside, lang=Lang.EN)

    assert rows.columns[8:] == ["Order ID", "Order Date", "Customer", "Amount", "_beyond_1", "_beyond_2"]
    assert rows.row(0)[8:] == ("2", "2026-01-05", "Hill", " Ann", "1", "234.50")


def test_a_header_that_is_one_of_ours_is_told_apart() -> None:
    assert column_of("_row") == "_row (file)"
    assert column_of("Amount") == "Amount"


def test_the_file_opens_in_a_spreadsheet_as_what_it_is(write_text: Write, load_files: Load) -> None:
    path = write_text('订单号,下单日期,客户,金额\n1,2026-01-05,"张\n三",x\n2,2026-01-05,b,1\n')
    content = quarantine_csv(quarantine_rows(load_files(path).aside, lang=Lang.ZH))

    assert content.startswith(b"\xef\xbb\xbf")
    assert '"张\n三",x\r\n'.encode() in content


def test_nothing_set_aside_gives_no_row(write_text: Write, load_files: Load) -> None:
    path = write_text("Order ID,Order Date,Amount\n1,2026-01-05,5\n")

    assert quarantine_rows(load_files(path).aside, lang=Lang.EN).is_empty()
