from __future__ import annotations

from salesperf.sources.headers.layout import head_of
from salesperf.sources.headers.table_width import width_of_table

LABELS = [["Exported by", "Ann"], ["Exported on", "2023-03-04"], ["Period", "2023-03"]]
WIDE = ["", "Realm", "Platform", "Tribe", "Guild", "Reach", "Heads", "First", "Second"]
ROW = ["", "IT", "IT", "Tech", "Base", "All", "9", "8", "12"]


def test_lines_of_talk_above_a_wide_table_do_not_make_it_narrow() -> None:
    assert width_of_table([*LABELS, WIDE, ROW]) == 8
    assert head_of([*LABELS, WIDE, ROW]).header == 3


def test_the_usual_row_decides_where_rows_of_both_kinds_stand_among_each_other() -> None:
    assert width_of_table([*LABELS, WIDE, ["a", "b"], ROW]) == 2
    assert width_of_table([["a", "b"], ["1", "2"], ["3", "4"]]) == 2


def test_one_wide_row_alone_is_no_table() -> None:
    assert width_of_table([*LABELS, WIDE]) == 2


def test_a_row_of_figures_is_no_header_of_what_stands_below() -> None:
    assert width_of_table([*LABELS, ["1", "2", "3", "4", "5", "6", "7", "8"], ROW]) == 2
