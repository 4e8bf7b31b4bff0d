"""What the status of an invoice or a payment says: whether it counts, not whether it is paid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import narwhals as nw

from salesperf.core.text import Count, Text, in_quotes
from salesperf.engine import Frame, collect
from salesperf.facts.events import columns_of
from salesperf.facts.section import SalesSection
from salesperf.facts.words import LineKind, line_kinds
from salesperf.tables.line_words import word_key

_ISSUED = frozenset(
    map(
        word_key,
        (
            "overdue", "past due", "sent", "issued", "posted", "approved", "partial", "partly paid", "part paid",
            "authorised", "authorized", "outstanding", "due", "viewed", "not paid", "not due", "uncollectible",
            "逾期", "已逾期", "未到期", "部分付款", "部分回款", "部分收款", "已回款", "未回款", "已收款", "未收款",
            "已结清", "未结清", "已核销", "未核销", "部分核销", "已认证", "未认证", "已过账", "已开具", "待回款",
            "待收款", "蓝字", "蓝票", "专票", "普票",
        ),
    )
)  # fmt: skip
"""Words of invoices that stand, paid or not, beside those of order lines."""
_TAKEN_BACK = (LineKind.RETURNED, LineKind.CANCELLED)
_ZERO = nw.lit(0).cast(nw.Decimal(38, 6))
_COUNTS_NOT = (LineKind.CANCELLED, LineKind.OPEN, LineKind.RETURNED)
_NOT_RECEIVED = Text(
    "{rows:payment|payments} ({sum}) of status {words} are not counted as received",
    "{rows} 笔状态为{words}的回款（金额 {sum}）不计入已收款",
)


def of_invoices(frame: Frame, section: SalesSection) -> Frame:
    """The invoices with a status only where it says that they were cancelled, reversed or nobody knows what.

    An unpaid order is no sale; an unpaid invoice is one.
    """
    if "status" not in columns_of(frame):
        return frame
    stands = [
        word
        for word, kind in _kinds(frame, section).items()
        if word_key(word) in _ISSUED or kind in {LineKind.SOLD, LineKind.OPEN}
    ]
    return frame.with_columns(status=nw.when(~nw.col("status").is_in(stands)).then(nw.col("status")))


def standing(frame: Frame, section: SalesSection) -> Frame:
    """The invoices that were not cancelled, amounts of those that reverse others below zero."""
    if "status" not in columns_of(frame):
        return frame
    kinds = _kinds(frame, section)
    returned, void = ([word for word, of in kinds.items() if of is kind] for kind in _TAKEN_BACK)
    counts = frame.filter(~nw.col("status").is_in(void).fill_null(value=False))
    is_reversed = nw.col("status").is_in(returned).fill_null(value=False)
    amounts = [name for name in ("amount", "total_amount") if name in columns_of(frame)]
    below = {name: nw.when(is_reversed).then(_ZERO - nw.col(name).abs()).otherwise(nw.col(name)) for name in amounts}
    return counts.with_columns(**below)


def received(payments: Frame, section: SalesSection) -> tuple[Frame, tuple[tuple[str, Text], ...]]:
    """The payments that came in, and what is said of those that did not: failed, pending, given back."""
    if "status" not in columns_of(payments):
        return payments, ()
    out = [word for word, kind in _kinds(payments, section).items() if kind in _COUNTS_NOT]
    if not out:
        return payments, ()
    is_out = nw.col("status").is_in(out).fill_null(value=False)
    # What was given back has an amount below zero, whatever its status says.
    is_out = is_out & (nw.col("amount") >= 0).fill_null(value=True)
    return payments.filter(~is_out), tuple(_told(payments.filter(is_out), out))


def _told(left_out: Frame, words: list[str]) -> Iterator[tuple[str, Text]]:
    rows, total = collect(left_out.select(nw.len().alias("rows"), nw.col("amount").sum().alias("sum"))).row(0)
    if rows:
        told = _NOT_RECEIVED.fill(rows=Count(rows), sum=f"{total or 0:,.2f}", words=in_quotes(sorted(words)))
        yield "not_received", told


def _kinds(frame: Frame, section: SalesSection) -> Mapping[str, LineKind | None]:
    words = collect(frame.select("status").unique())["status"].drop_nulls().to_list()
    return line_kinds(sorted(words), section=section)
