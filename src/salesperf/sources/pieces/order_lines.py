"""Order lines of files that share a header, with what an order says once, their amounts and their costs worked out."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import polars as pl
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.sources.amounts.amounts import Derived, with_amounts
from salesperf.sources.amounts.charges import CHARGES as CHARGE_KINDS
from salesperf.sources.amounts.charges import COLUMNS as CHARGES
from salesperf.sources.amounts.charges import said
from salesperf.sources.amounts.cost_meaning import meaning_of
from salesperf.sources.amounts.costs import with_cost
from salesperf.sources.amounts.discount_place import SETTLE, says_after_discount
from salesperf.sources.amounts.discount_rates import are_in_percent
from salesperf.sources.amounts.order_discounts import once_an_order
from salesperf.sources.amounts.order_fields import PERHAPS_REPEATED, perhaps_repeated, with_order_fields
from salesperf.sources.amounts.order_refunds import Refunds, refunds_once
from salesperf.sources.amounts.refund_headers import REFUND, says_refund
from salesperf.sources.amounts.refunds_of_charges import Goods, refunds_of_goods
from salesperf.sources.amounts.tax_rates import TAX_RATE
from salesperf.sources.amounts.title_tax import title_tax
from salesperf.sources.known import Known
from salesperf.sources.profile import fold_header
from salesperf.sources.values.cells import CellReading
from salesperf.sources.values.money_unit import split_header

AMOUNT_CHOSEN = Text(
    "the amount is that under {taken}; {other} stands beside it and is not counted",
    "金额取自「{taken}」，旁边的「{other}」不计入",
)
SHOWN_BY_TAX = Text(
    "the amount is that under {taken!r}, without tax: with {tax!r} it comes to {other!r} in every row",
    "金额取自「{taken}」（不含税）：各行加「{tax}」等于「{other}」",
)
REFUNDS = Text(
    "refunds are those under {header!r} ({rows:row|rows}, {sum} in all)",
    "退款金额取自「{header}」（{rows} 行，合计 {sum}）",
)
PLAIN = re.compile(r"(?i)^(?:(?:sales|line|order|gross)[ _]?)?amount$|^(?:销售|商品|货品|订单)?(?:金额|总额)$")
"""What an amount before the discount is called beside the one after it."""


class OrderLines(Struct, frozen=True):
    """The lines with `amount` and `cost`; `taken_off` are the charges that the amounts held and hold no more."""

    frame: pl.DataFrame
    taken_off: frozenset[str]
    notes: tuple[Text, ...]
    issues: tuple[Issue, ...]


def order_lines(
    frame: pl.DataFrame,
    readings: Sequence[CellReading],
    file: Known,
    *,
    stands_once: bool,
    columns: Collection[str],
) -> OrderLines:
    """Work out the lines of one read, of which `file` is the first file; `columns` are those its files have.

    Where something may be said once an order (`stands_once`), it is given to each line first.
    """
    headers = {reading.column: reading.header for reading in readings}
    as_read = frame
    frame, notes, is_once = _said_once(frame, headers, file, stands_once=stands_once)
    refunds = _refunds_once(frame, headers, file, as_read=as_read)
    frame = refunds.frame
    valued = _valued(frame, headers, file)
    where = Where(file.raw.file.name, file.raw.sheet, column=headers.get("cost"))
    meaning = meaning_of(valued.frame, {} if file.is_told("cost") else headers)
    goods = _refunds_of_goods(valued.frame, frame, headers, file)
    costed = with_cost(goods.frame, whose=meaning.whose)
    is_settled = is_once or file.is_told("amount")
    doubled = _Told() if is_settled else _perhaps_doubled(costed.frame, headers, file, columns=columns)
    return OrderLines(
        costed.frame,
        valued.used,
        (
            *notes,
            *refunds.notes,
            *refunds.doubts,
            *valued.notes,
            *goods.notes,
            *(SETTLE.fill(doubt=one) for one in valued.doubts),
            *meaning.notes,
            *costed.notes,
            *_shown_by_tax(file),
            *_order_chosen(file),
            *_refund_chosen(frame, file),
            *doubled.notes,
        ),
        (*meaning.issues(where), *doubled.issues, *_doubts(valued, refunds, headers, where)),
    )


def _valued(frame: pl.DataFrame, headers: Mapping[str, str], file: Known) -> Derived:
    """The lines with what they are worth, as the file, its titles and its configuration tell."""
    discount = file.found.get("discount")
    return with_amounts(
        frame,
        headers,
        includes=file.told.amount_includes if file.told else None,
        beside=file.raw.header,
        title=title_tax(file.raw.layout.titles),
        in_percent=discount is not None and are_in_percent(file.raw.sample[discount.header]),
    )


def _doubts(valued: Derived, refunds: Refunds, headers: Mapping[str, str], where: Where) -> list[Issue]:
    """What is not known of discounts and refunds, at their columns."""
    of_amounts = replace(where, column=headers.get("amount"))
    of_refunds = replace(where, column=headers.get(REFUND))
    return [
        *(issue("R330", doubt, of_amounts) for doubt in valued.doubts),
        *(issue("R331", doubt, of_refunds) for doubt in refunds.doubts),
    ]


def _said_once(
    frame: pl.DataFrame, headers: Mapping[str, str], file: Known, *, stands_once: bool
) -> tuple[pl.DataFrame, list[Text], bool]:
    """The lines with what their order says once, what is said of that, and whether the amount was the order's."""
    notes: list[Text] = []
    is_once = False
    if stands_once and "order_id" in frame.columns:
        base = next((column for column in ("amount", "total_amount") if column in headers), None)
        header = None if base is None or file.is_told(base) else headers[base]
        filled = with_order_fields(frame, header=header)
        frame, is_once = filled.frame, "amount" in filled.used
        notes += filled.notes
    if "discount" in headers:
        once = once_an_order(frame, headers["discount"])
        frame = once.frame
        notes += once.notes
    return frame, notes, is_once


