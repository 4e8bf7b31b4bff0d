"""What the name of a file or sheet, or a column of suppliers, says of rows that look like sales.

Returns are taken off, purchases, plans, quotes, samples and cancelled documents are no sales; whatever is decided so is
told with its money. Names of folders say nothing, and names that speak of sales as well decide nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import PurePath

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.sources.known import Known, none_of_ours
from salesperf.sources.loaded import OWED
from salesperf.sources.options import ReadOptions, without_range
from salesperf.sources.profile import fold_header
from salesperf.sources.recognition.candidate import HEADER
from salesperf.sources.recognition.costs_by_name import costs_by_name, told_as_costs
from salesperf.sources.recognition.refunds_beside import refund_number, told_by_sales
from salesperf.sources.recognition.return_headers import (
    is_of_other_money,
    sold_beside_returned,
    told_headers,
)
from salesperf.sources.recognition.role_notes import (
    COLUMN_SAYS,
    CONFIGURED,
    DOUBT,
    FILE_SAYS,
    INSTEAD,
    NO_PLACE,
    OTHERWISE,
    OUT,
    RETURN_NUMBER,
    SHEET_SAYS,
    UNREAD,
    cure_of,
    money_in,
    noted,
    told_of,
)
from salesperf.sources.recognition.undated_returns import undated_returns, with_days_of_orders
from salesperf.sources.recognition.unpriced_returns import unpriced_returns
from salesperf.sources.rows.raw import RawTable
from salesperf.tables.row_words import (
    ASIDE,
    BESIDE_SALES_ALONE,
    OF_MONEY,
    ORDERED,
    OTHER_DOCUMENTS,
    ROLE_NAMES,
    RowRole,
)
from salesperf.tables.said_of_rows import Said, said_by, speaks_of_actuals, words_of

SALES = ("orders", "invoices", "deals")
"""Tables of sales in the order in which one of them is the basis."""
_JUDGED = frozenset({"orders", "invoices"})
_SUPPLIER = late(r"^(?:supplier|vendor)(?:name|id|no|number|code)?$|^(?:供应商|供货商|供应方)(?:名称|编号|编码|代码)?$")
_REFUND = "refund"
_BUYER = late(r"customer|client|buyer|bill ?to|sold ?to|ship ?to|^e-?mail|客户|买家|买方|购方|购买方|会员|收货")
_SOLD = late(
    r"sale|sold|revenue|turnover|销售|营业额|营收|成交|售价|实付|sales ?rep|cashier|收银|store|shop|门店|店铺|\bpos\b"
)

Anew = Callable[[int, str, Mapping[str, str]], Known | None]
"""Reads the table at a place as another canonical one, with headers told by column; None where columns lack."""


class ByName(Struct, frozen=True):
    """The tables with what their names say, findings by place, and what a report must say of it."""

    tables: list[Known]
    findings: Mapping[int, Issue] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()


class _Spoken(Struct, frozen=True):
    role: RowRole
    says: Text
    is_sure: bool = True
    word: str = ""


def by_name(tables: Sequence[Known], options: ReadOptions, *, anew: Anew) -> ByName:
    """Leave out what is no sale, and know what is a return; `anew` reads returns as the table that the sales are."""
    beside = frozenset(word for one in tables for name in _names(one.raw) for word in _plain(name))
    spoken = _beside_sales(tables, [_spoken(one, options, beside) or _came_back(one, tables) for one in tables])
    sales = {one.table for one, said in zip(tables, spoken, strict=True) if said is None or not said.is_sure}
    basis = next((table for table in SALES if table in sales), None)
    found, findings, notes = list(tables), dict[int, Issue](), list[Text]()
    for place, (one, said) in enumerate(zip(tables, spoken, strict=True)):
        if said is None:
            notes += [note] if (note := told_by_sales(one, tables)) is not None else []
            continue
        returns = _as_returns(one, said, basis=basis, is_told=_is_told(one, options), anew=partial(anew, place))
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


def _beside_sales(tables: Sequence[Known], spoken: Sequence[_Spoken | None]) -> list[_Spoken | None]:
    """What is said, where money received or owed, or credits, are known for sure only beside a table of sales."""
    sales = {one.table for one, said in zip(tables, spoken, strict=True) if said is None}
    return [
        replace(said, is_sure=False) if said and not _is_beside_sales(one, said, sales) else said
        for one, said in zip(tables, spoken, strict=True)
    ]


def _is_beside_sales(one: Known, said: _Spoken, sales: AbstractSet[str | None]) -> bool:
    """Whether sales stand beside a table where what is said of it needs some."""
    if said.word in BESIDE_SALES_ALONE or said.role in ASIDE:
        return not sales.isdisjoint(SALES)
    return said.role not in OF_MONEY or one.table in sales


def _unread(one: Known, tables: Sequence[Known], says: Text) -> Text | None:
    """What is said of returns that cannot be read, as far as something of their worth is known."""
    return undated_returns(one, says=says) or unpriced_returns(one, tables, says=says)


def _phrase(one: Known, said: _Spoken) -> Text:
    """What is said of a table that is not read as one of returns."""
    if not said.is_sure:
        return DOUBT
    if said.role is RowRole.RETURNS:
        return UNREAD if one.table is None else NO_PLACE
    return OUT


def _names(raw: RawTable) -> tuple[str, ...]:
    """The stem of the file, and the sheet without a range of its cells."""
    sheet = without_range(raw.sheet)
    return (PurePath(raw.file.name).stem, *([sheet] if sheet else ()))


def _plain(name: str) -> Iterable[str]:
    """The words of a name that says no role: what other names have beside them."""
    return words_of(name) if said_by(name).role is None else ()


def _spoken(one: Known, options: ReadOptions, beside: frozenset[str]) -> _Spoken | None:
    """What is said of the rows of a table: by the user first, then by names, then by a column of suppliers."""
    told = one.told.counts_as if one.told else None
    if one.recognition.counts_as == OWED:
        return None
    if told is not None:
        roles = {"returns": RowRole.RETURNS, "nothing": RowRole.PLAN}
        return _Spoken(roles[told], CONFIGURED) if told in roles else None
    if one.targets is not None or one.table == "deals":
        return None
    said = _said(one.raw, beside)
    if said is not None and said.role is RowRole.PURCHASES and _buyer(one) and _supplier(one) is None:
        said = None
    said = said or _bought(one)
    if said is None or (said.role is RowRole.TESTS and not said.is_sure):
        return None
    if said.role is RowRole.CANCELLED and one.table in _JUDGED and (money_in(one) or 0) < 0:
        # What takes sales back that stand elsewhere must not be left out.
        said = replace(said, is_sure=False)
    if said.role is RowRole.RETURNS and sold_beside_returned(one):
        said = replace(said, is_sure=False)
    if said.role is RowRole.RETURNS and said.is_sure:
        return said
    # A table that is none of ours is only worth a word where that explains why.
    is_judged = one.table in _JUDGED or (one.table is None and said.role is RowRole.PURCHASES and said.is_sure)
    return said if is_judged and not _is_told(one, options) else None


def _bought(one: Known) -> _Spoken | None:
    """Purchases by a column of suppliers without one of customers; not for sure where something speaks of selling."""
    supplier = _supplier(one)
    if supplier is None or _buyer(one):
        return None
    is_sure = not any(_SOLD.search(text.lower()) for text in (*one.raw.header, *_names(one.raw)))
    return _Spoken(RowRole.PURCHASES, COLUMN_SAYS.fill(header=supplier), is_sure)


def _came_back(one: Known, tables: Sequence[Known]) -> _Spoken | None:
    """Returns by the column of their numbers, in a table that has no money of sales."""
    number = refund_number(one, tables)
    return _Spoken(RowRole.RETURNS, RETURN_NUMBER.fill(header=number)) if number is not None else None


def _said(raw: RawTable, beside: frozenset[str]) -> _Spoken | None:
    """What the names say: the sheet's first, the file's where it says nothing."""
    stem, *sheets = _names(raw)
    of_file = said_by(stem, beside=beside)
    if of_file.role is RowRole.TESTS and ORDERED.isdisjoint(words_of(stem)):
        # Whoever tries something out calls the file a test.
        of_file = Said(None)
    if sheets:
        of_sheet = said_by(sheets[0], beside=beside)
        if of_sheet.role is not None:
            is_sure = of_sheet.is_sure or (of_file.role is of_sheet.role and of_file.is_sure)
            return _Spoken(of_sheet.role, SHEET_SAYS.fill(word=of_sheet.word), is_sure, of_sheet.word)
        of_other = of_file.role is RowRole.RETURNS or of_file.role in OTHER_DOCUMENTS
        if of_sheet.says_sales and (speaks_of_actuals(sheets[0]) or of_other):
            return None
        if of_sheet.says_sales:
            of_file = Said(of_file.role, of_file.word)
    return None if of_file.role is None else _Spoken(
        of_file.role, FILE_SAYS.fill(word=of_file.word), of_file.is_sure, of_file.word
    )  # fmt: skip


def _supplier(one: Known) -> str | None:
    return next((header for header in one.raw.header if _SUPPLIER.match(fold_header(header))), None)


def _buyer(one: Known) -> bool:
    found = {"customer_id", "customer_name"} & one.found.keys()
    return bool(found) or any(_BUYER.search(header.lower()) for header in one.raw.header)


def _as_returns(
    one: Known, said: _Spoken, *, basis: str | None, is_told: bool, anew: Callable[..., Known | None]
) -> Known | None:
    """The returns as the table that the sales are; None where they are none, or cannot be taken off those."""
    if said.role is not RowRole.RETURNS or not said.is_sure:
        return None
    table = basis or (one.table if one.table in _JUDGED else SALES[0])
    told = told_headers(one, table) if table in _JUDGED else {}
    # What came back is the money of returns, which rows read as heads of orders have as what those were refunded.
    is_read = one.table == table and not (one.recognition.role == HEADER and _REFUND in one.found)
    is_settled = one.table in _JUDGED and is_told and (is_read or one.table != table)
    if is_settled or (is_read and "status" not in told and not is_of_other_money(one, told)):
        return _returned(one, said.says, was=one)
    known = anew(table, told) if table in _JUDGED else None
    if known is not None:
        return _returned(known, said.says, was=one)
    return one if one.table is not None and one.table not in _JUDGED else None


def _is_told(one: Known, options: ReadOptions) -> bool:
    """Whether the user said which table it is."""
    return bool(options.as_table or (one.told and one.told.name))


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
