"""A sum left below the rows without a word beside it, its currency at most: it adds up all of them, to the cent."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

import polars as pl

from salesperf.sources.values.cell_shape import is_figure
from salesperf.sources.values.money_cells import money_of
from salesperf.sources.values.money_unit import money_unit

_LAST = 3
"""Rows at the end among which the last one with a cell is sought."""
_EMPTY = 2
"""Cells that such a row leaves empty at least, while the first row fills them."""
_ROWS = 2
"""Rows that a sum adds up at least: that of one row says nothing."""


def figures_at_end(rows: pl.DataFrame) -> int | None:
    """The place of the last row that is not empty, where it holds figures alone and the first row more."""
    last = rows.tail(_LAST).rows()
    at = next((at for at in range(len(last) - 1, 0, -1) if _filled(last[at])), 0)
    if not at:
        return None
    ours = _figures(last[at])
    if ours is None or len(_filled(rows.row(0)).keys() - _filled(last[at]).keys()) < _EMPTY:
        return None
    return rows.height - len(last) + at


def sums_at_end(rows: pl.DataFrame, place: int | None, *, out: Collection[int]) -> tuple[int, ...]:
    """The place, where each of its figures is the sum of its column over all rows above but those that are `out`."""
    if place is None or place in out:
        return ()
    above = [at for at in range(place) if at not in out]
    figures = _figures(rows.row(place)) or ()
    is_sum = len(above) >= _ROWS and all(_adds_up(rows.to_series(at), place, above) for at in figures)
    return (place,) if figures and is_sum else ()


def _figures(row: tuple[object, ...]) -> tuple[int, ...] | None:
    """The places of figures in a row; None where anything else but the currency of a sum stands in it, or no figure."""
    cells = {at: str(cell) for at, cell in _filled(row).items()}
    found = tuple(at for at, cell in cells.items() if is_figure(cell))
    rest = [money_unit(cell) for at, cell in cells.items() if at not in found]
    return found if found and all(unit.currency and unit.scale in {None, 1} for unit in rest) else None


def _adds_up(cells: pl.Series, place: int, above: list[int]) -> bool:
    money = money_of(cells)
    figure, added = money.item(place), money.gather(above).sum()
    return isinstance(figure, Decimal) and bool(figure) and figure == added


def _filled(row: tuple[object, ...]) -> dict[int, object]:
    return {at: cell for at, cell in enumerate(row) if cell is not None and str(cell).strip()}
