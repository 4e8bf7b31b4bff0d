from __future__ import annotations

from datetime import date
from decimal import Decimal

import narwhals as nw
import polars as pl

from salesperf.facts.subject import Subject
from salesperf.metrics.worked import worked_out


def test_each_atom_is_worked_out_by_the_function_of_its_subject() -> None:
    money = pl.Decimal(38, 6)
    frame = pl.DataFrame(
        {
            "date": [date(2026, 1, 1)] * 2,
            "rep": ["A", "B"],
            "issued": [Decimal(10)] * 2,
            "receivable": [Decimal(10), Decimal(5)],
        },
        schema_overrides={"issued": money, "receivable": money},
    )

    found = worked_out(
        Subject.RECEIVABLES,
        nw.from_native(frame.lazy()),
        ["countback_days"],
        keys=["period", "rep"],
        ends=[date(2025, 12, 31), date(2026, 1, 30)],
    )

    assert found.sort("rep").select("rep", "period", "countback_days").rows() == [("A", 1, 30.0), ("B", 1, 15.0)]
