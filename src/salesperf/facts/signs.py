"""What tells sold lines from returned, cancelled and open ones, found in one look over all the rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals as nw
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.errors import Issue
from salesperf.core.text import Text
from salesperf.engine import Frame, collect
from salesperf.facts.closed_words import Carried, closed_words
from salesperf.facts.partly_back import partly_back
from salesperf.facts.section import SalesSection
from salesperf.facts.underway import underway
from salesperf.facts.unknown_status import unknown_status
from salesperf.facts.words import LineKind, line_kinds
from salesperf.tables.line_words import is_not_issued, says_unpaid_invoice

_SAME_SHARE = 0.99
"""defaults.md 4: from this share of paid rows on, total = amount + refund is a rule, not chance."""
_REDUCTIONS = ("refund", "discount")
_FALSE = nw.lit(value=False)


class Signs(Struct, frozen=True):
    """What tells sold lines from others in these rows, found in one look over all of them."""

    has_negatives: bool
    words: Mapping[LineKind, tuple[str, ...]]
    unpaid_is_open: bool
    has_refunds: bool
    refund_is_off: bool
    """The amount has the refund taken off already, so gross = amount + refund."""
    has_returns: bool
    cancelled: int
    all_earn: bool = False
    """Every line is sold at an amount above zero, so nothing has to be set apart."""
    negated: frozenset[str] = frozenset()
    """Columns of reductions (refund, discount) that are written as negative numbers."""
    notes: tuple[tuple[str, Text], ...] = ()
    findings: tuple[Issue, ...] = ()
    holds_sale: bool = False
    """A returned row with a positive amount is the sale itself, whose status changed when it came back."""


def signs_of(base: Frame, *, section: SalesSection) -> Signs:
    """Look over the rows once: negative amounts, status words, payment dates, refunds."""
    columns = frozenset(base.collect_schema().names())
    facts = collect(base.select(*_questions(columns))).row(0, named=True)
    words, said, told = _status_words(base, columns, section=section)
    has_negatives = any((facts.get(name) or 0) < 0 for name in ("least_amount", "least_quantity"))
    paid = facts.get("paid") or 0
    negated = frozenset(name for name in _REDUCTIONS if _is_negated(facts, name))
    has_refunds = (facts.get("most_refund") or 0) > 0 or "refund" in negated
    signs = Signs(
        has_negatives=has_negatives,
        words=words,
        unpaid_is_open=paid > 0 and paid < facts["rows"],
        has_refunds=has_refunds,
        refund_is_off=False,
        has_returns=has_negatives or bool(words[LineKind.RETURNED]) or has_refunds,
        cancelled=0,
        negated=negated,
        holds_sale=section.returned_status == "status_change",
        notes=told,
    )
    is_clean = not (signs.has_returns or signs.unpaid_is_open or has_idle_words(signs))
    all_earn = is_clean and not facts["unknown_amounts"] and (facts["least_amount"] or 0) > 0
    signs = replace(signs, all_earn=all_earn)
    return _settled(base, signs, columns, section=section, said=said)


def _questions(columns: frozenset[str]) -> list[nw.Expr]:
    amount = nw.col("amount")
    asked = [nw.len().alias("rows"), amount.min().alias("least_amount"), amount.null_count().alias("unknown_amounts")]
    if "quantity" in columns:
        asked.append(nw.col("quantity").min().alias("least_quantity"))
    if "paid_date" in columns:
        asked.append(nw.col("paid_date").count().alias("paid"))
    for name in _REDUCTIONS:
        if name in columns:
            asked += [nw.col(name).max().alias(f"most_{name}"), nw.col(name).min().alias(f"least_{name}")]
    return asked


def _is_negated(facts: Mapping[str, Any], name: str) -> bool:
    """Whether a reduction is written as a negative number: some are below zero and none is above."""
    return (facts.get(f"least_{name}") or 0) < 0 and (facts.get(f"most_{name}") or 0) <= 0


def reduction_of(name: str, signs: Signs) -> nw.Expr:
    """A refund or discount as a positive number, whatever its sign in the file."""
    return -nw.col(name) if name in signs.negated else nw.col(name)


def _status_words(
    base: Frame, columns: frozenset[str], *, section: SalesSection
) -> tuple[Mapping[LineKind, tuple[str, ...]], tuple[Issue, ...], tuple[tuple[str, Text], ...]]:
    """The status words found, by the kind they mean; findings on those unknown or in doubt, notes on those in work."""
    found: dict[LineKind, list[str]] = {kind: [] for kind in LineKind}
    if "status" not in columns:
        return dict.fromkeys(LineKind, ()), (), ()
    amount = nw.col("amount")
    counted = (
        collect(
            base.group_by("status").agg(
                nw.len().alias("rows"), amount.sum(), amount.null_count().cast(nw.Int64).alias("unpriced")
            )
        )
        .drop_nulls("status")
        .sort("status")
    )
    carried = {word: Carried(rows, total, unpriced) for word, rows, total, unpriced in counted.iter_rows()}
    kinds, in_doubt = closed_words(base, carried, line_kinds(carried, section=section), section=section)
    for word in carried:
        found[kinds[word] or LineKind.SOLD].append(word)
    unknown = {word: (of_word.rows, of_word.total) for word, of_word in carried.items() if kinds[word] is None}
    findings = (*unknown_status(unknown), *in_doubt)
    return {kind: tuple(listed) for kind, listed in found.items()}, findings, underway(carried, kinds, section=section)


def _settled(
    base: Frame,
    signs: Signs,
    columns: frozenset[str],
    *,
    section: SalesSection,
    said: tuple[Issue, ...],
) -> Signs:
    """The signs with what needs the kinds first: the refund rule, the cancelled count, notes and findings."""
    flagged = base.with_columns(**flags_of(signs, columns))
    cancelled = 0
    if signs.words[LineKind.CANCELLED]:
        cancelled = int(collect(flagged.select(nw.col("is_cancelled").cast(nw.Int64).sum()))["is_cancelled"][0] or 0)
    is_off, notes = False, list(signs.notes)
    if signs.has_refunds:
        is_off = _refund_is_off(flagged, signs, columns, section=section)
        notes.append(("refund", _REFUND_OFF if is_off else _REFUND_ON))
    findings = (*said, *partly_back(flagged, signs.words[LineKind.SOLD], section=section))
    return replace(signs, refund_is_off=is_off, cancelled=cancelled, notes=tuple(notes), findings=findings)


_REFUND_OFF = Text(
    "the amount is after refunds (total = amount + refund): gross = amount + refund",
    "金额已扣除退款（总金额＝金额＋退款）：销售总额＝金额＋退款",
)
_REFUND_ON = Text("refunds are taken off the amount: net = amount - refund", "金额未扣除退款：销售净额＝金额－退款")


def _refund_is_off(flagged: Frame, signs: Signs, columns: frozenset[str], *, section: SalesSection) -> bool:
    if section.refund_in_amount is not None:
        return section.refund_in_amount
    if "total_amount" not in columns:
        return False
    # The sum is rounded through the same scale on both sides, so equality is exact.
    agrees = nw.col("total_amount") == nw.col("amount") + reduction_of("refund", signs).fill_null(0)
    sold = flagged.filter(nw.col("is_sold"))
    row = collect(sold.select(nw.len().alias("rows"), agrees.cast(nw.Int64).sum().alias("same"))).row(0, named=True)
    return bool(row["rows"]) and (row["same"] or 0) >= _SAME_SHARE * row["rows"]


def flags_of(signs: Signs, columns: frozenset[str]) -> dict[str, nw.Expr]:
    """`is_sold`, `is_returned`, `is_cancelled`: a line is one of them, or open."""
    returned = _says(signs, LineKind.RETURNED)
    if signs.has_refunds:
        # The row is the sale itself, and its refund stands beside it.
        returned = returned & ~((nw.col("amount") > 0) & (nw.col("refund") > 0)).fill_null(value=False)
    if signs.has_negatives:
        # Only a line that earns nothing can lack its amount; it is not a return for that.
        returned = returned | (nw.col("amount") < 0).fill_null(value=False)
        if "quantity" in columns:
            returned = returned | (nw.col("quantity") < 0).fill_null(value=False)
        if never := [word for word in signs.words[LineKind.OPEN] if is_not_issued(word)]:
            # A payment, a quote or a draft gives nothing back, whatever its sign.
            returned = returned & ~nw.col("status").is_in(never).fill_null(value=False)
    cancelled = ~returned & _says(signs, LineKind.CANCELLED)
    opened = _says(signs, LineKind.OPEN)
    if signs.unpaid_is_open:
        opened = opened | (nw.col("paid_date").is_null() & ~_is_unpaid_invoice(signs))
    return {"is_sold": ~returned & ~cancelled & ~opened, "is_returned": returned, "is_cancelled": cancelled}


def _says(signs: Signs, kind: LineKind) -> nw.Expr:
    words = signs.words[kind]
    return nw.col("status").is_in(list(words)).fill_null(value=False) if words else _FALSE


def _is_unpaid_invoice(signs: Signs) -> nw.Expr:
    """An invoice is sold though it has no date of payment."""
    words = [word for word in signs.words[LineKind.SOLD] if says_unpaid_invoice(word)]
    return nw.col("status").is_in(words).fill_null(value=False) if words else _FALSE


def has_idle_words(signs: Signs) -> bool:
    """Whether some status words say that a line earns nothing."""
    return bool(signs.words[LineKind.CANCELLED] or signs.words[LineKind.OPEN])
