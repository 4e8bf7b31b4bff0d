"""Deals that an export writes on several rows, one a product or one a rep who shares it: the deal counts once.

Where each row says what it is worth beside the amount of its deal, and the rows of a deal add up to it, the rows count.
Else only rows with the id of one deal are believed to be one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl
from msgspec import Struct

from salesperf.core.text import Count, Text
from salesperf.sources.conform.row_places import PART
from salesperf.tables.schema import MONEY

LINE_AMOUNT = "line_amount"
"""What one row of a deal is worth: of a product, of a rep's share."""
BY_LINE = Text(
    "{header!r} is the deal's amount on each of its rows: what counts is {line!r}, which adds up to it, in "
    "{deals:deal|deals} of several rows ({sum} not counted again); if it is each row's own amount, say so: "
    'columns = {{ amount = "{header}" }} under [[table]]',
    "「{header}」是整个商机的金额，在其每一行重复：{deals} 个多行商机按「{line}」计入，其合计等于商机金额"
    '（重复的 {sum} 未计入）；若是每行自己的金额，请在 [[table]] 中写 columns = {{ amount = "{header}" }}',
)
ONCE = Text(
    "{header!r} is the deal's amount on each of its rows: it counts once, in equal parts over the rows, in "
    "{deals:deal|deals} of several rows ({sum} not counted again); if it is each row's own amount, say so: "
    'columns = {{ amount = "{header}" }} under [[table]]',
    "「{header}」是整个商机的金额，在其每一行重复：{deals} 个多行商机只计一次，平均分到各行（重复的 {sum} 未计入）；"
    '若是每行自己的金额，请在 [[table]] 中写 columns = {{ amount = "{header}" }}',
)
TELLING = ("deal_name", "customer_id", "customer_name", "product_id", "product_name", "rep_id", "rep_name", "stage",
           "status", "closed_date", "snapshot_date", LINE_AMOUNT)  # fmt: skip
"""What shows whether rows are of one deal."""
_APART = ("product_id", "product_name", "rep_id", "rep_name")
_OF_ONE = ("customer_id", "customer_name", "stage", "status", "closed_date")
_OF_DEALS = re.compile(r"\b(?:deal|opp|opportunity)\b.*\b(?:amount|value|total)\b|^total\b|(?:商机|机会).*额|整单")
_CENT = pl.lit(1).cast(MONEY) / 100
_DEAL, _ROWS = "_deal", "_rows"


class DealLines(Struct, frozen=True):
    """The rows with amounts that count each deal once, and what is said of it."""

    frame: pl.DataFrame
    notes: tuple[Text, ...] = ()


def deal_lines(frame: pl.DataFrame, headers: Mapping[str, str], *, is_settled: bool) -> DealLines:
    """Count the amount of a deal once over its rows; without `LINE_AMOUNT`.

    `headers` are the files' words for the columns. `is_settled` where the configuration says what the amount is.
    Snapshots repeat a deal on purpose and are left alone. Where rows without ids prove to be of one deal, they get the
    deal's name as its id, with a number where deals share a name.
    """
    bare = DealLines(frame.drop(LINE_AMOUNT, strict=False))
    by = _telling_one(frame)
    if is_settled or "amount" not in frame.columns or by is None or "snapshot_date" in frame.columns:
        return bare
    marked = frame.with_columns(pl.struct(PART, *by).rank("dense").alias(_DEAL))
    marked = marked.with_columns(pl.when(pl.col(by[0]).is_not_null()).then(_DEAL).alias(_DEAL))
    marked = marked.with_columns(pl.when(pl.col(_DEAL).is_not_null()).then(pl.len().over(_DEAL)).alias(_ROWS))
    several = marked.filter(pl.col(_ROWS) > 1)
    if several.is_empty() or several.group_by(_DEAL).agg(pl.col("amount").n_unique())["amount"].max() != 1:
        return bare
    if _add_up(several):
        return _counted_by_line(marked, headers)
    if by == ["deal_id"] and _is_of_deals(several, headers.get("amount", "")):
        return _counted_once(marked, headers)
    return bare


