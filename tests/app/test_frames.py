from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.app.frames import frame
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.report.model import Column, Records, Report


def test_amounts_stay_decimals_and_counts_whole() -> None:
    columns = (
        Column("rep", same("rep")),
        Column("net_revenue", same("net"), Unit.MONEY),
        Column("orders", same("orders"), Unit.COUNT),
        Column("return_rate", same("rate"), Unit.RATIO),
    )
    records = Records(columns, (("王芳", Decimal("0.10"), 3, 0.25), (None, None, 0, None)))

    found = frame(Report("salesperf.kpi/1", Text("KPIs", "指标"), Lang.EN, (), records))

    assert found.schema == {
        "rep": pl.String(),
        "net_revenue": pl.Decimal(38, 6),
        "orders": pl.Int64(),
        "return_rate": pl.Float64(),
    }
    assert found.row(0) == ("王芳", Decimal("0.100000"), 3, 0.25)
    assert found.row(1) == (None, None, 0, None)
