"""What is said of rows that are no sales, or returns, by a name: how many, how much money, why, and what to write."""

from __future__ import annotations

from decimal import Decimal
from pathlib import PurePath

import polars as pl

from salesperf.core.text import Count, Text, same
from salesperf.sources.known import Known
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.values.cells import scale_of
from salesperf.sources.values.money_cells import money_of
from salesperf.tables.paste import sister_lines
from salesperf.tables.row_words import RowRole
from salesperf.tables.schema import Kind

FILE_SAYS = Text("the file's name says {word!r}", "文件名含「{word}」")
SHEET_SAYS = Text("the sheet's name says {word!r}", "工作表名含「{word}」")
TITLE_SAYS = Text("the title says {word!r}", "标题含「{word}」")
COLUMN_SAYS = Text("{header!r} says who sold to us, and no column who bought", "有「{header}」列而没有客户列")
RETURN_NUMBER = Text("{header!r} has the numbers of returns", "有「{header}」列")
CONFIGURED = Text("salesperf.toml says so", "配置文件如此指定")
"""What says so: a name, a column, or the user."""
OUT = Text("{rows:row|rows} left out{money}, taken for {role}: {says}", "{rows} 行未计入{money}，视为{role}：{says}")
NO_PLACE = Text(
    "{rows:row|rows} left out{money}: returns ({says}) that cannot be taken off {basis}",
    "{rows} 行未计入{money}：属于退货（{says}），但无法从 {basis} 中扣减",
)
UNREAD = Text(
    "{rows:row|rows} not taken off: returns ({says}) whose columns are not recognised",
    "{rows} 行未扣减：属于退货（{says}），但其列无法识别",
)
DOUBT = Text(
    "{rows:row counts|rows count} as sales{money}, though they may be {role}: {says}",
    "{rows} 行按销售计入{money}，但可能是{role}：{says}",
)
"""What became of the rows."""
_WHERE = Text("{file}, sheet {sheet!r}", "{file} 的工作表「{sheet}」")
_MONEY = Text(" ({amount} in all)", "（金额合计 {amount}）")
_CURE = Text("if that is wrong, put into salesperf.toml:{toml}", "若判断有误，请在 salesperf.toml 中写入：{toml}")
_NOTE = Text("{place}: {said}; {cure}", "{place}：{said}；{cure}")
_DECIDED = Text("{place}: {said}", "{place}：{said}")

OTHERWISE = "sales"
INSTEAD = {role: "returns" if role is RowRole.RETURNS else "nothing" for role in RowRole}
"""What to write where rows were left out or taken off, and where they count for want of certainty."""


def noted(raw: RawTable, told: Text, *, says: Text, cure: Text) -> Text:
    """What a report says of a table, with the cure where it was not the user who decided."""
    return (_DECIDED if says == CONFIGURED else _NOTE).fill(place=place_of(raw), said=told, cure=cure)


def place_of(raw: RawTable) -> Text:
    """What people call a table: its file, and its sheet where it has one."""
    return same(raw.file.name) if raw.sheet is None else _WHERE.fill(file=raw.file.name, sheet=raw.sheet)


def cure_of(raw: RawTable, table: str | None, *, counts_as: str = OTHERWISE) -> Text:
    """What to write where the rows are something else; `table` is what they were taken for."""
    sheet = {} if raw.sheet is None else {"sheet": raw.sheet}
    base = PurePath(raw.file.name).name
    return _CURE.fill(toml=sister_lines(table or "orders", [base], {**sheet, "counts_as": counts_as}))


def money_told(amount: object) -> Text:
    """An amount in brackets; nothing where there is none."""
    return same("") if amount is None else _MONEY.fill(amount=f"{amount:,.2f}")


def money_in(one: Known) -> Decimal | None:
    """The sum of the amounts of a table, in whole units where its header or titles say 万元; None where it has none."""
    amount = one.found.get("amount") or one.found.get("total_amount")
    if amount is None:
        return None
    total = money_of(one.raw.frame.select(amount.header).collect().to_series()).sum()
    scale = scale_of(amount.header, Kind.MONEY, unit=one.raw.layout.unit)
    return total * scale if isinstance(total, Decimal) else Decimal(0)


def told_of(one: Known, phrase: Text, **words: object) -> Text:
    """A phrase with the rows of a table and the sum of its amounts."""
    rows = one.raw.frame.select(pl.len()).collect().item()
    return phrase.fill(rows=Count(rows), money=money_told(money_in(one)), **words)
