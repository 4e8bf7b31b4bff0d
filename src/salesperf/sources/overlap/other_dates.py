"""Orders that several files date differently: moved by a later export of the same sales, or sales of their own.

Nothing in an order tells a corrected date from a number used anew or from a monthly line of a contract. The files do:
an export that has nearly all orders of the other again, most of them with the same date, corrects the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.core.text import Count, Text

MOVED = Text(
    "{orders:order stands|orders stand} in a later export with another date, which counts",
    "{orders}笔订单在较晚的导出中日期已更改，以较晚的为准",
)
SPREAD = Text(
    "{orders:order id stands|order ids stand} in several files with other dates, and all their rows count{money}",
    "{orders}个订单号在多个文件中日期不同，各行均计入{money}",
)
_TWICE = Text(
    "; if a later file corrects an earlier one, {amount} is counted twice",
    "；如较晚的文件是对较早文件的更正，则有 {amount} 被重复计算",
)
_NEARLY_ALL = 0.9
"""The share of an export's orders, in the months of another, that the other must have to be the same export again."""
_ANONYMOUS = 3
"""Times as many orders of the same date as of other dates that must stand in both where no customer is named."""
_EARLIER, _LATER, _MONTH, _IS_THERE, _SAME = "_earlier", "_later", "_month", "_is_there", "_same"


class OtherDates(Struct, frozen=True):
    """`moved` are the places of rows that a later export dates anew; the rest counts, and is told with its money.

    `moved_orders` and `spread` are the order ids; `twice` is what earlier files say of the spread ones.
    """

    moved: pl.DataFrame
    moved_orders: tuple[str, ...]
    spread: tuple[str, ...]
    twice: Decimal | None

    def notes(self) -> tuple[Text, ...]:
        """What the report tells."""
        told: list[Text] = []
        if self.moved_orders:
            told.append(MOVED.fill(orders=Count(len(self.moved_orders))))
        if self.spread:
            money = _TWICE.fill(amount=f"{self.twice:,.2f}") if self.twice else Text("", "")
            count = Count(len(self.spread))
            en, zh = (SPREAD.fill(orders=count, money=said) for said in (money.en, money.zh))
            told.append(Text(en.en, zh.zh))
        return tuple(told)


def other_dates(
    shared: pl.DataFrame,
    ranked: pl.DataFrame,
    *,
    sale: Sequence[str],
    rank: str,
    at: str,
    again: str,
    line: str | None,
    is_named: bool,
) -> OtherDates | None:
    """What becomes of the sales (rows of one `sale`) of `shared` that are kept (not `again`) in several files.

    `ranked` are all rows of all files; `is_named` is whether a customer tells orders apart. None when there are none.
    """
    apart = [*sale, *([line] if line else [])]
    kept = shared.filter(~pl.col(again))
    several = kept.filter(pl.col(rank).n_unique().over(apart) > 1)
    if several.is_empty():
        return None
    kept = kept.join(several.select(sale).unique(), on=sale, how="semi", maintain_order="left")
    last = pl.col(rank).max().over(sale)
    earlier = kept.with_columns(last.alias(_LATER)).filter(pl.col(rank) < pl.col(_LATER))
    moved = _moved(earlier, shared, ranked, sale=sale, rank=rank, again=again, is_named=is_named)
    spread = earlier.join(moved, on=[*sale, rank], how="anti", maintain_order="left")
    twice = spread["amount"].sum() if "amount" in spread.columns else None
    rows = earlier.join(moved, on=[*sale, rank], how="semi", maintain_order="left")
    return OtherDates(rows.select(at), _ids(rows), _ids(spread), twice if isinstance(twice, Decimal) else None)


def _ids(rows: pl.DataFrame) -> tuple[str, ...]:
    return tuple(rows["order_id"].cast(pl.String).unique().sort().to_list())


def _moved(
    earlier: pl.DataFrame,
    shared: pl.DataFrame,
    ranked: pl.DataFrame,
    *,
    sale: Sequence[str],
    rank: str,
    again: str,
    is_named: bool,
) -> pl.DataFrame:
    """The sales, by file, that a later export of the same sales dates anew."""
    nothing = earlier.clear().select(*sale, rank)
    if "order_date" not in earlier.columns:
        return nothing
    pairs = earlier.select(*sale, rank, _LATER).unique().group_by(rank, _LATER).agg(pl.len().alias("_others"))
    same = shared.filter(again).select(*sale, rank).unique().group_by(rank).agg(pl.len().alias(_SAME))
    proved = (
        pairs.join(same, on=rank)
        .join(
            _found_again(ranked, pairs.rename({rank: _EARLIER}), rank),
            left_on=[rank, _LATER],
            right_on=[_EARLIER, _LATER],
        )
        .filter(
            pl.col(_SAME) >= pl.col("_others") * (1 if is_named else _ANONYMOUS),
            pl.col(_IS_THERE) >= _NEARLY_ALL,
        )
    )
    if proved.is_empty():
        return nothing
    months = _months(ranked, rank).select(pl.col(rank).alias(_LATER), _MONTH).unique()
    beyond = earlier.with_columns(_month()).join(months, on=[_LATER, _MONTH], how="anti").select(*sale, rank).unique()
    return (
        earlier.join(proved, on=[rank, _LATER], how="semi")
        .select(*sale, rank)
        .unique()
        .join(beyond, on=[*sale, rank], how="anti")
    )


def _found_again(ranked: pl.DataFrame, pairs: pl.DataFrame, rank: str) -> pl.DataFrame:
    """For each pair of files, the share of the earlier one's orders, in months the later one has, that it has too."""
    months = _months(ranked, rank)
    theirs = months.select(pl.col(rank).alias(_LATER), _MONTH).unique().join(pairs.select(_EARLIER, _LATER), on=_LATER)
    wanted = (
        months.rename({rank: _EARLIER})
        .join(theirs, on=[_EARLIER, _MONTH])
        .select(_EARLIER, _LATER, "order_id")
        .unique()
    )
    there = months.select(pl.col(rank).alias(_LATER), "order_id", pl.lit(value=True).alias(_IS_THERE)).unique()
    found = wanted.join(there, on=[_LATER, "order_id"], how="left")
    return found.group_by(_EARLIER, _LATER).agg(pl.col(_IS_THERE).fill_null(value=False).mean())


def _months(ranked: pl.DataFrame, rank: str) -> pl.DataFrame:
    """The months of each order in each file."""
    return ranked.select(rank, "order_id", _month()).filter(pl.col("order_id").is_not_null()).unique()


def _month() -> pl.Expr:
    return pl.col("order_date").cast(pl.Date).dt.month_start().alias(_MONTH)
