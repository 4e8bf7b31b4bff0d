from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.core.errors import Severity
from salesperf.core.text import Text
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _codes(loaded: Loaded, *, errors_only: bool = False) -> list[str]:
    return [one.code for one in loaded.issues if not errors_only or one.severity is Severity.ERROR]


def test_a_configured_header_that_is_not_there_is_an_error(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount\n1,2026-01-05,10\n")
    table = TableOptions("orders", ("orders.csv",), columns={"cost": "kosten"})

    assert "R204" in _codes(load_files(path, options=ReadOptions(tables=(table,))), errors_only=True)


def test_a_strange_file_is_an_error_when_named_and_a_note_in_a_folder(write_text: Write, load_files: Load) -> None:
    strange = write_text("wish,whose\nsun,Ann\n", "wishes.csv")
    write_text("order id,order date,amount\n1,2026-01-05,10\n")

    assert _codes(load_files(strange)) == ["R201"]
    folder = load_files(strange.parent)
    assert _codes(folder) == ["R202"]
    assert [account.note for account in folder.accounts if account.table is None] == [
        Text("not recognised", "未能识别")
    ]


def test_of_several_files_one_that_could_be_two_tables_is_named_by_lines(write_text: Write, load_files: Load) -> None:
    users = write_text("user_id,name\n1,Ann\n2,Bob\n", "users.csv")
    write_text("order_date,sales_qty,sales_amount,user_id\n2018-04-02,2,61,1\n2018-04-03,3,70,2\n", "orders.csv")

    (alone,) = [one.hint for one in load_files(users).issues if one.code == "R203"]
    (hint,) = [one.hint for one in load_files(users.parent).issues if one.code == "R203"]

    assert alone == "--as customers or --as people"
    assert hint.endswith(':\n[[table]]\nname = "customers"\nfiles = ["users.csv"]')
    told = ReadOptions(tables=(TableOptions("customers", ("users.csv",)),))
    assert load_files(users.parent, options=told).bundle.tables.keys() == {"orders", "customers"}
