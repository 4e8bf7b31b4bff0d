"""Currencies that meet in one row, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _column(loaded: Loaded, column: str) -> list[Any]:
    return loaded.bundle.tables["orders"].frame[column].to_list()


def _codes(loaded: Loaded) -> list[str]:
    return [one.code for one in loaded.issues]


@pytest.mark.parametrize(
    ("header", "amount", "currency"),
    [
        ("金额(万美元)", 15_000, "USD"),
        ("金额（美元）", Decimal("1.5"), "USD"),
        ("销售额(万港元)", 15_000, "HKD"),
        ("Revenue EUR", Decimal("1.5"), "EUR"),
        ("Amount (USD)", Decimal("1.5"), "USD"),
    ],
)
def test_a_header_names_scale_and_currency(
    header: str, amount: Decimal, currency: str, write_text: Write, load_files: Load
) -> None:
    loaded = load_files(write_text(f"订单编号,下单日期,{header}\n1,2026-01-05,1.5\n"))

    assert _column(loaded, "amount") == [amount]
    assert (loaded.bundle.currency, _codes(loaded)) == (currency, [])


def test_titles_name_scale_and_currency(write_text: Write, load_files: Load) -> None:
    path = write_text("销售明细表,,\n单位：万美元,,\n订单编号,下单日期,销售额\n1,2026-01-05,1.5\n2,2026-01-06,2\n")

    loaded = load_files(path)

    assert (_column(loaded, "amount"), loaded.bundle.currency) == ([Decimal(15_000), Decimal(20_000)], "USD")


def test_a_cost_in_another_currency_is_left_out_and_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("order id,order date,Amount (USD),Cost (EUR)\n1,2026-01-05,100,50\n"))

    assert _codes(loaded) == ["R313"]
    assert "cost" not in loaded.bundle.tables["orders"].frame.columns
    assert not loaded.bundle.tables["orders"].has("cost")
    assert loaded.bundle.currency == "USD"


def test_a_cost_in_another_currency_that_was_asked_for_is_an_error(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,Amount (USD),Cost (EUR)\n1,2026-01-05,100,50\n")

    loaded = load_files(path, needs={"orders": frozenset({"amount", "cost"})})

    assert [(one.code, one.where.column) for one in loaded.issues] == [("R207", "Cost (EUR)")]


@pytest.mark.parametrize(
    "table",
    [
        "order id,order date,amount (USD),refund (EUR)\n1,2026-01-05,100,5\n",
        "订单编号,下单日期,数量,单价(美元),折扣(人民币)\n1,2026-01-05,2,10,1\n",
        "order id,order date,amount,refund\n1,2026-01-05,$100,€5\n2,2026-01-05,$10,\n",
    ],
)
def test_what_is_taken_off_an_amount_must_be_in_its_currency(table: str, write_text: Write, load_files: Load) -> None:
    assert _codes(load_files(write_text(table))) == ["R207"]


def test_a_total_beside_the_amount_matters_for_refunds_only(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount (USD),total amount (EUR)\n1,2026-01-05,100,90\n")

    assert _codes(load_files(path)) == ["R313"]
    # The columns that every question reads do not make it one that was asked for.
    needs = {"orders": frozenset({"amount", "total_amount", "refund"})}
    assert _codes(load_files(path, needs=needs)) == ["R313"]


@pytest.mark.parametrize(("header", "cell"), [("amount (USD)", "100"), ("amount", "$100")])
def test_a_currency_column_that_says_otherwise_than_the_amount_is_an_error(
    header: str, cell: str, write_text: Write, load_files: Load
) -> None:
    rows = f"1,2026-01-05,{cell},USD\n2,2026-01-05,{cell},EUR\n3,2026-01-06,{cell},\n"
    path = write_text(f"order id,order date,{header},currency\n{rows}")

    loaded = load_files(path)

    assert [(one.code, one.where.row, one.count) for one in loaded.issues] == [("R207", 3, 1)]
    # The empty one is what the amount says.
    assert _column(loaded, "currency") == ["USD", "EUR", "USD"]


def test_currencies_that_agree_row_by_row_are_no_fault(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount,cost\n1,2026-01-05,$100,$50\n2,2026-01-06,€90,€10\n")

    loaded = load_files(path)

    assert _codes(loaded) == []
    assert _column(loaded, "currency") == ["USD", "EUR"]


def test_currencies_that_cross_row_by_row_are_told(write_text: Write, load_files: Load) -> None:
    path = write_text("order id,order date,amount,cost\n1,2026-01-05,$100,€50\n2,2026-01-06,€90,$10\n")

    assert _codes(load_files(path)) == ["R313"]


def test_of_two_amounts_in_different_currencies_it_is_told_which_was_taken(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("订单编号,下单日期,金额(美元),金额(人民币)\n1,2026-01-05,2,14\n"))

    assert (_column(loaded, "amount"), loaded.bundle.currency) == ([Decimal(2)], "USD")
    assert [note.zh for note in loaded.bundle.notes] == [
        (
            "金额取自「金额(美元)」（全部行合计 2.00）；旁边的「金额(人民币)」（合计 14.00）未计入；"
            '可在 [[table]] 中用 columns = { amount = "金额(人民币)" } 改取其他列'
        )
    ]


def _book(path: Path, rows: list[tuple[object, ...]], formats: dict[str, str]) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    for address, code in formats.items():
        book.active[address].number_format = code
    book.save(path)
    return path


EURO, DOLLAR = "[$€-2] #,##0.00", '"$"#,##0.00'


def test_the_format_of_cells_names_the_currency_where_nothing_else_does(tmp_path: Path, load_files: Load) -> None:
    rows = [("order id", "order date", "amount"), (1, "2026-01-05", 10), (2, "2026-01-06", 20)]

    loaded = load_files(_book(tmp_path / "a.xlsx", rows, {"C2": EURO, "C3": EURO}))

    assert (loaded.bundle.currency, _codes(loaded)) == ("EUR", [])


def test_a_header_goes_before_the_format(tmp_path: Path, load_files: Load) -> None:
    rows = [("order id", "order date", "amount (USD)"), (1, "2026-01-05", 10)]

    assert load_files(_book(tmp_path / "a.xlsx", rows, {"C2": EURO})).bundle.currency == "USD"


def test_a_column_formatted_in_two_currencies_is_an_error(tmp_path: Path, load_files: Load) -> None:
    rows = [("order id", "order date", "amount"), *((at, "2026-01-05", 10) for at in range(3))]

    loaded = load_files(_book(tmp_path / "a.xlsx", rows, {"C2": EURO, "C3": DOLLAR, "C4": EURO}))

    (found,) = loaded.issues
    assert (found.code, found.where.row) == ("R207", 3)
    assert found.message == "the cells are formatted in several currencies: € in row 2, $ in row 3"


def test_a_currency_column_goes_before_formats(tmp_path: Path, load_files: Load) -> None:
    rows = [("order id", "order date", "amount", "cost", "currency"), (1, "2026-01-05", 10, 4, "EUR")]

    loaded = load_files(_book(tmp_path / "a.xlsx", rows, {"C2": DOLLAR, "D2": DOLLAR}))

    assert (_column(loaded, "currency"), _codes(loaded)) == (["EUR"], [])


def test_files_formatted_in_different_currencies_keep_them(tmp_path: Path, load_files: Load) -> None:
    rows = [("order id", "order date", "amount")]
    first = _book(tmp_path / "jan.xlsx", [*rows, (1, "2026-01-05", 10)], {"C2": EURO})
    second = _book(tmp_path / "feb.xlsx", [*rows, (2, "2026-02-05", 20)], {"C2": DOLLAR})

    loaded = load_files(first, second)

    assert sorted(zip(_column(loaded, "amount"), _column(loaded, "currency"), strict=True)) == [
        (Decimal(10), "EUR"),
        (Decimal(20), "USD"),
    ]


def test_a_yen_sign_in_formats_outside_chinese_is_unclear(tmp_path: Path, load_files: Load) -> None:
    rows = [("order id", "order date", "amount"), (1, "2026-01-05", 10)]

    loaded = load_files(_book(tmp_path / "a.xlsx", rows, {"C2": '"¥"#,##0.00'}))

    assert (loaded.bundle.currency, _codes(loaded)) == (None, ["R312"])


def test_cells_in_another_currency_than_their_header_says_stop_the_run(write_text: Any, load_files: Any) -> None:
    loaded = load_files(write_text("order id,order date,amount (USD)\n1,2026-01-05,$100\n2,2026-01-06,€50\n"))

    (fault,) = [one for one in loaded.issues if one.code == "R207"]
    assert (fault.where.row, fault.count) == (3, 1)
    assert fault.message == "the header 'amount (USD)' says USD, the cell EUR"


@pytest.mark.parametrize(("header", "mark", "code"), [("HKD", "$", "HKD"), ("JPY", "¥", "JPY"), ("USD", "US$", "USD")])
def test_a_mark_that_several_currencies_write_is_that_of_the_header(
    header: str, mark: str, code: str, write_text: Any, load_files: Any
) -> None:
    loaded = load_files(write_text(f"order id,order date,amount ({header})\n1,2026-01-05,{mark}100\n2,2026-01-06,50\n"))

    assert [one.code for one in loaded.issues] == []
    assert loaded.bundle.currency == code


def test_a_sentence_above_the_table_names_the_currency_of_all_amounts(write_text: Write, load_files: Load) -> None:
    rows = "order id,order date,amount\n1,2026-01-05,5\n2,2026-01-06,6\n"

    loaded = load_files(write_text(f'"All amounts in EUR, unless specified"\n{rows}'))

    assert loaded.bundle.currency == "EUR"
