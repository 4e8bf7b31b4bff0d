"""Rows that call themselves totals, judged by the rows around them: what they leave empty, and whether they add up.

A customer may be named `Colgate Total`: a row is a total when its figures, or what it leaves empty, bear its words out.
Where it has a date of its own, as a sale has, only its largest figure can.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.sources.no_data.marginals import marginals
from salesperf.sources.no_data.row_kind import group_named, is_starred_total, label_at
from salesperf.sources.no_data.running_sums import Sums
from salesperf.sources.no_data.total_claim import Claim, says_nothing
from salesperf.sources.no_data.total_words import Word, total_word, total_word_at
from salesperf.sources.values.cell_shape import Cells, filled, is_figure, is_value

_SUFFICE = 2
"""Empty cells that rows of data fill from which a row is no slip of a line; rows that add up by no chance."""


class Odd(Struct, frozen=True):
    """A row that says total and is not the sum of its rows: its place, a figure of it, the column, the sum there is.

    `is_kept` where it has a date of its own and so stays a row of data.
    """

    place: int
    column: str
    figure: Decimal
    added: Decimal
    is_kept: bool = False


class Judged(Struct, frozen=True):
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
    sums = Sums.of(rows, columns, without=without)
    claims = [sums.with_figures(claim) for claim in claims]
    totals = {claim.place for claim in claims if claim.place in known or _is_total(claim, sums)}
    sisters = {claim.label for claim in claims if claim.place in totals and claim.group}
    dated = [claim for claim in claims if claim.place not in totals and claim.has_date_of_its_own()]
    # Where other groups have their totals, that of a group of one row is one too.
    of_one = [claim for claim in dated if claim.group and claim.label in sisters]
    totals |= {claim.place for claim in of_one if _is_total(claim, sums, suffice=1)}
    totals -= _by_chance(claims, totals)
    totals |= _of_proven_words(claims, totals, sums)
    said = [one.of_largest(sums.at_edges) for one in claims if one.word and one.place not in totals]
    edges = marginals(rows, said, without=without) if any(one.word is Word.WHOLE for one in said) else set[int]()
    totals |= edges
    kept = [claim for claim in dated if claim.place not in totals]
    odd = [one for claim in claims if claim.place in totals - edges for one in _odd(claim, sums, header)]
    if len(kept) > 1:
        # The others may be sales of a customer of that name: they are where the last one adds them up too.
        sales = {claim.place for claim in kept[:-1]}
        if _is_total(kept[-1], Sums.of(rows, columns, without=without - sales)):
            totals.add(kept[-1].place)
            kept = []
    plain = [one for one in claims if one.place not in totals and one not in dated and one.word > Word.WHOLE]
    return Judged(tuple(sorted(totals.difference(known))), (*odd, *_doubts([*kept, *plain], sums, header)))


def _by_chance(claims: Sequence[Claim], totals: set[int]) -> set[int]:
    """The places of rows that fill all cells as sales do and add up, where most rows of the same word do not."""
    found: set[int] = set()
    full = [one for one in claims if one.word in {Word.WHOLE, Word.PERHAPS} and one.is_full()]
    for words in {claim.cells[claim.label] for claim in full if claim.place in totals}:
        alike = [one.place for one in full if one.cells[one.label] == words]
        proven = totals & set(alike)
        found |= proven if len(proven) * 2 < len(alike) else set()
    return found


def _of_proven_words(claims: Sequence[Claim], totals: Collection[int], sums: Sums) -> set[int]:
    """The places of totals of one row, where the same word is a total in another row and a sum wherever it stands."""
    found: set[int] = set()
    for words in {claim.cells[claim.label] for claim in claims if claim.place in totals and claim.word}:
        rest = [one for one in claims if one.place not in totals and one.cells[one.label] == words and not one.group]
        if all(_is_total(one, sums, suffice=1) for one in rest):
            found |= {one.place for one in rest}
    return found


def _claims(rows: pl.DataFrame, places: Sequence[int], without: Collection[int]) -> list[Claim]:
    """The rows at these places that have the words of a total, as yet without their figures."""
    found = []
    for place in places:
        cells = cells_of(rows, place)
        label = label_at(cells)
        label = total_word_at(cells) if label is None else label
        if label is None and is_starred_total(cells):
            label = next(at for at, cell in enumerate(cells) if cell.strip())
        if label is not None:
            line = line_beside(rows, place, without)
            found.append(Claim(place, cells, label, {}, group_named(cells[label]) or "", line))
    return found


def _is_total(claim: Claim, sums: Sums, *, suffice: int = _SUFFICE) -> bool:
    """Whether what the row leaves empty, or what its figures add up, bears its words out.

    With a date of its own a row must add up at least `suffice` rows; without one that number is the same for all.
    """
    if not claim.figures:
        return False
    if claim.word is Word.CERTAIN:
        suffice = 1
    rows = sums.block_of(claim.of_largest(sums.at_edges) if claim.is_dated() else claim)
    if claim.has_date_of_its_own():
        return rows >= suffice and claim.says_only_total()
    line = claim.line
    behind = [cell for cell in claim.cells[claim.label + 1 :] if not says_nothing(cell)]
    only_figures = all(map(is_figure, behind))
    adds_up = rows >= (_SUFFICE if claim.group else suffice)
    if claim.word is Word.WHOLE and not adds_up:
        return False
    if not only_figures:
        return adds_up and not claim.group and all(is_value(cell) for cell in behind)
    empty = [at for at, cell in enumerate(line) if cell.strip() and not claim.cells[at].strip()]
    before = [at for at in range(claim.label) if claim.cells[at].strip()]
    is_carried = all(claim.cells[at] == line[at] or total_word(claim.cells[at]) for at in before)
    is_borne_out = rows > 0 or _stands_in(claim.group, line)
    if empty and is_carried and (is_borne_out or len(empty) >= _SUFFICE):
        return True
    rest = [(at, cell) for at, cell in enumerate(line) if at > claim.label and not total_word(claim.cells[at])]
    has_keys = any(cell.strip() and not is_figure(cell) for _, cell in rest)
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


def _odd(claim: Claim, sums: Sums, header: Sequence[str]) -> Iterator[Odd]:
    """The row's last figure beside the rows it should add up, when none of its figures is a sum."""
    told = {at: figure for at, figure in claim.figures.items() if figure and at in sums.at_edges}
    if told and not sums.block_of(claim):
        at = max(told)
        yield Odd(claim.place, header[at], told[at], sums.above(claim.place, at))


def _doubts(kept: Sequence[Claim], sums: Sums, header: Sequence[str]) -> Iterator[Odd]:
    """Dated rows that say nothing but total and add up nothing; the first of those with the same words."""
    told: set[str] = set()
    for claim in kept:
        words = claim.cells[claim.label]
        if words in told or not claim.says_only_total() or (claim.group and not sums.has(claim.group)):
            continue
        told.add(words)
        for at, figure in claim.of_largest(sums.at_edges).figures.items():
            yield Odd(claim.place, header[at], figure, sums.above(claim.place, at), is_kept=True)
