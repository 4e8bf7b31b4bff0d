"""Columns of numbers that are no amounts of money: by what their headers say, else by the cells under them."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from salesperf.core.late import late
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.values.cells import Rules, reading_of
from salesperf.tables.header_words import header_words
from salesperf.tables.people_words import who_sells
from salesperf.tables.schema import Kind

PRICE = late(r"(?i)单价|价$|价格|价[（(]|\bprice\b|\brate\b")
_MONEY = late(
    r"\b(?:amount|amounts|amt|revenue|sales?|sold|gross|net|sub ?total|total|value|turnover|proceeds|paid|payable|"
    r"received|spend|spent|spending|purchase|premium|expenditure|fee|fees|price|income|charge|charges|billed|due|payment|"
    r"commission|salary|package|cost|costs)\b|金额|[额款费价]|收入|销售|营业|合计|货款|实[收付]|应[收付]"
)
"""What says that a column is money, whatever else it says."""
_AVERAGE = late(r"\b(?:average|avg|mean|median|adr|arpu|aov|per (?!unit|piece|item|each))\b|客单价|均价|平均|人均")
"""What is no sum: it cannot be added up."""
_COUNTS = late(
    r"%|#|\b(?:units|qty|quantity|counts?|number|total of|pieces|pcs|nights|guests|adults|children|babies|visits?|"
    r"views|clicks|requests|pct|percent|percentage|ratio|probability|no|id|ids|code|codes|zip|postal|upc|ean|gtin|isbn|sku|"
    r"barcode|vin|class|rank|year|category|version)\b|编号|编码|单号|号码|条码|邮编|[件人次笔台]数|数量|销量|访客|浏览|率(?:[（(]|$)"
    r"|排名|年份|库存"
)
"""What counts or numbers things, whatever else its header says: `TOTAL UNITS`, `Item Code`."""
_MEASURES = late(
    r"\b(?:age|month|week|day|days|hours?|minutes|time|duration|tenure|recency|rating|score|condition|weight|height|"
    r"length|width|area|sq ?ft|square|distance|mileage|odometer|latitude|longitude|lat|lng|temperature|visibility|"
    r"index|block|lot|floor|room|name|title|level|points|stops|spaces|changes|key|birth|built|seller|customer)\b"
    r"|名称|年龄|面积|重量|评分|评论|收藏|积分|时长|天数"
)
"""What measures or names something else, unless the header says money too."""
_ROWS = 5
"""Rows from which cells tell that they are no amounts."""
_SMALL, _COUNTED = 100, 30
_YEARS = (1900, 2100)
_LONG = 5
"""Digits from which whole numbers of one length are codes."""
_ROUND = 100
_ALIKE = 3


def says_money(header: str) -> bool:
    """Whether a header speaks of money.

    >>> says_money("Purchase"), says_money("TOTAL UNITS"), says_money("cat1"), says_money("unitPrice")
    (True, False, False, True)
    """
    words = header_words(header)
    return not says_no_money(header) and _MONEY.search(words) is not None


def says_no_money(header: str) -> bool:
    """Whether a header is of counts, codes, shares, averages, measures or names.

    >>> [header for header in ("TOTAL UNITS", "ADR", "客单价", "Room Revenue", "room", "Zip") if says_no_money(header)]
    ['TOTAL UNITS', 'ADR', '客单价', 'room', 'Zip']
    """
    words = header_words(header)
    if _AVERAGE.search(words):
        return True
    if PRICE.search(words):
        return False
    is_other = _MEASURES.search(words) is not None or who_sells([header]) is not None
    return _COUNTS.search(words) is not None or (is_other and _MONEY.search(words) is None)


def amounts_among(sample: Sample, numbers: Sequence[str]) -> list[str]:
    """The columns of numbers that may be amounts; where no header speaks of money, none of three or more alike."""
    free = [header for header in numbers if not says_no_money(header) and not _is_constant(sample, header)]
    spoken = [header for header in free if says_money(header)]
    large = [header for header in spoken if not is_counted(sample, header)]
    silent = [header for header in free if header not in spoken and not _is_count_or_code(sample, header)]
    return [
        header
        for header in free
        if header in (large or spoken) or (header in silent and (spoken or len(silent) < _ALIKE))
    ]


def money_under(sample: Sample, header: str) -> pl.Series:
    """The cells of a column as money, near enough to compare."""
    cells = sample.rows[header]
    return reading_of(header, "amount", Kind.MONEY, cells, Rules()).read(cells).cast(pl.Float64)


def is_of_codes(cells: pl.Series) -> bool:
    """Whether whole numbers are codes: all of one length, of many digits, and not round."""
    words = cells.drop_nulls().cast(pl.String).str.strip_chars()
    whole = words.cast(pl.Int64, strict=False)
    if words.len() < _ROWS or whole.null_count() or words.str.len_chars().n_unique() != 1:
        return False
    is_round = bool((whole % _ROUND == 0).all())
    return not is_round and int(words.str.len_chars()[0]) >= (_LONG - 1 if words.n_unique() == words.len() else _LONG)


def _is_constant(sample: Sample, header: str) -> bool:
    cells = sample.rows[header].drop_nulls()
    return cells.len() >= _ROWS and cells.n_unique() == 1


def is_counted(sample: Sample, header: str, *, below: int = _COUNTED) -> bool:
    """Whether a column has small whole numbers alone."""
    money = money_under(sample, header).drop_nulls()
    return money.len() >= _ROWS and bool((money == money.round(0)).all()) and bool((money.abs() < below).all())


def _is_count_or_code(sample: Sample, header: str) -> bool:
    """Whether cells under a header that says nothing are counts, codes, years, or shares of one."""
    if is_counted(sample, header, below=_SMALL) or is_of_codes(sample.rows[header]):
        return True
    money = money_under(sample, header).drop_nulls()
    if money.len() < _ROWS:
        return False
    is_year = bool((money == money.round(0)).all()) and bool(money.is_between(*_YEARS).all())
    cells = sample.rows[header].drop_nulls()
    is_share = bool((money.abs() <= 1).all()) or (cells.dtype == pl.String and bool(cells.str.contains("%").any()))
    return is_year or is_share
