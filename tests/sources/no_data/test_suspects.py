"""Which rows of a frame are worth a look, and texts of which it is known that they hold no total."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.no_data.rows_of_no_data import without_rows_of_no_data
from salesperf.sources.no_data.suspects import suspects
from salesperf.sources.no_data.total_words import has_total_cell, may_say_total

HEADER = ("Date", "Region", "Rep", "Revenue")
SAID = (
    *("Total", "TOTALS", "Sub-Total", "subtotal East", "Report total", "Sum", "Summe", "Suma", "Gesamt"),
    *("Zwischensumme", "Sous-total", "Total general", "Totale", "All", "ALL", "Average", "Rep 7", "SO-0012", ""),
    *("2025-01-31", "Small", "Overall", "Grand total: 3", "Mean"),
)


def _frame(*rows: tuple[str | None, ...]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=list(HEADER), orient="row")


def test_rows_that_begin_with_a_day_and_say_no_total_are_not_looked_at() -> None:
    rows = _frame(("2025-01-31", "East", "Ann", "100"), ("2025-02-01", "West", "Bo", "200"))

    assert suspects(rows, HEADER, says_total=True) is None


def test_a_blank_first_cell_and_a_total_behind_a_day_are() -> None:
    rows = _frame(
        ("2025-01-31", "East", "Ann", "100"), (None, "East", "Bo", "200"), ("2025-01-31", "Total", None, "300")
    )

    found = suspects(rows, HEADER, says_total=True)

    assert found is not None
    assert found.to_list() == [False, True, True]


_CELL = st.sampled_from(SAID)


@given(st.lists(st.tuples(_CELL, _CELL, _CELL, st.integers(1, 300).map(str)), min_size=1, max_size=12))
def test_a_text_without_a_word_of_totals_is_left_as_the_look_at_each_cell_leaves_it(
    rows: list[tuple[str, ...]],
) -> None:
    text = "\n".join(",".join(row) for row in rows).encode()
    frame = _frame(*rows)
    if may_say_total(text):
        return

    known = without_rows_of_no_data(frame, header=HEADER, first_row=2, says_total=False)
    looked = without_rows_of_no_data(frame, header=HEADER, first_row=2)

    assert (known.rows.rows(), known.dropped, known.odd) == (looked.rows.rows(), looked.dropped, looked.odd)
    assert not has_total_cell(frame).any()
