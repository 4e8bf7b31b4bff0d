"""The account of sales in a ledger, with debit and credit in columns of their own: sold is the credit less the debit.

Only where a name says that the account is one of sales, the credits are more, and no row speaks of payments, of other
accounts or of what was carried on: a customer's account has its sides the other way round.
"""

from __future__ import annotations

import re

import polars as pl

from salesperf.core.han import has_han
from salesperf.core.late import late
from salesperf.core.text import Text, folded
from salesperf.sources.across.columns_together import money_of, sum_of, with_amount
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.titles.about import names_of
from salesperf.tables.header_words import header_words, name_words

_DEBIT = late(r"^(?:debits?|dr)(?: amount| amt)?$|^借方?(?:金额|发生额)?$")
_CREDIT = late(r"^(?:credits?|cr)(?: amount| amt)?$|^贷方?(?:金额|发生额)?$")
_OF_SALES = late(
    r"主营业务收入|营业收入|销售收入|收入明细|收入科目|"
    r"(?<![a-z])(?:sales? (?:ledger|account|a/c|journal)|(?:sales? )?revenue|income account)(?![a-z])"
)
_ACCOUNT = late(r"^(?:gl |g/l )?accounts?(?: name| no| number| code)?$|科目")
_NO_SALES = late(
    r"收款|回款|到账|付款|转账|结转|累计|合计|结余|余额|"
    r"(?<![a-z])(?:payments?|paid|receipts?|received|bank|cash|cheque|check|transfer|deposit|balance|opening|closing|"
    r"b/f|c/f|brought forward|carried forward|totals?)(?![a-z])"
)
_TOLD = Text(
    "the account of sales: the amount is {credit!r} ({credits} in all) less {debit!r} ({debits})",
    "销售收入科目：金额＝「{credit}」（合计 {credits}）－「{debit}」（合计 {debits}）",
)


def with_sides_as_amount(raw: RawTable) -> RawTable:
    """The table with an amount worked out from its two sides, where they are those of sales; else the same table."""
    debit, credit = _side(raw, _DEBIT), _side(raw, _CREDIT)
    if debit is None or credit is None or not any(_OF_SALES.search(name_words(name)) for name in names_of(raw)):
        return raw
    frame = raw.frame.collect()
    debits, credits_ = money_of(frame, debit), money_of(frame, credit)
    if debits is None or credits_ is None or not _is_of_sales(frame, debits, credits_):
        return raw
    told = _TOLD.fill(credit=credit, credits=f"{credits_.sum():,.2f}", debit=debit, debits=f"{debits.sum() or 0:,.2f}")
    amount = sum_of([credits_, -debits])
    return with_amount(raw, frame, amount, name="金额" if has_han(credit) else "Amount", told=told)


def _side(raw: RawTable, pattern: re.Pattern[str]) -> str | None:
    """The only header of a side."""
    found = [header for header in raw.header if pattern.match(header_words(header).strip())]
    return found[0] if len(found) == 1 else None


def _is_of_sales(frame: pl.DataFrame, debits: pl.Series, credits_: pl.Series) -> bool:
    """Whether more is credited than debited, and all rows are of one account and of what was sold or came back."""
    if (credits_.sum() or 0) <= (debits.sum() or 0):
        return False
    texts = [frame[name] for name in frame.columns if frame.schema[name] == pl.String]
    accounts = [cells for cells in texts if _ACCOUNT.search(header_words(cells.name).strip())]
    if any(cells.drop_nulls().n_unique() > 1 for cells in accounts):
        return False
    words = {word for cells in texts for word in cells.drop_nulls().unique().to_list()}
    return not any(_NO_SALES.search(folded(word).lower()) for word in words)
