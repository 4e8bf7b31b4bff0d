"""Running sums of the columns of a table, and the rows that a figure adds up; refuses to say what such rows are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.sources.no_data.total_claim import Claim
from salesperf.sources.values.money_cells import money_of

_HALF_CENT = Decimal("0.005")
"""How far the rounding of one row may put a sum off."""
_NEAR = 40
"""Edges on either side of a total that its block may reach to, beside the first and the last."""


class Sums(Struct, frozen=True):
    """Running sums of the rows of data, taken at `edges`: the places at which a block of rows may begin or end.

    `at_edges[column]` adds up the rows above each edge, `rows` counts them; `cells` are the columns as money.
    """

    frame: pl.DataFrame
    cells: dict[int, pl.Series]
    at_edges: dict[int, list[Decimal]]
    rows: list[int]
    edges: list[int]

    @classmethod
    def of(cls, frame: pl.DataFrame, columns: Sequence[int], *, without: Collection[int]) -> Sums:
        """The sums of these columns over all rows but `without`."""
        edges = sorted({0, frame.height, *without, *(place + 1 for place in without)})
        out = pl.Series(sorted(without), dtype=pl.get_index_type())
        is_line = pl.select(~pl.int_range(frame.height, dtype=pl.get_index_type()).is_in(out.implode())).to_series()
        cells, at_edges = {}, {}
        for at in columns:
            money = money_of(frame.to_series(at))
            cells[at] = money
            lines = pl.select(pl.when(is_line).then(money)).to_series()
            if lines.sum():
                at_edges[at] = [Decimal(0), *_up_to(lines, edges[1:])]
        return cls(frame, cells, at_edges, [0, *_up_to(is_line.cast(pl.Int64), edges[1:])], edges)

    def figure(self, place: int, column: int) -> Decimal | None:
        """The figure of a cell."""
        value = self.cells[column].item(place)
        return value if isinstance(value, Decimal) else None

    def with_figures(self, claim: Claim) -> Claim:
        """The claim with its figures behind the words."""
        behind = (at for at in self.cells if at > claim.label)
        figures = {at: value for at in behind if (value := self.figure(claim.place, at)) is not None}
        return replace(claim, figures=figures)

    def has(self, group: str) -> bool:
        """Whether some row names the group."""
        texts = [name for name, dtype in self.frame.schema.items() if dtype == pl.String]
        return any((self.frame[name].str.strip_chars() == group).any() for name in texts)

    def above(self, place: int, column: int) -> Decimal:
        """The sum of all rows of data above a place."""
        return self.at_edges[column][bisect_left(self.edges, place)]

    def block_of(self, claim: Claim) -> int:
        """The rows that one of the claim's figures adds up, next to it or of its group anywhere; 0 when none does."""
        here = bisect_left(self.edges, claim.place)
        near = range(max(0, here - _NEAR), min(len(self.edges), here + _NEAR))
        for at, figure in claim.figures.items():
            if not figure or at not in self.at_edges:
                continue
            sums = self.at_edges[at]
            for other in sorted({0, *near, len(self.edges) - 1}, key=lambda edge: abs(edge - here)):
                rows: int = abs(self.rows[other] - self.rows[here])
                if rows and abs(abs(sums[other] - sums[here]) - abs(figure)) <= _HALF_CENT * rows:
                    return rows
        return self._rows_of_group(claim)

    def _rows_of_group(self, claim: Claim) -> int:
        """The rows that say the claim's group in some column, when a figure adds them up."""
        for name, dtype in self.frame.schema.items():
            if dtype != pl.String or not claim.group:
                continue
            of_group = (self.frame[name].str.strip_chars() == claim.group).fill_null(value=False)
            rows = int(of_group.sum())
            for at, figure in claim.figures.items():
                added = self.cells[at].filter(of_group).sum()
                if rows and figure and isinstance(added, Decimal) and abs(added - figure) <= _HALF_CENT * rows:
                    return rows
        return 0


def _up_to(values: pl.Series, places: Sequence[int]) -> list[Any]:
    """The sum of all values above each of these places, which are not the first."""
    last = pl.Series([place - 1 for place in places], dtype=pl.get_index_type())
    return values.fill_null(strategy="zero").cum_sum().gather(last).to_list()
