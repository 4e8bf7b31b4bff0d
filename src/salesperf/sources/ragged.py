"""What is said of rows that are not as wide as the header or had to be repaired; refuses to judge them itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import counted
from salesperf.sources.odd_row import Odd, OddRow

SHORT, TORN, REPAIRED, UNCLEAR = "R111", "R112", "R118", "R135"
"""The codes of rows with fewer and with more cells than the header, of rows repaired, and of rows nobody can tell."""
NAMED = 100
"""Rows that get an issue of their own, per file and kind; the rest are counted in one more."""
_UNCLEAR = "the cells of the row do not fit their columns, or some are missing, and it is not clear which belongs where"
_TO_CLEAR = "count the cells of the row against the header and put in the delimiter or quote that is missing"


@dataclass(frozen=True, slots=True)
class Placed:
    """An odd row: `at` is its place among the rows kept, `line` that among all rows below the header, both from 0."""

    at: int
    line: int
    row: OddRow


def left(odd: Mapping[int, OddRow], out: Sequence[int]) -> tuple[Placed, ...]:
    """The odd rows by place among all rows, without those that turned out to be no data (`out`, ascending)."""
    gone = set(out)
    return tuple(Placed(line - bisect_left(out, line), line, row) for line, row in odd.items() if line not in gone)


def torn_of(odd: Iterable[Placed]) -> dict[int, tuple[str, ...]]:
    """The rows that cannot be loaded, by place, with the cells beyond the header."""
    return {one.at: one.row.beyond for one in odd if one.row.kind in {Odd.LONG, Odd.UNCLEAR}}


def odd_issues(odd: Sequence[Placed], *, first_row: int, width: int, file: str) -> tuple[Issue, ...]:
    """An issue for each odd row; those beyond `NAMED` of a kind are counted."""
    said: dict[str, list[tuple[int, str]]] = {SHORT: [], REPAIRED: []}
    torn: dict[int, tuple[str, ...]] = {}
    for one in odd:
        row, number = one.row, first_row + one.line
        if row.kind is Odd.SHORT:
            said[SHORT].append((number, f"the row has {row.found} of {width} cells; the missing ones are empty"))
        elif row.kind is Odd.REPAIRED:
            said[REPAIRED].append((number, row.said))
        else:
            torn[number] = row.beyond
    found = [
        issue(code, message, Where(file, row=number)) for code, rows in said.items() for number, message in rows[:NAMED]
    ]
    further = [_further(code, len(rows), _WORDS[code], file) for code, rows in said.items()]
    return (*found, *(one for some in further for one in some), *torn_issues(torn, width, file))


_WORDS = {
    SHORT: "with fewer cells than the header",
    TORN: "with more cells than the header",
    REPAIRED: "repaired",
    UNCLEAR: "whose cells do not fit their columns",
}


def torn_issues(torn: Mapping[int, Sequence[str]], width: int, file: str) -> tuple[Issue, ...]:
    """An issue for each row (by its number) that cannot be loaded for its width; those beyond `NAMED` are counted.

    A row without cells beyond the header is one of which it is not clear what belongs where.
    """
    long = {number: beyond for number, beyond in torn.items() if beyond}
    unclear = [number for number, beyond in torn.items() if not beyond]
    found = [
        issue(
            TORN,
            f"the row has {width + len(beyond)} cells, the header {width}",
            Where(file, row=number),
            hint="put the cell that holds the delimiter between quotes",
            value=next(cell for cell in beyond if cell.strip()),
        )
        for number, beyond in list(long.items())[:NAMED]
    ]
    found += [issue(UNCLEAR, _UNCLEAR, Where(file, row=number), hint=_TO_CLEAR) for number in unclear[:NAMED]]
    further = (*_further(TORN, len(long), _WORDS[TORN], file), *_further(UNCLEAR, len(unclear), _WORDS[UNCLEAR], file))
    return (*found, *further)


def _further(code: str, rows: int, words: str, file: str) -> tuple[Issue, ...]:
    more = rows - NAMED
    return (issue(code, f"{counted(more, 'further row')} {words}", Where(file), count=more),) if more > 0 else ()
