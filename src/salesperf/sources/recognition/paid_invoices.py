"""Rows under headers that sales have too, which are payments of the invoices beside them: by a name or their numbers.

Without goods, each with the number of an invoice: a name that speaks of payments says so, or the numbers do, where they
are those of the invoices and the days are not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import polars as pl

from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.sources.known import OF_GOODS, Known, with_found
from salesperf.sources.recognition.candidate import WHOLE
from salesperf.sources.recognition.role_notes import cure_of, noted, told_of
from salesperf.sources.recognition.said_of_tables import Spoken
from salesperf.tables.row_words import RowRole

_NUMBERS = ("order_id", "invoice_id")
_DIGIT = late(r"\d")
PAID = Text(
    "{rows:row|rows} read as payments{money}, and no sales: {says}", "{rows} 行按回款计入{money}，不计为销售：{says}"
)
_NUMBERS_SAY = Text(
    "{header!r} has the numbers of the invoices in {file}, and other days",
    "「{header}」为 {file} 中的发票号码，日期不同",
)


def is_of_goods(one: Known) -> bool:
    """Whether a table says what was sold, which no list of payments does."""
    return not OF_GOODS.isdisjoint(one.found)


def paid_invoices(
    one: Known, invoices: Sequence[Known], said: Spoken | None, *, anew: Callable[..., Known | None]
) -> tuple[Known, Text] | None:
    """The table as one of payments for these invoices with what a report says of it; `said` is what its names say."""
    number, day = next((one.found[name] for name in _NUMBERS if name in one.found), None), one.found.get("order_date")
    if one.table != "orders" or one.recognition.role != WHOLE or one.targets is not None or number is None:
        return None
    if day is None or (one.told is not None and (one.told.name or one.told.counts_as)):
        return None
    if not invoices or is_of_goods(one):
        return None
    says = said.says if said is not None and said.role is RowRole.RECEIPTS else None
    if says is None:
        of = next((other for other in invoices if _pays(one, other, number=number.header, day=day.header)), None)
        if said is not None or of is None:
            return None
        says = _NUMBERS_SAY.fill(header=number.header, file=of.raw.file.name)
    known = anew("payments", {"payment_date": day.header})
    paid = known.found.get("invoice_id") if known is not None else None
    if known is None or paid is None or paid.header != number.header:
        return None
    known = with_found(known, {**known.found, "payment_date": known.found["payment_date"].found_as(day)})
    told = told_of(known, PAID, says=says)
    return known, noted(one.raw, told, says=says, cure=cure_of(one.raw, "orders"))


def _pays(one: Known, invoices: Known, *, number: str, day: str) -> bool:
    """Whether each number is one of the invoices', and hardly a day that of the invoice, though written alike."""
    dated, billed = invoices.found.get("invoice_date"), invoices.found["invoice_id"]
    if dated is None:
        return False
    rows = _texts(one, number, day)
    days = dict(_texts(invoices, billed.header, dated.header))
    if not rows or any(key not in days for key, _ in rows):
        return False
    alike = all(_shape(when) == _shape(days[key]) for key, when in rows)
    same = sum(when == days[key] for key, when in rows)
    return alike and same * 2 < len(rows)


def _texts(one: Known, number: str, day: str) -> list[tuple[str, str]]:
    """The numbers of the sample with their days, as they are written."""
    cells = one.raw.sample.select(pl.col(number).cast(pl.String).alias("no"), pl.col(day).cast(pl.String).alias("day"))
    return cells.drop_nulls().rows()


def _shape(text: str) -> str:
    return _DIGIT.sub("0", text)
