"""Order forms one below the other: the header of the first comes again under labels of its own, of another order.

A list that is printed page by page repeats its header too, under the day of printing; it has days or numbers of orders
in its columns, and is left whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.core.late import late
from salesperf.sources.headers.layout import head_of
from salesperf.sources.values.cell_shape import Cells, filled, is_blank
from salesperf.sources.values.labels import are_labels, labelled

_LABELS = 2
"""Labels that two forms must share: one alone heads a group of rows."""
_OF_ORDERS = late(r"(?i)\bdate|\bday\b|\b(?:order|invoice|document|doc)\b|日期|时间|单号|订单|单据|编号.*单")
"""Headers of lists in which each row says its order or its day."""


def form_tops(grid: Sequence[Cells]) -> Iterator[int]:
    """The first row of each form below the first, its labels and titles included."""
    head = head_of(grid)
    if head.header is None or not any(map(_are_pairs, grid[: head.header])):
        return
    header = _cells(grid[head.header])
    own = _labels(grid[: head.header])
    if len(own) < _LABELS or any(map(_OF_ORDERS.search, header)):
        return
    for at in range(head.header + 1, len(grid)):
        if _cells(grid[at]) == header and (top := _top(grid, at)) < at and len(own & _labels(grid[top:at])) >= _LABELS:
            yield top


def _top(grid: Sequence[Cells], header: int) -> int:
    """The first of the rows of titles and labels over a header that comes again, below which blank rows may stand."""
    at = header
    while is_blank(grid[at - 1]):
        at -= 1
    while filled(grid[at - 1]) == 1 or _are_pairs(grid[at - 1]):
        at -= 1
    return at


def _are_pairs(row: Cells) -> bool:
    """Whether a row is labels with their values, beside them or in their own cells."""
    said = [cell for cell in row if cell.strip()]
    return bool(said) and (are_labels(row) or all(len(list(labelled([cell]))) == 1 for cell in said))


def _labels(rows: Sequence[Cells]) -> set[str]:
    return {label for row in rows for label, _ in labelled([cell for cell in row if cell.strip()])}


def _cells(row: Cells) -> list[str]:
    return [cell.strip() for cell in row if cell.strip()]
