"""Labels with what they are of beside them: `Customer:` | Harbour & Sons, or 订单编号：DD001 in one cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

_COLONS = (":", "：")


def is_label(cell: str) -> bool:
    """Whether a cell is a label whose value stands beside it.

    >>> is_label("Customer:"), is_label("客户名称： "), is_label("Customer"), is_label("12:")
    (True, True, False, False)
    """
    text = cell.strip()
    return text.endswith(_COLONS) and any(letter.isalpha() for letter in text)


def are_labels(row: Sequence[str]) -> bool:
    """Whether a row is labels and values in turn, with one value at least; headers that end in colons have none.

    >>> are_labels(["Customer:", "Ann", "", "Order No:", "7"]), are_labels(["Item:", "Qty:"])
    (True, False)
    """
    cells = [cell for cell in row if cell.strip()]
    if not cells or not is_label(cells[0]):
        return False
    marks = [is_label(cell) for cell in cells]
    return not all(marks) and all(here or before for before, here in pairwise(marks))


def labelled(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The labels among texts that stand one after the other, with their values.

    >>> list(labelled(["Sales order", "Customer:", "Ann", "Order No: 7", "Date:"]))
    [('Customer', 'Ann'), ('Order No', '7')]
    """
    for place, text in enumerate(texts):
        if is_label(text):
            value = texts[place + 1] if place + 1 < len(texts) else ""
            if value and not is_label(value):
                yield text.strip().rstrip(":： "), value.strip()
            continue
        label, colon, value = text.replace("：", ":").partition(":")
        if colon and label.strip() and value.strip():
            yield label.strip(), value.strip()
