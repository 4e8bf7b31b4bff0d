"""Sales whose only day stands under a header that no list knows (购药时间, `event_time`): taken for the day, and told.

Only where a line says what was sold, how much of it or in which order, and for how much; a header that speaks of
another day (due, produced, received, registered) is left to the user.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.text import Text, same
from salesperf.sources.known import Known
from salesperf.sources.loaded import Mapped
from salesperf.sources.recognition.candidate import LINES, WHOLE
from salesperf.sources.recognition.delivered_date import Anew
from salesperf.sources.recognition.objections import LOOKUPS
from salesperf.sources.values.parse_date import is_date_like

HOW = "only_day"
"""How a column is found whose cells are the only days of the rows."""
_DAY = re.compile(r"(?i)date|time|day|日期|时间|日$")
_OF_OTHER_THINGS = re.compile(
    r"(?i)due|expir|birth|valid|manufactur|produc|receiv|purchas|stock|launch|hire|regist|updat|modif|login|start|open"
    r"|到期|过期|有效|出生|生产|入库|采购|进货|盘点|上架|上市|注册|入职|更新|修改|登录|截止"
)
_SALES = frozenset({"orders", "invoices", "deals"})
_AMOUNTS = frozenset({"amount", "total_amount", "unit_price"})
_SAYS = Text("{header!r} is the only day of the rows", "「{header}」是唯一的日期列")
_NOTE = Text(
    "{file}: the day of a sale is that under {header!r}, the only one there is",
    "{file}：以「{header}」作为销售日期，该表没有其他日期列",
)


def by_only_day(tables: Sequence[Known], *, anew: Anew) -> tuple[list[Known], tuple[Text, ...]]:
    """The tables, sales without a day that is known read by the only day they have, and what to say.

    Where some table has sales with days, lines without one belong to it: nothing is done then.
    """
    found, notes = list(tables), list[Text]()
    if any(one.table in _SALES and one.recognition.role != LINES for one in tables):
        return found, ()
    for place, one in enumerate(tables):
        header = _only_day(one)
        known = None if header is None else anew(place, "orders", {"order_date": header})
        if known is None or header is None or not _says_what_was_sold(known):
            continue
        day = Mapped(header, "order_date", HOW, _SAYS.fill(header=header))
        columns = {**known.found, "order_date": day}
        recognition = replace(known.recognition, mapped=tuple(columns.values()), role=WHOLE)
        found[place] = replace(known, recognition=recognition, found=columns)
        notes.append(_NOTE.fill(file=same(one.raw.file.name), header=header))
    return found, tuple(dict.fromkeys(notes))


def _only_day(one: Known) -> str | None:
    """The header of the only column of days in a table that is no sales by its other headers."""
    is_open = one.table is None or one.table in LOOKUPS or (one.table == "orders" and one.recognition.role == LINES)
    if not is_open or one.targets is not None or one.told is not None:
        return None
    days = [header for header in one.raw.header if _holds_days(one.raw.sample[header])]
    header = days[0] if len(days) == 1 else ""
    return header if _DAY.search(header) and not _OF_OTHER_THINGS.search(header) else None


def _holds_days(cells: pl.Series) -> bool:
    if cells.dtype.is_temporal():
        return cells.dtype != pl.Duration
    return cells.dtype == pl.String and cells.null_count() < cells.len() and is_date_like(cells)


def _says_what_was_sold(known: Known) -> bool:
    found = known.found.keys()
    has_product = bool(found & {"product_id", "product_name"})
    return has_product and bool(found & {"quantity", "order_id"}) and bool(found & _AMOUNTS)
