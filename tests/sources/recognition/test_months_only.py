"""Which column says the month of sales without a day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from salesperf.core.text import Lang
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions
from salesperf.sources.recognition.months_only import column_of_months, hint_of_months
from salesperf.sources.recognition.sample import Sample

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _hint(header: str, *cells: str) -> str:
    rows = pl.DataFrame({header: cells})
    told = hint_of_months(Sample((header,), rows), taken=frozenset())
    return told.en if told else ""


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("月份", "2026-01"),
        ("年月", "2026年1月"),
        ("账期", "202601"),
        ("Month", "Jan 2026"),
        ("Sales Month", "Jan-26"),
        ("Period", "01/2026"),
        ("Period", "2026-M01"),
    ],
)
def test_a_header_and_cells_of_months_give_the_column(header: str, cell: str) -> None:
    sample = Sample((header,), pl.DataFrame({header: [cell]}))

    assert column_of_months(sample, taken=frozenset()) == header
    assert column_of_months(sample, taken=frozenset({header})) is None


@pytest.mark.parametrize(("header", "cell"), [("Territory", "2026-01"), ("Fiscal Period", "202601"), ("Month", "Jan")])
def test_other_headers_and_months_of_no_year_give_none(header: str, cell: str) -> None:
    assert column_of_months(Sample((header,), pl.DataFrame({header: [cell]})), taken=frozenset()) is None


@pytest.mark.parametrize(
    ("header", "cell"), [("月", "1月"), ("月", "1"), ("Month", "Jan"), ("Fiscal Period", "202601")]
)
def test_months_of_no_certain_year_say_what_to_write_and_what_is_then_known(header: str, cell: str) -> None:
    told = _hint(header, cell)

    assert told.startswith(f"{header!r} says the month only ({cell!r})")
    assert "days and weeks are not known" in told


def test_a_column_of_months_that_holds_days_is_to_be_mapped() -> None:
    assert _hint("月份", "2026-01-31", "2026-02-28").startswith("'月份' holds dates: map it")


@pytest.mark.parametrize(("header", "cell"), [("Month", "high"), ("Territory", "2026-01"), ("月份", "13月")])
def test_other_columns_are_none_of_months(header: str, cell: str) -> None:
    assert not _hint(header, cell)


def test_sales_by_month_are_no_list_of_customers_and_say_what_they_lack(write_text: Write, load_files: Load) -> None:
    path = write_text("月份,客户,业务员,金额\n1月,甲公司,张三,100\n2月,乙公司,李四,200\n")

    (fault,) = load_files(path).issues

    assert fault.code == "R201"
    assert fault.advice(Lang.ZH).startswith("「月份」只写了月份（「1月」）")


def test_the_cure_it_names_gives_the_months(write_text: Write, load_files: Load) -> None:
    path = write_text("月份,客户,业务员,金额\n2026-01,甲公司,张三,100\n2026-02,乙公司,李四,200\n")
    told = ReadOptions(tables=(TableOptions("orders", ("orders.csv",), columns={"order_date": "月份"}),))

    loaded = load_files(path, options=told)

    assert loaded.issues == ()
    assert [str(day) for day in loaded.bundle.tables["orders"].frame["order_date"]] == ["2026-01-01", "2026-02-01"]
