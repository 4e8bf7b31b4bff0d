from __future__ import annotations

from salesperf.sources.rows.odd_row import Odd, OddRow
from salesperf.sources.rows.ragged import NAMED, Placed, left, odd_issues, torn_issues, torn_of

SHORT = OddRow(Odd.SHORT, ("1", "Ann", ""), 2)
LONG = OddRow(Odd.LONG, ("1", "Ann", "1"), 4, beyond=("000",))
UNCLEAR = OddRow(Odd.UNCLEAR, ("1", "10", ""), 2)
REPAIRED = OddRow(Odd.REPAIRED, ("1", "Ann", "10"), 3, "a quote")


def test_each_odd_row_is_named_by_the_row_of_the_spreadsheet() -> None:
    odd = [Placed(at, at + 1, row) for at, row in enumerate((SHORT, LONG, UNCLEAR, REPAIRED))]

    found = odd_issues(odd, first_row=2, width=3, file="orders.csv")

    assert sorted((issue.code, issue.where.row) for issue in found) == [
        ("R111", 3),
        ("R112", 4),
        ("R118", 6),
        ("R135", 5),
    ]


def test_only_a_delimiter_that_was_guessed_may_be_another() -> None:
    odd = [Placed(0, 0, UNCLEAR)]

    (told,) = odd_issues(odd, first_row=2, width=3, file="orders.csv", guessed=";")
    (named,) = odd_issues(odd, first_row=2, width=3, file="orders.csv")

    assert told.hint == f"{named.hint}; if the cells are parted by something other than ';', name it with --delimiter"
    assert "--delimiter" not in named.hint


def test_a_long_row_shows_its_first_cell_beyond_the_header() -> None:
    (issue,) = torn_issues({4: ("", "000")}, 3, "orders.csv")

    assert (issue.code, issue.severity, issue.where.row, issue.value) == ("R112", "error", 4, "000")


def test_rows_of_no_data_are_neither_told_nor_counted() -> None:
    found = left({1: SHORT, 3: LONG, 5: UNCLEAR}, (0, 3, 4))

    assert found == (Placed(0, 1, SHORT), Placed(2, 5, UNCLEAR))


def test_rows_that_are_too_long_or_unclear_cannot_be_loaded() -> None:
    odd = [Placed(at, at, row) for at, row in enumerate((SHORT, LONG, UNCLEAR, REPAIRED))]

    assert torn_of(odd) == {1: ("000",), 2: ()}


def test_many_odd_rows_are_named_up_to_a_limit_and_then_counted() -> None:
    odd = [Placed(at, at, SHORT) for at in range(NAMED + 7)]

    found = odd_issues(odd, first_row=2, width=3, file="orders.csv")

    assert len(found) == NAMED + 1
    assert found[-1].count == 7
