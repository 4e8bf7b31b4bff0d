"""What a total holds beside the goods: tax and freight. Everything that must know of one looks it up here.

Only columns and the words of headers are judged; what the rows show is the business of `net_amounts`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

from msgspec import Struct

from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.tables.header_words import apart


class Charge(Struct, frozen=True):
    """One part of a total that is no revenue, with the canonical column that holds it.

    `nouns` name it within a header; under a header of `goods` an amount is without it. One that
    `may_be_in_prices` is held even by a total that is exactly quantity × price.
    """

    column: str
    label: Text
    name: Text
    """As it stands behind with and without (含, 不含)."""
    nouns: str
    goods: re.Pattern[str]
    may_be_in_prices: bool = False


_NET = r"\bnet\b(?! payable)|净"
_PLAIN_ZH = r"^(?:销售|开票|出库|发货|出货|本币|产品|商品|行|明细|分录)?(?:金额|小计)$|销售额|销售收入"
"""Words of Chinese books, in which the amount beside a tax is that without it."""

TAX = Charge(
    "tax",
    Text("tax", "税额"),
    Text("tax", "税"),
    r"税|\btax(?:es)?\b|\bvat\b|\bgst\b|\biva\b|\bmw ?st\b|\bu ?st\b|\btva\b"
    r"|\bimpuestos?\b|\bimpostos?\b|\bimposte\b|\bigv\b",
    late(rf"\bsub ?total\b|\bpre ?tax\b|{_NET}|{_PLAIN_ZH}"),
    may_be_in_prices=True,
)
FREIGHT = Charge(
    "freight",
    Text("freight", "运费"),
    Text("freight", "运费"),
    r"运杂?费|邮费|物流费|快递费|配送费|(?<=[含包])[运邮]"
    r"|\bshipping\b|\bfreight\b|\bdelivery\b|\bpostage\b|\bcarriage\b",
    late(
        rf"\bsub ?total\b|\bline\b|\bitems?\b|\blineitem\b|\bgoods\b|\bmerchandise\b|\bproducts?\b|\bextended\b"
        rf"|\bext\b|\bgmv\b|{_NET}|小计|行金额|明细|分录|商品|产品|货款|货品|出库|发货|出货|含税|未税|无税|价税|税价"
    ),
)
CHARGES: tuple[Charge, ...] = (TAX, FREIGHT)
COLUMNS: tuple[str, ...] = tuple(charge.column for charge in CHARGES)
"""The canonical columns of all charges."""
_IN_PRICES = frozenset(charge.column for charge in CHARGES if charge.may_be_in_prices)
_WORTHS = ({"quantity", "unit_price"}, {"list_amount", "discount"})

_OUT = (
    r"\bohne\b|\bexkl\w*|\bzzgl\b|\bsans\b|\bhors\b|\bsin\b|\bsem\b|\bsenza\b|\bescl\w*"
    r"|不包?[含括]|未含|扣除|未|无|\bexcl\w*|\bex\b|\bwithout\b|\bw/?o\b|\bbefore\b|\bnet of\b|\bless\b"
)
_IN = r"\binkl\w*|\bmit\b|\bavec\b|\bcon\b|\bcom\b|含|包括|\bincl\w*|\binc\b|\bwith\b|\bafter\b|\bgross of\b|\bplus\b"
_ENDS = late(r"\b(?:(excl\w*)|incl\w*)\.?\s*\)?$")
"""A header that ends in excl. or incl. and names nothing speaks of the tax."""
_TAX_OF_ITS_OWN = late(
    r"(税前|税抜|税別|\bht\b|\bnetto\w*|\bimponibile\b|\bbase imponible\b)|税后|价税|税价|税込|\bttc\b|\bbrutto\w*"
    r"|\bivato\b"
)
_PAID = late(r"\bpaid\b|\bpayable\b|\bdue\b|实付|实收|实际支付|实际金额|支付金额|付款金额|应付|应收")
_PAYOUT = late(
    r"(?:商家|商户|店铺|门店|卖家)(?:预计|实际)?(?:应收|实收|到账|所得|收入)|应结|结算(?:金额|额|款)|打款|回款金额"
    r"|\bpay ?outs?\b|\b(?:net )?proceeds\b|\bsettle(?:d|ment) (?:amount|total|value)\b|\bdisbursement\b"
)
_CLAUSE = late(rf"[\s,，(（]*(?:{_OUT}|{_IN})[\W\d_]*(?:[\w.,&+/ ]*?)(?:{FREIGHT.nouns}).*$", re.IGNORECASE)
_CLAUSE_FIRST = late(r"^[(（]?(?:不|未|已)?包?含(?:税|和|及|、)*(?:运杂费|运费|邮费|物流费|快递费|配送费)[)）]?(?=.)")
_TAX_CLAUSE = late(
    rf"[\s,，(（]*\b(?:excl\w*|incl\w*|inc|ex|with|without|w/?o)\b[\W\d_]*(?:{TAX.nouns})\s*[)）]?$"
    r"|\b(?:inkl\w*|exkl\w*|zzgl|ohne|mit|avec|sans|sin|con|com|sem|senza)\b[.]?\s*(?:MwSt|USt|TVA|IVA)[.]?\s*[)）]?$"
    r"|\s+(?:IVA\s+(?:incl|escl|excl)\w*|HT|TTC|netto|brutto)$|^税[込抜別]き?(?=.)|税[込抜別]き?$"
    r"|^(?:不|未)?含税(?=.)",
    re.IGNORECASE,
)


def counts_total(columns: Collection[str]) -> bool:
    """Whether the amount of an export without one comes from its total rather than from what the goods are worth.

    A tax beside the total speaks for it, because prices may hold the tax.
    """
    has = set(columns)
    says_worth = any(way <= has for way in _WORTHS)
    return "total_amount" in has and (bool(_IN_PRICES & has) or not says_worth)


@lru_cache(maxsize=4096)
def said(header: str, charge: Charge) -> bool | None:
    """Whether a header says that its amounts hold a charge; None where it says nothing of it.

    >>> said("Total incl. tax, excl. shipping", TAX), said("Total incl. tax, excl. shipping", FREIGHT)
    (True, False)
    >>> said("订单金额（不含运费）", FREIGHT), said("Amount", FREIGHT)
    (False, None)
    """
    text = _plain(header)
    own = re.search(rf"(?:{charge.nouns})[ -]*(?:(exclu\w*|esclu\w*)|inclu\w*|comp\w*)", text)
    if own is not None:
        return own[1] is None
    if charge is TAX and (named := _TAX_OF_ITS_OWN.search(text)) is not None:
        return named[1] is None
    stance: bool | None = None
    for word, is_noun, is_out in _words(text, charge):
        if is_noun and stance is not None:
            return stance
        if word and not is_noun:
            stance = not is_out
    if charge is TAX and (end := _ENDS.search(text)) is not None:
        return end[1] is None
    return None


def is_of_goods(header: str, charge: Charge) -> bool:
    """Whether amounts under a header are without a charge by what they are called: a subtotal, 货款."""
    return charge.goods.search(_plain(header)) is not None


def is_named(header: str, charge: Charge) -> bool:
    """Whether a header names a charge.

    >>> is_named("买家支付的运费", FREIGHT), is_named("Buyer Paid Shipping Fee", FREIGHT), is_named("Region", FREIGHT)
    (True, True, False)
    """
    return re.search(charge.nouns, _plain(header)) is not None


def is_payout(header: str) -> bool:
    """Whether a header names what a platform pays out to the shop, of which nobody says what it holds.

    >>> is_payout("商家应收款"), is_payout("Net proceeds"), is_payout("顾客实付")
    (True, True, False)
    """
    return _PAYOUT.search(_plain(header)) is not None


def is_paid(header: str) -> bool:
    """Whether a header names what a customer pays, which holds whatever was charged."""
    return _PAID.search(_plain(header)) is not None


def without_clause(header: str) -> str:
    """A header without what it says of freight or tax, for comparison with known headers.

    >>> without_clause("Order Total including shipping & tax"), without_clause("含运费总额"), without_clause("Shipping")
    ('Order Total', '总额', 'Shipping')
    >>> without_clause("Line Total incl. GST"), without_clause("含税成交额"), without_clause("Profit before tax")
    ('Line Total', '成交额', 'Profit before tax')
    """
    text = unicodedata.normalize("NFKC", header)
    plain = _CLAUSE.sub("", _CLAUSE_FIRST.sub("", text))
    bare = _TAX_CLAUSE.sub("", plain).strip()
    # A freight with its tax is not the freight: the tax beside it holds that of the freight too.
    is_charge = any(re.search(charge.nouns, bare, re.IGNORECASE) for charge in CHARGES)
    return (plain if is_charge else bare).strip() or header


def _words(text: str, charge: Charge) -> Iterator[tuple[str, bool, bool]]:
    """The words of a header that decide, in order: (word, whether it names the charge, whether it says without)."""
    for found in re.finditer(rf"(?P<noun>{charge.nouns})|(?P<out>{_OUT})|(?P<into>{_IN})", text):
        yield found[0], found["noun"] is not None, found["out"] is not None


def _plain(header: str) -> str:
    """A header in lower case, its words apart."""
    return re.sub(r"[\s_-]+", " ", apart(unicodedata.normalize("NFKC", header))).strip().casefold()
