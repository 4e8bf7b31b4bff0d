"""Blank rows, totals, footers and repeated headers inside a frame: found by expressions, left out and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.sources.no_data.bare_sums import figures_at_end, sums_at_end
from salesperf.sources.no_data.company_rows import is_of_company, scope_columns
from salesperf.sources.no_data.group_headings import groups_of
from salesperf.sources.no_data.other_header import is_header_in_other_words
from salesperf.sources.no_data.row_kind import (
    BLANK,
    FOOTER,
    REPEATED_HEADER,
    STATISTIC,
    TITLE,
    TOTAL,
    may_be_total,
    row_kind,
    talk_at_end,
)
from salesperf.sources.no_data.statistic_rows import may_be_statistic, statistics
from salesperf.sources.no_data.suspects import suspects
from salesperf.sources.no_data.total_words import total_word_at
from salesperf.sources.no_data.totals import Odd, cells_of, judged
from salesperf.sources.values.cell_shape import is_figure

_GROUPED = Text(
    "{rows:row has|rows have} the name of their group from the row that stands above it",
    "{rows} 行取所在分组标题行的名称",
)
_INDEX = "__row"
_END = 20
"""Rows at the end that may be talk."""
_KEPT = 100
"""Totals up to which their cells are kept."""
_TITLES = 4
"""Rows of one text above a header that is said again: company, report, period, department."""


class Cleaned(Struct, frozen=True):
    """The rows that are data, the count of others by reason, and row numbers when they do not just count on."""

    rows: pl.DataFrame
    dropped: dict[str, int]
    row_numbers: tuple[int, ...] | None
    places: tuple[int, ...] = ()
    """The rows left out, counted from 0 in the frame given."""
    kinds: tuple[str, ...] = ()
    """Why each of them was."""
    odd: tuple[Odd, ...] = ()
    """Totals that do not add up the rows around them."""
    grouped: int = 0
    """Rows that took the name of their group from the row above it."""
    totals: Mapping[int, tuple[str, ...]] = {}
    """The cells of the rows left out as totals, by their place, where these are few."""

    def findings(self, where: Where, numbers: Sequence[int] | range) -> tuple[Issue, ...]:
        """A finding for each total that does not add up; `numbers` are those of all rows given, as the file counts."""
        told = [_finding(one, where, numbers[one.place]) for one in self.odd]
        if self.grouped:
            place = Where(where.file, where.sheet, column=self.rows.columns[0])
            told.append(issue("R213", _GROUPED.fill(rows=Count(self.grouped)), place, count=self.grouped))
        return tuple(told)


def _finding(one: Odd, where: Where, row: int) -> Issue:
    figure, added = (f"{value.normalize():,f}" for value in (one.figure, one.added))
    code, en, zh = ("R138", "row that says total is kept as data: it", "写有合计字样的行按数据计入：该行")
    if not one.is_kept:
        code, en, zh = ("R130", "the total", "合计")
    message = Text(
        f"{en} says {figure}, the rows above it add up to {added}", f"{zh}为 {figure}，其上各行相加为 {added}"
    )
    return issue(code, message, Where(where.file, where.sheet, row, one.column or None))


def without_rows_of_no_data(
    rows: pl.DataFrame, *, header: Sequence[str], first_row: int, says_total: bool = True
) -> Cleaned:
    """The data rows of a frame whose first row stands in row `first_row` of the file.

    Without `says_total` it is known that no cell holds a word of totals (`total_words.may_say_total`).

    Expressions pick the few rows that could be no data; each of them is then judged cell by cell, and those that may
    be totals by the rows around them.
    """
    worth = suspects(rows, header, says_total=says_total)
    bare = figures_at_end(rows)
    if worth is None and bare is None and not is_header_in_other_words(rows, header):
        return Cleaned(rows, {}, None)
    groups = groups_of(rows)
    kinds, perhaps, measures = _looked_at(rows, worth, header)
    if is_header_in_other_words(rows, header):
        kinds[0] = REPEATED_HEADER
    kinds |= dict.fromkeys((*_titles_of_headers(rows, kinds), *groups.headings), TITLE)
    kinds |= dict.fromkeys(groups.totals, TOTAL)
    perhaps = [place for place in perhaps if place not in kinds]
    if measures:
        kinds |= dict.fromkeys(statistics(rows, perhaps=measures, out={*kinds, *perhaps}), STATISTIC)
    odd: tuple[Odd, ...] = ()
    totals = [place for place, kind in kinds.items() if kind == TOTAL]
    if totals or perhaps:
        found = judged(rows, header, known=totals, perhaps=perhaps, out=kinds)
        kinds |= dict.fromkeys(found.totals, TOTAL)
        odd = found.odd
    kinds |= dict.fromkeys(sums_at_end(rows, bare, out=kinds), TOTAL)
    cleaned = _without(rows, kinds, odd, first_row) if kinds else Cleaned(rows, {}, None, odd=odd)
    return _with_groups(cleaned, groups.names) if groups.names else cleaned


def _looked_at(
    rows: pl.DataFrame, worth: pl.Series | None, header: Sequence[str]
) -> tuple[dict[int, str], list[int], list[int]]:
    """Why rows that are worth a look are no data by their own cells; places that may be totals, and statistics."""
    looked_at = rows.with_row_index(_INDEX)
    looked_at = looked_at.clear() if worth is None else looked_at.filter(worth)
    kinds: dict[int, str] = dict.fromkeys(_talk(rows, header), FOOTER)
    perhaps: list[int] = []
    measures: list[int] = []
    scopes = scope_columns(header)
    for place, *values in looked_at.iter_rows():
        cells = ["" if cell is None else str(cell) for cell in values]
        kind = row_kind(cells, header=header)
        if kind in {None, TOTAL} and is_of_company(cells, scopes=scopes):
            continue
        if kind is not None:
            kinds.setdefault(place, kind)
        elif may_be_total(cells) or total_word_at(cells) is not None:
            perhaps.append(place)
        elif may_be_statistic(cells):
            measures.append(place)
    return kinds, perhaps, measures


def _with_groups(cleaned: Cleaned, groups: Sequence[str | None]) -> Cleaned:
    """The rows that are left with the name of their group in the first column."""
    out = frozenset(cleaned.places)
    names = [name for place, name in enumerate(groups) if place not in out]
    first = pl.Series(cleaned.rows.columns[0], names, dtype=pl.String)
    return replace(cleaned, rows=cleaned.rows.with_columns(first), grouped=first.len() - first.null_count())


def _titles_of_headers(rows: pl.DataFrame, kinds: Mapping[int, str]) -> Iterator[int]:
    """The places of rows of one text right above a header that is said again: the titles of a page or a part."""
    for place, kind in kinds.items():
        if kind != REPEATED_HEADER or rows.width <= 2:  # noqa: PLR2004 -- a row of one cell is half of such a table
            continue
        titles = 0
        for above in range(place - 1, -1, -1):
            if kinds.get(above) == BLANK and not titles:
                continue
            if above in kinds or titles == _TITLES or not _is_one_text(rows.row(above)):
                break
            titles += 1
            yield above


def _is_one_text(row: tuple[object, ...]) -> bool:
    cells = [str(cell) for cell in row if cell is not None and str(cell).strip()]
    return len(cells) == 1 and not is_figure(cells[0])


def _without(rows: pl.DataFrame, kinds: dict[int, str], odd: tuple[Odd, ...], first_row: int) -> Cleaned:
    places = sorted(kinds)
    out = pl.Series(places, dtype=pl.get_index_type())
    kept = rows.with_row_index(_INDEX).filter(~pl.col(_INDEX).is_in(out.implode()))
    at_the_end = kept.is_empty() or kept.item(-1, _INDEX) == kept.height - 1
    numbers = None if at_the_end else tuple((kept.get_column(_INDEX) + first_row).to_list())
    totals = [place for place in places if kinds[place] == TOTAL]
    return Cleaned(
        kept.drop(_INDEX),
        dict(Counter(kinds.values())),
        numbers,
        tuple(places),
        tuple(kinds[place] for place in places),
        odd,
        totals={place: tuple(cells_of(rows, place)) for place in totals} if len(totals) <= _KEPT else {},
    )


def _talk(rows: pl.DataFrame, header: Sequence[str]) -> list[int]:
    """The places of the last rows that only talk about the table."""
    last = [["" if cell is None else str(cell) for cell in row] for row in rows.tail(_END).iter_rows()]
    return [rows.height - len(last) + at for at in talk_at_end(last, header=header)]
