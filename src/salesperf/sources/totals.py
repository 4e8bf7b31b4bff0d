"""Rows that call themselves totals, judged by the rows around them: what they leave empty, and whether they add up.

A customer may be named `Colgate Total`: a row is a total when its figures, or what it leaves empty, bear its words out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import polars as pl

from salesperf.sources.cell_shape import Cells, filled, is_figure, is_none_written, is_value
from salesperf.sources.parse_number import number_format
from salesperf.sources.row_kind import group_named, label_at
from salesperf.tables.schema import MONEY

_HALF_CENT = Decimal("0.005")
"""How far the rounding of one row may put a sum off."""
_NEAR = 40
"""Edges on either side of a total that its block may reach to, beside the first and the last."""
_SUFFICE = 2
"""Empty cells that rows of data fill from which a row is no slip of a line; rows that add up by no chance."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A total that is not the sum of its rows: its place, a figure of it, the column, and the sum there is."""

    place: int
    column: str
    figure: Decimal
    added: Decimal


@dataclass(frozen=True, slots=True)
class Judged:
    """The places of rows that are totals, and those of them (or of others known as totals) that do not add up."""

    totals: tuple[int, ...]
    odd: tuple[Odd, ...]


@dataclass(frozen=True, slots=True)
class _Claim:
    """A row with the words of a total: its cells, where the words stand, its figures by column, the group it names."""

    place: int
    cells: Cells
    label: int
    figures: dict[int, Decimal]
    group: str


def judged(
    rows: pl.DataFrame, header: Sequence[str], *, known: Collection[int], perhaps: Sequence[int], out: Collection[int]
) -> Judged:
    """Which of the rows at `perhaps` are totals.

    `known` are the places of rows that are totals beyond doubt, `out` those of all rows known to be no data.
    """
    claims = {place: _cells(rows, place) for place in {*known, *perhaps}}
    labels = {place: label_at(cells) for place, cells in claims.items()}
    columns = sorted({at for cells in claims.values() for at, cell in enumerate(cells) if is_figure(cell)})
    sums = _Sums.of(rows, columns, without={*claims, *out})
    totals: list[int] = []
    odd: list[Odd] = []
    for place, cells in sorted(claims.items()):
        label = labels[place]
        if label is None:
            continue
        figures = {at: value for at in columns if at > label and (value := sums.figure(place, at)) is not None}
        claim = _Claim(place, cells, label, figures, group_named(cells[label]) or "")
        if place in known or _is_total(claim, rows, sums, without={*claims, *out}):
            totals.append(place)
            odd += _odd(claim, sums, header)
    return Judged(tuple(place for place in totals if place not in known), tuple(odd))


def _is_total(claim: _Claim, rows: pl.DataFrame, sums: _Sums, *, without: Collection[int]) -> bool:
    """Whether what the row leaves empty, or what its figures add up, bears its words out."""
    if not claim.figures:
        return False
    line = _line_beside(rows, claim.place, without)
    behind = [cell for cell in claim.cells[claim.label + 1 :] if not is_none_written(cell)]
    only_figures = all(map(is_figure, behind))
    adds_up = sums.block_of(claim) >= _SUFFICE
    if not only_figures:
        return adds_up and not claim.group and all(is_value(cell) for cell in behind)
    empty = [at for at, cell in enumerate(line) if cell.strip() and not claim.cells[at].strip()]
    before = [at for at in range(claim.label) if claim.cells[at].strip()]
    is_carried = all(claim.cells[at] == line[at] for at in before)
    is_borne_out = sums.block_of(claim) > 0 or _stands_in(claim.group, line)
    if empty and is_carried and (is_borne_out or len(empty) >= _SUFFICE):
        return True
    has_keys = any(cell.strip() and not is_figure(cell) for cell in line[claim.label + 1 :])
    return adds_up and (bool(empty) or (is_carried and not has_keys))


def _stands_in(group: str, line: Cells) -> bool:
    return bool(group) and any(cell.strip().casefold() == group.casefold() for cell in line)


def _line_beside(rows: pl.DataFrame, place: int, without: Collection[int]) -> Cells:
    """The nearest row of data above, else below; all empty where there is none."""
    for at in (*range(place - 1, -1, -1), *range(place + 1, rows.height)):
        if at not in without:
            cells = _cells(rows, at)
            if filled(cells):
                return cells
    return ("",) * rows.width


def _cells(rows: pl.DataFrame, place: int) -> Cells:
    return tuple("" if cell is None else str(cell) for cell in rows.row(place))


def _odd(claim: _Claim, sums: _Sums, header: Sequence[str]) -> Iterator[Odd]:
    """The row's last figure beside the rows it should add up, when none of its figures is a sum."""
    told = {at: figure for at, figure in claim.figures.items() if figure and at in sums.at_edges}
    if told and not sums.block_of(claim):
        at = max(told)
        yield Odd(claim.place, header[at], told[at], sums.above(claim.place, at))


@dataclass(frozen=True, slots=True)
class _Sums:
    """Running sums of the rows of data, taken at `edges`: the places at which a block of rows may begin or end.

    `at_edges[column]` adds up the rows above each edge, `rows` counts them; `cells` are the columns as money.
    """

    frame: pl.DataFrame
    cells: dict[int, pl.Series]
    at_edges: dict[int, list[Decimal]]
    rows: list[int]
    edges: list[int]

    @classmethod
    def of(cls, frame: pl.DataFrame, columns: Sequence[int], *, without: Collection[int]) -> _Sums:
        """The sums of these columns over all rows but `without`."""
        edges = sorted({0, frame.height, *without, *(place + 1 for place in without)})
        out = pl.Series(sorted(without), dtype=pl.get_index_type())
        is_line = pl.select(~pl.int_range(frame.height, dtype=pl.get_index_type()).is_in(out.implode())).to_series()
        cells, at_edges = {}, {}
        for at in columns:
            money = _money(frame.to_series(at))
            cells[at] = money
            lines = pl.select(pl.when(is_line).then(money)).to_series()
            if lines.sum():
                at_edges[at] = [Decimal(0), *_up_to(lines, edges[1:])]
        return cls(frame, cells, at_edges, [0, *_up_to(is_line.cast(pl.Int64), edges[1:])], edges)

    def figure(self, place: int, column: int) -> Decimal | None:
        """The figure of a cell."""
        value = self.cells[column].item(place)
        return value if isinstance(value, Decimal) else None

    def above(self, place: int, column: int) -> Decimal:
        """The sum of all rows of data above a place."""
        return self.at_edges[column][bisect_left(self.edges, place)]

    def block_of(self, claim: _Claim) -> int:
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

    def _rows_of_group(self, claim: _Claim) -> int:
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


def _money(cells: pl.Series) -> pl.Series:
    """A column as money; null where a cell is no number."""
    if cells.dtype == pl.String:
        how = number_format(cells).format
        return cells.to_frame("cell").select(how.parsed(pl.col("cell"))).to_series()
    if cells.dtype.is_numeric():
        return cells.cast(MONEY, strict=False)
    return pl.Series([None], dtype=MONEY).new_from_index(0, cells.len())
