"""Sales whose only day is that of their delivery or dispatch: taken for the day of the order, and told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import PurePath

from salesperf.core.text import Text, same
from salesperf.sources.known import SALES, Anew, Known, with_found
from salesperf.sources.loaded import Mapped
from salesperf.sources.options import without_range
from salesperf.sources.recognition.candidate import WHOLE
from salesperf.sources.recognition.objections import LOOKUPS
from salesperf.tables.row_words import RowRole
from salesperf.tables.said_of_rows import said_by

HOW = "delivery"
"""How a column is found that says the day of the delivery where that of the order is wanted."""
_DELIVERED = re.compile(
    r"(?i)^(?:actual[ _]?)?(?:deliver(?:y|ed)|ship(?:ped|ping|ment)?|d[ei]spatch(?:ed)?)[ _]?(?:date|day|on)$"
)
_ANY_DAY = re.compile(r"(?i)date|\bday\b|\bon$|日期|时间")
_GIVES_AMOUNT = ("amount", "total_amount", "list_amount")
SAYS = Text("{header!r} is the only day of the rows", "「{header}」是唯一的日期列")
_NOTE = Text(
    "{file}: the day of an order is that of its delivery ({header!r}), the only one there is",
    "{file}：没有下单日期，以「{header}」作为订单日期",
)


def by_delivery(tables: Sequence[Known], *, anew: Anew) -> tuple[list[Known], tuple[Text, ...]]:
    """The tables, those that nothing else is read of by the days of their deliveries, and what to say.

    Beside sales with days of their own, deliveries are those sales again: nothing is done then.
    """
    if any(one.table in SALES and not _says_returns(one) for one in tables):
        return list(tables), ()
    return by_day(tables, _only_day, is_sales=_is_sales, how=HOW, note=_NOTE, anew=anew)


def by_day(
    tables: Sequence[Known],
    day_of: Callable[[Known], str | None],
    *,
    is_sales: Callable[[Known], bool],
    how: str,
    note: Text,
    anew: Anew,
) -> tuple[list[Known], tuple[Text, ...]]:
    """The tables, those that are sales by the day under the header that `day_of` gives read so, and what to say."""
    found, notes = list(tables), list[Text]()
    for place, one in enumerate(tables):
        header = day_of(one)
        known = None if header is None else anew(place, "orders", {"order_date": header})
        if known is None or header is None or not is_sales(known):
            continue
        day = Mapped(header, "order_date", how, SAYS.fill(header=header))
        found[place] = with_found(known, {**known.found, "order_date": day}, role=WHOLE)
        notes.append(note.fill(file=same(one.raw.file.name), header=header))
    return found, tuple(dict.fromkeys(notes))


def _only_day(one: Known) -> str | None:
    """The header of the delivery, where it is the only one of a day in a table that is no table of sales."""
    if (one.table is not None and one.table not in LOOKUPS) or one.targets is not None or one.told is not None:
        return None
    days = [header for header in one.raw.header if _ANY_DAY.search(header)]
    return days[0] if len(days) == 1 and _DELIVERED.search(days[0].strip()) else None


def _is_sales(known: Known) -> bool:
    """Whether an order table has numbers of orders and what they are worth."""
    found = known.found
    has_amount = any(column in found for column in _GIVES_AMOUNT) or {"quantity", "unit_price"} <= found.keys()
    return known.recognition.role == WHOLE and has_amount and "order_id" in found


def _says_returns(one: Known) -> bool:
    sheet = without_range(one.raw.sheet) or PurePath(one.raw.file.name).stem
    return said_by(sheet).role is RowRole.RETURNS
