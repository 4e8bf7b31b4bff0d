from __future__ import annotations

import polars as pl

from salesperf.sources.recognition.sample import Sample, header_index


def test_a_unit_in_a_header_may_be_left_out() -> None:
    index = header_index(("金额(元)", "Amount (USD)", "Amount"))

    assert index["金额"] == "金额(元)"
    assert index["amount"] == "Amount"


def test_a_number_may_be_written_as_a_mark() -> None:
    index = header_index(("Invoice #", "SO#", "SO No", "#"))

    assert (index["invoice#"], index["invoiceno"], index["sono"], index["#"]) == (
        "Invoice #",
        "Invoice #",
        "SO No",
        "#",
    )


def test_words_that_old_programs_shorten_are_known_where_no_other_header_says_them() -> None:
    index = header_index(("Cust Name", "Inv Date", "Slsman", "Prod_Desc", "CustNo", "Customer No", "Inv Value"))

    assert (index["customername"], index["invoicedate"], index["salesman"]) == ("Cust Name", "Inv Date", "Slsman")
    assert (index["productdescription"], index["customerno"]) == ("Prod_Desc", "Customer No")
    assert "invoicevalue" not in index


def _sample(*cells: object, of_first: int | None = None) -> Sample:
    return Sample(("cells",), pl.DataFrame({"cells": cells}, strict=False), of_first)


def test_marks_of_one_and_nothing_are_no_sum() -> None:
    assert _sample("12", "7.5").is_sum("cells")
    assert not _sample("1", "0", "1").is_sum("cells")
    assert _sample("0", None).is_sum("cells")


def test_what_two_files_repeat_is_one_of_a_kind_in_each() -> None:
    assert _sample("A", "B", "A", "B", of_first=2).is_unique("cells")
    assert not _sample("A", "B", "A", "B").is_unique("cells")
    assert not _sample(None, None).is_unique("cells")


def test_a_column_without_a_cell_is_empty_and_a_table_without_a_row_has_none_such() -> None:
    assert _sample(None, None).is_empty("cells")
    assert not _sample().is_empty("cells")
