"""Amounts in the currency of the books beside those in the currency of the sale: the first can be added up.

Where rows of several currencies have such a column, it is the amount, and no rates are needed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.late import late
from salesperf.core.text import Text, in_quotes
from salesperf.sources.known import Known
from salesperf.sources.loaded import Mapped
from salesperf.sources.pieces.foreign_amounts import FOREIGN, books_beside_foreign
from salesperf.sources.profile import fold_header, kind_of
from salesperf.sources.values.money_unit import CURRENCIES, split_header
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.catalog import TABLES
from salesperf.tables.header_words import header_words
from salesperf.tables.schema import Kind

TAKEN = Text(
    "amounts of several currencies: {home!r} is taken, which is in the currency of the books{instead}{without}; "
    'columns = {{ amount = "..." }} under [[table]] takes another',
    "金额涉及多个币种：金额取自以本位币记账的「{home}」{instead}{without}；可在 [[table]] 中用 "
    'columns = {{ amount = "..." }} 指定其他列',
)
_INSTEAD = Text(", not {other!r}", "，不取「{other}」")
_WITHOUT = Text(", and {columns} are not read, which are in the currencies of the rows", "；{columns} 为原币，不予读取")
_EVIDENCE = Text("{header!r} is in the currency of the books", "「{header}」为本位币")
STAYS = Text(
    "amounts are in the currency of their rows, under {foreign!r}; not taken is {home!r}, which is in the currency of "
    "the books",
    "金额按各行的币种取自「{foreign}」，不取以本位币记账的「{home}」",
)
_OF_ROWS = Text("{header!r} is in the currency of its row", "「{header}」为原币")
_HOME = late(
    r"本币|本位币|折(?:合|算|成)?(?:为|成)?人民币|^人民币(?:金额|总额|合计)"
    r"|\b(?:base|home|functional|company|reporting|group) (?:currency )?(?:amount|amt|total|net|value|revenue)\b"
    r"|\b(?:amount|amt|total|net|value|revenue)\b.*\b(?:base|home|functional|company|reporting|group) currency\b"
    r"|\b(?:amount|total|net amount|revenue|value)\b.{0,3}\b(?:base|home|converted)\b"
    r"|\bconverted (?:amount|value|total|revenue)\b",
    re.IGNORECASE,
)
"""What an amount in the currency of the books is called."""
_ORIGINAL = late(r"\b(?:transaction|document|invoice) (?:currency )?(?:amount|amt|total)\b")
_OF_DOCUMENT = late(
    r"[\s(（\[]+(?:in )?(?:doc|document|trans|transaction|txn|tx|original|foreign|order|invoice) (?:curr|currency|ccy)"
    r"[\s)）\]]*$"
)
"""What an amount adds to its name where it is in the currency of its row."""
_NO_SALES = late(r"cost|tax|vat|discount|freight|shipping|price|成本|税额|折扣|运费|单价|毛利|利润", re.IGNORECASE)
_TABLES = ("orders", "invoices", "deals")
_FILLED = 0.99
"""The share of rows that must have the amount of the books."""


def with_home_amounts(
    table: str, files: Sequence[Known], *, asked: str | None = None
) -> tuple[list[Known], tuple[Text, ...]]:
    """The files with their amounts in the currency of the books, where rows of several currencies have them.

    `asked` is the currency to report in: books in another one are no help.
    """
    if table not in _TABLES:
        return list(files), ()
    changed = [_changed(table, one, asked=asked) for one in files]
    return [one for one, _ in changed], tuple(dict.fromkeys(note for _, note in changed if note))


def _changed(table: str, one: Known, *, asked: str | None) -> tuple[Known, Text | None]:
    currency, amount = one.found.get("currency"), one.found.get("amount")
    if currency is None or amount is None:
        return one, None
    pair = books_beside_foreign(one, currency.header)
    books, original = (None, None) if pair is None else pair
    if amount.how == "config" and amount.header != books and not _is_told_home(amount, currency):
        return one, None
    home = amount.header if amount.how == "config" else books or _home_header(one, amount.header)
    if home is None:
        return one, None
    code = _code(one, currency.header, home)
    is_other = asked is not None and code is not None and code != asked.upper()
    if is_other or not _has_several(one, currency.header, home, beside=amount.header):
        return _in_foreign(one, amount, original)
    # What else is in the money of the rows can neither be added up nor taken off.
    foreign = [
        column
        for column, mapped in one.found.items()
        if column != "amount" and kind_of(TABLES[table], column) is Kind.MONEY and not _is_home(mapped.header)
    ]
    found = {column: mapped for column, mapped in one.found.items() if column not in {"currency", *foreign}}
    found["amount"] = Mapped(home, "amount", "value", _EVIDENCE.fill(header=home))
    told = in_quotes([one.found[column].header for column in foreign if one.found[column].header != home])
    other = original if original is not None and home == books else amount.header
    note = TAKEN.fill(
        home=home,
        instead=_INSTEAD.fill(other=other) if other != home else "",
        without=_WITHOUT.fill(columns=told) if told else "",
    )
    return replace(one, found=found), note


def _in_foreign(one: Known, amount: Mapped, foreign: str | None) -> tuple[Known, Text | None]:
    """Rows that stay in their own currencies have the foreign amount, where the one taken is that of the books."""
    if foreign is None or amount.header == foreign:
        return one, None
    taken = Mapped(foreign, "amount", "value", _OF_ROWS.fill(header=foreign))
    note = STAYS.fill(foreign=foreign, home=amount.header)
    return replace(one, found={**one.found, "amount": taken}), note


def _is_told_home(amount: Mapped, currency: Mapped) -> bool:
    """Whether the user named the amount of the books, and no currency for it: that of the rows is not its own."""
    names_one = _is_home(amount.header) or bool(split_header(amount.header)[1].currency)
    return names_one and currency.how != "config"


def _is_home(header: str) -> bool:
    return _HOME.search(header.replace("_", " ")) is not None


def _is_of_rows(header: str) -> bool:
    words = header_words(header)
    return FOREIGN.search(words) is not None or _ORIGINAL.search(words) is not None


def _home_header(one: Known, amount: str) -> str | None:
    """The column of the books: called so, else of the amount's name with a currency of its own; one alone."""
    if _is_home(amount):
        return amount
    named = [header for header in one.raw.header if _is_home(header) and _is_of_sales(one, header)]
    if len(named) == 1:
        return named[0]
    twins = [header for header in one.raw.header if header != amount and _is_with_code(header, amount)]
    return twins[0] if not named and len(twins) == 1 else None


