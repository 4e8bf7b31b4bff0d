from __future__ import annotations

from salesperf.sources.rows.column_looks import looks_of
from salesperf.sources.rows.odd_row import Odd, OddRow, odd_row
from salesperf.sources.rows.records import Record, Writing

HEADER = ("order", "date", "customer", "quantity", "price", "amount", "channel", "note")
ROWS = [
    (
        f"SO-{n}",
        "2025-01-05",
        f"Customer {n}",
        str(n % 5 + 1),
        f"{n}.25",
        f"{n * 3}.50",
        ("web", "shop", "")[n % 3],
        ("", f"remark {n}")[n % 2],
    )
    for n in range(30)
]
COMMAS = Writing(",")


def _row(line: str, *, repair: str = "", rows: int = len(ROWS)) -> OddRow:
    looks = looks_of(ROWS[:rows], len(HEADER))
    return odd_row(Record(2, tuple(line.split(",")), repair), header=HEADER, looks=looks, rows=rows, writing=COMMAS)


def test_a_row_cut_short_is_filled_with_empty_cells() -> None:
    found = _row("SO-1,2025-01-05,Ann,2,10.25,20.50,web")

    assert (found.kind, found.cells) == (Odd.SHORT, ("SO-1", "2025-01-05", "Ann", "2", "10.25", "20.50", "web", ""))


def test_a_row_that_lost_a_delimiter_between_numbers_is_not_clear() -> None:
    # Quantity 2 and price 10.25 run together; cut short it would read as amount 0.05 or as no amount at all.
    assert _row("SO-1,2025-01-05,Ann,210.25,20.50,web,ok").kind is Odd.UNCLEAR


def test_a_row_that_lost_an_empty_cell_gets_it_back_where_only_one_column_can_be_empty() -> None:
    found = _row("SO-1,2025-01-05,Ann,2,10.25,20.50,a remark")

    assert found.kind is Odd.REPAIRED
    assert found.cells == ("SO-1", "2025-01-05", "Ann", "2", "10.25", "20.50", "", "a remark")


def test_a_delimiter_inside_a_text_is_a_part_of_it_where_nothing_else_fits() -> None:
    found = _row("SO-1,2025-01-05,Oak, Ltd,2,10.25,20.50,web,ok")

    assert (found.kind, found.cells[2]) == (Odd.REPAIRED, "Oak, Ltd")
    assert "'Oak, Ltd' was taken as one cell" in found.said.en


def test_two_numbers_are_never_put_together() -> None:
    found = _row("SO-1,2025-01-05,Ann,2,10.25,1,000.50,web,ok")

    assert (found.kind, found.beyond) == (Odd.LONG, ("ok",))


def test_an_empty_cell_too_many_is_left_out_where_only_one_can_be() -> None:
    found = _row("SO-1,2025-01-05,Ann,,2,10.25,20.50,web,ok")

    assert (found.kind, found.cells[3]) == (Odd.REPAIRED, "2")


def test_empty_cells_beyond_the_header_are_nothing() -> None:
    found = _row("SO-1,2025-01-05,Ann,2,10.25,20.50,web,ok,,")

    assert (found.kind, len(found.cells)) == (Odd.PLAIN, 8)


def test_an_empty_cell_that_moves_the_others_is_no_blank_behind_the_last_column() -> None:
    # Cut at its last cell, which is empty, the row would have no channel and the remark "shop".
    found = _row("SO-1,2025-01-05,Ann,2,10.25,20.50,,shop,")

    assert (found.kind, found.cells[6:]) == (Odd.UNCLEAR, ("", "shop"))


def test_nothing_is_placed_by_the_looks_of_a_few_rows() -> None:
    found = _row("SO-1,2025-01-05,Oak, Ltd,2,10.25,20.50,web,ok", rows=3)

    assert (found.kind, found.beyond) == (Odd.LONG, ("ok",))


def test_a_total_is_judged_by_others() -> None:
    assert _row("Total,,,,,99.50").kind is Odd.SHORT


def test_a_lost_quote_before_a_cell_is_taken_off_and_inches_stay() -> None:
    found = _row('"SO-1,2025-01-05,Pipe 5",2,10.25,20.50",web,ok', repair="quote")

    assert (found.kind, found.cells[0], found.cells[2], found.cells[5]) == (Odd.REPAIRED, "SO-1", 'Pipe 5"', "20.50")


def test_a_repaired_row_whose_cells_do_not_fit_is_not_clear() -> None:
    assert _row("SO-1,Ann,2025-01-05,2,10.25,20.50,web,ok", repair="quote").kind is Odd.UNCLEAR


def test_a_lost_delimiter_before_a_quote_is_not_made_up_for_by_one_inside_it() -> None:
    # SO-1, 2025-01-05, Ann"Oak + Ltd": as many cells as the table has, and none of them right.
    assert _row('SO-1,2025-01-05"Oak, Ltd",2,10.25,20.50,web,ok', repair="quote").kind is Odd.UNCLEAR
    assert _row('SO-1,2025-01-05,5"x 7",2,10.25,20.50,web,ok', repair="quote").kind is Odd.REPAIRED
