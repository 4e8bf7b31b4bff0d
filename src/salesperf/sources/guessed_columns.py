"""Which header may be which column of a table that nothing understands, by its words and the cells under it.

Guesses are only printed: no number rests on one until a person writes it down.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import polars as pl

from salesperf.sources.cells import Rules, reading_of
from salesperf.sources.columns import Sample
from salesperf.sources.date_shapes import Shape
from salesperf.sources.list_prices import is_list_price
from salesperf.sources.parse_date import date_format, is_date_like
from salesperf.sources.parse_number import is_number_like
from salesperf.tables.line_words import kind_of_word
from salesperf.tables.people_words import is_of_contact, is_phone_or_card, who_sells
from salesperf.tables.schema import Kind

_DAYS = ("order_date", "invoice_date", "closed_date")
_LONG_NUMBER = r"^0\d|^\d{9,}$"
"""Whole numbers that are no amounts: with a zero before them, or as long as a phone number."""
_OTHER_DAY = re.compile(
    r"(?i)退|生日|出生|到期|截止|结束|失效|预计|计划|birth|refund|return|due|expir|end|planned|expected"
)
"""What a day is of that is not the day of the sale."""
_NET = re.compile(r"\bnett?o?\b|\bht\b|不含税|未税|税抜|netto", re.IGNORECASE)
"""What an amount without tax is called in some languages."""
_RECEIVED = re.compile(r"(?i)实[收付缴交际]|净收入|净额|\breceived\b|\bpaid\b|\bcollected\b")
_SOLD = re.compile(
    r"(?i)成交|折后|折合|销售|收入|金额|总价|总额|缴费|保费|学费|货款|revenue|amount|sales?\b|total|sum\b|value"
)
_DUE = re.compile(r"(?i)应[收付缴交]|\bdue\b|\bpayable\b|\bbilled\b")
_NO_SALE = re.compile(
    r"(?i)成本|毛利|利润|佣金|提成|率|税额|税金|退|优惠|折扣|减免|立减|运费|定金|订金|押金|尾款|首付|余额|未收|未付|欠|佣|奖|目标|"
    r"cost|margin|profit|commission|rate|\btax\b|\bvat\b|refund|return|discount|freight|shipping|deposit|balance|owed|target"
)
_PRICE = re.compile(r"(?i)单价|价$|价格|价[（(]|\bprice\b|\brate\b")
_QUANTITY = re.compile(r"(?i)数量|件数|销量|台数|套数|盒数|\bqty\b|quantity|\bunits\b|\bpieces\b|\bpcs\b")


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
    names = [header for header in texts if header not in {*ids[:1], rep, status}]
    choices = {
        "order_id": ids[:1],
        "customer_name": names[:1],
        "rep_name": [rep] if rep else [],
        "status": [status] if status else [],
        **dict.fromkeys(_DAYS, sorted(dates, key=lambda header: bool(_OTHER_DAY.search(header)))[:1]),
    }
    found: dict[str, str] = {}
    for column in wanted:
        if column in known:
            continue
        if column == "amount":
            found |= _amount(sample, numbers, known=known)
        elif choices.get(column):
            found[column] = choices[column][0]
    return found


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


def _amount(sample: Sample, numbers: Sequence[str], *, known: Mapping[str, str]) -> dict[str, str]:
    """The column of the amount, or of a quantity and a price that give it."""
    quantity = known.get("quantity") or next((header for header in numbers if _QUANTITY.search(header)), None)
    prices = [header for header in numbers if _PRICE.search(header) and header != quantity]
    if quantity is None:
        # A price alone is what the row comes to, the one that was agreed before the one on the tag.
        best = _best(sample, [header for header in numbers if not is_list_price(header)] or numbers)
        return {"amount": best} if best else {}
    rest = [header for header in numbers if header not in {*prices, quantity}]
    plain = [header for header in rest if not _NO_SALE.search(header)]
    if plain or not prices:
        best = _best(sample, plain or rest)
        return {"amount": best} if best else {}
    price = min(prices, key=is_list_price)
    return {**({} if "quantity" in known else {"quantity": quantity}), "unit_price": price}


def _best(sample: Sample, numbers: Sequence[str]) -> str | None:
    """The amount of several numbers: net, received, of sales, any, due; of two alike the one that adds up to most."""
    return min(numbers, key=lambda header: (_rank(header), -_total(sample.rows[header])), default=None)


def _rank(header: str) -> int:
    if _NO_SALE.search(header):
        return 6
    ranks = (_NET, _RECEIVED)
    better = next((rank for rank, pattern in enumerate(ranks) if pattern.search(header)), None)
    if better is not None:
        return better
    return 5 if is_list_price(header) else 4 if _DUE.search(header) else 2 if _SOLD.search(header) else 3


def _status(sample: Sample, texts: Sequence[str]) -> str | None:
    """The column whose words are known as those of what became of sales: most of them, and not all the same."""
    for header in texts:
        words = sample.rows[header].drop_nulls().cast(pl.String).unique().to_list()
        kinds = [kind_of_word(word) for word in words]
        if len(words) > 1 and kinds.count(None) * 2 < len(words) and len({*kinds} - {None}) > 1:
            return header
    return None


def _total(cells: pl.Series) -> float:
    read = reading_of(cells.name, "amount", Kind.MONEY, cells, Rules()).read(cells)
    return abs(float(read.sum() or 0))


def _is_counted_up(words: pl.Series) -> bool:
    whole = words.cast(pl.Int64, strict=False)
    if whole.null_count() or whole.n_unique() != whole.len():
        return False
    steps = whole.diff().drop_nulls()
    return bool((steps == 1).all()) or bool((steps == -1).all())
