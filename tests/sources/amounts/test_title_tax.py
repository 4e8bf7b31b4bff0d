"""What titles say of the tax in amounts, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.amounts.title_tax import title_tax
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_TITLE = "2025年1月销售明细表（含税，税率13%）"
_ROWS = "日期,单号,客户,金额\n2025-01-05,A1,甲,1130\n2025-01-06,A2,乙,2260\n"


@pytest.mark.parametrize(
    ("titles", "rate"),
    [
        ([_TITLE], "13"),
        (["销售明细", "含税（税率：9%）"], "9"),
        (["销售明细（含13%增值税）"], "13"),
        (["以下金额均为含税金额，税率为 6%"], "6"),
        (["小规模含税销售表 税率1%"], "1"),
        (["Sales May 2025 (incl. 20% VAT)"], "20"),
        (["All prices include GST at 10%"], "10"),
        (["Tax-inclusive sales, VAT rate 7.7%"], "7.7"),
        (["含税销售明细"], None),
        (["含税销售明细（税率13%、9%）"], None),
    ],
)
def test_titles_say_that_amounts_hold_tax(titles: list[str], rate: str | None) -> None:
    tax = title_tax(titles)

    assert tax is not None
    assert tax.rate == (None if rate is None else Decimal(rate))


@pytest.mark.parametrize(
    "title",
    [
        "销售明细（不含税，税率13%）", "税率13%", "未含税", "含税与不含税对照表 13%", "Sales excl. VAT 20%", "",
        "Sales net of tax", "含运费", "Tax report 2025", "完成率13%",
    ],
)  # fmt: skip
def test_titles_that_say_nothing_of_tax_in_amounts(title: str) -> None:
    assert title_tax([title]) is None


def _amounts(loaded: Loaded) -> list[Decimal]:
    return loaded.bundle.tables["orders"].frame["amount"].to_list()


def test_the_rate_of_a_title_is_taken_off_and_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"{_TITLE},,,\n{_ROWS}"))

    # 1130 / 1.13 and 2260 / 1.13.
    assert _amounts(loaded) == [Decimal(1000), Decimal(2000)]
    assert any("says that the amounts hold tax at 13 %" in note.en for note in loaded.bundle.notes)


def test_quantity_times_price_holds_the_tax_of_the_title_too(write_text: Write, load_files: Load) -> None:
    rows = "日期,单号,客户,数量,单价\n2025-01-05,A1,甲,10,113\n"

    assert _amounts(load_files(write_text(f"{_TITLE},,,,\n{rows}"))) == [Decimal(1000)]


@pytest.mark.parametrize(
    "header", ["日期,单号,客户,不含税金额", "日期,单号,客户,未税金额"]
)  # fmt: skip
def test_a_header_goes_before_the_title(header: str, write_text: Write, load_files: Load) -> None:
    rows = _ROWS.split("\n", 1)[1]

    assert _amounts(load_files(write_text(f"{_TITLE},,,\n{header}\n{rows}"))) == [Decimal(1130), Decimal(2260)]


def test_a_total_with_tax_upon_the_amounts_shows_that_the_title_speaks_of_the_total(
    write_text: Write, load_files: Load
) -> None:
    rows = "日期,单号,客户,金额,价税合计\n2025-01-05,A1,甲,1000,1130\n2025-01-06,A2,乙,2000,2260\n"

    assert _amounts(load_files(write_text(f"{_TITLE},,,,\n{rows}"))) == [Decimal(1000), Decimal(2000)]


def test_a_column_of_taxes_is_taken_off_as_the_title_says(write_text: Write, load_files: Load) -> None:
    rows = "日期,单号,客户,金额,税额\n2025-01-05,A1,甲,1130,130\n2025-01-06,A2,乙,2180,180\n"

    loaded = load_files(write_text(f"2025年1月销售明细（含税）,,,,\n{rows}"))

    assert _amounts(loaded) == [Decimal(1000), Decimal(2000)]


def test_a_title_without_a_rate_is_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"2025年1月销售明细（含税）,,,\n{_ROWS}"))

    assert _amounts(loaded) == [Decimal(1130), Decimal(2260)]
    assert any("nothing says how much: they are counted with it" in note.en for note in loaded.bundle.notes)


def test_the_configuration_goes_before_the_title(write_text: Write, load_files: Load) -> None:
    path = write_text(f"{_TITLE},,,\n{_ROWS}")
    told = TableOptions("orders", (path.name,), amount_includes=())

    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert _amounts(loaded) == [Decimal(1130), Decimal(2260)]


def test_invoices_under_such_a_title_are_sold_without_tax_and_owed_with_it(write_text: Write, load_files: Load) -> None:
    rows = "发票号码,开票日期,客户名称,到期日,发票金额\nF1,2025-01-05,甲,2025-02-05,1130\n"

    frame = load_files(write_text(f"发票清单（含税，税率13%）,,,,\n{rows}")).bundle.tables["invoices"].frame

    assert frame["amount"].to_list() == [Decimal(1000)]
    assert frame["total_amount"].to_list() == [Decimal(1130)]
