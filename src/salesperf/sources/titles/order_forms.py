"""Order forms: labels above a table of lines say whose order it is, which and of what day, once for all its lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Where
from salesperf.core.text import Count, Text, in_quotes
from salesperf.sources.profile import Profile, fold_header
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.values.labels import labelled
from salesperf.sources.values.money_cells import money_of
from salesperf.sources.values.parse_date import is_date_like

_TOLD = Text(
    "order forms: {labels} above the lines are of all of them",
    "订单表单：明细上方的{labels}适用于该表全部明细",
)
_NO_FORM = Text(
    "{rows:line|lines} ({sum} in all) under the header of an order form are not counted: the labels above them do not "
    "say the number of the order and its day",
    "{rows} 行明细（合计 {sum}）与订单表单表头相同，但其上方没有注明订单号和日期，未计入",
)
_SAY_BOTH = Text(
    "write both above the lines, labelled as in the form that is read: {labels}",
    "请在明细上方按已识别表单的写法注明：{labels}",
)
_AMONG = Text(
    "labels of another order stand among the lines: two order forms under one header, which are not told apart; "
    "{rows:row is|rows are} not counted",
    "明细中夹有另一订单的标签：两张订单表单共用一个表头，无法区分，{rows} 行未计入",
)
_HEAD_EACH = Text(
    "repeat the header above the lines of each order, or put each order into a sheet of its own",
    "请在每张订单的明细上方重复表头，或将每张订单放在单独的工作表中",
)
_SAID_ONCE = frozenset(
    {
        "order_id",
        "order_date",
        "customer_id",
        "customer_name",
        "rep_id",
        "rep_name",
        "team",
        "region",
        "channel",
        "store",
    }
    | {"currency", "campaign"}
)
"""What an order says once; a total above the lines is none of theirs."""
_OF_LINES = frozenset({"quantity", "unit_price", "amount", "total_amount", "list_amount"})
_OF_GOODS = frozenset({"product_id", "product_name"})


def with_forms(raws: Sequence[RawTable], known: Sequence[Profile]) -> list[RawTable]:
    """The tables, order forms with their labels as columns; other lines under the header of a form are told."""
    read = [with_form_fields(raw, known) for raw in raws]
    labels = {
        (raw.file, raw.header): form.header[len(raw.header) :]
        for raw, form in zip(raws, read, strict=True)
        if len(form.header) > len(raw.header)
    }
    if not labels:
        return read
    return [
        _no_form(raw, labels[raw.file, raw.header], known) if form is raw and (raw.file, raw.header) in labels else form
        for raw, form in zip(raws, read, strict=True)
    ]


def with_form_fields(raw: RawTable, known: Sequence[Profile]) -> RawTable:
    """A table of lines with a column for each label above it, where these name an order and its day and it does not.

    A report has a day above its table too, that of printing; only with the number of one order it is that of the order.
    """
    if raw.scan is not None or not any(":" in text or "：" in text for text in raw.layout.titles):
        return raw
    columns = _columns(known)
    own = {column for header in raw.header for column in columns.get(fold_header(header), ())}
    if own & {"order_id", "order_date"} or not own & _OF_LINES or not own & _OF_GOODS:
        return raw
    fields: dict[str, str] = {}
    found: set[str] = set()
    for label, value in labelled(raw.layout.titles):
        means = (columns.get(fold_header(label), frozenset()) & _SAID_ONCE) - own - found
        if means and label not in fields and label not in raw.header:
            fields[label] = value
            found |= means
    days = [value for label, value in fields.items() if "order_date" in columns[fold_header(label)]]
    if not {"order_id", "order_date"} <= found or not is_date_like(pl.Series(days, dtype=pl.String), share=1.0):
        return raw
    if _is_another_below(raw, fields):
        rows = Count(raw.frame.select(pl.len()).collect().item())
        return _telling(raw, _AMONG.fill(rows=rows), hint=_HEAD_EACH)
    literals = [pl.lit(value).alias(label) for label, value in fields.items()]
    return replace(
        raw,
        header=(*raw.header, *fields),
        frame=raw.frame.with_columns(literals),
        sample=raw.sample.with_columns(literals),
        notes=(*raw.notes, _TOLD.fill(labels=in_quotes(fields))),
    )


def _no_form(raw: RawTable, labels: Sequence[str], known: Sequence[Profile]) -> RawTable:
    columns = _columns(known)
    money = next((name for name in raw.header if "amount" in columns.get(fold_header(name), ())), None)
    cells = raw.frame.select(money or raw.header[0]).collect().to_series()
    total = money_of(cells).sum() if money else 0
    said = _NO_FORM.fill(rows=Count(cells.len()), sum=f"{total:,.2f}")
    return _telling(raw, said, hint=_SAY_BOTH.fill(labels=in_quotes(labels)))


def _telling(raw: RawTable, said: Text, *, hint: Text) -> RawTable:
    told = issue("R119", said, Where(raw.file.name, raw.sheet), hint=hint)
    return replace(raw, issues=(*raw.issues, told), notes=(*raw.notes, said))


def _is_another_below(raw: RawTable, fields: Mapping[str, str]) -> bool:
    """Whether a label stands among the lines again: a second form below the first, of another order."""
    texts = (column.drop_nulls().to_list() for column in raw.sample if column.dtype == pl.String)
    return any(label in fields for cells in texts for cell in cells for label, _ in labelled([cell, "?"]))


def _columns(known: Sequence[Profile]) -> Mapping[str, frozenset[str]]:
    """The columns of order lines that each folded header means."""
    found: dict[str, set[str]] = {}
    entries = [entry for profile in known for entry in profile.aliases("orders") if not entry.signature]
    for entry in entries:
        for aliases in (entry.strong, entry.weak):
            for column, headers in aliases.items():
                for header in headers:
                    found.setdefault(header, set()).add(column)
    return {header: frozenset(columns) for header, columns in found.items()}
