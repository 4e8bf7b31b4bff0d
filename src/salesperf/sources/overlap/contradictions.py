"""Rows that contradict themselves: closed before created, an amount that is not quantity times price. Only told.

What holds for most rows of a table may be a custom of its export (a price without tax); a contradiction is what few do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.sources.overlap.reach import EVENTS
from salesperf.tables.catalog import TABLES
from salesperf.tables.line_words import LineKind, kind_of_word

Pair = tuple[str, str, Text]
"""A day, one that cannot lie before it, and what is wrong where it does."""
_IN_ORDER: Mapping[str, tuple[Pair, ...]] = {
    "orders": (("order_date", "paid_date", Text("paid before it was ordered", "付款早于下单")),),
    "invoices": (
        ("invoice_date", "due_date", Text("due before it was invoiced", "到期早于开票")),
        ("invoice_date", "settled_date", Text("settled before it was invoiced", "结清早于开票")),
    ),
    "leads": (("first_response_at", "converted_at", Text("converted before the first response", "转化早于首次响应")),),
    "deals": (("created_date", "closed_date", Text("closed before it was created", "关闭早于创建")),),
    "people": (
        ("hire_date", "leave_date", Text("left before being hired", "离职早于入职")),
        ("valid_from", "valid_to", Text("valid to a day before it is valid from", "失效早于生效")),
    ),
    "campaigns": (("start", "end", Text("ended before it started", "结束早于开始")),),
}
_OF_DATES = Text(
    "{rows:row|rows} of {table} {what}; the first{name}: {earlier} {first}, {later} {then}",
    "{table} 有 {rows} 行{what}；首行{name}：{earlier} {first}，{later} {then}",
)
_OF_AMOUNTS = Text(
    "{rows:row|rows} whose amount is not {formula}, as that of {others:other|others} is; the first{name}: "
    "{amount} instead of {meant}",
    "{rows} 行金额不等于{formula}，而其余 {others} 行都相等；首行{name}：{amount}，应为 {meant}",
)
_OF_SIGNS = Text(
    "{rows:row|rows}{name} with a negative quantity and an amount above zero, neither sale nor return: {money} in all",
    "{rows} 行{name}数量为负而金额为正，既非销售也非退货：金额合计 {money}",
)
_BEFORE_CONTACT = Text(
    "{deals:deal|deals} closed before the first activity; the first{name}: closed {closed}, first activity {contact}",
    "{deals} 个商机的关闭日期早于首次活动；首个{name}：关闭 {closed}，首次活动 {contact}",
)
_FORMULAS: Mapping[str, Text] = {
    "listed": Text("quantity × unit price", "数量×单价"),
    "less": Text("quantity × unit price - discount", "数量×单价－折扣"),
    "net": Text("quantity × unit price - discount + tax", "数量×单价－折扣＋税额"),
}
_FIRST = Text(", the first {name},", "（首行 {name}）")
_NEARLY_ALL = 0.9
"""The share of rows from which a formula is what the export means by an amount."""
_CENT, _PART = 0.011, 0.0005
"""How far rounding may put an amount off: a cent, or the last digit of the price of many pieces."""


def contradictions(table: str, frame: pl.DataFrame) -> tuple[Issue, ...]:
    """What rows of one canonical table say against themselves, as far as their columns were read."""
    found = list(_of_dates(table, frame))
    if table == "orders":
        found += [*_of_amounts(frame), *_of_signs(frame)]
    return tuple(found)


def closed_before_contact(deals: pl.DataFrame, activities: pl.DataFrame) -> tuple[Issue, ...]:
    """Deals that were closed before anybody did anything for them, where activities name their deal."""
    if not {"deal_id", "closed_date"} <= set(deals.columns) or not {"deal_id", "activity_date"} <= set(
        activities.columns
    ):
        return ()
    first = activities.drop_nulls("deal_id").group_by("deal_id").agg(_day("activity_date").min().alias("_contact"))
    early = (
        deals.select("deal_id", _day("closed_date").alias("_closed"))
        .drop_nulls()
        .join(first, on="deal_id")
        .filter(pl.col("_closed") < pl.col("_contact"))
        .sort("deal_id")
    )
    if early.is_empty():
        return ()
    deal, closed, contact = early.row(0)
    message = _BEFORE_CONTACT.fill(deals=Count(early.height), name=_in_brackets(deal), closed=closed, contact=contact)
    return (issue("R315", message, Where(column="closed_date"), value=deal, count=early.height),)


def _of_dates(table: str, frame: pl.DataFrame) -> Iterator[Issue]:
    for earlier, later, what in _IN_ORDER.get(table, ()):
        if not {earlier, later} <= set(frame.columns):
            continue
        wrong = frame.filter(_day(later) < _day(earlier))
        if wrong.is_empty():
            continue
        first, then = wrong.select(_day(earlier).alias("_first"), _day(later).alias("_then")).row(0)
        name = _name_of(table, wrong)
        said = {"rows": Count(wrong.height), "table": TABLES[table].label, "what": what, "first": first, "then": then}
        days = {"earlier": _label(table, earlier), "later": _label(table, later)}
        message = _OF_DATES.fill(**said, **days, name=_in_brackets(name))
        yield issue("R315", message, _where(wrong, later), value=name, count=wrong.height)


def _of_amounts(frame: pl.DataFrame) -> Iterator[Issue]:
    """Amounts that are not what nearly all others are: the formula that most rows agree with decides."""
    if not {"amount", "quantity", "unit_price"} <= set(frame.columns):
        return
    known = frame.drop_nulls(["amount", "quantity", "unit_price"])
    # A return is as much as the sale it undoes; its sign is looked at elsewhere.
    listed = (pl.col("quantity").cast(pl.Float64) * pl.col("unit_price").cast(pl.Float64)).abs()
    less = listed - _or_zero(frame, "discount").abs()
    formulas = {"listed": listed, "less": less, "net": less + _or_zero(frame, "tax").abs()}
    amount = pl.col("amount").cast(pl.Float64)
    room = pl.max_horizontal(pl.lit(_CENT), pl.col("quantity").cast(pl.Float64).abs() * _CENT / 2, amount.abs() * _PART)
    off = known.select(**{name: (formula - amount.abs()).abs() > room for name, formula in formulas.items()})
    name = min(formulas, key=lambda one: int(off[one].sum()))
    count = int(off[name].sum())
    if not count or count > (1 - _NEARLY_ALL) * known.height:
        return
    wrong = known.filter(off[name])
    meant = wrong.select(formulas[name]).item(0, 0)
    order = _name_of("orders", wrong)
    message = _OF_AMOUNTS.fill(
        name=_in_brackets(order),
        rows=Count(count),
        others=Count(known.height - count),
        formula=_FORMULAS[name],
        amount=f"{wrong.item(0, 'amount'):,.2f}",
        meant=f"{meant:,.2f}",
    )
    yield issue("R316", message, _where(wrong, "amount"), value=order, count=count)


def _of_signs(frame: pl.DataFrame) -> Iterator[Issue]:
    if not {"amount", "quantity"} <= set(frame.columns):
        return
    wrong = frame.lazy().filter(pl.col("quantity") < 0, pl.col("amount") > 0).collect(engine="streaming")
    if "status" in wrong.columns:
        # A word for a return beside it says what is meant.
        words = [word for word in wrong["status"].drop_nulls().unique() if kind_of_word(word) is LineKind.RETURNED]
        wrong = wrong.filter(~pl.col("status").is_in(words).fill_null(value=False))
    if not wrong.is_empty():
        name, money = _name_of("orders", wrong), f"{wrong['amount'].sum():,.2f}"
        first = _FIRST.fill(name=name) if name is not None else Text("", "")
        message = _OF_SIGNS.fill(rows=Count(wrong.height), money=money, name=first)
        yield issue("R317", message, _where(wrong, "quantity"), value=name, count=wrong.height)


def _in_brackets(name: str | None) -> Text:
    return Text("", "") if name is None else Text(f" ({name})", f"（{name}）")


def _label(table: str, column: str) -> Text:
    return next(one.label for one in TABLES[table].columns if one.name == column)


def _or_zero(frame: pl.DataFrame, column: str) -> pl.Expr:
    return pl.col(column).cast(pl.Float64).fill_null(0) if column in frame.columns else pl.lit(0.0)


def _day(column: str) -> pl.Expr:
    return pl.col(column).cast(pl.Date)


def _where(rows: pl.DataFrame, column: str) -> Where:
    """The place of the first row, where rows carry theirs."""
    if not {"_file", "_sheet", "_row"} <= set(rows.columns):
        return Where(column=column)
    file, sheet, row = rows.select("_file", "_sheet", "_row").row(0)
    return Where(file, sheet, row, column)


def _name_of(table: str, rows: pl.DataFrame) -> str | None:
    """What people call the first row: its first id or name."""
    columns: Sequence[str] = [column for column in TABLES[table].names if column in rows.columns]
    named = next((column for column in columns if column not in EVENTS.get(table, ())), None)
    value = rows.item(0, named) if named is not None else None
    return None if value is None else str(value)
