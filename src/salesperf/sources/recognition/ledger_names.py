"""`Name` in a list of transactions, as accounting programs export it, is the customer.

Beside a number of the document and what such lists alone have (type, memo, balance, account) the word has one meaning;
elsewhere it may be that of a product.
"""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.sources.known import Known, with_found
from salesperf.sources.loaded import Mapped
from salesperf.sources.profile import fold_header

_TABLES = frozenset({"orders", "invoices", "payments"})
_NAME, _ACCOUNT = fold_header("name"), fold_header("account")
_NUMBERS = frozenset(map(fold_header, ("num", "num.", "doc num", "document number", "transaction number")))
_OF_LEDGERS = frozenset(
    map(
        fold_header,
        ("transaction type", "type", "memo", "memo/description", "split", "account", "balance", "open balance"),
    )
)
_ENOUGH = 2
"""Headers of such lists beside the number of the document."""
_CUSTOMER = ("customer_id", "customer_name")
_NOT_THE_NUMBER = frozenset({"quantity", "unit_price", "amount"})
_EVIDENCE = Text(
    "beside {number!r} and {other!r}, as accounting programs name the customer",
    "与「{number}」「{other}」并列，为财务软件导出的客户名称",
)


def with_ledger_name(one: Known) -> Known:
    """The table with `Name` as its customer, where it is such a list and no other column is."""
    if one.table not in _TABLES or not all(_is_open(one.found.get(column)) for column in _CUSTOMER):
        return one
    folded = {fold_header(header): header for header in one.recognition.unmapped}
    if _NAME not in folded:
        return one
    known = {fold_header(header): header for header in one.raw.header}
    numbers = [known[word] for word in known if word in _NUMBERS and not _counts(one, known[word])]
    others = [known[word] for word in known if word in _OF_LEDGERS]
    if not numbers or len(others) < _ENOUGH:
        return one
    evidence = _EVIDENCE.fill(number=numbers[0], other=others[0])
    mapped = Mapped(folded[_NAME], "customer_name", "alias", evidence)
    found = {column: other for column, other in one.found.items() if column not in _CUSTOMER}
    found[mapped.column] = mapped
    return with_found(one, found)


def _is_open(customer: Mapped | None) -> bool:
    """Whether nothing says who the customer is: `Account` is a customer's elsewhere, and one of the books here."""
    return customer is None or (customer.how != "config" and fold_header(customer.header) == _ACCOUNT)


def _counts(one: Known, header: str) -> bool:
    """Whether a header is read as how many or how much."""
    return any(mapped.header == header and mapped.column in _NOT_THE_NUMBER for mapped in one.found.values())