def _is_of_sales(one: Known, header: str) -> bool:
    """Whether a column can be of sales: no cost or tax, and not the code of a currency."""
    return not _NO_SALES.search(header) and is_number_like(one.raw.sample[header], share=_FILLED)


def _is_with_code(header: str, amount: str) -> bool:
    """Whether a header is the amount's with a currency: `Amount (USD)` beside `Amount` or `Amount (Doc. Curr.)`."""
    name, unit = split_header(header)
    own = split_header(amount)[1]
    plain = _OF_DOCUMENT.sub("", header_words(amount))
    return bool(unit.currency) and not own.currency and fold_header(name) in {fold_header(amount), fold_header(plain)}


def _code(one: Known, currency: str, home: str) -> str | None:
    """The currency of the books: as the header names it, else that of the rows whose other amount is the same."""
    unit = split_header(home)[1].currency
    if unit:
        return CURRENCIES.get(unit, unit)
    other = next((header for header in one.raw.header if _is_of_rows(header)), None)
    other = other or (one.found["amount"].header if one.found["amount"].header != home else None)
    if other is None:
        return None
    cells = one.raw.frame.select(pl.col(currency, home, other).cast(pl.String).str.strip_chars()).collect().drop_nulls()
    same = cells.group_by(currency).agg((pl.col(home) == pl.col(other)).all().alias("same")).filter("same")
    return str(same[currency][0]).upper() if same.height == 1 else None


def _has_several(one: Known, currency: str, home: str, *, beside: str) -> bool:
    """Whether the rows name several currencies, and nearly all with an amount have that of the books `beside` it."""
    names = {"code": currency, "home": home, "amount": beside}
    text = [pl.col(header).cast(pl.String).str.strip_chars().alias(name) for name, header in names.items()]
    cells = one.raw.frame.select(text).filter(pl.col("amount") != "").collect()
    codes = cells["code"].drop_nulls().unique().to_list()
    filled = cells["home"].str.strip_chars().replace("", None).count()
    return (
        len([code for code in codes if code]) > 1
        and filled >= _FILLED * cells.height
        and is_number_like(one.raw.sample[home], share=_FILLED)
    )
