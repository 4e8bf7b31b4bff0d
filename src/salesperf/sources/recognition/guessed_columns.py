"""Which header may be which column of a table that nothing understands, by its words and the cells under it.

Guesses are only printed: no number rests on one until a person writes it down.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import polars as pl

from salesperf.sources.recognition.guessed_amount import guessed_amount
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.values.date_shapes import Shape
from salesperf.sources.values.parse_date import date_format, is_date_like
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.line_words import kind_of_word
from salesperf.tables.people_words import is_of_contact, is_phone_or_card, who_buys, who_sells

_DAYS = ("order_date", "invoice_date", "closed_date", "survey_date", "payment_date", "activity_date", "cost_date")
_LONG_NUMBER = r"^0\d|^\d{9,}$"
"""Whole numbers that are no amounts: with a zero before them, or as long as a phone number."""
_OTHER_DAY = re.compile(
    r"(?i)退|到期|截止|结束|失效|预计|计划|挂牌|更新|修改|updat|modif|refund|return|due|expir|end|planned|expected|\blist"
    r"|depart|effective"
)
"""What a day is of that is not the day of the sale."""
_NEVER_OF_SALE = re.compile(r"(?i)crawl|scrap|snapshot|birth|\bdob\b|抓取|爬取|采集|生日|出生")
"""What a day is never of that a sale was made on, were it the only one."""
_OF_SALE = re.compile(
    r"(?i)\border|\bsales?\b|\bsold\b|\bclos|invoice|\bbook|transaction|purchase|下单|订单|成交|销售|签约|开票|交易"
)
_CODE = r"^[A-Za-z0-9/_.:#-]*\d[A-Za-z0-9/_.:#-]*$"
"""Codes, and times of the day."""


def guessed(sample: Sample, wanted: Sequence[str], *, known: Mapping[str, str]) -> dict[str, str]:
    """The header that each wanted column may be; `known` headers by column are taken already.

    An amount that is wanted may be given by a quantity and a price.
    """
    taken = set(known.values())
    free = [header for header in sample.header if header not in taken and not sample.is_empty(header)]
    dates = [header for header in free if is_date(sample.rows[header])]
    numbers = [header for header in free if header not in dates and may_be_amount(sample.rows[header])]
    texts = [header for header in free if header not in dates and not is_number_like(sample.rows[header], share=1.0)]
    ids = [header for header in free if header not in {*dates, *numbers} and is_order_id(header, sample.rows[header])]
    rep, status = who_sells(texts), _status(sample, texts)
    names = [
        header for header in texts if header not in {*ids[:1], rep, status} and not _is_of_codes(sample.rows[header])
    ]
    buyer = who_buys(names)
    choices = {
        "order_id": ids[:1],
        "customer_name": [buyer] if buyer else [],
        "rep_name": [rep] if rep else [],
        "status": [status] if status else [],
        **dict.fromkeys(_DAYS, sorted(filter(_may_be_of_sale, dates), key=_day_rank)[:1]),
    }
    found: dict[str, str] = {}
    for column in wanted:
        if column in known:
            continue
        if column == "amount":
            found |= guessed_amount(sample, numbers, known=known)
        elif choices.get(column):
            found[column] = choices[column][0]
    return found


def _may_be_of_sale(header: str) -> bool:
    return _NEVER_OF_SALE.search(header) is None


def _day_rank(header: str) -> int:
    """Days of sales first, those of something else last."""
    return 2 if _OTHER_DAY.search(header) else 0 if _OF_SALE.search(header) else 1


def _is_of_codes(cells: pl.Series) -> bool:
    """Whether all cells are codes: no customer is called so."""
    words = cells.drop_nulls().cast(pl.String)
    return words.len() > 0 and bool(words.str.contains(_CODE).all())


def is_date(cells: pl.Series) -> bool:
    """Whether all that is written are days, none of them the serial numbers of a workbook."""
    if cells.null_count() == cells.len() or cells.dtype.is_numeric() or not is_date_like(cells, share=1.0):
        return False
    return cells.dtype != pl.String or Shape.SERIAL not in date_format(cells).format.shapes


def may_be_amount(cells: pl.Series) -> bool:
    """Whether a column of numbers could be money: not a row of numbers counted up, nor long ones."""
    if cells.null_count() == cells.len() or not is_number_like(cells, share=1.0):
        return False
    words = cells.drop_nulls().cast(pl.String)
    return not (words.str.contains(_LONG_NUMBER).all() or _is_counted_up(words))


def is_id(cells: pl.Series) -> bool:
    """Whether each row has its own code, with a digit in each; a phone number or an identity card is none."""
    words = cells.drop_nulls().cast(pl.String)
    is_own = words.len() == cells.len() == words.n_unique() and bool(words.str.contains(r"^\S*\d\S*$").all())
    return is_own and not all(map(is_phone_or_card, words))


def is_order_id(header: str, cells: pl.Series) -> bool:
    """Whether a column may number orders: a code in each row, and no person's name or number."""
    return is_id(cells) and not is_of_contact(header)


def _status(sample: Sample, texts: Sequence[str]) -> str | None:
    """The column whose words are known as those of what became of sales: most of them, and not all the same."""
    for header in texts:
        words = sample.rows[header].drop_nulls().cast(pl.String).unique().to_list()
        kinds = [kind_of_word(word) for word in words]
        if len(words) > 1 and kinds.count(None) * 2 < len(words) and len({*kinds} - {None}) > 1:
            return header
    return None


def _is_counted_up(words: pl.Series) -> bool:
    whole = words.cast(pl.Int64, strict=False)
    if whole.null_count() or whole.n_unique() != whole.len():
        return False
    steps = whole.diff().drop_nulls()
    return bool((steps == 1).all()) or bool((steps == -1).all())
