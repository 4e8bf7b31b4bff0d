"""Lines of sales that are those of invoices with due dates: what is owed is read of them too, beside payments."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.sources.known import Anew, Known
from salesperf.sources.recognition.planned_receipts import plans_of
from salesperf.sources.rows.raw import Held

_OF_DEBT = frozenset({"due_date", "payment_terms"})
_OF_PAYMENT = frozenset({"balance", "paid_amount", "settled_date"})
_NEEDED = frozenset({"invoice_id", "invoice_date", "amount"})
_TOLD = Text(
    "the lines of {file} are those of invoices: sales and what is owed are both read of them",
    "{file} 的明细为发票明细：销售与应收均取自该文件",
)


def bills_of(tables: Sequence[Known], *, anew: Anew) -> list[Known]:
    """The invoices that tables of order lines, or else of payments with their plan, also are, behind all tables.

    None where the files have invoices of their own, or nothing says what of these was paid.
    """
    if any(one.table == "invoices" for one in tables):
        return []
    is_paid = any(one.table == "payments" for one in tables)
    found = []
    for place, one in enumerate(tables):
        amount = one.found.get("amount") or one.found.get("total_amount")
        if one.table != "orders" or one.returned_by is not None or amount is None or "invoice_id" in one.found:
            continue
        known = anew(place, "invoices", {"amount": amount.header})
        if known is None and not is_paid:
            known = _by_order(place, one, amount.header, anew)
        if known is not None and _is_of_debt(known, is_paid=is_paid):
            held = Held(0, _TOLD.fill(file=one.raw.file.name))
            mapped = {
                name: replace(each, how="alias", evidence=amount.evidence) if name == "amount" else each
                for name, each in known.found.items()
            }
            recognition = replace(known.recognition, mapped=tuple(mapped.values()))
            # Rows of no data and their findings are told of the table itself.
            raw = replace(known.raw, held=held, layout=replace(known.raw.layout, dropped={}), issues=())
            found.append(replace(known, raw=raw, found=mapped, recognition=recognition))
    return found or plans_of(tables, anew=anew)


def _by_order(place: int, one: Known, amount: str, anew: Anew) -> Known | None:
    """What is owed of each order or contract, in a list that names no invoices; payments would name the orders."""
    order = one.found.get("order_id")
    return None if order is None else anew(place, "invoices", {"amount": amount, "invoice_id": order.header})


def _is_of_debt(known: Known, *, is_paid: bool) -> bool:
    has = known.found.keys()
    return has >= _NEEDED and not _OF_DEBT.isdisjoint(has) and (is_paid or not _OF_PAYMENT.isdisjoint(has))
