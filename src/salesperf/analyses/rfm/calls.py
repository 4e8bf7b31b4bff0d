"""Whom each rep calls: the customers that it sold to last, with what the map says of their segments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter

import narwhals as nw
import polars as pl

from salesperf.analyses.rfm import phrases
from salesperf.analyses.rfm.blocks import revenue_label
from salesperf.analyses.rfm.compute import SEGMENT, Scored
from salesperf.analyses.rfm.listed import CUSTOMER, LAST
from salesperf.core.errors import UsageError
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.engine import collect
from salesperf.facts.dimensions import column_of
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.rfm-calls/1"
_TITLE = Text("Call list by rep", "各销售员跟进名单")
_REP = Text("rep", "销售员")
_NOBODY = Text("(no rep)", "（无销售员）")
_NO_LINES = Text("a summary of customers does not tell who sold to them", "客户汇总表无法得出由谁经手")
_GIVE_ORDERS = Text("give the orders themselves", "请提供订单明细")
_DAYS = Text("days since", "距今天数")
_LAST_SOLD = Text(
    "a customer is on the list of who sold to it last; of several on one day, the first by key",
    "客户列入最近一次经手人的名单；同日有多人时取编号最前者",
)


def last_sellers(found: Scored) -> dict[str, str | None]:
    """The rep of the last line that was sold to each customer up to the analysis date."""
    if found.customers.lines is None:
        raise UsageError(_NO_LINES, _GIVE_ORDERS)
    rep = column_of("rep")
    lines = found.customers.lines.lines
    own = lines.filter(nw.col("is_sold"), ~nw.col("customer").is_null(), nw.col("date") <= nw.lit(found.customers.day))
    sold = collect(own.group_by("customer", rep).agg(nw.col("date").max().alias("last")))
    ordered = sold.sort("customer", "last", rep, descending=[False, True, False], nulls_last=True)
    return dict(ordered.group_by("customer", maintain_order=True).first().select("customer", rep).iter_rows())


def calls_report(found: Scored, notes: tuple[Note, ...], *, lang: Lang) -> Report:
    """The lists of all reps, in each the largest customers first."""
    columns = (
        Column("rep", _REP),
        Column("customer", CUSTOMER),
        Column("segment", phrases.SEGMENT_IS),
        Column("recency", _DAYS, Unit.COUNT),
        Column("last", LAST),
        Column("amount", revenue_label(found), Unit.MONEY, adds_up=True),
        Column("channel", phrases.CHANNEL),
        Column("cadence", phrases.CADENCE),
        Column("action", phrases.ACTION),
    )
    records = tuple(_records(found, lang))
    shown = tuple(
        Row(tuple(map(Cell, record[1:])), heading=same(str(rep)) if at == 0 else None)
        for rep, own in groupby(records, key=itemgetter(0))
        for at, record in enumerate(own)
    )
    return Report(
        schema=SCHEMA,
        title=_TITLE,
        subtitle=phrases.ON_DAY.fill(day=found.customers.day),
        lang=lang,
        blocks=(TableBlock("calls", _TITLE, columns[1:], shown, empty=phrases.NOBODY),),
        records=Records(columns, records),
        notes=(Note("last_sold_by", _LAST_SOLD), *notes),
        meta=Meta(as_of=found.customers.day, currency=found.customers.currency),
    )


def _records(found: Scored, lang: Lang) -> Iterator[tuple[Value, ...]]:
    sellers = last_sellers(found)
    assert found.customers.lines is not None  # noqa: S101 -- `last_sellers` asked
    names, reps = found.customers.names, found.customers.lines.labels.get("rep", {})
    books = {} if found.question.map is None else found.question.map.segments
    listed = found.frame.select("customer", SEGMENT, "recency", "last", "amount").with_columns(
        pl.Series(
            "rep", [_rep(sellers.get(key), reps, lang) for key in found.frame["customer"].to_list()], dtype=pl.String()
        )
    )
    for key, segment, recency, last, amount, rep in listed.sort(
        "rep", "amount", "customer", descending=[False, True, False]
    ).iter_rows():
        book = books.get(segment)
        told = [
            None if book is None else book.said(what).say(lang) or None for what in ("channel", "cadence", "action")
        ]
        yield rep, names.get(key, key), found.segments[segment].say(lang), recency, last, amount, *told


def _rep(key: str | None, reps: Mapping[str, str], lang: Lang) -> str:
    return _NOBODY.say(lang) if key is None else reps.get(key, key)
