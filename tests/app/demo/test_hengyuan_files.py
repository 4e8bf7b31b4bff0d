from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from salesperf.app.demo.hengyuan import HENGYUAN


def test_the_folder_holds_these_files(hengyuan_exports: Any) -> None:
    assert {path.name for path in hengyuan_exports.folder.iterdir()} == {
        *("订单_2023.csv", "订单_2024.csv", "订单_2025.xlsx", "商机.csv", "客户.csv", "产品.xlsx", "人员.csv"),
        *(
            "发票.csv",
            "回款.csv",
            "线索.csv",
            "拜访跟进.csv",
            "改进行动.csv",
            "满意度调查.csv",
            "销售费用.csv",
            "市场规模.csv",
            "协作评分.csv",
            "plans",
        ),
        *("销售目标_2025.xlsx", "salesperf.toml", "README.md"),
    }


@pytest.mark.parametrize("name", ["订单_2023.csv", "订单_2024.csv", "商机.csv", "客户.csv", "人员.csv"])
def test_text_is_gbk_and_not_utf8(hengyuan_exports: Any, name: str) -> None:
    content = (hengyuan_exports.folder / name).read_bytes()

    assert content.decode("gbk")
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")


def test_the_second_year_has_slashed_dates_and_thousands_separators(hengyuan_exports: Any) -> None:
    text = (hengyuan_exports.folder / "订单_2024.csv").read_bytes().decode("gbk")

    assert re.search(r",2024/3/\d,", text)
    assert re.search(r'"\d{1,3},\d{3}\.\d\d"', text)


def test_the_first_year_has_iso_dates_and_plain_numbers(hengyuan_exports: Any) -> None:
    text = (hengyuan_exports.folder / "订单_2023.csv").read_bytes().decode("gbk")

    assert re.search(r",2023-03-\d\d,", text)
    assert '"' not in text


def test_the_last_year_is_a_workbook_with_a_title_above_and_totals_below(hengyuan_exports: Any) -> None:
    rows = list(openpyxl.load_workbook(hengyuan_exports.folder / "订单_2025.xlsx").active.iter_rows(values_only=True))

    assert rows[0][0] == "恒源建材 2025年销售订单"
    assert rows[1][:2] == ("订单编号", "下单日期")
    assert rows[-1][0] == "合计"
    place = rows[1].index("实付金额")
    cells = sum(Decimal(str(row[place])) for row in rows[2:-1])
    assert Decimal(str(rows[-1][place])) == cells
    assert cells == sum(line.amount for line in hengyuan_exports.lines if line.day.year == 2025)


def test_each_years_orders_are_in_the_file_of_that_year(hengyuan_exports: Any) -> None:
    for line in hengyuan_exports.lines:
        assert line.order[2:6] == str(line.day.year)


def test_settings_name_the_company_its_language_and_currency(hengyuan_exports: Any) -> None:
    settings = tomllib.loads((hengyuan_exports.folder / "salesperf.toml").read_text("utf-8"))

    assert settings == {"workspace": {"name": "恒源建材", "lang": "zh", "currency": "CNY", "timezone": "Asia/Shanghai"}}


def test_products_are_a_workbook_with_the_header_first(hengyuan_exports: Any) -> None:
    rows = list(openpyxl.load_workbook(hengyuan_exports.folder / "产品.xlsx").active.iter_rows(values_only=True))

    assert rows[0] == ("产品编号", "产品名称", "产品类别", "计量单位", "标价", "单位成本", "上市日期")
    assert len(rows) == 1 + len(HENGYUAN.products)


def test_some_orders_have_no_channel(hengyuan_exports: Any) -> None:
    text = (hengyuan_exports.folder / "订单_2023.csv").read_bytes().decode("gbk")

    assert re.search(",(华东|华南|华北|西南),,", text)


def test_the_targets_are_a_sheet_with_its_unit_in_the_title_and_months_across(hengyuan_exports: Any) -> None:
    book = openpyxl.load_workbook(hengyuan_exports.folder / "销售目标_2025.xlsx")
    title, header, company, *_ = book.active.iter_rows(values_only=True)

    assert title[0] == "2025年销售额目标（单位：万元）"
    assert header == ("层级", "名称", *(f"{month}月" for month in range(1, 13)), "全年")
    assert (company[:2], company[-1]) == (("公司", "恒源建材"), 4662)
