from __future__ import annotations

from datetime import date, datetime

import narwhals as nw
import polars as pl

from salesperf.core.text import Text
from salesperf.facts.dated import on_their_day

ROWS = Text("{count:lead|leads}", "{count} 条线索")


def test_rows_without_a_day_are_told_and_left_out() -> None:
    frame = pl.LazyFrame({"made": [datetime(2026, 1, 5, 23, 59), None, None], "id": ["A", "B", "C"]})  # noqa: DTZ001

    lines, found = on_their_day(nw.from_native(frame), "made", code="F540", rows=ROWS)

    assert lines.collect().to_native()["date"].to_list() == [date(2026, 1, 5)]
    assert [(one.code, one.count, one.where.column) for one in found] == [("F540", 2, "made")]
    assert found[0].text.en == "2 leads without made: counted on no day"
    assert found[0].text.zh == "2 条线索没有 made：不计入任何日期"


def test_nothing_is_said_where_every_row_has_its_day() -> None:
    frame = pl.LazyFrame({"made": [date(2026, 1, 5)]})

    assert on_their_day(nw.from_native(frame), "made", code="F540", rows=ROWS)[1] == ()
