"""Tables taken for lists of customers, products or people that have amounts and days: sales perhaps, and told.

A list has money of its own (a credit limit, a price, a balance, what was bought so far): nothing is said of such.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from msgspec import Struct

from salesperf.core.late import late
from salesperf.core.text import Count, Text
from salesperf.sources.known import Known, none_of_ours, tables_beside
from salesperf.sources.options import without_range
from salesperf.sources.recognition.objections import LOOKUPS
from salesperf.sources.recognition.role_notes import place_of
from salesperf.sources.values.money_cells import money_of
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.paste import table_lines
from salesperf.tables.said_of_rows import said_by

_AMOUNT = late(
    r"(?i)^(?:(?:net|gross|total|invoice|invoiced|order|line|sales?|ext|extended)[ _]?)?(?:amount|amt|total|value)$"
    r"|^(?:net|gross|extended|subtotal)$|^(?:订单|销售|发票|开票|含税|不含税|总)?(?:金额|总额)$|^价税合计$"
)
_DAY = late(r"(?i)\bdate\b|日期")
_OF_A_LIST = late(
    r"(?i)birth|creat|since|join|last|first|hire|start|end|updat|valid|expir|regist|launch|modif|review|effective"
    r"|出生|创建|建档|入职|离职|最近|首次|生效|失效|注册|上市|更新|到期|有效"
)
"""Days that stand in lists."""
_SAID = Text(
    "{place}: {rows:row|rows} with {day!r} and {header!r} ({sum} in all) not counted: taken for a list ({table}); if "
    "these are sales, put into salesperf.toml:{toml}",
    "{place}：{rows} 行含「{day}」和「{header}」（合计 {sum}），因被视为名单（{table}）而未计入；若为销售，"
    "请在 salesperf.toml 中写入：{toml}",
)


class InLists(Struct, frozen=True):
    """The tables, those that are no lists by their names left out of the lists, and what a report must say."""

    tables: list[Known]
    notes: tuple[Text, ...] = ()


def without_sales(tables: Sequence[Known]) -> InLists:
    """Tell of lists with days and amounts; one whose name speaks of sales is none."""
    found, notes = list(tables), list[Text]()
    for place, one in enumerate(tables):
        headers = _unread(one)
        if headers is None:
            continue
        day, header = headers
        cells = one.raw.frame.select(header).collect().to_series()
        base = PurePath(one.raw.file.name).name
        columns = {"order_date": day, "amount": header}
        beside = tables_beside(one, tables)
        toml = table_lines("orders", [base], columns, sheet=one.raw.sheet, beside=beside)
        notes.append(
            _SAID.fill(
                place=place_of(one.raw),
                rows=Count(cells.len()),
                day=day,
                header=header,
                sum=f"{money_of(cells).sum() or 0:,.2f}",
                table=one.table,
                toml=toml,
            )
        )
        if said_by(without_range(one.raw.sheet) or PurePath(one.raw.file.name).stem).says_sales:
            found[place] = none_of_ours(one)
    return InLists(found, tuple(notes))


def _unread(one: Known) -> tuple[str, str] | None:
    """The headers of a day and of an amount that a list does not read; None where it has none, or was told."""
    if one.table not in LOOKUPS or one.told is not None:
        return None
    used = {mapped.header for mapped in one.found.values()}
    free = [header for header in one.raw.header if header not in used]
    days = [header for header in free if _DAY.search(header) and not _OF_A_LIST.search(header)]
    amounts = [header for header in free if _AMOUNT.search(header) and is_number_like(one.raw.sample[header])]
    return (days[0], amounts[0]) if days and amounts else None
