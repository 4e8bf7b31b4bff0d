from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.texts.page_table import table_as_text


def test_the_largest_table_of_a_page_is_taken() -> None:
    page = (
        "<html><table><tr><td>menu</td><td>home</td></tr></table>"
        "<table><thead><tr><th>id<th>amount</tr></thead><tr><td>1</td><td>10 &amp;<br>more</td></tr>"
        "<tr><td>2</td><td>\n 20 </td></tr></table></html>"
    )

    assert table_as_text(page) == "id,amount\n1,10 & more\n2,20\n"


def test_a_cell_over_columns_and_rows_stands_in_its_first() -> None:
    page = (
        "<table><tr><td colspan='2'>report</td></tr><tr><td rowspan='2'>A</td><td>1</td></tr><tr><td>2</td></tr>"
        "<tr><td>B</td><td>3</td></tr></table>"
    )

    assert table_as_text(page) == "report,\nA,1\n,2\nB,3\n"


@pytest.mark.parametrize("page", ["<html><p>sign in</p></html>", "<table><tr><td>1</td></tr></table>", "<table>"])
def test_a_page_without_a_table_gives_none(page: str) -> None:
    assert table_as_text(page) is None


def test_a_page_named_as_a_workbook_is_read(tmp_path: Path, load_files: Callable[..., Loaded]) -> None:
    rows = [["订单编号", "订单日期", "客户名称", "金额"], ["A1", "2026-01-05", "甲公司", "1,200.50"]]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    path = tmp_path / "销售列表.xls"
    path.write_bytes(f"<html><head><meta charset=gb2312></head><table>{cells}</table></html>".encode("gb18030"))

    loaded = load_files(path)

    assert loaded.bundle.tables["orders"].frame["amount"].to_list() == [Decimal("1200.5")]
    assert loaded.bundle.tables["orders"].frame["customer_name"].to_list() == ["甲公司"]
    assert [fault.code for fault in loaded.issues] == ["R110"]
