"""Answers as frames, for those who go on in Python."""

from __future__ import annotations

from io import BytesIO

import polars as pl

from salesperf.render import draw
from salesperf.report.model import Report


def frame(report: Report) -> pl.DataFrame:
    """The records of a report with the types a Parquet file of them has."""
    return pl.read_parquet(BytesIO(draw(report, format="parquet")))
