"""Sales whose only day stands under a header that no list knows (购药时间, `event_time`): taken for the day, and told.

Only where a line says what was sold, how much of it or in which order, and for how much; a header that speaks of
another day (due, produced, received, registered) is left to the user.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl

from salesperf.core.text import Text
from salesperf.sources.known import SALES, Anew, Known
from salesperf.sources.recognition.candidate import LINES
from salesperf.sources.recognition.delivered_date import by_day
from salesperf.sources.recognition.objections import LOOKUPS
from salesperf.sources.values.parse_date import is_date_like

HOW = "only_day"
"""How a column is found whose cells are the only days of the rows."""
_DAY = re.compile(r"(?i)date|time|day|日期|时间|日$")
_OF_OTHER_THINGS = re.compile(
    r"(?i)due|expir|birth|valid|manufactur|produc|receiv|purchas|stock|launch|hire|regist|updat|modif|login|start|open"
    r"|到期|过期|有效|出生|生产|入库|采购|进货|盘点|上架|上市|注册|入职|更新|修改|登录|截止"
)
_AMOUNTS = frozenset({"amount", "total_amount", "unit_price"})
_NOTE = Text(
    "{file}: the day of a sale is that under {header!r}, the only one there is",
    "{file}：以「{header}」作为销售日期，该表没有其他日期列",
)


def by_only_day(tables: Sequence[Known], *, anew: Anew) -> tuple[list[Known], tuple[Text, ...]]:
    """The tables, sales without a day that is known read by the only day they have, and what to say.

    Where some table has sales with days, lines without one belong to it: nothing is done then.
    """
    if any(one.table in SALES and one.recognition.role != LINES for one in tables):
        return list(tables), ()
    return by_day(tables, _only_day, is_sales=_says_what_was_sold, how=HOW, note=_NOTE, anew=anew)


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
