"""Sales without any day whose sheet, title or file is named by the month: the month is written to each row.

Only where the month alone is lacking for the rows to be sales; what the user says of a file goes before.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.han import has_han
from salesperf.core.text import Text
from salesperf.sources.across.date_parts import with_date_of_parts
from salesperf.sources.options import TableOptions
from salesperf.sources.profile import Profile
from salesperf.sources.recognition.by_month import DATED, month_in
from salesperf.sources.recognition.candidate import LINES, Candidate, Verdict
from salesperf.sources.recognition.detect import detected
from salesperf.sources.recognition.objections import LOOKUPS
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.titles.about import about
from salesperf.sources.titles.not_of_sales import is_not_of_sales
from salesperf.sources.titles.year_over import month_over
from salesperf.sources.titles.yearless_days import with_years
from salesperf.sources.values.parse_date import is_date_like

_OF_SALES = frozenset({"orders", "invoices"})
_SAID = Text(
    "no column says the day: each row is of the month that {where} names",
    "没有日期列：各行按{where}所示的月份计入",
)


def dated(raw: RawTable, told: TableOptions | None, *, asked: str | None, known: Sequence[Profile]) -> RawTable:
    """The table with whole dates: put together from columns, or with the year or month that stands over the rows."""
    return with_months(with_years(with_date_of_parts(raw), told), told, asked=asked, known=known)


def with_months(raw: RawTable, told: TableOptions | None, *, asked: str | None, known: Sequence[Profile]) -> RawTable:
    """The table with a column of its month, where that makes it one of sales; else the same table."""
    if (asked or (told.name if told else "orders")) not in _OF_SALES or (told is not None and told.columns):
        return raw
    month = month_over(raw, year=told.year if told else None, needs_sales=True)
    if month is None or is_not_of_sales(raw) or _has_days(raw):
        return raw
    if not _lacks_a_day(_verdict(raw, known)):
        return raw
    header = next(name for name in _names(raw) if name not in raw.header)
    column = pl.lit(f"{month.year}-{month.month:02d}").alias(header)
    dated = replace(
        raw,
        header=(*raw.header, header),
        frame=raw.frame.with_columns(column),
        sample=raw.sample.with_columns(column),
        scan=None,
        notes=(*raw.notes, _SAID.fill(where=month.where)),
    )
    return dated if _is_of_sales(_verdict(dated, known).best) else raw


def _names(raw: RawTable) -> tuple[str, ...]:
    return ("月份", "所属月份") if any(map(has_han, raw.header)) else ("month", "sales month")


def _has_days(raw: RawTable) -> bool:
    """Whether some column holds days."""
    texts = (raw.sample[header] for header in raw.header)
    return any(
        cells.dtype.is_temporal()
        or (cells.dtype == pl.String and cells.null_count() < cells.len() and is_date_like(cells))
        for cells in texts
    )


def _verdict(raw: RawTable, known: Sequence[Profile]) -> Verdict:
    return detected(Sample(raw.header, raw.sample, about=about(raw)), known)


def _lacks_a_day(verdict: Verdict) -> bool:
    """Whether a table is nothing yet, a list of whom sales name, or lines without their orders.

    Days that cannot be read are there, and a fault.
    """
    best = verdict.best
    if any(DATED.get(one.table) in one.unread for one in (*([best] if best else []), *verdict.others)):
        return False
    return best is None or best.table in LOOKUPS or (best.table == "orders" and best.role == LINES)


def _is_of_sales(best: Candidate | None) -> bool:
    return best is not None and (month_in(best.table, best.found) is not None or best.role == LINES)
