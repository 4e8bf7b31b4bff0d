"""Sales without any day whose sheet, title or file is named by the month: the month is written to each row.

Only where the month alone is lacking for the rows to be sales; what the user says of a file goes before. Where a title
names several months, none is written, and it is told.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Where
from salesperf.core.han import has_han
from salesperf.core.text import Count, Text
from salesperf.sources.across.date_parts import with_date_of_parts
from salesperf.sources.loaded import Mapped
from salesperf.sources.options import TableOptions
from salesperf.sources.profile import Profile
from salesperf.sources.recognition.by_month import DATED, month_in
from salesperf.sources.recognition.candidate import LINES, Candidate, Verdict
from salesperf.sources.recognition.detect import detected
from salesperf.sources.recognition.objections import LOOKUPS
from salesperf.sources.recognition.role_notes import money_told
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.titles.about import about
from salesperf.sources.titles.not_of_sales import is_not_of_sales
from salesperf.sources.titles.year_over import month_over, months_over
from salesperf.sources.titles.yearless_days import with_years
from salesperf.sources.values.money_cells import money_of
from salesperf.sources.values.parse_date import is_date_like

_OF_SALES = frozenset({"orders", "invoices"})
_SAID = Text(
    "no column says the day: each row is of the month that {where} names",
    "没有日期列：各行按{where}所示的月份计入",
)
_SEVERAL = Text(
    "{rows:row|rows} not counted{money}: no column says the day or the month, and {where} is of several months",
    "{rows} 行未计入{money}：没有日期或月份列，而{where}涵盖多个月份",
)
_ANY_MONTH = "2000-01"
"""Stands for the month that is not known, to see whether it alone is lacking."""


def dated(raw: RawTable, told: TableOptions | None, *, asked: str | None, known: Sequence[Profile]) -> RawTable:
    """The table with whole dates: put together from columns, or with the year or month that stands over the rows."""
    return with_months(with_years(with_date_of_parts(raw), told), told, asked=asked, known=known)


def with_months(raw: RawTable, told: TableOptions | None, *, asked: str | None, known: Sequence[Profile]) -> RawTable:
    """The table with a column of its month, where that makes it one of sales; else the same table."""
    if (asked or (told.name if told else "orders")) not in _OF_SALES or (told is not None and told.columns):
        return raw
    month = month_over(raw, year=told.year if told else None, needs_sales=True)
    several = months_over(raw) if month is None else None
    if (month is None and several is None) or is_not_of_sales(raw) or _has_days(raw):
        return raw
    if not _lacks_a_day(_verdict(raw, known)):
        return raw
    dated = _with_month(raw, _ANY_MONTH if month is None else f"{month.year}-{month.month:02d}")
    best = _verdict(dated, known).best
    if best is None or not _is_of_sales(best):
        return raw
    if month is not None:
        return replace(dated, notes=(*raw.notes, _SAID.fill(where=month.where)))
    return raw if several is None else _told_without(raw, several, amount=best.found.get("amount"))


def _with_month(raw: RawTable, month: str) -> RawTable:
    header = next(name for name in _names(raw) if name not in raw.header)
    column = pl.lit(month).alias(header)
    return replace(
        raw,
        header=(*raw.header, header),
        frame=raw.frame.with_columns(column),
        sample=raw.sample.with_columns(column),
        scan=None,
    )


def _told_without(raw: RawTable, where: Text, *, amount: Mapped | None) -> RawTable:
    """The table as it is, with the finding that nothing says which of several months its rows are of."""
    cells = raw.frame.select(amount.header if amount else raw.header[0]).collect().to_series()
    total = money_of(cells).sum() if amount else None
    said = _SEVERAL.fill(rows=Count(cells.len()), money=money_told(total), where=where)
    told = issue("R218", said, Where(raw.file.name, raw.sheet), count=cells.len())
    return replace(raw, issues=(*raw.issues, told), notes=(*raw.notes, said))


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


def _is_of_sales(best: Candidate) -> bool:
    return month_in(best.table, best.found) is not None or best.role == LINES
