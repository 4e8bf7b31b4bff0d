"""Which column of numbers may be the amount of sales, by its words and what the cells add up to.

Guesses are only printed: no number rests on one until a person writes it down.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import permutations

from salesperf.core.late import late
from salesperf.sources.amounts.list_prices import is_list_price
from salesperf.sources.recognition.no_amounts import PRICE, amounts_among, money_under
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.header_words import header_words

_NET = late(r"\bnett?o?\b|\bht\b|不含税|未税|税抜|netto", re.IGNORECASE)
"""What an amount without tax is called in some languages."""
_RECEIVED = late(r"(?i)实[收付缴交际]|净收入|净额|\breceived\b|\bpaid\b|\bcollected\b")
_SOLD = late(
    r"(?i)成交|折后|折合|销售|收入|金额|总价|总额|缴费|保费|学费|货款|合计|revenue|amount|sales?\b|total|sum\b|value"
    r"|\bsold\b|\bselling\b|\bspen[dt]\b|purchase|premium|expenditure"
)
_BEHIND = late(
    r"(?i)assured|insured|coverage|\blimit\b|保额|额度|保险金额|\bdeclared\b|apprais|assess|estimat|评估|预估|\bmrp\b|\bbefore\b"
    r"|优惠前|折前"
)
"""What a thing is worth, covered for or listed at: no more than a last resort beside what was paid for it."""
_DUE = late(r"(?i)应[收付缴交]|\bdue\b|\bpayable\b|\bbilled\b")
_NO_SALE = late(
    r"(?i)成本|毛利|利润|佣金|提成|率|税额|税金|退|优惠|折扣|减免|立减|运费|定金|订金|押金|尾款|首付|余额|未收|未付|欠|佣|奖|目标|薪|累计|"
    r"[笔次人单件]数|人次|客流|充值|推广|广告|花费|"
    r"cost|margin|profit|commission|rate|\btax\b|\bvat\b|refund|return|discount|freight|shipping|deposit|balance|owed|target"
    r"|%|\bpct\b|percent|salar|\bwages?\b|\bpackage\b(?! price)|\bctc\b|compensation|charge ?back|claw ?back"
    r"|\b(?:ytd|qtd|to date|cumulative|running|orders|count|quota|budget)\b"
)
"""What is no amount of sales where another column is: pay and running totals neither."""
_OFF_SALES = late(r"\b(?:tax|vat|gst)\b|return|refund|discount|rebate|allowance|税|退|折|优惠")
"""What makes less of a sale; any other column between gross and net is what others kept of it."""
_QUANTITY = late(
    r"(?i)数量|件数|销量|台数|套数|盒数|\bqty\b|quantity|^counts?$"
    r"|^units\b|\bunits (?:sold|ordered|shipped)|\b(?:sold|sales) units\b|\bpieces\b|\bpcs\b"
)
_SAYS_NOTHING = 3
"""The rank of a header that neither speaks of sales nor of anything else."""
_NEARLY_ALL = 0.95
_CENT = 0.011


def guessed_amount(sample: Sample, numbers: Sequence[str], *, known: Mapping[str, str]) -> dict[str, str]:
    """The column of the amount, or of a quantity and a price that give it; `known` headers are understood."""
    quantity = known.get("quantity") or next(filter(is_quantity, numbers), None)
    numbers = amounts_among(sample, [header for header in numbers if header != quantity])
    prices = [header for header in numbers if PRICE.search(header_words(header))]
    if quantity is None:
        # A price alone is what the row comes to, the one that was agreed before the one on the tag.
        numbers = [*numbers, *([known["unit_price"]] if "unit_price" in known else [])]
        return _best(sample, [header for header in numbers if not is_list_price(header)] or numbers)
    rest = [header for header in numbers if header not in {*prices, quantity}]
    plain = [header for header in rest if not is_no_sale(header)]
    if prices:
        # What says nothing of sales and is far from what the price comes to is another measure: points, weights.
        plain = [
            header for header in plain if _rank(header) < _SAYS_NOTHING or _is_near(sample, header, quantity, prices)
        ]
    if plain or not prices:
        return _best(sample, plain or rest, beside=numbers)
    price = min(prices, key=is_list_price)
    return {**({} if "quantity" in known else {"quantity": quantity}), "unit_price": price}


def before_fees(sample: Sample, net: str, headers: Sequence[str]) -> str | None:
    """The column that a net one comes from when what lies between is neither tax nor taken off the price: fees."""
    if not _NET.search(net):
        return None
    kept = [header for header in headers if header != net and not _OFF_SALES.search(header_words(header))]
    numbers = [header for header in kept if is_number_like(sample.rows[header], share=1.0)]
    money = {header: money_under(sample, header).fill_null(0).abs() for header in (net, *numbers)}
    for gross, fee in permutations(numbers, 2):
        gap = (money[gross] - money[fee] - money[net]).abs() <= _CENT
        if int(gap.sum()) >= _NEARLY_ALL * gap.len() and (money[fee] != 0).any():
            return gross
    return None


def _best(sample: Sample, numbers: Sequence[str], *, beside: Sequence[str] = ()) -> dict[str, str]:
    """The amount of several numbers: net, received, of sales, any, due; of two alike the one that adds up to most."""
    if not numbers:
        return {}
    best = min(numbers, key=lambda header: (_rank(header), -abs(float(money_under(sample, header).sum() or 0))))
    return {"amount": before_fees(sample, best, beside or numbers) or best}


def _rank(header: str) -> int:
    if is_no_sale(header):
        return 6
    words = header_words(header)
    if is_list_price(header) or _BEHIND.search(words):
        return 5
    ranks = (_NET, _RECEIVED)
    better = next((rank for rank, pattern in enumerate(ranks) if pattern.search(words)), None)
    if better is not None:
        return better
    return 4 if _DUE.search(words) else 2 if _SOLD.search(words) else 3


def _is_near(sample: Sample, header: str, quantity: str, prices: Sequence[str]) -> bool:
    """Whether a column is near the quantity at one of the prices in nearly all rows."""
    own, pieces = money_under(sample, header).abs(), money_under(sample, quantity).abs()
    worths = (pieces * money_under(sample, price).abs() for price in prices)
    return any(int(own.is_between(worth * 0.5, worth * 1.3).sum()) >= _NEARLY_ALL * own.len() for worth in worths)


def is_quantity(header: str) -> bool:
    """Whether a header names how many were sold."""
    return _QUANTITY.search(header_words(header)) is not None


def is_no_sale(header: str) -> bool:
    """Whether a header names what is no amount of sales where another column is."""
    return _NO_SALE.search(header_words(header)) is not None
