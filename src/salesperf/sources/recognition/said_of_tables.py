"""What is said of rows that look like sales: by the user, by names of files and sheets, by a column of suppliers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.sources.known import SALES, Known
from salesperf.sources.loaded import OWED
from salesperf.sources.options import ReadOptions, without_range
from salesperf.sources.profile import fold_header
from salesperf.sources.recognition.refunds_beside import refund_number
from salesperf.sources.recognition.return_headers import sold_beside_returned
from salesperf.sources.recognition.role_notes import (
    COLUMN_SAYS,
    CONFIGURED,
    FILE_SAYS,
    RETURN_NUMBER,
    SHEET_SAYS,
    money_in,
)
from salesperf.sources.rows.raw import RawTable
from salesperf.tables.row_words import ASIDE, BESIDE_SALES_ALONE, OF_MONEY, ORDERED, OTHER_DOCUMENTS, RowRole
from salesperf.tables.said_of_rows import Said, said_by, speaks_of_actuals, words_of

JUDGED = frozenset({"orders", "invoices"})
"""Tables of sales whose rows may be something else by what is said of them."""
_SUPPLIER = late(r"^(?:supplier|vendor)(?:name|id|no|number|code)?$|^(?:供应商|供货商|供应方)(?:名称|编号|编码|代码)?$")
_BUYER = late(r"customer|client|buyer|bill ?to|sold ?to|ship ?to|^e-?mail|客户|买家|买方|购方|购买方|会员|收货")
_SOLD = late(
    r"sale|sold|revenue|turnover|销售|营业额|营收|成交|售价|实付|sales ?rep|cashier|收银|store|shop|门店|店铺|\bpos\b"
)


class Spoken(Struct, frozen=True):
    """What the rows are, by what (`says`), whether that is beyond doubt, and the word that says it."""

    role: RowRole
    says: Text
    is_sure: bool = True
    word: str = ""


def said_of(tables: Sequence[Known], options: ReadOptions) -> list[Spoken | None]:
    """What is said of each table; None where nothing is, or where it speaks of sales as well."""
    beside = frozenset(word for one in tables for name in _names(one.raw) for word in _plain(name))
    return _beside_sales(tables, [_spoken(one, options, beside) or _came_back(one, tables) for one in tables])


def _beside_sales(tables: Sequence[Known], spoken: Sequence[Spoken | None]) -> list[Spoken | None]:
    """What is said, where money received or owed, or credits, are known for sure only beside a table of sales."""
    sales = {one.table for one, said in zip(tables, spoken, strict=True) if said is None}
    return [
        replace(said, is_sure=False) if said and not _is_beside_sales(one, said, sales) else said
        for one, said in zip(tables, spoken, strict=True)
    ]


def _is_beside_sales(one: Known, said: Spoken, sales: AbstractSet[str | None]) -> bool:
    """Whether sales stand beside a table where what is said of it needs some."""
    if said.word in BESIDE_SALES_ALONE or said.role in ASIDE:
        return not sales.isdisjoint(SALES)
    return said.role not in OF_MONEY or one.table in sales


def _spoken(one: Known, options: ReadOptions, beside: frozenset[str]) -> Spoken | None:
    """What is said of the rows of a table: by the user first, then by names, then by a column of suppliers."""
    told = one.told.counts_as if one.told else None
    if one.recognition.counts_as == OWED:
        return None
    if told is not None:
        roles = {"returns": RowRole.RETURNS, "nothing": RowRole.PLAN}
        return Spoken(roles[told], CONFIGURED) if told in roles else None
    if one.targets is not None or one.table == "deals":
        return None
    said = _said(one.raw, beside)
    if said is not None and said.role is RowRole.PURCHASES and _buyer(one) and _supplier(one) is None:
        said = None
    said = said or _bought(one)
    if said is None or (said.role is RowRole.TESTS and not said.is_sure):
        return None
    if said.role is RowRole.CANCELLED and one.table in JUDGED and (money_in(one) or 0) < 0:
        # What takes sales back that stand elsewhere must not be left out.
        said = replace(said, is_sure=False)
    if said.role is RowRole.RETURNS and sold_beside_returned(one):
        said = replace(said, is_sure=False)
    if said.role is RowRole.RETURNS and said.is_sure:
        return said
    # A table that is none of ours is only worth a word where that explains why.
    is_judged = one.table in JUDGED or (one.table is None and said.role is RowRole.PURCHASES and said.is_sure)
    return said if is_judged and not is_told(one, options) else None


def _bought(one: Known) -> Spoken | None:
    """Purchases by a column of suppliers without one of customers; not for sure where something speaks of selling."""
    supplier = _supplier(one)
    if supplier is None or _buyer(one):
        return None
    is_sure = not any(_SOLD.search(text.lower()) for text in (*one.raw.header, *_names(one.raw)))
    return Spoken(RowRole.PURCHASES, COLUMN_SAYS.fill(header=supplier), is_sure)


def _came_back(one: Known, tables: Sequence[Known]) -> Spoken | None:
    """Returns by the column of their numbers, in a table that has no money of sales."""
    number = refund_number(one, tables)
    return Spoken(RowRole.RETURNS, RETURN_NUMBER.fill(header=number)) if number is not None else None


def _said(raw: RawTable, beside: frozenset[str]) -> Spoken | None:
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
            return Spoken(of_sheet.role, SHEET_SAYS.fill(word=of_sheet.word), is_sure, of_sheet.word)
        of_other = of_file.role is RowRole.RETURNS or of_file.role in OTHER_DOCUMENTS
        if of_sheet.says_sales and (speaks_of_actuals(sheets[0]) or of_other):
            return None
        if of_sheet.says_sales:
            of_file = Said(of_file.role, of_file.word)
    return None if of_file.role is None else Spoken(
        of_file.role, FILE_SAYS.fill(word=of_file.word), of_file.is_sure, of_file.word
    )  # fmt: skip


def _supplier(one: Known) -> str | None:
    return next((header for header in one.raw.header if _SUPPLIER.match(fold_header(header))), None)


def _buyer(one: Known) -> bool:
    found = {"customer_id", "customer_name"} & one.found.keys()
    return bool(found) or any(_BUYER.search(header.lower()) for header in one.raw.header)


def is_told(one: Known, options: ReadOptions) -> bool:
    """Whether the user said which table it is."""
    return bool(options.as_table or (one.told and one.told.name))


def _names(raw: RawTable) -> tuple[str, ...]:
    """The stem of the file, and the sheet without a range of its cells."""
    sheet = without_range(raw.sheet)
    return (PurePath(raw.file.name).stem, *([sheet] if sheet else ()))


def _plain(name: str) -> Iterable[str]:
    """The words of a name that says no role: what other names have beside them."""
    return words_of(name) if said_by(name).role is None else ()
