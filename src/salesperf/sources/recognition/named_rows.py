"""What becomes of rows that look like sales and of which something else is said.

Returns are taken off, purchases, plans, quotes, samples and cancelled documents are no sales; whatever is decided so is
told with its money. Names of folders say nothing, and names that speak of sales as well decide nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text
from salesperf.sources.known import SALES, Anew, Known, none_of_ours
from salesperf.sources.options import ReadOptions
from salesperf.sources.recognition.candidate import HEADER
from salesperf.sources.recognition.costs_by_name import costs_by_name, told_as_costs
from salesperf.sources.recognition.paid_invoices import paid_invoices
from salesperf.sources.recognition.refunds_beside import told_by_sales
from salesperf.sources.recognition.return_headers import (
    is_of_other_money,
    told_headers,
)
from salesperf.sources.recognition.role_notes import (
    CONFIGURED,
    DOUBT,
    INSTEAD,
    NO_PLACE,
    OTHERWISE,
    OUT,
    UNREAD,
    cure_of,
    noted,
    told_of,
)
from salesperf.sources.recognition.said_of_tables import JUDGED, Spoken, is_told, said_of
from salesperf.sources.recognition.undated_returns import undated_returns, with_days_of_orders
from salesperf.sources.recognition.unpriced_returns import unpriced_returns
from salesperf.tables.row_words import (
    ROLE_NAMES,
    RowRole,
)

_REFUND = "refund"


class ByName(Struct, frozen=True):
    """The tables with what their names say, findings by place, and what a report must say of it."""

    tables: list[Known]
    findings: Mapping[int, Issue] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()


def by_name(tables: Sequence[Known], options: ReadOptions, *, anew: Anew) -> ByName:
    """Leave out what is no sale, and know what is a return; `anew` reads returns as the table that the sales are."""
    spoken = said_of(tables, options)
    sales = {one.table for one, said in zip(tables, spoken, strict=True) if said is None or not said.is_sure}
    basis = next((table for table in SALES if table in sales), None)
    invoices = [one for one in tables if one.table == "invoices" and "invoice_id" in one.found]
    found, findings, notes = list(tables), dict[int, Issue](), list[Text]()
    for place, (one, said) in enumerate(zip(tables, spoken, strict=True)):
        if not options.as_table and (paid := paid_invoices(one, invoices, said, anew=partial(anew, place))) is not None:
            found[place] = paid[0]
            notes.append(paid[1])
            continue
        if said is None:
            notes += [note] if (note := told_by_sales(one, tables)) is not None else []
            continue
        returns = _as_returns(one, said, basis=basis, is_named=is_told(one, options), anew=partial(anew, place))
        if returns is not None:
            sold = [other for other, of in zip(tables, spoken, strict=True) if of is None or of.role != said.role]
            found[place] = with_days_of_orders(returns, sold)
            continue
        if (spent := costs_by_name(one, said.role, is_sure=said.is_sure, anew=partial(anew, place))) is not None:
            found[place] = spent
            notes.append(told_as_costs(spent, says=said.says))
            continue
        phrase = _phrase(one, said)
        unread = _unread(one, tables, said.says) if phrase is UNREAD else None
        if unread is not None:
            notes.append(unread)
            continue
        told = told_of(one, phrase, role=ROLE_NAMES[said.role], says=said.says, basis=basis or "")
        cure = cure_of(one.raw, one.table, counts_as=OTHERWISE if said.is_sure else INSTEAD[said.role])
        notes.append(noted(one.raw, told, says=said.says, cure=cure))
        if phrase is not UNREAD and said.says != CONFIGURED:
            code = "R215" if said.is_sure else "R216"
            findings[place] = issue(code, told, Where(one.raw.file.name, one.raw.sheet), hint=cure)
        if said.is_sure:
            found[place] = none_of_ours(one)
    return ByName(found, findings, tuple(notes))


def _unread(one: Known, tables: Sequence[Known], says: Text) -> Text | None:
    """What is said of returns that cannot be read, as far as something of their worth is known."""
    return undated_returns(one, says=says) or unpriced_returns(one, tables, says=says)


def _phrase(one: Known, said: Spoken) -> Text:
    """What is said of a table that is not read as one of returns."""
    if not said.is_sure:
        return DOUBT
    if said.role is RowRole.RETURNS:
        return UNREAD if one.table is None else NO_PLACE
    return OUT


def _as_returns(
    one: Known, said: Spoken, *, basis: str | None, is_named: bool, anew: Callable[..., Known | None]
) -> Known | None:
    """The returns as the table that the sales are; None where they are none, or cannot be taken off those."""
    if said.role is not RowRole.RETURNS or not said.is_sure:
        return None
    table = basis or (one.table if one.table in JUDGED else SALES[0])
    told = told_headers(one, table) if table in JUDGED else {}
    # What came back is the money of returns, which rows read as heads of orders have as what those were refunded.
    is_read = one.table == table and not (one.recognition.role == HEADER and _REFUND in one.found)
    is_settled = one.table in JUDGED and is_named and (is_read or one.table != table)
    if is_settled or (is_read and "status" not in told and not is_of_other_money(one, told)):
        return _returned(one, said.says, was=one)
    known = anew(table, told) if table in JUDGED else None
    if known is not None:
        return _returned(known, said.says, was=one)
    return one if one.table is not None and one.table not in JUDGED else None


def _returned(known: Known, says: Text, *, was: Known) -> Known:
    """The table as one of returns; `was` is how it was read before its headers were looked at as those of returns."""
    found = dict(known.found)
    if known is not was:
        phrase = Text("{header!r} is a header of returns", "「{header}」为退货表的表头")
        found = {
            column: replace(mapped, how="alias", evidence=phrase.fill(header=mapped.header))
            if mapped.how == "config"
            else mapped
            for column, mapped in found.items()
        }
    recognition = replace(known.recognition, counts_as="returns", mapped=tuple(found.values()))
    return replace(known, recognition=recognition, found=found, returned_by=says)
