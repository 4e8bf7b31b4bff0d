"""Delivery notes that name the orders of a list beside them: those sales again, which count once and are told.

Only what a name or a header calls deliveries is looked at; deliveries that stand alone, or name other orders, count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

import polars as pl
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.late import late
from salesperf.core.text import Count, Text, listing, same
from salesperf.sources.known import Known, none_of_ours
from salesperf.sources.options import ReadOptions, without_range
from salesperf.sources.recognition.candidate import WHOLE
from salesperf.sources.recognition.role_notes import cure_of, money_in, money_told, noted, place_of
from salesperf.sources.recognition.unpriced_returns import ids_of

_NAME = late(r"(?i)deliver(?:y|ies)|shipments?\b|d[ei]spatch|goods[ _-]issue|发货|出库|送货|交货")
_NUMBER = late(
    r"(?i)^(?:delivery|shipment|d[ei]spatch)(?:[ _]?note)?[ _]?(?:no|nr|num|number|id|#)\.?$|"
    r"^(?:发货|出库|送货|交货)单?(?:编?号|号码)$"
)
"""How files and sheets of deliveries are called, and the header of the numbers that deliveries have of their own."""
_ORDER = late(
    r"(?i)^(?:sales[ _]?)?order[ _]?(?:no|nr|num|number|id|ref|#)\.?$|^(?:so|po)[ _]?(?:no|number)\.?$|"
    r"^(?:源单|来源|关联|对应)?(?:销售)?(?:订单|源单|来源单)(?:编?号|号码)$"
)
_CUSTOMERS = ("customer_id", "customer_name")
_MONEY = frozenset({"amount", "total_amount"})
_NAMED = 3
_NEARLY_ALL = 0.9
"""The share of deliveries that have to be of orders in the list."""
_SAYS = Text("{share} of them name its order numbers", "其中 {share} 的行引用其订单号")
_AGAIN = Text(
    "{rows:row|rows} left out{money}: deliveries of the orders of {file}, which count already ({says})",
    "{rows} 行未计入{money}：为 {file} 中订单的发货，这些订单已计入（{says}）",
)


class Deliveries(Struct, frozen=True):
    """The tables without deliveries of orders that count, a finding for each by place, and what a report must say."""

    tables: list[Known]
    findings: Mapping[int, Issue]
    notes: tuple[Text, ...]


def without_deliveries(tables: Sequence[Known], options: ReadOptions) -> Deliveries:
    """Leave out delivery notes of the orders of another table; what the user said they are stays."""
    found, findings, notes = list(tables), dict[int, Issue](), list[Text]()
    notes_of = {place for place, one in enumerate(tables) if _is_whole(one) and _are_deliveries(one)}
    lists = [
        one for place, one in enumerate(tables) if place not in notes_of and _is_whole(one) and not one.returned_by
    ]
    known: dict[str | None, pl.DataFrame] = {}
    for place in sorted(notes_of) if lists else ():
        one = tables[place]
        if options.as_table or one.returned_by is not None or (one.told and (one.told.name or one.told.counts_as)):
            continue
        share = max(_shares(one, lists, known), default=0.0)
        if share < _NEARLY_ALL:
            continue
        says = _SAYS.fill(share=f"{share:.0%}")
        rows = one.raw.frame.select(pl.len()).collect().item()
        told = _AGAIN.fill(rows=Count(rows), money=money_told(money_in(one)), file=_places(lists), says=says)
        cure = cure_of(one.raw, one.table)
        findings[place] = issue("R215", told, Where(one.raw.file.name, one.raw.sheet), hint=cure)
        notes.append(noted(one.raw, told, says=says, cure=cure))
        found[place] = none_of_ours(one)
    return Deliveries(found, findings, tuple(notes))


def _is_whole(one: Known) -> bool:
    has_money = not _MONEY.isdisjoint(one.found)
    return one.table == "orders" and one.recognition.role == WHOLE and "order_id" in one.found and has_money


def _are_deliveries(one: Known) -> bool:
    """Whether the file, the sheet or a header of numbers speaks of deliveries."""
    names = (PurePath(one.raw.file.name).stem, without_range(one.raw.sheet) or "")
    return any(map(_NAME.search, names)) or any(_NUMBER.match(header.strip()) for header in one.raw.header)


def _shares(one: Known, lists: Sequence[Known], known: dict[str | None, pl.DataFrame]) -> Iterator[float]:
    """Of how many of the deliveries the lists together have the order, for each header that may name it.

    `known` keeps the orders of all lists, by the column of customers, so that they are read once.
    """
    headers = [one.found["order_id"].header, *(header for header in one.raw.header if _ORDER.match(header.strip()))]
    customer = next((name for name in _CUSTOMERS if all(name in other.found for other in (one, *lists))), None)
    if customer not in known:
        orders = [_keys(other, other.found["order_id"].header, customer=customer) for other in lists]
        known[customer] = pl.concat(orders).unique()
    for header in dict.fromkeys(headers):
        named = _keys(one, header, customer=customer)
        if named.height:
            yield named.join(known[customer], on=named.columns, how="semi").height / named.height


def _places(lists: Sequence[Known]) -> Text:
    """The lists by name, the first of them where they are many."""
    more = same(", …") if len(lists) > _NAMED else same("")
    return Text("{lists}{more}", "{lists}{more}").fill(
        lists=listing(place_of(one.raw) for one in lists[:_NAMED]), more=more
    )


def _keys(one: Known, header: str, *, customer: str | None) -> pl.DataFrame:
    """The orders that the rows of a table name, and whose they are: other orders may have the same numbers."""
    keys = ids_of(one, header).alias("order").to_frame()
    if customer is not None:
        keys = keys.with_columns(ids_of(one, one.found[customer].header).alias("customer"))
    return keys.drop_nulls("order")
