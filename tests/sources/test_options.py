from __future__ import annotations

from salesperf.sources.options import Limits, ReadOptions, TableOptions, header_row_of, only_sheet, told

JAN = TableOptions("orders", ("2024/jan*.xlsx",), sheet="Orders")
RETURNS = TableOptions("orders", ("january.xlsx",), sheet="Returns")


def test_the_first_table_whose_pattern_fits_speaks_for_a_file() -> None:
    options = ReadOptions(tables=(JAN, RETURNS))

    assert told("2024/january.xlsx", options) is JAN
    assert told("february.xlsx", options) is None


def test_one_sheet_is_wanted_only_when_one_is_named() -> None:
    assert only_sheet("january.xlsx", ReadOptions(tables=(JAN,))) == "Orders"
    assert only_sheet("january.xlsx", ReadOptions(tables=(JAN, RETURNS))) is None
    assert only_sheet("january.xlsx", ReadOptions(tables=(JAN, RETURNS), sheet="All")) == "All"


def test_the_limits_are_those_told() -> None:
    assert ReadOptions(max_cells=7, sheet="S").limits == Limits(max_cells=7)


def test_a_sheet_has_the_header_row_told_for_it() -> None:
    tables = (
        TableOptions("orders", ("jan*.xlsx",), sheet="Orders", header_row=3),
        TableOptions("orders", ("jan*.xlsx",), header_row=5),
    )

    assert header_row_of("january.xlsx", "Orders", ReadOptions(tables=tables)) == 3
    assert header_row_of("january.xlsx", "Returns", ReadOptions(tables=tables)) == 5
    assert header_row_of("february.xlsx", "Orders", ReadOptions(tables=tables)) is None
    assert header_row_of("january.xlsx", "Orders", ReadOptions(tables=tables, header_row=1)) == 1
