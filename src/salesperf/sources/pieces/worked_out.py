"""The rows of one read as the catalog means them: amounts, kinds, scores and moments that files say otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Where
from salesperf.sources.amounts.charge_lines import without_charge_lines
from salesperf.sources.amounts.discount_lines import discounts_off_goods
from salesperf.sources.amounts.invoice_amounts import invoice_amounts
from salesperf.sources.amounts.main_lines import without_main_lines
from salesperf.sources.amounts.order_discounts import shared_discounts
from salesperf.sources.amounts.title_tax import title_tax
from salesperf.sources.pieces.days_lost import LOST, with_days_lost
from salesperf.sources.pieces.deal_lines import deal_lines
from salesperf.sources.pieces.invoice_lines import invoice_lines
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.pieces.order_lines import order_lines
from salesperf.sources.pieces.response_waits import ANSWERED, WAIT, with_answers
from salesperf.sources.pieces.stated_totals import stated_beside
from salesperf.sources.recognition.one_kind import one_kind, with_one_kind
from salesperf.sources.titles.about import CSAT, NPS, about
from salesperf.sources.values.survey_answers import ANSWER, scored_answers


def worked_out(table: str, read: Read, frame: pl.DataFrame) -> tuple[pl.DataFrame, frozenset[str]]:
    """The rows with what the catalog means in their columns, and the charges that were taken off their amounts."""
    if table == "orders":
        return _of_orders(read, frame)
    means = _BY_TABLE.get(table)
    return (frame if means is None else means(read, frame)), frozenset()


def _of_orders(read: Read, frame: pl.DataFrame) -> tuple[pl.DataFrame, frozenset[str]]:
    """Lines of goods alone, each with its amount after discount and without charges, and these charges."""
    lines = order_lines(frame, read.rows.readings, read.files[0], stands_once=read.stands_once, columns=read.found)
    goods = without_charge_lines(lines.frame, read.items)
    sold = discounts_off_goods(goods.frame)
    whole = without_main_lines(sold.frame, read.files[0])
    read.notes += (*lines.notes, *stated_beside(read, lines.frame), *goods.notes, *sold.notes, *whole.notes)
    read.issues += lines.issues
    return _with_order_discounts(read, whole.frame), lines.taken_off


def _with_order_discounts(read: Read, frame: pl.DataFrame) -> pl.DataFrame:
    """The lines less the discounts that stand in the headers of their orders."""
    if not read.order_money:
        return frame
    is_priced = "amount" not in read.found and {"quantity", "unit_price"} <= read.found
    shared = shared_discounts(frame, read.order_money, is_priced=is_priced, includes=read.includes)
    read.notes += [*shared.notes, *shared.doubts]
    where = Where(read.files[0].raw.file.name, read.files[0].raw.sheet)
    read.issues += [issue("R330", doubt, where) for doubt in shared.doubts]
    if shared.has_discount:
        read.found |= {"discount"}
    return shared.frame


def _of_invoices(read: Read, frame: pl.DataFrame) -> pl.DataFrame:
    """Invoices with their amounts, each of which counts once."""
    title = title_tax(read.files[0].raw.layout.titles)
    bills = invoice_lines(frame, read.headers, is_settled=read.files[0].is_told("amount"))
    found, notes = invoice_amounts(bills.frame, read.headers, includes=read.includes, title=title)
    read.notes += (*notes, *bills.notes)
    return found


def _of_leads(read: Read, frame: pl.DataFrame) -> pl.DataFrame:
    """Leads with the moment of their first answer, where only its wait is told."""
    found, notes = with_answers(frame, read.headers)
    read.notes += notes
    if notes:
        read.found |= {ANSWERED, WAIT}
    return found


def _of_answers(read: Read, frame: pl.DataFrame) -> pl.DataFrame:
    """Answers in words as scores."""
    raw = read.files[0].raw
    header = read.headers.get(ANSWER, "")
    where = Where(raw.file.name, raw.sheet, column=header)
    to_recommend = about(raw) & {CSAT, NPS} == {NPS}
    answers = scored_answers(frame, header, where, asks_to_recommend=to_recommend)
    read.notes += answers.notes
    read.issues += answers.issues
    if ANSWER in read.found:
        read.found = read.found - {ANSWER} | ({"nps_score"} if to_recommend else {"csat_score", "scale"})
    return answers.frame


def _of_activities(read: Read, frame: pl.DataFrame) -> pl.DataFrame:
    """Activities all of one kind that only headers or names tell."""
    raw = read.files[0].raw
    kind = one_kind(raw.header, about(raw)) if "kind" not in read.found else None
    if kind is not None:
        read.notes.append(kind.told)
        read.found |= {"kind"}
    return with_one_kind(frame, kind)


def _of_deals(read: Read, frame: pl.DataFrame) -> pl.DataFrame:
    """Deals on several rows, each of which counts once."""
    if LOST in frame.columns:
        frame = with_days_lost(frame)
        read.found = read.found - {LOST} | {"closed_date"}
    lines = deal_lines(frame, read.headers, is_settled=read.files[0].is_told("amount"))
    read.notes += lines.notes
    if "deal_id" in lines.frame.columns:
        read.found |= {"deal_id"}
    return lines.frame


_BY_TABLE: Mapping[str, Callable[[Read, pl.DataFrame], pl.DataFrame]] = {
    "invoices": _of_invoices,
    "deals": _of_deals,
    "leads": _of_leads,
    "surveys": _of_answers,
    "activities": _of_activities,
}
"""What the rows of other tables are made of."""
