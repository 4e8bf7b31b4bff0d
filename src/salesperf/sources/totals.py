"""Rows that call themselves totals, judged by the rows around them: what they leave empty, and whether they add up.

A customer may be named `Colgate Total`: a row is a total when its figures, or what it leaves empty, bear its words out.
Where it has a date of its own, as a sale has, only its largest figure can.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import polars as pl

from salesperf.sources.cell_shape import Cells, filled, is_figure, is_none_written, is_value
from salesperf.sources.parse_number import number_format
from salesperf.sources.row_kind import group_named, label_at
from salesperf.sources.total_claim import Claim
from salesperf.tables.schema import MONEY

_HALF_CENT = Decimal("0.005")
"""How far the rounding of one row may put a sum off."""
_NEAR = 40
"""Edges on either side of a total that its block may reach to, beside the first and the last."""
_SUFFICE = 2
"""Empty cells that rows of data fill from which a row is no slip of a line; rows that add up by no chance."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A row that says total and is not the sum of its rows: its place, a figure of it, the column, the sum there is.

    `is_kept` where it has a date of its own and so stays a row of data.
    """

    place: int
    column: str
    figure: Decimal
    added: Decimal
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """The places of rows that are totals, and those of them (or of others known as totals) that do not add up."""

    totals: tuple[int, ...]
    odd: tuple[Odd, ...]


def judged(
    rows: pl.DataFrame, header: Sequence[str], *, known: Collection[int], perhaps: Sequence[int], out: Collection[int]
) -> Judged:
    """Which of the rows at `perhaps` are totals.

    `known` are the places of rows that are totals beyond doubt, `out` those of all rows known to be no data.
    """
    without = {*known, *perhaps, *out}
    claims = _claims(rows, sorted({*known, *perhaps}), without)
    columns = sorted({at for claim in claims for at, cell in enumerate(claim.cells) if is_figure(cell)})
    sums = _Sums.of(rows, columns, without=without)
    claims = [sums.with_figures(claim) for claim in claims]
    totals = {claim.place for claim in claims if claim.place in known or _is_total(claim, sums)}
    sisters = {claim.label for claim in claims if claim.place in totals and claim.group}
    dated = [claim for claim in claims if claim.place not in totals and claim.has_date_of_its_own()]
    # Where other groups have their totals, that of a group of one row is one too.
    of_one = [claim for claim in dated if claim.group and claim.label in sisters]
    totals |= {claim.place for claim in of_one if _is_total(claim, sums, suffice=1)}
    kept = [claim for claim in dated if claim.place not in totals]
    odd = [one for claim in claims if claim.place in totals for one in _odd(claim, sums, header)]
    if len(kept) > 1:
        # The others may be sales of a customer of that name: they are where the last one adds them up too.
        sales = {claim.place for claim in kept[:-1]}
        if _is_total(kept[-1], _Sums.of(rows, columns, without=without - sales)):
            totals.add(kept[-1].place)
            kept = []
    return Judged(tuple(sorted(totals.difference(known))), (*odd, *_doubts(kept, sums, header)))


def _claims(rows: pl.DataFrame, places: Sequence[int], without: Collection[int]) -> list[Claim]:
    """The rows at these places that have the words of a total, as yet without their figures."""
    found = []
    for place in places:
        cells = cells_of(rows, place)
        label = label_at(cells)
        if label is not None:
            line = line_beside(rows, place, without)
            found.append(Claim(place, cells, label, {}, group_named(cells[label]) or "", line))
    return found


def _is_total(claim: Claim, sums: _Sums, *, suffice: int = _SUFFICE) -> bool:
    """Whether what the row leaves empty, or what its figures add up, bears its words out.

    With a date of its own a row must add up at least `suffice` rows; without one that number is the same for all.
    """
    if not claim.figures:
        return False
    rows = sums.block_of(claim.of_largest(sums.at_edges) if claim.is_dated() else claim)
    if claim.has_date_of_its_own():
        return rows >= suffice and claim.says_only_total()
    line = claim.line
    behind = [cell for cell in claim.cells[claim.label + 1 :] if not is_none_written(cell)]
    only_figures = all(map(is_figure, behind))
    adds_up = rows >= _SUFFICE
    if not only_figures:
        return adds_up and not claim.group and all(is_value(cell) for cell in behind)
    empty = [at for at, cell in enumerate(line) if cell.strip() and not claim.cells[at].strip()]
    before = [at for at in range(claim.label) if claim.cells[at].strip()]
    is_carried = all(claim.cells[at] == line[at] for at in before)
    is_borne_out = rows > 0 or _stands_in(claim.group, line)
    if empty and is_carried and (is_borne_out or len(empty) >= _SUFFICE):
        return True
    has_keys = any(cell.strip() and not is_figure(cell) for cell in line[claim.label + 1 :])
    return adds_up and (bool(empty) or (is_carried and not has_keys))


def _stands_in(group: str, line: Cells) -> bool:
    return bool(group) and any(cell.strip().casefold() == group.casefold() for cell in line)


def line_beside(rows: pl.DataFrame, place: int, without: Collection[int]) -> Cells:
    """The nearest row of data above, else below; all empty where there is none."""
    for at in (*range(place - 1, -1, -1), *range(place + 1, rows.height)):
        if at not in without:
            cells = cells_of(rows, at)
            if filled(cells):
                return cells
    return ("",) * rows.width


def cells_of(rows: pl.DataFrame, place: int) -> Cells:
    """The cells of a row as text."""
    return tuple("" if cell is None else str(cell) for cell in rows.row(place))


def _odd(claim: Claim, sums: _Sums, header: Sequence[str]) -> Iterator[Odd]:
    """The row's last figure beside the rows it should add up, when none of its figures is a sum."""
    told = {at: figure for at, figure in claim.figures.items() if figure and at in sums.at_edges}
    if told and not sums.block_of(claim):
        at = max(told)
        yield Odd(claim.place, header[at], told[at], sums.above(claim.place, at))


def _doubts(kept: Sequence[Claim], sums: _Sums, header: Sequence[str]) -> Iterator[Odd]:
    """Dated rows that say nothing but total and add up nothing; the first of those with the same words."""
    told: set[str] = set()
    for claim in kept:
        words = claim.cells[claim.label]
        if words in told or not claim.says_only_total() or (claim.group and not sums.has(claim.group)):
            continue
        told.add(words)
        for at, figure in claim.of_largest(sums.at_edges).figures.items():
            yield Odd(claim.place, header[at], figure, sums.above(claim.place, at), is_kept=True)


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


def money_of(cells: pl.Series) -> pl.Series:
    """A column as money; null where a cell is no number."""
    if cells.dtype == pl.String:
        how = number_format(cells).format
        return cells.to_frame("cell").select(how.parsed(pl.col("cell"))).to_series()
    if cells.dtype.is_numeric():
        return cells.cast(MONEY, strict=False)
    return pl.Series([None], dtype=MONEY).new_from_index(0, cells.len())
