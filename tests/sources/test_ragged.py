from __future__ import annotations

import pytest

from salesperf.sources.ragged import NAMED, Records, records_of
from salesperf.sources.refused import Refused

HEADER = ("id", "rep", "amount")


def _records(body: str) -> Records:
    return records_of("id,rep,amount\n" + body, delimiter=",", header=HEADER, names=HEADER, body=1, file="orders.csv")


def test_a_short_row_is_kept_with_nulls_and_named() -> None:
    found = _records("1,Ann,10\n2,Bo\n")

    assert found.rows.rows() == [("1", "Ann", "10"), ("2", "Bo", None)]
    assert [(issue.code, issue.where.row) for issue in found.issues] == [("R111", 3)]


def test_a_long_row_is_an_error_of_its_row() -> None:
    found = _records("1,Ann,1,000\n2,Bo,20\n")

    (issue,) = found.issues
    assert (issue.code, issue.severity, issue.where.row, issue.value) == ("R112", "error", 2, "000")


def test_empty_cells_beyond_the_header_are_nothing() -> None:
    found = _records("1,Ann,10,,\n2,Bo,20\n")

    assert found.rows.height == 2
    assert found.issues == ()


def test_rows_count_as_records_even_when_a_cell_holds_a_line_end() -> None:
    found = _records('1,"Ann\nLee",10\n2,Bo\n')

    assert found.row_numbers == (2, 3)
    assert found.issues[0].where.row == 3


def test_rows_of_no_data_are_left_out_and_counted() -> None:
    found = _records("1,Ann,10\n\nid,rep,amount\n2,Bo,20\nTotal,,30\n")

    assert found.rows["id"].to_list() == ["1", "2"]
    assert found.row_numbers == (2, 5)
    assert found.dropped == {"blank": 1, "repeated_header": 1, "total": 1}


def test_a_quote_that_never_closes_refuses_the_file() -> None:
    with pytest.raises(Refused) as caught:
        _records('1,Ann,10\n2,"Bo,20\n3,Cy,30\n')

    assert (caught.value.issue.code, caught.value.issue.where.row) == ("R113", 3)


def test_an_inch_mark_inside_a_cell_is_a_character() -> None:
    found = _records('1,5" pipe,10\n2,6" pipe,20\n')

    assert found.rows["rep"].to_list() == ['5" pipe', '6" pipe']


def test_many_ragged_rows_are_named_up_to_a_limit_and_then_counted() -> None:
    found = _records("1,Ann\n" * (NAMED + 7))

    assert len(found.issues) == NAMED + 1
    assert found.issues[-1].count == 7


def test_talk_below_the_end_is_left_out_and_no_data_with_it() -> None:
    header = ("id", "date", "rep", "quantity", "amount")
    body = "1,2026-01-05,Ann,2,20\n2,2026-01-06,Bo,1,5\n\nThank you\nConfidential\n"

    found = records_of(
        ",".join(header) + "\n" + body, delimiter=",", header=header, names=header, body=1, file="orders.csv"
    )

    assert found.rows["id"].to_list() == ["1", "2"]
    assert found.dropped == {"blank": 1, "footer": 2}
    assert found.issues == ()
