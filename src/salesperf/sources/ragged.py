"""The careful way through a text file: record by record, for rows a scan cannot hold; slower, never silent.

Ragged rows become issues that name their row; broken quotes refuse the file.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import counted
from salesperf.sources.refused import Refused
from salesperf.sources.rows_of_no_data import without_rows_of_no_data

SHORT, TORN = "R111", "R112"
"""The codes of rows with fewer and with more cells than the header."""
NAMED = 100
"""Ragged rows that get an issue of their own, per file and kind; the rest are counted in one more."""


@dataclass(frozen=True, slots=True)
class Records:
    """The data rows of a text, each as wide as the header, with their numbers in the file."""

    rows: pl.DataFrame
    row_numbers: tuple[int, ...]
    dropped: dict[str, int]
    issues: tuple[Issue, ...]
    torn: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """The cells beyond the header of the rows that have some, by the place of the row."""


@dataclass(slots=True)
class _Ragged:
    """Rows that are not as wide as the header, as they are met."""

    short: list[tuple[int, int]] = field(default_factory=list)
    long: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)

    def leave_out(self, numbers: Collection[int]) -> None:
        """Forget rows that turned out to be no data."""
        self.short = [row for row in self.short if row[0] not in numbers]
        self.long = [row for row in self.long if row[0] not in numbers]


def records_of(
    text: str, *, delimiter: str, header: tuple[str, ...], names: tuple[str, ...], body: int, file: str
) -> Records:
    """All records after the first `body`, fitted to the columns `names`.

    A short row is filled with nulls (R111); a long row is an error of that row (R112) and `torn`, unless its cells
    beyond the header are empty.
    """
    numbers: list[int] = []
    columns: list[list[str | None]] = [[] for _ in names]
    ragged = _Ragged()
    for number, cells in enumerate(_parsed(text, delimiter, file), start=1):
        if number <= body:
            continue
        fitted = _fitted(cells, number, width=len(names), ragged=ragged)
        numbers.append(number)
        for column, cell in zip(columns, fitted, strict=True):
            column.append(cell)
    rows = pl.DataFrame(dict(zip(names, columns, strict=True)), schema=dict.fromkeys(names, pl.String))
    cleaned = without_rows_of_no_data(rows, header=header, first_row=body + 1)
    out = {numbers[place] for place in cleaned.places}
    ragged.leave_out(out)
    kept = tuple(number for number in numbers if number not in out)
    places = {number: place for place, number in enumerate(kept)} if ragged.long else {}
    return Records(
        cleaned.rows,
        kept,
        cleaned.dropped,
        (*cleaned.findings(Where(file), numbers), *_issues(ragged, len(names), file)),
        {places[number]: beyond for number, beyond in ragged.long},
    )


def _parsed(text: str, delimiter: str, file: str) -> Iterator[list[str]]:
    """Every record; a quote that never closes would swallow the rest of the file, so it refuses it."""
    line = _unclosed_at(text, delimiter)
    if line is not None:
        message = "a quote opens here and does not close before the end of the file"
        raise Refused(issue("R113", message, Where(file, row=line), hint="correct the quote, or double it"))
    yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=_is_spaced(text, delimiter))


def _is_spaced(text: str, delimiter: str) -> bool:
    """Whether quoted cells stand behind a blank (`1, "6,000"`): then the blank is not part of the cell."""
    return f'{delimiter} "' in text and f'{delimiter}"' not in text


def _unclosed_at(text: str, delimiter: str) -> int | None:
    """The record in which a quote stays open at the end of the text, counted from 1."""
    if '"' not in text:
        return None
    spaced = _is_spaced(text, delimiter)
    strict = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=spaced)
    number = 0
    while True:
        try:
            next(strict)
        except StopIteration:
            return None
        except csv.Error as error:
            if "end of data" in str(error):
                return number + 1
        number += 1


def _fitted(cells: list[str], number: int, *, width: int, ragged: _Ragged) -> list[str | None]:
    extra = len(cells) - width
    if extra < 0:
        ragged.short.append((number, len(cells)))
    elif extra > 0 and any(cell.strip() for cell in cells[width:]):
        ragged.long.append((number, tuple(cells[width:])))
    return [cell or None for cell in cells[:width]] + [None] * -extra


def torn_issues(torn: Mapping[int, Sequence[str]], width: int, file: str) -> tuple[Issue, ...]:
    """An issue for each row (by its number) with cells beyond the header; those beyond `NAMED` are counted."""
    found = [
        issue(
            TORN,
            f"the row has {width + len(beyond)} cells, the header {width}",
            Where(file, row=number),
            hint="put the cell that holds the delimiter between quotes",
            value=next(cell for cell in beyond if cell.strip()),
        )
        for number, beyond in list(torn.items())[:NAMED]
    ]
    return (*found, *_further(TORN, len(torn), "more", file))


def _issues(ragged: _Ragged, width: int, file: str) -> tuple[Issue, ...]:
    found = [
        issue(
            SHORT,
            f"the row has {cells} of {width} cells; the missing ones are empty",
            Where(file, row=number),
        )
        for number, cells in ragged.short[:NAMED]
    ]
    return (*found, *_further(SHORT, len(ragged.short), "fewer", file), *torn_issues(dict(ragged.long), width, file))


def _further(code: str, rows: int, words: str, file: str) -> tuple[Issue, ...]:
    more = rows - NAMED
    if more <= 0:
        return ()
    message = f"{counted(more, 'further row')} with {words} cells than the header"
    return (issue(code, message, Where(file), count=more),)
