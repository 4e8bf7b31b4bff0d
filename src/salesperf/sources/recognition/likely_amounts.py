"""What proposed lines say of the amount: what it comes to, and which other columns it may be, with their sums."""

from __future__ import annotations

from collections.abc import Mapping

from salesperf.core.text import Count, Text, listing, same
from salesperf.sources.recognition.guessed_amount import is_no_sale, is_quantity
from salesperf.sources.recognition.no_amounts import amounts_among, is_counted, money_under, says_money
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.values.parse_number import is_number_like

_COMES_TO = Text("{header!r} ({sum})", "「{header}」（合计 {sum}）")
_TIMES = Text("{header!r} × {quantity!r} ({sum})", "「{header}」×「{quantity}」（合计 {sum}）")
_BESIDE = Text(
    "; in the {rows:row|rows} looked at the amount is {taken}, and it may be {others}",
    "；在查看的 {rows} 行中，金额取{taken}，也可能是{others}",
)
_MAY_BE = Text(
    "{lack}; the amount may be {header!r} ({sum} in the {rows:row|rows} looked at)",
    "{lack}；金额可能是「{header}」（所查看的 {rows} 行合计 {sum}）",
)
_NOTHING = same("")
_MOST = 3


def amounts_beside(sample: Sample, columns: Mapping[str, str]) -> Text:
    """The other ways to an amount than that of the `columns`, each with its sum; nothing where there is none."""
    taken, quantity = columns.get("amount"), columns.get("quantity")
    used = {header for column, header in columns.items() if column not in {"amount", "unit_price"}}
    if taken is not None:
        others = [_COMES_TO.fill(header=header, sum=_sum(sample, header)) for header in _others(sample, {*used, taken})]
        counted = quantity or next(filter(is_quantity, sample.header), None)
        product = [] if counted is None else _times(sample, taken, counted)
        said = _COMES_TO.fill(header=taken, sum=_sum(sample, taken))
    elif quantity is not None and "unit_price" in columns:
        price = columns["unit_price"]
        product = []
        others = [_COMES_TO.fill(header=header, sum=_sum(sample, header)) for header in _others(sample, used)]
        said = next(iter(_times(sample, price, quantity)), _COMES_TO.fill(header=price, sum=_sum(sample, price)))
    else:
        return _NOTHING
    ways = [*product, *others][:_MOST]
    return _BESIDE.fill(rows=Count(sample.rows.height), taken=said, others=listing(ways)) if ways else _NOTHING


def without_counted(sample: Sample, columns: Mapping[str, str]) -> dict[str, str]:
    """The columns, an amount that counts pieces as the quantity, and a price beside it as the amount of the row.

    Such an amount has small whole numbers where another column has more.
    """
    taken = columns.get("amount")
    if taken is None:
        return dict(columns)
    numbers = [header for header in sample.header if is_number_like(sample.rows[header], share=1.0)]
    if taken not in numbers or not is_counted(sample, taken) or taken in amounts_among(sample, numbers):
        return dict(columns)
    rest = {column: header for column, header in columns.items() if column not in {"amount", "unit_price"}}
    own = {"amount": columns["unit_price"]} if "unit_price" in columns else {}
    return {"quantity": taken, **rest, **own}


def lack_beside(sample: Sample, lack: Text, columns: Mapping[str, str]) -> Text:
    """What a table lacks of sales, with the column that may be its amount."""
    taken = columns.get("amount")
    if taken is None or not says_money(taken):
        return lack
    return _MAY_BE.fill(lack=lack, header=taken, sum=_sum(sample, taken), rows=Count(sample.rows.height))


def _others(sample: Sample, used: set[str]) -> list[str]:
    """Columns of money that may be the amount too; what is taken off or earned from it is none."""
    free = [header for header in sample.header if header not in used and not is_no_sale(header) and says_money(header)]
    return amounts_among(sample, [header for header in free if is_number_like(sample.rows[header], share=1.0)])


def _times(sample: Sample, price: str, quantity: str) -> list[Text]:
    """The product of a price and a quantity, where it is not the price itself."""
    if not is_number_like(sample.rows[quantity], share=1.0):
        return []
    pieces, money = money_under(sample, quantity), money_under(sample, price)
    worth = float((pieces * money).sum() or 0)
    if abs(worth - float(money.sum() or 0)) < 1:
        return []
    return [_TIMES.fill(header=price, quantity=quantity, sum=f"{worth:,.2f}")]


def _sum(sample: Sample, header: str) -> str:
    return f"{money_under(sample, header).sum() or 0:,.2f}"
