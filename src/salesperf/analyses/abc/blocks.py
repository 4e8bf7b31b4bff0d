"""The tables of `abc`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import narwhals as nw
import polars as pl

from salesperf.analyses.abc import phrases
from salesperf.analyses.abc.classes import CLASSES, LAPSED, total_of
from salesperf.analyses.abc.concentration import lorenz, top_shares
from salesperf.analyses.abc.values import Asked, Brought
from salesperf.core.text import Lang, Text, plural
from salesperf.core.unit import Unit
from salesperf.engine import collect
from salesperf.facts.dimensions import DIMENSIONS, column_of
from salesperf.metrics.ratio import ratio
from salesperf.report.capitals import capital
from salesperf.report.cut import rows_alone
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, TableBlock
from salesperf.report.whole_lists import rows_beyond
from salesperf.tables.schema import MONEY

_SHOWN = 20


def share_of(amount: Decimal, whole: Decimal) -> float | None:
    """What part of a whole somebody brings; who brings less than nothing has no part of it."""
    return None if amount < 0 else ratio(amount, whole)


def classes_block(frame: pl.DataFrame, *, of: Text, amount: Text, lang: Lang) -> TableBlock:
    """How many of each class bring how much, with the largest and the smallest of them."""
    whole, count = total_of(frame), frame.height
    columns = (
        Column("class", phrases.CLASS),
        Column("count", phrases.COUNT.fill(many=plural(of)), Unit.COUNT, adds_up=True),
        Column("share", phrases.OF_ALL, Unit.RATIO),
        Column("amount", amount, Unit.MONEY, adds_up=True),
        Column("amount_share", phrases.OF_AMOUNT.fill(amount=amount), Unit.RATIO),
        Column("largest", phrases.LARGEST, Unit.MONEY),
        Column("smallest", phrases.SMALLEST, Unit.MONEY),
    )
    rows = []
    for name in CLASSES:
        own = frame.filter(pl.col("class") == name)["amount"].to_list()
        if own or name != LAPSED:
            ends = (max(own), min(own)) if own else (None, None)
            rows.append(_class_row(name, own, whole, count, ends))
    total = _class_row(phrases.TOTAL.say(lang), frame["amount"].to_list(), whole, count, (None, None))
    return TableBlock("classes", phrases.CLASSES, columns, tuple(rows), total=total)


def _class_row(
    name: str, own: Sequence[Decimal], whole: Decimal, count: int, ends: tuple[Decimal | None, Decimal | None]
) -> Row:
    amount = sum(own, Decimal(0))
    shares = ratio(Decimal(len(own)), Decimal(count)), share_of(amount, whole)
    return Row((Cell(name), Cell(len(own)), Cell(shares[0]), Cell(amount), Cell(shares[1]), *map(Cell, ends)))


def ranked_block(frame: pl.DataFrame, names: Mapping[str, str], *, of: Text, amount: Text, lang: Lang) -> TableBlock:
    """The largest with their shares; all of them in a workbook."""
    whole = total_of(frame)
    columns = (
        Column("name", of),
        Column("class", phrases.CLASS),
        Column("amount", amount, Unit.MONEY, adds_up=True),
        Column("share", phrases.SHARE, Unit.RATIO),
        Column("running", phrases.RUNNING, Unit.RATIO),
        Column("last", phrases.LAST),
    )
    ranked = frame.filter(pl.col("rank").is_not_null())
    listed = ranked.select("key", "class", "amount", "running", "last").rows()

    def row(one: tuple[object, ...]) -> Row:
        key, class_, own, running, last = one
        shares = (share_of(share, whole) for share in (own, running) if isinstance(share, Decimal))
        return Row((Cell(names.get(str(key), str(key))), Cell(str(class_)), Cell(own), *map(Cell, shares), Cell(last)))  # type: ignore[arg-type]

    shown = rows_alone(len(listed), most=_SHOWN)
    rows = [row(one) for one in listed[:shown]]
    rest = listed[shown:]
    if rest:
        others = sum((one[2] for one in rest), Decimal(0))
        name = phrases.OTHERS.fill(count=f"{len(rest):,}").say(lang)
        rows.append(Row((Cell(name), Cell(None), Cell(others), Cell(share_of(others, whole)), Cell(None), Cell(None))))
    title = phrases.RANKED.fill(many=plural(of))
    drawn = phrases.PARETO.fill(amount=capital(amount))
    figure = Figure(FigureKind.PARETO, "pareto", drawn, "name", ("amount", "running"), first=shown, of=len(listed))
    figures = (figure,) if shown > 1 else ()
    return TableBlock("ranked", title, columns, tuple(rows), figures=figures, beyond=rows_beyond(rest, row))


def carried_block(gains: Sequence[Decimal], *, amount: Text, lang: Lang) -> TableBlock:
    """What the largest one, five, ten ... bring."""
    whole = sum(gains, Decimal(0))
    columns = (
        Column("largest", phrases.THE_LARGEST),
        Column("amount", amount, Unit.MONEY),
        Column("share", phrases.SHARE, Unit.RATIO),
    )
    rows = tuple(
        Row((Cell(phrases.TOP.fill(count=count).say(lang)), Cell(own), Cell(ratio(own, whole))))
        for count, own in top_shares(gains)
    )
    return TableBlock("carried", phrases.CARRIED, columns, rows)


def lorenz_block(gains: Sequence[Decimal]) -> TableBlock:
    """What the smallest tenth, two tenths ... of all bring, beside what they would if all were equal."""
    columns = (
        Column("part", phrases.SMALLEST_SHARE),
        Column("share", phrases.THEIR_SHARE, Unit.RATIO),
        Column("equal", phrases.EQUAL, Unit.RATIO),
    )
    rows = tuple(Row((Cell(f"{part:.0%}"), Cell(share), Cell(part))) for part, share in lorenz(gains))
    figure = Figure(FigureKind.LINE, "lorenz", phrases.CURVE, "part", ("share", "equal"))
    return TableBlock("lorenz", phrases.CURVE, columns, rows, figures=(figure,), is_backing=True)


def split_block(
    brought: Brought, frame: pl.DataFrame, asked: Asked, dimension: str, *, amount: Text, lang: Lang
) -> TableBlock:
    """The classes in each rep, team or region, the largest of these first; who brings in several is in each of them."""
    key, column = column_of(asked.of), column_of(dimension)
    sums = brought.lines.lines.group_by(column, key).agg(nw.col("worth").sum().alias("own"))
    found = (
        collect(sums).rename({column: "group", key: "key"}).join(frame.select("key", "class"), on="key", how="inner")
    )
    found = found.with_columns(pl.col("own").cast(MONEY).fill_null(0))
    counted = found.group_by("group", "class").agg(pl.len().alias("count"), pl.col("own").sum())
    wholes = counted.group_by("group").agg(pl.col("own").sum()).sort("own", "group", descending=[True, False])
    names, rows = brought.lines.labels.get(dimension, {}), list[Row]()
    for group, whole in wholes.iter_rows():
        name = phrases.NONE.say(lang) if group is None else names.get(group, group)
        own = counted.filter(pl.col("group").eq_missing(pl.lit(group, dtype=pl.String()))).sort("class")
        for class_, count, brings in own.select("class", "count", "own").iter_rows():
            rows.append(Row((Cell(name), Cell(class_), Cell(count), Cell(brings), Cell(share_of(brings, whole)))))
    label = DIMENSIONS[dimension].label
    columns = (
        Column("group", label),
        Column("class", phrases.CLASS),
        Column("count", phrases.COUNT.fill(many=plural(DIMENSIONS[asked.of].label)), Unit.COUNT),
        Column("amount", amount, Unit.MONEY, adds_up=True),
        Column("share", phrases.SHARE, Unit.RATIO),
    )
    return TableBlock(f"by_{dimension}", phrases.BY.fill(dimension=label), columns, tuple(rows))
