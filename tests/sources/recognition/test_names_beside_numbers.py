"""Plain names beside the numbers of employees, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _columns(loaded: Loaded) -> dict[str, list[str]]:
    frame = loaded.bundle.tables["orders"].frame
    return {name: frame[name].to_list() for name in ("rep_id", "rep_name", "customer_name") if name in frame.columns}


def _sales(header: str, *names: str) -> str:
    rows = [f"{1001 + at % 2},{name},2025-01-{at + 5:02},100\n" for at, name in enumerate(names)]
    return f"{header},日期,交易额\n{''.join(rows)}"


def test_a_name_that_goes_with_the_number_is_the_employees_and_that_is_told(
    write_text: Write, load_files: Load
) -> None:
    loaded = load_files(write_text(_sales("工号,姓名", "张三", "李四", "张三", "李四"), "a.csv"))

    assert _columns(loaded) == {"rep_id": ["1001", "1002"] * 2, "rep_name": ["张三", "李四"] * 2}
    [note] = [note.en for note in loaded.bundle.notes if "工号" in note.en]
    assert note == (
        "a.csv: '姓名' names the people of '工号', each number with one name, and no customers; if they are: "
        'columns = { customer_name = "姓名" } under [[table]]'
    )


@pytest.mark.parametrize("header", ["Employee ID,Name", "Sales Rep ID,Full Name", "员工编号,姓名", "Staff ID,name"])
def test_so_it_is_under_other_headers(header: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_sales(header, "Ann", "Bob", "Ann", "Bob"), "a.csv"))

    assert _columns(loaded)["rep_name"] == ["Ann", "Bob"] * 2


def test_names_of_customers_go_with_no_number(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_sales("工号,姓名", "张三", "李四", "王五", "李四"), "a.csv"))

    assert _columns(loaded) == {"rep_id": ["1001", "1002"] * 2, "customer_name": ["张三", "李四", "王五", "李四"]}


def test_rows_that_all_have_numbers_of_their_own_prove_nothing(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_sales("工号,姓名", "张三", "李四"), "a.csv"))

    assert _columns(loaded)["customer_name"] == ["张三", "李四"]


def test_a_customer_that_is_named_as_one_stays_one(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_sales("工号,客户姓名", "张三", "李四", "张三", "李四"), "a.csv"))

    assert _columns(loaded)["customer_name"] == ["张三", "李四"] * 2


def test_what_the_configuration_says_stands(write_text: Write, load_files: Load) -> None:
    file = write_text(_sales("工号,姓名", "张三", "李四", "张三", "李四"), "a.csv")
    told = TableOptions("orders", ("a.csv",), columns={"customer_name": "姓名"})
    loaded = load_files(file, options=ReadOptions(tables=(told,)))

    assert _columns(loaded)["customer_name"] == ["张三", "李四"] * 2


def test_beside_the_numbers_of_customers_alone_a_name_is_theirs_and_that_is_told(
    write_text: Write, load_files: Load
) -> None:
    rows = "".join(f"{code},{name},2025-01-0{at},100\n" for at, (code, name) in enumerate(_BUYERS, 1))
    loaded = load_files(write_text(f"Account,Name,Date,Net\n{rows}", "a.csv"))
    found = loaded.bundle.tables["orders"].frame

    assert found.select("customer_id", "customer_name").rows() == list(_BUYERS)
    assert any("'Name' names the customers of 'Account'" in note.en for note in loaded.bundle.notes)


def test_names_of_goods_that_customers_always_buy_are_not_the_customers(write_text: Write, load_files: Load) -> None:
    codes = ("C1", "C2", "C3", "C4", "C5", "C6") * 2
    rows = "".join(f"{code},{'Saw' if code < 'C4' else 'Drill'},2025-01-05,100\n" for code in codes)
    found = load_files(write_text(f"Account,Name,Date,Net\n{rows}")).bundle.tables["orders"].frame

    assert found["customer_name"].to_list() == list(codes)


_BUYERS = (("C1", "Alpha"), ("C2", "Beta"), ("C1", "Alpha"), ("C3", "Gamma"))
