"""Tables that lie across put one below the other before anything is recognised: costs, sales, counts of activities.

Only where the result is the table it is taken for; what the user says of a file goes before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from salesperf.sources.across.costs_across import costs_across
from salesperf.sources.across.counts_across import counts_across
from salesperf.sources.across.market_across import market_across
from salesperf.sources.across.rivals_across import rivals_across
from salesperf.sources.across.sales_across import sales_across
from salesperf.sources.options import ReadOptions, TableOptions
from salesperf.sources.profile import Profile, fold_header
from salesperf.sources.recognition.detect import detected
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.rows.raw import Held, RawTable
from salesperf.sources.titles.about import about
from salesperf.sources.values.parse_number import is_number_like

_MOST_COLUMNS = 80
"""Columns beyond which no table is looked at: a year of weeks lies within."""
_OF_SALES = ("amount", "total_amount")
_ACROSS = frozenset(
    {*_OF_SALES, "order_date", "invoice_date", "cost_date", "activity_date", "period", "kind", "quantity", "unit_price"}
)
"""Columns that lie across, or come of it: what the user says of these is said of the table as it stands."""


def one_below_the_other(
    raws: Sequence[RawTable],
    options: ReadOptions,
    *,
    told: Callable[[RawTable], TableOptions | None],
    known: Sequence[Profile],
) -> list[RawTable]:
    """The raw tables in their order, those that lie across unfolded; `told` is what the user says of one.

    A daily report that tells sales beside its counts stays, and its activities stand behind all tables.
    """
    tables: list[RawTable] = []
    beside: list[RawTable] = []
    for raw in raws:
        said = told(raw)
        asked = options.as_table or (said.name if said else None)
        year = said.year if said else None
        is_free = said is None or _ACROSS.isdisjoint(said.columns)
        found = _unfolded(raw, asked, known, year=year, is_alone=len(raws) == 1) if is_free else None
        if found is None:
            tables.append(raw)
        elif not _tells_sales(raw, found, known):
            tables.append(found)
        else:
            tables.append(raw)
            beside.append(replace(found, held=replace(found.held, rows=0) if found.held else None))
    return [*tables, *beside]


def _unfolded(
    raw: RawTable, asked: str | None, known: Sequence[Profile], *, year: int | None, is_alone: bool
) -> RawTable | None:
    if len(raw.header) > _MOST_COLUMNS:
        return None
    ways: Mapping[str, Callable[[RawTable], tuple[RawTable, Held] | None]] = {
        "market": partial(_market, is_told=asked == "market", year=year),
        "costs": costs_across,
        "orders": partial(sales_across, is_told=asked == "orders", is_alone=is_alone, year=year),
        "activities": counts_across,
    }
    for table, way in ways.items():
        found = way(raw) if asked in {None, table} else None
        if found is None:
            continue
        cells, held = found
        best = detected(Sample(cells.header, cells.sample, about=about(cells)), known).best
        if asked == table or (best is not None and best.table == table):
            return replace(cells, held=held)
    return None


def _market(raw: RawTable, *, is_told: bool, year: int | None) -> tuple[RawTable, Held] | None:
    """Market sizes, as they stand or as rivals make them up."""
    return rivals_across(raw, year=year) or market_across(raw, is_told=is_told, year=year)


def _tells_sales(raw: RawTable, found: RawTable, known: Sequence[Profile]) -> bool:
    """Whether a column of numbers that the unfolded table lacks is one of money sold."""
    entries = [entry for profile in known for entry in profile.aliases("orders") if not entry.signature]
    money = {alias for entry in entries for column in _OF_SALES for alias in entry.strong.get(column, ())}
    if "activity" not in " ".join(found.header) and "活动类型" not in found.header:
        return False
    left = (text for text in raw.header if text not in found.header and fold_header(text) in money)
    return any(is_number_like(raw.sample[text]) for text in left)
