"""Classes by what customers bring, across the segments of how they buy: a large customer that is leaving shows here."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from salesperf.analyses.abc import phrases
from salesperf.analyses.abc.classes import CLASSES
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, TableBlock

_SEGMENT, _CUSTOMERS = Text("segment", "客群"), Text("class {name}", "{name} 类")
_UNSCORED = Text("not scored", "未评分")
_REVENUE = Text("of class A", "A 类金额")


def crossed_block(
    classes: pl.DataFrame, segments: pl.DataFrame, titles: Mapping[str, Text], *, lang: Lang
) -> TableBlock:
    """How many customers of each segment have each class, and what those of class A bring.

    `classes` has `key`, `class` and `amount`, `segments` has `customer` and `segment`. Who has a class and no segment
    stands in a row of its own.
    """
    joined = classes.join(segments, left_on="key", right_on="customer", how="left")
    counted = {(one, name): count for one, name, count in joined.group_by("segment", "class").agg(pl.len()).iter_rows()}
    top = joined.filter(pl.col("class") == "A").group_by("segment").agg(pl.col("amount").sum())
    brought = dict(top.iter_rows())
    there = [name for name in CLASSES if any(of == name for _, of in counted)]
    keys: list[str | None] = [key for key in titles if any(one == key for one, _ in counted)]
    keys += [None] if any(one is None for one, _ in counted) else []
    columns = (
        Column("segment", _SEGMENT),
        *(Column(name.lower(), _CUSTOMERS.fill(name=name), Unit.COUNT, adds_up=True) for name in there),
        Column("amount", _REVENUE, Unit.MONEY, adds_up=True),
    )
    rows = tuple(
        Row(
            (
                Cell((_UNSCORED if key is None else titles[key]).say(lang)),
                *(Cell(counted.get((key, name), 0)) for name in there),
                Cell(brought.get(key)),
            )
        )
        for key in keys
    )
    drawn = tuple(name.lower() for name in there)
    figures = (Figure(FigureKind.HEAT_MAP, "crossed", phrases.CROSSED, "segment", drawn),) if len(drawn) > 1 else ()
    return TableBlock("crossed", phrases.CROSSED, columns, rows, figures=figures)
