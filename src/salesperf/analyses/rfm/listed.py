"""The customers themselves: flat records for machines, and a list a segment for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from salesperf.analyses.rfm import phrases
from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.blocks import revenue_label, unit_of
from salesperf.analyses.rfm.compute import SEGMENT, Scored
from salesperf.analyses.rfm.migration import NOW, WAS, Moved
from salesperf.analyses.rfm.scores import CODE
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.model import Column, Records
from salesperf.report.rows import FrameRows

NAME = "name"
CUSTOMER, NAMED = Text("customer", "客户"), Text("name", "名称")
FIRST, LAST, ORDERS = Text("first purchase", "首次购买"), Text("last purchase", "最近购买"), Text("orders", "订单数")
_DAYS, _OFTEN, _WORTH = (
    Text("days since", "距今天数"),
    Text("purchases", "购买次数"),
    Text("amount", "金额"),
)
_AXIS_LABELS = {Axis.RECENCY: _DAYS, Axis.FREQUENCY: _OFTEN, Axis.MONETARY: _WORTH}


def in_order(found: Scored) -> pl.DataFrame:
    """The customers as they are listed: by segment in the order of the map, the largest amounts first, then by key."""
    places = {key: at for at, key in enumerate(found.segments)}
    place = pl.col(SEGMENT).replace_strict(list(places), list(places.values()), return_dtype=pl.Int32())
    ordered = found.frame.with_columns(place.alias("_place"))
    return ordered.sort("_place", "monetary", "customer", descending=[False, True, False]).drop("_place")


def with_names(frame: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    """The customers with the column `name`: null where they have no name beside their key."""
    listed = frame["customer"].to_list()
    told = [names.get(key) for key in listed] if names else [None] * len(listed)
    return frame.with_columns(pl.Series(NAME, told, dtype=pl.String()))


def records_of(found: Scored, names: Mapping[str, str], *, lang: Lang, moves: Moved | None = None) -> Records:
    """One record a customer scored, then one a listed customer who never bought, without scores.

    Of two days `was` is the segment on the earlier one, and who is not scored any more stands at the end.
    """
    columns: tuple[Column, ...] = (
        Column("customer", CUSTOMER),
        Column(NAME, NAMED),
        Column("segment", phrases.SEGMENT_IS),
        Column("segment_title", Text("segment title", "客群名称")),
        *axis_columns(found),
        *(Column(axis.letter, Text(axis.letter.upper(), axis.letter.upper()), Unit.COUNT) for axis in Axis),
        Column(CODE, Text("code", "代码")),
        Column("first", FIRST),
        Column("last", LAST),
        Column("orders", ORDERS, Unit.COUNT, adds_up=True),
        Column("amount", revenue_label(found), Unit.MONEY, adds_up=True),
    )
    columns = columns if moves is None else (*columns, Column(WAS, Text("was", "原客群")))
    # The texts of the lists are those of the frame they are made from, where nobody is added and nobody named.
    told = None if names or found.never_bought or moves is not None else found.frame
    return Records(
        columns, FrameRows(lambda: _frame(found, names, moves, [one.key for one in columns], lang), told=told)
    )


def _frame(
    found: Scored, names: Mapping[str, str], moves: Moved | None, columns: Sequence[str], lang: Lang
) -> pl.DataFrame:
    """The records as a frame; made when they are read, for tables show none of them."""
    titles = {key: title.say(lang) for key, title in found.segments.items()}
    told = pl.col(SEGMENT).replace_strict(list(titles), list(titles.values()), return_dtype=pl.String())
    frame = with_names(in_order(found), names).with_columns(told.alias("segment_title"))
    map_ = found.question.map
    if found.never_bought and map_ is not None and map_.never_bought is not None:
        key = map_.never_bought.key
        rest = with_names(pl.DataFrame({"customer": found.never_bought}), names)
        rest = rest.with_columns(pl.lit(key).alias(SEGMENT), pl.lit(titles[key]).alias("segment_title"))
        frame = pl.concat((frame, rest), how="diagonal")
    if moves is not None:
        gone = moves.frame.filter(pl.col(NOW).is_null()).select("customer")
        frame = pl.concat((frame, with_names(gone, names)), how="diagonal")
        frame = frame.join(moves.frame.select("customer", WAS), on="customer", how="left", maintain_order="left")
    return frame.select(columns)


def axis_columns(found: Scored) -> tuple[Column, ...]:
    """The columns of the three values."""
    worth = found.question.counting.worth
    return tuple(Column(axis, _AXIS_LABELS[axis], unit_of(axis, worth), adds_up=False) for axis in Axis)
