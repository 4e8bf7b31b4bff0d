"""The block of `check` that shows the targets found: whose, of what, from when to when, and what they come to."""

from __future__ import annotations

import polars as pl

from salesperf.app.sheets import block
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.report.model import Column, TableBlock
from salesperf.tables.bundle import Table

_COLUMNS = (
    Column("scope", Text("scope", "范围")),
    Column("metric", Text("metric", "指标")),
    Column("names", Text("names", "对象数"), Unit.COUNT),
    Column("targets", Text("targets", "目标数"), Unit.COUNT),
    Column("first", Text("first period", "最早期间")),
    Column("last", Text("last period", "最晚期间")),
    Column("sum", Text("sum", "合计"), Unit.NUMBER),
)


def targets_block(targets: Table) -> TableBlock:
    """One row a scope and metric: a team's targets contain those of its reps, so they are never added up."""
    rows = (
        targets.frame.group_by("scope", "metric", maintain_order=True)
        .agg(
            pl.col("scope_id").n_unique().alias("names"),
            pl.len().alias("targets"),
            pl.col("period").min().alias("first"),
            pl.col("period").max().alias("last"),
            pl.col("amount").sum().alias("sum"),
        )
        .rows()
    )
    return block("targets", Text("Targets", "目标"), _COLUMNS, rows)