class _Told(Struct, frozen=True):
    notes: tuple[Text, ...] = ()
    issues: tuple[Issue, ...] = ()


def _refunds_once(frame: pl.DataFrame, headers: Mapping[str, str], file: Known, *, as_read: pl.DataFrame) -> Refunds:
    """The lines with refunds of their orders shared over them, unless they were shared with the amounts already."""
    if REFUND not in headers or not frame[REFUND].equals(as_read[REFUND]):
        return Refunds(frame)
    return refunds_once(frame, headers[REFUND], of=file.told.refund_of if file.told else None)


def _refunds_of_goods(frame: pl.DataFrame, paid: pl.DataFrame, headers: Mapping[str, str], file: Known) -> Goods:
    if REFUND not in headers:
        return Goods(frame)
    return refunds_of_goods(frame, paid, headers[REFUND], includes=file.told.refund_includes if file.told else None)


def _perhaps_doubled(
    frame: pl.DataFrame, headers: Mapping[str, str], file: Known, *, columns: Collection[str]
) -> _Told:
    """Whether the amount may be that of the order on each of its lines, and no quantity and price can prove it."""
    header = headers.get("amount", headers.get("total_amount"))
    if header is None or {"quantity", "unit_price"} <= set(columns):
        return _Told()
    orders = perhaps_repeated(frame, header=header)
    if not orders:
        return _Told()
    message = Text(
        f"all lines carry one amount in each of {orders} orders of several lines: perhaps the order's total",
        f"{orders} 个多行订单中各行金额都相同：可能是整单金额",
    )
    where = Where(file.raw.file.name, file.raw.sheet, column=header)
    note = PERHAPS_REPEATED.fill(header=header, orders=orders)
    return _Told((note,), (issue("R406", message, where, count=orders),))


def _shown_by_tax(file: Known) -> list[Text]:
    """Which of two amounts was taken, where the tax between them shows it."""
    found = file.found
    if not _is_shown_by_tax(file):
        return []
    taken, tax, other = (found[name].header for name in ("amount", "tax", "total_amount"))
    return [SHOWN_BY_TAX.fill(taken=taken, tax=tax, other=other)]


def _is_shown_by_tax(file: Known) -> bool:
    found = file.found
    has_all = {"amount", "tax", "total_amount"} <= found.keys()
    return has_all and found["amount"].how == found["total_amount"].how == "value"


def passed_over(file: Known) -> list[str]:
    """The headers of other amounts than the one taken, as their words tell; beside refunds a total is looked at too."""
    found = file.found
    if "amount" not in found or _is_shown_by_tax(file):
        return []
    taken = found["amount"].header
    others = [header for header in file.raw.header if header != taken and _is_twin(header, taken)]
    if says_after_discount(taken):
        others += [header for header in file.raw.header if header != taken and PLAIN.search(header)]
    if "total_amount" in found and "refund" not in found and not total_of_its_own(file):
        others.append(found["total_amount"].header)
    return list(dict.fromkeys(others))


def _order_chosen(file: Known) -> list[Text]:
    """By which number orders are told apart, where rows showed it and no header said so."""
    order = file.found.get("order_id")
    return [order.evidence] if order is not None and order.how == "value" else []


def total_of_its_own(file: Known) -> tuple[str, ...]:
    """The header of a total that no charge of the file, and no word of its own, says the difference of."""
    found = file.found
    if not {"amount", "total_amount"} <= found.keys() or {*CHARGES, TAX_RATE, "refund", "discount"} & found.keys():
        return ()
    headers = [found[name].header for name in ("amount", "total_amount")]
    return () if any(said(one, charge) is not None for one in headers for charge in CHARGE_KINDS) else (headers[1],)


def _refund_chosen(frame: pl.DataFrame, file: Known) -> list[Text]:
    """Under which words refunds were found that no list of headers has, and which others speak of refunds too."""
    refund = file.found.get(REFUND)
    if refund is None or refund.how != "value" or REFUND not in frame.columns:
        return []
    rows = frame.filter(pl.col(REFUND).fill_null(0) != 0)
    told = REFUNDS.fill(header=refund.header, rows=Count(rows.height), sum=f"{rows[REFUND].abs().sum():,.2f}")
    others = [header for header in file.recognition.unmapped if says_refund(header)]
    beside = (AMOUNT_CHOSEN.fill(taken=refund.header, other=other) for other in others)
    return [told, *beside] if rows.height else []


def _is_twin(header: str, other: str) -> bool:
    """Whether two headers have one name and different units: 金额(美元) and 金额(人民币)."""
    (name, unit), (other_name, other_unit) = split_header(header), split_header(other)
    return fold_header(name) == fold_header(other_name) and unit != other_unit
