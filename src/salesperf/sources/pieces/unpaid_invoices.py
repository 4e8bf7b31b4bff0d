"""Rows of orders that are invoices: an order that is not paid is none, an invoice that is not paid is a sale."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

import polars as pl

from salesperf.core.han import has_han
from salesperf.core.late import late
from salesperf.core.text import Count, Text, in_quotes
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.profile import LINE_TYPE
from salesperf.tables.line_words import UNPAID_INVOICE, is_unpaid_invoice, said_unpaid_invoice
from salesperf.tables.type_words import credit_types, invoice_types

_INVOICE = late(r"(?i)invoice|发票|开票")
_OF_INVOICE = late(r"(?i)invoice[ _]?(?:status|state)|发票状态")
_OF_ORDER = late(r"(?i)order|\bso\b|ship|deliver|订单|下单|订购|发货|出库")
"""What the date or the status of an order is called."""
_OF_DELIVERY = late(
    r"(?i)ship|deliver|fulfil|transit|process|pack|pick|dispatch|back ?order|on hold|backlog|in production|ready"
    r"|发货|收货|签收|出库|配送|备货|拣货|打包|生产|处理中"
)
"""Words of a status that says how far an order came: an open one among them is not sold yet."""
_OF_PAYING = late(
    r"(?i)\b(?:un|over)?paid\b|pay|overdue|past due|outstanding|\bsent\b|viewed|付款|支付|收款|回款|逾期|结清"
)
_DUE = late(r"(?i)\b(?:amount|date|balance)[ _]due\b|\bdue[ _]date\b|到期|未付|未收")
_SOLD = Text(
    "{rows:row|rows} of {header} {words}: invoices, counted as sold though not paid, unless "
    '[kpi] open = ["{status}"] says otherwise',
    '「{header}」为{words}的 {rows} 行是发票，虽未付款也计为销售（如不计入：[kpi] open = ["{status}"]）',
)


def with_unpaid_invoices(read: Read) -> None:
    """Give unpaid invoices among orders a status that is sold; what was never given out, or is void, keeps its own.

    The date of a row says that it is an invoice (`Invoice Date`, 开票日期), its status does, or its type. Its number
    (`Invoice No`) does where the status speaks of paying; a status that tells how far orders came is one of orders.
    """
    frame, headers = read.rows.frame, read.headers
    if read.files[0].table != "orders" or "status" not in frame.columns or "status" not in headers:
        return
    words = [str(word) for word in frame["status"].drop_nulls().unique().to_list()]
    unpaid = [word for word in words if is_unpaid_invoice(word)]
    is_invoice = _is_invoice(read, frame, words) if unpaid else None
    if is_invoice is None:
        return
    is_unpaid = pl.col("status").is_in(unpaid).fill_null(value=False) & is_invoice
    rows = frame.filter(is_unpaid)
    if not rows.height:
        return
    header = headers["status"]
    named_words = in_quotes(sorted(rows["status"].unique().to_list()))
    said = {word: said_unpaid_invoice(word) for word in unpaid}
    status = pl.when(is_unpaid).then(pl.col("status").replace(said)).otherwise("status")
    read.rows.frame = frame.with_columns(status.alias("status"))
    own = UNPAID_INVOICE[has_han(header)]
    read.notes.append(_SOLD.fill(rows=Count(rows.height), header=header, words=named_words, status=own))


def _is_invoice(read: Read, frame: pl.DataFrame, words: Sequence[str]) -> pl.Expr | None:
    """Which rows are invoices; None where nothing says so of any."""
    if LINE_TYPE in frame.columns:
        types = frame[LINE_TYPE].drop_nulls().unique().to_list()
        if invoices := invoice_types(types):
            return pl.col(LINE_TYPE).is_in(sorted(invoices | credit_types(types))).fill_null(value=False)
    if any(map(_OF_DELIVERY.search, words)):
        return None
    # The names of the files tell, as the number itself is not read where nothing asks for it.
    found, status = read.files[0].found, read.headers["status"]
    number, day = (found[name].header if name in found else "" for name in ("order_id", "order_date"))
    if _OF_INVOICE.search(status):
        return pl.lit(value=True)
    if any(_OF_ORDER.search(header.replace("_", " ")) for header in (number, day, status)):
        return None
    says_so = _INVOICE.search(day) or (_INVOICE.search(number) and any(map(_OF_PAYING.search, words)))
    return pl.lit(value=True) if says_so or _is_list_of_invoices(read, words) else None


def _is_list_of_invoices(read: Read, words: Sequence[str]) -> bool:
    """Whether the files are named for invoices, their status speaks of paying, and they say when or what is due."""
    is_named = all(_INVOICE.search(PurePath(one.raw.file.name).stem) for one in read.files)
    has_due = any(_DUE.search(header) for header in read.files[0].raw.header)
    return is_named and has_due and any(map(_OF_PAYING.search, words))
