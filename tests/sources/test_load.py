"""Files in, canonical tables out: what reading promises, seen from its door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.core.errors import UsageError
from salesperf.sources.files import raw_tables
from salesperf.sources.load import load, survey
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions
from salesperf.sources.raw_files import read_raw
from salesperf.sources.texts import delimited

Write = Callable[..., Path]
Load = Callable[..., Loaded]
OPTIONS = ReadOptions()


def _column(loaded: Loaded, column: str, table: str = "orders") -> list[Any]:
    return loaded.bundle.tables[table].frame[column].to_list()


def _messy(write_text: Write) -> Path:
    good = [[f"{number:03}", f"{number}/03/2024", "Acme", "1,234.50", "1"] for number in range(13, 25)]
    return write_text(
        "Order ID,Order Date,Customer,Amount,Qty\n"
        + "".join(f'{a},{b},{c},"{d}",{e}\n' for a, b, c, d, e in good)
        + "901,05/01/2024,ＡＣＭＥ ,(1000),x\n"
        + "902,05/02/2024,Zed,abc,3\n"
        + "903,2024-02-30,Zed,5,1\n"
        + "904,,Zed,12,1\n"
        + "905,02/03/2024,Zed,,1\n"
    )


def test_a_clean_file_becomes_orders(write_text: Write, load_files: Load) -> None:
    path = write_text(
        [
            ["Order ID", "Order Date", "Customer", "Amount"],
            ["007", "2026-01-05", "Acme", "12.50"],
            ["008", "2026-01-09", "", "7"],
        ]
    )

    loaded = load_files(path)

    assert _column(loaded, "order_id") == ["007", "008"]
    assert _column(loaded, "order_date") == [date(2026, 1, 5), date(2026, 1, 9)]
    assert _column(loaded, "customer_name") == ["Acme", None]
    assert _column(loaded, "amount") == [Decimal("12.5"), Decimal(7)]
    assert loaded.bundle.tables["orders"].data_through == date(2026, 1, 9)
    assert loaded.issues == ()
    (account,) = loaded.accounts
    assert (account.rows, account.loaded, account.money) == (2, 2, {"amount": Decimal("19.5")})


def test_a_file_that_does_not_exist_is_a_usage_error(tmp_path: Path, load_files: Load) -> None:
    with pytest.raises(UsageError):
        load_files(tmp_path / "nothing.csv")


def test_a_survey_recognises_without_reading(write_text: Write) -> None:
    recognitions, issues = survey([str(_messy(write_text))], options=OPTIONS)

    assert [one.table for one in recognitions] == ["orders"]
    assert [mapped.column for mapped in recognitions[0].mapped] == [
        "order_id", "order_date", "customer_name", "quantity", "amount",
    ]  # fmt: skip
    assert issues == ()


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_files_changes_nothing(write_text: Write, order: Sequence[int], load_files: Load) -> None:
    texts = ("1,05/01/2026,5", "2,25/01/2026,6", "3,06/01/2026,7")
    paths = [
        write_text(f"order id,order date,amount\n{text}\n", f"{name}.csv")
        for name, text in zip("cab", texts, strict=True)
    ]

    loaded = load_files(*[paths[place] for place in order])

    # The 25th of January in one file decides for all that share its header.
    assert loaded.bundle.tables["orders"].frame.rows() == [
        ("2", date(2026, 1, 25), Decimal(6)),
        ("3", date(2026, 1, 6), Decimal(7)),
        ("1", date(2026, 1, 5), Decimal(5)),
    ]


def test_a_letter_beside_the_exports_is_a_note(write_text: Write, load_files: Load, tmp_path: Path) -> None:
    write_text("order_id,order_date,customer,amount\n1,2026-01-05,Ann,10\n")
    write_text("Dear all,\nask Bob, or Jim, or Ann, or anybody\n\nBye\n", "letter.txt")
    write_text('Dear all,\n"these are the exports\n', "quote.txt")

    loaded = load_files(tmp_path)

    assert [(issue.code, issue.severity.value, issue.where.file) for issue in loaded.issues] == [
        ("R202", "note", "letter.txt"),
        ("R202", "note", "quote.txt"),
    ]
    assert [(account.file, account.table) for account in loaded.accounts] == [
        ("letter.txt", None),
        ("orders.csv", "orders"),
        ("quote.txt", None),
    ]


def test_an_export_that_ends_in_txt_keeps_its_faults(write_text: Write, load_files: Load, tmp_path: Path) -> None:
    write_text("order_id,order_date,customer,amount\n1,2026-01-05,Ann,10\n2,2026-01-06,Bob,20,30\n", "orders.txt")

    assert [issue.code for issue in load_files(tmp_path).issues] == ["R112"]


def test_a_letter_that_somebody_names_must_be_a_table(write_text: Write, load_files: Load) -> None:
    letter = write_text("Dear all,\nask Bob, or Jim, or Ann, or anybody\n\nBye\n", "letter.txt")

    assert "R201" in {issue.code for issue in load_files(letter).issues}


def _signed(folder: Path) -> Loaded:
    return load(
        [str(folder)],
        options=ReadOptions(),
        needs={"orders": frozenset({"order_id", "order_date", "amount"})},
        signs={"orders": frozenset({"quantity"})},
    )


def test_a_column_wanted_for_its_sign_is_kept_only_where_a_cell_is_below_zero(tmp_path: Path) -> None:
    head = "order_id,order_date,quantity,amount\n"
    for name, cells, kept in (
        ("whole", ("3", "", "5"), False),
        ("broken", ("1.5", "2.5", ".5"), False),
        ("dressed", ("1,000", "2,000", "7"), False),
        ("returned", ("3", "-1", "5"), True),
        ("late", (*(["3"] * 300), "-1.5"), True),
    ):
        folder = tmp_path / name
        folder.mkdir()
        rows = [f'S{number},2026-01-02,"{cell}",10.00\n' for number, cell in enumerate(cells)]
        (folder / "orders.csv").write_text(head + "".join(rows))

        orders = _signed(folder).bundle.tables["orders"].frame

        assert ("quantity" in orders.columns) is kept, name
        if kept:
            assert orders["quantity"].min() == Decimal(cells[1] if name == "returned" else cells[-1])


def test_an_unreadable_cell_of_a_column_wanted_for_its_sign_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text(
        "order_id,order_date,quantity,amount\n"
        + "".join(f"S{number},2026-01-02,{number},10.00\n" for number in range(1, 40))
        + "S40,2026-01-02,many,10.00\n"
    )

    found = _signed(tmp_path)

    assert [(fault.code, fault.value) for fault in found.issues if fault.code == "R301"] == [("R301", "many")]


def test_a_large_file_whose_short_and_long_rows_make_up_for_each_other_is_read_row_by_row(
    write_text: Write, load_files: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (delimited, raw_tables):
        monkeypatch.setattr(module, "IN_MEMORY", 10)
    body = "".join(f"{number},2026-01-05,Ann,10\n" for number in range(500))
    torn = "a,2026-01-05,Ann\nb,2026-01-06,Bo,1,000\n"
    path = write_text(f"order id,order date,rep,amount\n{body}{torn}{body}")

    loaded = load_files(path)
    files, faults = read_raw(str(path), ReadOptions())

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == Decimal(10_000)
    # The ids of the others are numbers: a row that lacks a cell and begins with a letter may lack its first one.
    assert {(one.code, one.where.row) for one in loaded.issues if one.where.row} == {("R135", 502), ("R112", 503)}
    assert files[0].rows.height == 1002
    assert [one.code for one in faults] == ["R112", "R135"]


@pytest.mark.parametrize(
    "payments",
    [
        "回款日期,客户,业务员,回款金额\n2026-02-09,甲,张伟,40\n",
        "Payment Date,Customer,Sales Rep,Amount Received\n2026-02-09,A,张伟,40\n",
    ],
)
def test_the_rep_of_a_payment_is_read(tmp_path: Path, payments: str) -> None:
    (tmp_path / "payments.csv").write_text(payments, encoding="utf-8")

    paid = load([str(tmp_path)], options=ReadOptions()).bundle.tables["payments"].frame

    assert paid["rep_name"].to_list() == ["张伟"]
