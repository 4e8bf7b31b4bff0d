"""What the status of an invoice or a payment says: whether it counts, not whether it is paid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import narwhals as nw

from salesperf.core.text import Count, Text, in_quotes
from salesperf.engine import Frame, collect
from salesperf.facts.events import columns_of
from salesperf.facts.section import SalesSection
from salesperf.facts.words import LineKind, line_kinds
from salesperf.tables.line_words import is_not_issued, is_reversed, word_key

_ISSUED = frozenset(
    map(
        word_key,
        (
            "overdue", "past due", "sent", "issued", "posted", "approved", "partial", "partly paid", "part paid",
            "authorised", "authorized", "outstanding", "due", "viewed", "not paid", "not due", "uncollectible",
            "逾期", "已逾期", "未到期", "部分付款", "部分回款", "部分收款", "已回款", "未回款", "已收款", "未收款",
            "已结清", "未结清", "已核销", "未核销", "部分核销", "已认证", "未认证", "已过账", "已开具", "待回款",
            "待收款", "蓝字", "蓝票", "专票", "普票", "蓝字发票", "正数发票", "已开票", "部分红冲", "开票成功",
            "已交付", "written off", "bad debt", "emailed", "printed", "reminded", "坏账", "已核准",
        ),
    )
)  # fmt: skip
"""Words of invoices that stand, paid or not, beside those of order lines."""
_IS_UNDONE, _WORTH, _WHOSE = "_is_undone", "_worth", "_whose"
_ZERO = nw.lit(0).cast(nw.Decimal(38, 6))
_COUNTS_NOT = (LineKind.CANCELLED, LineKind.OPEN, LineKind.RETURNED)
_NOT_STANDING = Text(
    "{rows:invoice|invoices} ({sum}) of status {words} not counted: neither sold nor owed",
    "{rows} 张状态为{words}的发票（金额 {sum}）不成立：不计入销售，也不计入应收",
)
_NOT_RECEIVED = Text(
    "{rows:payment|payments} ({sum}) of status {words} are not counted as received",
    "{rows} 笔状态为{words}的回款（金额 {sum}）不计入已收款",
)


def of_invoices(frame: Frame, section: SalesSection) -> Frame:
    """The invoices with a status only where it says that they do not stand, take back, or nobody knows what.

    An unpaid order is no sale; an unpaid invoice is one. A draft was never given out, so its status stays. One that
    was reversed stands where the document that undid it is there too, with the same amount below zero.
    """
    if "status" not in columns_of(frame):
        return frame
    kinds = _kinds(frame, section)
    stands = [
        word
        for word, kind in kinds.items()
        if word_key(word) in _ISSUED or kind is LineKind.SOLD or (kind is LineKind.OPEN and not is_not_issued(word))
    ]
    says_so = nw.col("status").is_in(stands)
    reversed_words = [word for word, kind in kinds.items() if kind is LineKind.CANCELLED and is_reversed(word)]
    if reversed_words:
        frame = _with_undone(frame, reversed_words)
        says_so = says_so | nw.col(_IS_UNDONE)
    named = frame.with_columns(status=nw.when(~says_so).then(nw.col("status")))
    return named.drop(_IS_UNDONE, strict=False)


def _with_undone(frame: Frame, words: list[str]) -> Frame:
    """The invoices, with whether each is of these words and a red invoice of its customer undoes it."""
    whose = next((name for name in ("customer_id", "customer_name") if name in columns_of(frame)), None)
    key = nw.lit("") if whose is None else nw.col(whose).cast(nw.String).fill_null("")
    keyed = frame.with_columns(nw.col("amount").abs().alias(_WORTH), key.alias(_WHOSE))
    is_of_words = nw.col("status").is_in(words).fill_null(value=False) & (nw.col("amount") > 0).fill_null(value=False)
    red = (nw.col("amount") < 0).fill_null(value=False)
    sides = keyed.group_by(_WORTH, _WHOSE).agg(
        is_of_words.cast(nw.Int64).sum().alias("_undone"), red.cast(nw.Int64).sum().alias("_undoing")
    )
    both = sides.filter(nw.col("_undone") > 0, nw.col("_undoing") >= nw.col("_undone"))
    both = both.select(_WORTH, _WHOSE, _has_red=nw.lit(value=True))
    marked = keyed.join(both, on=[_WORTH, _WHOSE], how="left")
    undone = is_of_words & nw.col("_has_red").fill_null(value=False)
    return marked.with_columns(undone.alias(_IS_UNDONE)).drop(_WORTH, _WHOSE, "_has_red")


def standing(frame: Frame, section: SalesSection) -> Frame:
    """The invoices that were given out and not cancelled, amounts of those that reverse others below zero."""
    if "status" not in columns_of(frame):
        return frame
    kinds = _kinds(frame, section)
    returned = [word for word, of in kinds.items() if of is LineKind.RETURNED]
    counts = frame.filter(~nw.col("status").is_in(_void(kinds)).fill_null(value=False))
    is_reversed_one = nw.col("status").is_in(returned).fill_null(value=False)
    amounts = [name for name in ("amount", "total_amount") if name in columns_of(frame)]
    below = {
        name: nw.when(is_reversed_one).then(_ZERO - nw.col(name).abs()).otherwise(nw.col(name)) for name in amounts
    }
    return counts.with_columns(**below)


def left_out(invoices: Frame, section: SalesSection) -> tuple[tuple[str, Text], ...]:
    """What is said of invoices that do not stand, after `of_invoices`: how many, of which status and what sum."""
    if "status" not in columns_of(invoices):
        return ()
    words = _void(_kinds(invoices, section))
    out = invoices.filter(nw.col("status").is_in(words).fill_null(value=False))
    # A sum below zero came back, whatever its status says.
    return tuple(
        _told(out.filter(~(nw.col("amount") < 0).fill_null(value=False)), words, _NOT_STANDING, "not_standing")
    )


def _void(kinds: Mapping[str, LineKind | None]) -> list[str]:
    return [
        word
        for word, kind in kinds.items()
        if kind is LineKind.CANCELLED or (kind is LineKind.OPEN and is_not_issued(word))
    ]


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
    return payments.filter(~is_out), tuple(_told(payments.filter(is_out), out, _NOT_RECEIVED, "not_received"))


def _told(out: Frame, words: list[str], phrase: Text, key: str) -> Iterator[tuple[str, Text]]:
    counted = collect(out.group_by("status").agg(nw.len().alias("rows"), nw.col("amount").sum()))
    if counted.height:
        named = in_quotes(sorted(word for word in words if word in counted["status"].to_list()))
        total = counted["amount"].sum() or 0
        yield key, phrase.fill(rows=Count(int(counted["rows"].sum())), sum=f"{total:,.2f}", words=named)


def _kinds(frame: Frame, section: SalesSection) -> Mapping[str, LineKind | None]:
    words = collect(frame.select("status").unique())["status"].drop_nulls().to_list()
    return line_kinds(sorted(words), section=section)
