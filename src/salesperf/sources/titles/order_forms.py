"""Order forms: labels above a table of lines say whose order it is, which and of what day, once for all its lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.text import Text, in_quotes
from salesperf.sources.profile import Profile, fold_header
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.values.labels import labelled
from salesperf.sources.values.parse_date import is_date_like

_TOLD = Text(
    "order forms: {labels} above the lines are of all of them",
    "订单表单：明细上方的{labels}适用于该表全部明细",
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
        return raw
    literals = [pl.lit(value).alias(label) for label, value in fields.items()]
    return replace(
        raw,
        header=(*raw.header, *fields),
        frame=raw.frame.with_columns(literals),
        sample=raw.sample.with_columns(literals),
        notes=(*raw.notes, _TOLD.fill(labels=in_quotes(fields))),
    )


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
