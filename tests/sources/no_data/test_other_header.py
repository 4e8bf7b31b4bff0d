from __future__ import annotations

import polars as pl
import pytest

from salesperf.sources.no_data.other_header import is_header_in_other_words


@pytest.mark.parametrize(
    ("header", "row", "is_header"),
    [
        (("业务员", "团队", "2026"), ("Sales Rep", "Team", "2026"), True),
        (("Rep", "Month", "Amount"), ("业务员", "月份", "金额"), True),
        (
            ("Level", "Name", "Metric", "Period", "Target"),
            ("company", "Company", "Net revenue", "2026", "520000"),
            False,
        ),
        (("Rep", "Month", "Amount"), ("业务员", None, "金额"), False),
        (("", "", ""), ("业务员", "月份", "金额"), False),
    ],
)
def test_headers_said_again_have_no_figures_of_their_own(
    header: tuple[str, ...], row: tuple[str | None, ...], *, is_header: bool
) -> None:
    rows = pl.DataFrame([row], schema=[str(at) for at in range(len(row))], orient="row")

    assert is_header_in_other_words(rows, header) is is_header
