from __future__ import annotations

import polars as pl
import pytest

from salesperf.sources.no_data.bare_sums import figures_at_end, sums_at_end
from salesperf.sources.no_data.rows_of_no_data import without_rows_of_no_data

HEADER = ("order", "date", "customer", "qty", "amount")
DATA = [
    ("A1", "2025-01-05", "Acme", "1", "100.10"),
    ("A2", "2025-01-06", "Beta", "2", "50.20"),
    ("A3", "2025-01-07", "Corp", "3", "25.00"),
]


def _frame(*below: tuple[str | None, ...], above: int = 3) -> pl.DataFrame:
    return pl.DataFrame([*DATA[:above], *below], schema=dict.fromkeys(HEADER, pl.String), orient="row")


@pytest.mark.parametrize(
    "last", [(None, None, None, None, "175.30"), (None, None, None, "6", "175.30"), ("", " ", None, "6", None)]
)
def test_a_row_of_sums_alone_is_a_total(last: tuple[str | None, ...]) -> None:
    cleaned = without_rows_of_no_data(_frame(last), header=HEADER, first_row=2)

    assert (cleaned.rows.height, cleaned.dropped) == (3, {"total": 1})


def test_a_sum_below_a_blank_row_and_typed_columns_are_seen() -> None:
    rows = _frame((None,) * 5, (None, None, None, "6", "175.30")).with_columns(
        pl.col("qty").cast(pl.Int64), pl.col("amount").cast(pl.Float64)
    )

    cleaned = without_rows_of_no_data(rows, header=HEADER, first_row=2)

    assert (cleaned.rows.height, cleaned.dropped) == (3, {"blank": 1, "total": 1})


@pytest.mark.parametrize(
    "last",
    [
        # Not the sum; one figure of two is; a name beside it; a whole line that happens to be as much.
        (None, None, None, None, "175.31"),
        (None, None, None, "5", "175.30"),
        (None, None, "Acme", None, "175.30"),
        ("A4", "2025-01-08", "Acme", "6", "175.30"),
        (None, None, None, "0", "0"),
    ],
)
def test_anything_else_stays_a_row(last: tuple[str | None, ...]) -> None:
    assert without_rows_of_no_data(_frame(last), header=HEADER, first_row=2).rows.height == 4


def test_the_sum_of_one_row_says_nothing() -> None:
    rows = _frame((None, None, None, None, "100.10"), above=1)

    assert figures_at_end(rows) == 1
    assert sums_at_end(rows, 1, out=()) == ()


def test_the_sum_leaves_out_what_is_no_data() -> None:
    rows = _frame(("Total", None, None, None, "175.30"), (None, None, None, None, "175.30"))

    assert without_rows_of_no_data(rows, header=HEADER, first_row=2).rows.height == 3


def test_the_currency_of_a_sum_may_stand_beside_it_and_any_other_word_makes_a_row_of_data() -> None:
    def left_out(word: str, amount: str) -> dict[str, int]:
        frame = _frame((None, None, word, None, amount))
        return dict(without_rows_of_no_data(frame, header=HEADER, first_row=2).dropped)

    assert left_out("EUR", "175.30") == {"total": 1}
    assert left_out("EUR", "175.31") == {}
    assert left_out("Delta", "175.30") == {}
