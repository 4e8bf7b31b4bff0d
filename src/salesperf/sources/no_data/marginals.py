"""Rows that say `All` or `Total` under some names and add up the rows that agree in all others: the edges of a cube."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

import polars as pl

from salesperf.sources.no_data.total_claim import Claim
from salesperf.sources.no_data.total_words import total_word
from salesperf.sources.values.cell_shape import is_figure
from salesperf.sources.values.money_cells import money_of

_SUFFICE = 2
"""Rows that one row of a kind must add up, for the others of the kind to be more than repeats."""
_MONEY, _ROWS = "__money", "__rows"
Kind = tuple[tuple[int, ...], tuple[int, ...], int]
"""Where a row says a total, where it names a group, and the column of its largest figure."""


def marginals(rows: pl.DataFrame, claims: Sequence[Claim], *, without: Collection[int]) -> set[int]:
    """The places of claims that add up the rows of data of their names, where all claims of their kind do.

    `claims` hold their largest figure alone; `without` are the places of all rows that are no data.
    """
    by_kind: dict[Kind, list[Claim]] = {}
    for claim in claims:
        said = tuple(at for at, cell in enumerate(claim.cells) if total_word(cell))
        named = tuple(
            at for at, cell in enumerate(claim.cells) if cell.strip() and at not in said and not is_figure(cell)
        )
        for at in claim.figures:
            by_kind.setdefault((said, named, at), []).append(claim)
    out = pl.Series(sorted(without), dtype=pl.Int64).implode()
    data = rows.with_row_index("__at").filter(~pl.col("__at").cast(pl.Int64).is_in(out)).drop("__at")
    found: set[int] = set()
    for (_, named, at), alike in by_kind.items():
        sums = _sums_of(data, named, at)
        told = [(one, sums.get(tuple(one.cells[place] for place in named))) for one in alike]
        is_sum = all(own is not None and own[0] == one.figures[at] for one, own in told)
        if is_sum and any(own is not None and own[1] >= _SUFFICE for _, own in told):
            found |= {one.place for one in alike}
    return found


def _sums_of(data: pl.DataFrame, named: Sequence[int], at: int) -> Mapping[tuple[str, ...], tuple[Decimal, int]]:
    """The sum of a column and the number of rows, by the cells under the names."""
    names = [data.columns[place] for place in named]
    keyed = data.select(*(pl.col(name).cast(pl.String) for name in names), money_of(data.to_series(at)).alias(_MONEY))
    sums = [pl.col(_MONEY).sum(), pl.len().alias(_ROWS)]
    grouped = keyed.group_by(names).agg(sums) if names else keyed.select(sums)
    return {row[:-2]: (row[-2], row[-1]) for row in grouped.iter_rows()}
