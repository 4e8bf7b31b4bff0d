"""Rows without ids that stand in several files: a file that is a copy of another counts once, anything else is told.

Rows of one file are never merged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import polars as pl

from salesperf.sources.conform.row_places import PART
from salesperf.sources.overlap.likely_copy import is_likely_copy
from salesperf.sources.overlap.sameness import Sameness, SameRows

DATED: Mapping[str, str] = {
    "orders": "order_date",
    "invoices": "invoice_date",
    "payments": "payment_date",
    "costs": "cost_date",
}
"""The tables whose amounts are added up, and the day of a row."""
_ROW, _TIMES, _DAY, _AMOUNT, _COMMON, _OTHER = "_row", "_times", "_day", "_amount", "_common", "_other"
_BARE = "_bare"
_NO_NAMES: Mapping[int, str] = {}
_FEW = 2
"""Distinct rows in common from which files are told: one row alone is chance, unless it is a whole file."""
_ENOUGH = 3
"""Columns that files of different columns must have in common to be compared."""
_LONG_DAYS, _SPAN = 3, 4
"""Days in a row that are the same in two files, and the days they may lie apart: a weekend has no sales."""
_MANY_ROWS = 5
"""Rows of a single day that is the same in two files, from which it is no chance."""


def same_rows(
    table: str, frame: pl.DataFrame, columns: Mapping[int, frozenset[str]], *, names: Mapping[int, str] = _NO_NAMES
) -> Sameness:
    """What files (by `PART`, with the columns and the name of each) have in common, row by row.

    A file is a copy when another has every row of it, as often at least, and the two are not likely to be two shops,
    or it makes up the other together with further copies. Otherwise two files overlap when more than half of the
    smaller stands in the other, or days stand the same in both. Files of different columns are never copies.
    """
    day = DATED.get(table)
    if day not in frame.columns:
        return Sameness()
    alike: dict[frozenset[str], list[int]] = {}
    for place, own in columns.items():
        alike.setdefault(own, []).append(place)
    spans = frame.group_by(PART).agg(pl.col(day).min().alias("first"), pl.col(day).max().alias("last")).drop_nulls()
    copies: list[SameRows] = []
    partly: list[SameRows] = []
    for own, all_places in alike.items():
        if places := _meeting(spans, all_places):
            held, shared = _of_one_kind(frame.filter(pl.col(PART).is_in(places)), own, day, names)
            copies += held
            partly += shared
    rest = set(columns) - {one.place for one in copies}
    common = frozenset.intersection(*columns.values())
    is_enough = len(common - {PART}) >= _ENOUGH and not common.isdisjoint({"amount", "cost"})
    if len(alike) > 1 and is_enough and (places := _meeting(spans, list(rest))):
        counted = _counted(frame.filter(pl.col(PART).is_in(places)), sorted(common - {PART}), day)
        found = _partly(counted.filter(pl.len().over(_ROW) > 1), counted, _heights(counted))
        partly += [one for one in found if columns[one.place] != columns[one.other]]
    return Sameness(tuple(copies), tuple(partly))


def rows_without_ids(frame: pl.DataFrame, key: str, *, day: str, columns: Mapping[int, frozenset[str]]) -> Sameness:
    """What files have in common of which some rows have no `key` and so are not compared by it.

    A row without one may be that of another file with or without one; two numbers are two sales. Only told.
    """
    common = frozenset.intersection(*columns.values()) - {key, PART}
    if not {day} < common or common.isdisjoint({"amount", "cost"}):
        return Sameness()
    bare = frame.group_by(PART).agg(pl.col(key).null_count().alias(_BARE)).filter(pl.col(_BARE) > 0)
    sizes = _heights_of(frame) | dict(bare.iter_rows())
    counted = _counted(frame, sorted(common), day, number=key)
    shared = counted.filter(pl.len().over(_ROW) > 1, pl.col(_BARE).any().over(_ROW))
    return Sameness((), tuple(_partly(shared, counted, sizes)))


def _heights_of(frame: pl.DataFrame) -> dict[int, int]:
    return dict(frame.group_by(PART).agg(pl.len()).iter_rows())


def _meeting(spans: pl.DataFrame, places: Sequence[int]) -> list[int]:
    """The files whose dates overlap with those of another, none if there are not two."""
    ordered = spans.filter(pl.col(PART).is_in(places)).sort("first", PART)
    before = pl.col("last").cum_max().shift(1)
    meets = (before >= pl.col("first")) | (pl.col("last") >= pl.col("first").shift(-1))
    return ordered.filter(meets.fill_null(value=False))[PART].to_list()


def _of_one_kind(
    rows: pl.DataFrame, columns: frozenset[str], day: str, names: Mapping[int, str]
) -> tuple[list[SameRows], list[SameRows]]:
    """The copies among files of the same columns, and what the others share."""
    compared = sorted(columns - {PART})
    counted = _counted(rows, compared, day)
    heights = _heights(counted)
    shared = counted.filter(pl.len().over(_ROW) > 1)

    def is_copy(place: int, holder: int) -> bool:
        held, holding = (rows.filter(pl.col(PART) == one).select(compared) for one in (place, holder))
        return is_likely_copy(held, holding, day=day, names=(names.get(place, ""), names.get(holder, "")))

    held = _copies(shared, heights, is_copy)
    left = shared.filter(~pl.col(PART).is_in([one.place for one in held]))
    return held, _partly(left, counted, heights)


def _heights(counted: pl.DataFrame) -> dict[int, int]:
    return dict(counted.group_by(PART).agg(pl.col(_TIMES).sum()).iter_rows())


def _counted(rows: pl.DataFrame, names: Sequence[str], day: str, *, number: str = "") -> pl.DataFrame:
    """One row per file and distinct row, with how often it stands there, and whether without its `number`."""
    amount = pl.col("amount").first() if "amount" in names else pl.lit(None, dtype=pl.Decimal(38, 6))
    if "amount" not in names and "cost" in names:
        amount = pl.col("cost").first()
    key = pl.struct(names).hash().alias(_ROW)
    days = pl.col(day).cast(pl.Date).alias(_DAY)
    is_bare = pl.col(number).is_null().any() if number else pl.lit(value=True)
    return (
        rows.with_columns(key, days)
        .group_by(_ROW, PART)
        .agg(pl.len().cast(pl.Int64).alias(_TIMES), pl.col(_DAY).first(), amount.alias(_AMOUNT), is_bare.alias(_BARE))
    )


def _copies(shared: pl.DataFrame, heights: Mapping[int, int], is_copy: Callable[[int, int], bool]) -> list[SameRows]:
    """The files that another holds whole, the largest holder first; of equal files the last counts."""
    found: list[SameRows] = []
    left = shared
    for holder in sorted(shared[PART].unique().to_list(), key=lambda place: (heights[place], place), reverse=True):
        own = left.filter(pl.col(PART) == holder).select(_ROW, pl.col(_TIMES).alias(_COMMON))
        inside = left.filter(pl.col(PART) != holder).join(own, on=_ROW).filter(pl.col(_TIMES) <= pl.col(_COMMON))
        sums = inside.group_by(PART).agg(pl.col(_TIMES).sum(), _money(pl.col(_TIMES)))
        whole = [row for row in sums.sort(PART).iter_rows() if row[1] == heights[row[0]]]
        is_made_up = len(whole) > 1 and sum(row[1] for row in whole) == heights[holder]
        taken = [row for row in whole if is_made_up or is_copy(row[0], holder)]
        found += [SameRows(place, holder, rows, amount) for place, rows, amount in taken]
        left = left.filter(~pl.col(PART).is_in([row[0] for row in taken]))
    return found


def _money(times: pl.Expr) -> pl.Expr:
    amounts = pl.col(_AMOUNT).drop_nulls().len() > 0
    return pl.when(amounts).then((pl.col(_AMOUNT) * times).sum()).alias(_AMOUNT)


def _partly(shared: pl.DataFrame, counted: pl.DataFrame, heights: Mapping[int, int]) -> list[SameRows]:
    """The pairs of files that share too many rows for chance, the smaller named first."""
    other = shared.select(_ROW, pl.col(PART).alias(_OTHER), pl.col(_TIMES).alias(_COMMON), pl.col(_BARE).alias("_too"))
    size = pl.DataFrame(
        {PART: list(heights), "_size": list(heights.values())}, schema={PART: pl.UInt32, "_size": pl.Int64}
    )
    pairs = (
        shared.join(other, on=_ROW)
        .filter(pl.col(_BARE) | pl.col("_too"))
        .with_columns(pl.min_horizontal(_TIMES, _COMMON).alias(_COMMON))
        .join(size, on=PART)
        .join(size.rename({PART: _OTHER}), on=_OTHER, suffix="_other")
        .filter(
            (pl.col("_size") < pl.col("_size_other"))
            | ((pl.col("_size") == pl.col("_size_other")) & (pl.col(PART) < pl.col(_OTHER)))
        )
    )
    if pairs.is_empty():
        return []
    told = (
        pairs.group_by(PART, _OTHER)
        .agg(pl.col(_COMMON).sum(), pl.len().alias("_distinct"), _money(pl.col(_COMMON)), pl.col("_size").first())
        .join(_same_days(pairs, counted), on=[PART, _OTHER], how="left")
        .filter(
            (pl.col("_distinct") >= _FEW) | (pl.col(_COMMON) == pl.col("_size")),
            (pl.col(_COMMON) * 2 > pl.col("_size")) | pl.col("_is_long").fill_null(value=False),
        )
        .sort(PART, _OTHER)
    )
    return [SameRows(*row) for row in told.select(PART, _OTHER, _COMMON, _AMOUNT).iter_rows()]


def _same_days(pairs: pl.DataFrame, counted: pl.DataFrame) -> pl.DataFrame:
    """One row per pair of files: whether days of theirs are the same, row for row, for too long or too full."""
    rows = counted.group_by(PART, _DAY).agg(pl.col(_TIMES).sum().alias("_all"))
    days = (
        pairs.group_by(PART, _OTHER, _DAY)
        .agg(pl.col(_COMMON).sum())
        .join(rows, on=[PART, _DAY])
        .join(rows.rename({PART: _OTHER, "_all": "_others"}), on=[_OTHER, _DAY])
        .filter(pl.col(_COMMON) == pl.col("_all"), pl.col(_COMMON) == pl.col("_others"))
        .sort(PART, _OTHER, _DAY)
    )
    apart = (pl.col(_DAY) - pl.col(_DAY).shift(_LONG_DAYS - 1)).dt.total_days()
    is_long = (apart <= _SPAN).any() | (pl.col(_COMMON) >= _MANY_ROWS).any()
    return days.group_by(PART, _OTHER).agg(is_long.alias("_is_long"))
