"""The words by which a column of types says what its rows are: documents of sales, payments, codes of ledgers.

They hold under a header of types alone: as the status of an order `payment` says that it is paid.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from salesperf.tables import chinese_words, foreign_words
from salesperf.tables.line_words import LineKind, kind_of_word, says_sale, telling_types, word_key

_PREPAID = frozenset({
    "top-up", "top up", "topup", "account top-up", "wallet top-up", "recharge", "gift card load", "gift card reload",
    "card load", "card reload", "stored value load", "prepayment", *chinese_words.PREPAID,
})  # fmt: skip
"""Types of money put on a card or account, which is spent later."""
_SPENT = frozenset({"spend", "spending", "redemption", "card redemption", *chinese_words.SPENT})
_PAYS = frozenset({
    "payment", "payments", "customer payment", "payment received", "received payment", "receive payment",
    "bill payment", "bill payment (check)", "bill payment (credit card)", "customer receipt", "payment on account",
    "journal", "journal entry", "general journal", "journal voucher", "transfer", "bank transfer", "payout", "payouts",
    "withdrawal", "purchase", "purchase order", "purchase invoice", "supplier invoice", "vendor bill", "vendor credit",
    "expense", "donation", "donations", "gift aid", "grant", "grants",
    "opening balance", "stripe fee", "application fee", "bank fee", "bank deposit",
    "收款", "收款单", "付款", "付款单", "回款", "回款单", "转账", "转账单", "预收款", "预收款单", "提现",
    "捐款", "捐赠收入", "政府补助", "费用", "费用单", "调拨", "调拨单", "应付单", "期初余额", "记账凭证",
    *_PREPAID, *chinese_words.PURCHASES, *foreign_words.PAYS,
})  # fmt: skip
"""Types of rows that pay, give, move money or buy: beside documents of sales they are none."""
_BESIDE_INVOICES = frozenset({"receipt", "receipts", "deposit", "deposits", "bill", "bills", "check", "cheque"})
"""Types that pay where invoices or sales receipts stand beside them, and may be the sale itself elsewhere."""
_ORDERS = frozenset({
    "order", "orders", "sales order", "sales orders", "customer order", "订单", "销售订单", "销售订货单",
    "kundenauftrag", "auftrag", "commande", "pedido", "pedido de venta", "ordine",
})  # fmt: skip
"""Types of orders: beside the invoices or receipts of the same sales they are those sales again, or none yet."""
_RECEIPTS = frozenset({"sales receipt", "cash sale"})
_FOREIGN_INVOICES = frozenset(foreign_words.SALES)
"""Invoices in other languages."""
_BESIDE_CHARGES = frozenset({"payment", "payments"})
"""Types that are sales beside charges."""
_CHARGES = frozenset({"charge", "charges"})
_ORDERED = _SPENT | {
    "order",
    "orders",
    "cash sale",
    "订单",
    "普通订单",
    "消费订单",
    "收银订单",
    "销售单",
    "出库单",
    "销售出库单",
    "应收单",
}
_CODES: tuple[Mapping[str, str], ...] = (
    {
        "si": "sales invoice", "sc": "credit note", "sa": "payment", "sr": "payment", "pi": "purchase invoice",
        "pc": "purchase", "pp": "payment", "pa": "payment", "br": "payment", "bp": "payment", "cp": "payment",
        "cr": "payment", "vp": "payment", "vr": "payment", "jd": "journal", "jc": "journal",
    },
    {
        "inv": "invoice", "crn": "credit note", "cn": "credit note", "cm": "credit note", "crd": "credit note",
        "pmt": "payment", "pay": "payment", "rec": "payment", "rct": "payment", "rcpt": "payment", "jnl": "journal",
    },
)  # fmt: skip
"""The codes of ledgers, by family: the first of each is the document of a sale."""
_IN = frozenset({"收入", "收", "进账", "入账", "income", "money in", "inflow"})
_OUT = frozenset({"支出", "支", "出账", "expense", "money out", "outflow", "outgoing"})
_KNOWN = _PAYS | _BESIDE_INVOICES | _ORDERED | _IN | _OUT
NO_SALE = ("no sale: ", "非销售：")
"""What stands before the type in the status of a row that is no sale."""


def no_sale_types(words: Iterable[str]) -> frozenset[str]:
    """The types among the words of a column whose rows pay or buy; none where no document of a sale is beside them.

    >>> sorted(no_sale_types(["Invoice", "Payment"])), sorted(no_sale_types(["Payment", "Refund"]))
    (['Payment'], [])
    """
    keys = {word: word_key(word) for word in words}
    has_invoices = any(
        "invoice" in key or "发票" in key or key == "sales receipt" or key in _FOREIGN_INVOICES for key in keys.values()
    )
    has_sales = has_invoices or any(says_sale(key) or key in _ORDERED for key in keys.values())
    has_charges = any(key in _CHARGES for key in keys.values())
    pays = _PAYS if has_sales else _PAYS - _BESIDE_CHARGES if has_charges else frozenset()
    if "purchase" in keys.values() and not has_sales:
        pays |= _PREPAID
    paid = pays | _BESIDE_INVOICES if has_invoices else pays
    return frozenset(word for word, key in keys.items() if key in paid) | orders_beside_invoices(keys)


def orders_beside_invoices(words: Iterable[str]) -> frozenset[str]:
    """The types that are orders, where invoices or receipts of sales stand beside them; none elsewhere.

    >>> sorted(orders_beside_invoices(["Sales Order", "Invoice"])), sorted(orders_beside_invoices(["Sales Order"]))
    (['Sales Order'], [])
    """
    keys = {word: word_key(word) for word in words}
    is_billed = any(key in _RECEIPTS or key in _FOREIGN_INVOICES for key in keys.values()) or any(
        keys[word] not in _PAYS for word in invoice_types(keys)
    )
    return frozenset(word for word, key in keys.items() if key in _ORDERS) if is_billed else frozenset()


def prepaid_types(words: Iterable[str]) -> frozenset[str]:
    """The types of money put on a card or account, which may be all that a file has.

    >>> sorted(prepaid_types(["充值", "退款", "Gift card load"]))
    ['Gift card load', '充值']
    """
    return frozenset(word for word in words if word_key(word) in _PREPAID)


def is_of_document(word: str) -> bool:
    """Whether a word is known as a type of row that a status word does not name: a payment, an order, money in."""
    return word_key(word) in _KNOWN


def are_documents(words: Collection[str]) -> bool:
    """Whether the words of a column are all types of documents, of which some are sales and some take back or pay.

    >>> are_documents(["销售", "退货", "收款"]), are_documents(["Sale", "Regular"]), are_documents(["Sale"])
    (True, False, False)
    """
    pays = no_sale_types(words)
    known = all(word in pays or kind_of_word(word) is not None or word_key(word) in _ORDERED for word in words)
    has_sale = any(says_sale(word) or word_key(word) in _ORDERED for word in words)
    return known and has_sale and bool(pays or telling_types(words))


def money_out(words: Collection[str]) -> frozenset[str]:
    """The words of money that went out, in a column of nothing but money in and money out.

    >>> sorted(money_out(["收入", "支出"])), sorted(money_out(["收入", "销售"]))
    (['支出'], [])
    """
    keys = {word: word_key(word) for word in words}
    if not set(keys.values()) <= _IN | _OUT or _IN.isdisjoint(keys.values()):
        return frozenset()
    return frozenset(word for word, key in keys.items() if key in _OUT)


def said_no_sale(word: str) -> str:
    """The status of a row that is no sale for its type, which `[kpi] sold` can name."""
    return f"{NO_SALE[0 if word.isascii() else 1]}{word}"


def codes_as_words(words: Collection[str]) -> Mapping[str, str]:
    """The codes of a ledger in words, where every type is one of a family, one is a sale and another is none.

    >>> codes_as_words(["SI", "SC"]), codes_as_words(["SI", "Loan"])
    ({'SI': 'sales invoice', 'SC': 'credit note'}, {})
    """
    keys = {word: word_key(word) for word in words}
    for family in _CODES:
        if len(keys) > 1 and next(iter(family)) in keys.values() and family.keys() >= set(keys.values()):
            return {word: family[key] for word, key in keys.items()}
    return {}


def unknown_types(words: Collection[str]) -> frozenset[str]:
    """The types nobody knows, beside a type that is known to take back, to count nothing or to pay."""
    out = no_sale_types(words)
    if not out and not telling_types(words):
        return frozenset()
    has_document = any(says_sale(word) or word_key(word) in _ORDERED | _CHARGES for word in words)
    if not has_document:
        return frozenset()
    return frozenset(
        word
        for word in words
        if word not in out and kind_of_word(word) is None and word_key(word) not in _ORDERED | _CHARGES
        and "invoice" not in word_key(word) and "发票" not in word
    )  # fmt: skip


def invoice_types(words: Iterable[str]) -> frozenset[str]:
    """The types that are invoices.

    >>> sorted(invoice_types(["Sales invoice", "Order", "proforma invoice"]))
    ['Sales invoice']
    """
    return frozenset(
        word
        for word in words
        if ("invoice" in word_key(word) or "发票" in word) and kind_of_word(word) in {None, LineKind.SOLD}
    )


def credit_types(words: Collection[str]) -> frozenset[str]:
    """The types that take back, where others are invoices."""
    if not invoice_types(words):
        return frozenset()
    return frozenset(word for word, kind in telling_types(words).items() if kind is LineKind.RETURNED)
