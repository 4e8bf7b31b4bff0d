"""Where no table tells of sales, what was left out is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from salesperf.app.run import kpi
from salesperf.core.errors import DataError
from salesperf.metrics.request import Request

if TYPE_CHECKING:
    from conftest import Asking


def test_a_folder_without_sales_names_what_lies_in_it(folder: Path, ask: Asking) -> None:
    inner = folder / "exports"
    (inner / "2025").mkdir(parents=True)
    (inner / "notes.docx").write_bytes(b"x")
    (inner / "2025" / "orders.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    with pytest.raises(DataError) as caught:
        kpi(ask(str(inner)), Request())

    assert [one.code for one in caught.value.issues] == ["R102", "R418"]


def test_where_a_whole_table_is_lacking_the_files_left_out_are_named(folder: Path, ask: Asking) -> None:
    inner = folder / "exports"
    inner.mkdir()
    (inner / "orders.csv").write_text("Order ID,Order Date,Amount\n1,2026-01-05,9\n", encoding="utf-8")
    (inner / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    with pytest.raises(DataError) as lacking_table:
        kpi(ask(str(inner)), Request(metrics=("sales_cost",)))
    with pytest.raises(DataError) as lacking_column:
        kpi(ask(str(inner)), Request(metrics=("units",)))

    assert [one.code for one in lacking_table.value.issues] == ["F509", "R202"]
    assert [one.code for one in lacking_column.value.issues] == ["F509"]


def test_a_column_that_cannot_be_read_is_named_there_too(folder: Path, ask: Asking) -> None:
    inner = folder / "exports"
    inner.mkdir()
    (inner / "a.csv").write_text(
        "日期,客户,业务员,金额\n2026-01-06,甲,张三,二十\n2026-01-07,乙,李四,三十\n", encoding="utf-8"
    )

    with pytest.raises(DataError) as caught:
        kpi(ask(str(inner)), Request())

    assert [(one.code, "金额" in one.hint) for one in caught.value.issues] == [("R202", True)]