def _telling_one(frame: pl.DataFrame) -> list[str] | None:
    """The columns that rows of one deal share, first the one that names it."""
    if "deal_id" in frame.columns:
        return ["deal_id"]
    if "deal_name" not in frame.columns:
        return None
    return ["deal_name", *(name for name in (*_OF_ONE, "amount") if name in frame.columns)]


def _add_up(several: pl.DataFrame) -> bool:
    """Whether the rows' own amounts add up to that of the deal in most deals of several rows."""
    if LINE_AMOUNT not in several.columns:
        return False
    sums = several.group_by(_DEAL).agg(
        ((pl.col(LINE_AMOUNT).sum() - pl.col("amount").first()).abs() <= _CENT * pl.len()).alias("same"),
        (pl.col("amount").first() != 0).alias("is_worth"),
    )
    worth = sums.filter("is_worth")
    return worth.height > 0 and int(worth["same"].sum()) * 2 > worth.height


def _is_of_deals(several: pl.DataFrame, header: str) -> bool:
    """Whether rows that differ in product or rep only repeat the amount of their deal.

    One deal may have two products of one price; several deals of different amounts have not, nor does a header that
    speaks of the deal.
    """
    apart = [name for name in _APART if name in several.columns]
    if not apart:
        return False
    alike = [name for name in _OF_ONE if name in several.columns]
    deals = several.group_by(_DEAL).agg(
        (pl.struct(apart).n_unique() == pl.len()).alias("differ"),
        (pl.struct(alike).n_unique() == 1 if alike else pl.lit(value=True)).alias("alike"),
        pl.col("amount").first(),
    )
    is_said = bool(_OF_DEALS.search(header.replace("_", " ").casefold()))
    return bool(deals["differ"].all() and deals["alike"].all()) and (is_said or deals["amount"].n_unique() > 1)


def _counted_by_line(marked: pl.DataFrame, headers: Mapping[str, str]) -> DealLines:
    """Each row worth its own amount; a row without one in a deal that has some is worth nothing more."""
    has_own = pl.col(LINE_AMOUNT).is_not_null().any().over(_DEAL) & pl.col(_DEAL).is_not_null()
    own = pl.when(has_own).then(pl.col(LINE_AMOUNT).fill_null(0)).otherwise("amount").cast(MONEY).alias("amount")
    note = _told(BY_LINE, marked, headers)
    return DealLines(_with_ids(marked.with_columns(own)).drop(LINE_AMOUNT, _DEAL, _ROWS), (note,))


def _counted_once(marked: pl.DataFrame, headers: Mapping[str, str]) -> DealLines:
    """Each deal's amount in equal parts over its rows, what is left over by rounding on the first."""
    part = (pl.col("amount") / pl.col(_ROWS)).round(2).cast(MONEY)
    is_first = pl.int_range(pl.len()).over(_DEAL) == 0
    share = pl.when(is_first).then(pl.col("amount") - part * (pl.col(_ROWS) - 1)).otherwise(part)
    shared = pl.when(pl.col(_ROWS) > 1).then(share).otherwise("amount").cast(MONEY).alias("amount")
    note = _told(ONCE, marked, headers)
    return DealLines(marked.with_columns(shared).drop(LINE_AMOUNT, _DEAL, _ROWS, strict=False), (note,))


def _with_ids(marked: pl.DataFrame) -> pl.DataFrame:
    """The rows with an id of their deal, where they have none."""
    if "deal_id" in marked.columns:
        return marked
    number = pl.col(_DEAL).rank("dense").over("deal_name")
    numbered = pl.format("{} ({})", "deal_name", number)
    return marked.with_columns(pl.when(number == 1).then("deal_name").otherwise(numbered).alias("deal_id"))


def _told(phrase: Text, marked: pl.DataFrame, headers: Mapping[str, str]) -> Text:
    deals = (
        marked.filter(pl.col(_ROWS) > 1)
        .group_by(_DEAL)
        .agg((pl.col("amount").sum() - pl.col("amount").first()).alias("again"))
    )
    header, line = headers.get("amount", "amount"), headers.get(LINE_AMOUNT, "")
    again = deals["again"].sum() or 0
    return phrase.fill(header=header, line=line, deals=Count(deals.height), sum=f"{again:,.2f}")
