"""The Python door: open files, ask the same questions as the command line, get reports or frames.

>>> import salesperf.api as salesperf
>>> sales = salesperf.open("examples/acme_en")
>>> sorted(sales.tables)[:5]
['actions', 'activities', 'costs', 'customers', 'deals']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import TypedDict, Unpack

import polars as pl
from msgspec import Struct

from salesperf.app import checked, explained, run, targets
from salesperf.app.frames import frame
from salesperf.app.layers import Surroundings
from salesperf.app.quarantine import keep, rows_aside
from salesperf.app.questions import compared, grain
from salesperf.app.raw import RawTables, raw_tables
from salesperf.app.settings import KeyPath
from salesperf.app.workspace import Ask, Opened, read, workspace
from salesperf.core.errors import Issue
from salesperf.metrics.request import Request
from salesperf.report.model import Report

Paths = str | PathLike[str] | Iterable[str | PathLike[str]]
Words = str | Iterable[str]


class Question(TypedDict, total=False):
    """What is asked of the sales, in the words of the command line; a text may name several, comma-separated."""

    metrics: Words
    by: Words
    period: str
    grain: str
    where: str | Iterable[str]
    compare: Words
    as_of: date


class Reading(TypedDict, total=False):
    """How the files are read, in the words of the command line."""

    lang: str
    currency: str
    timezone: str
    on_bad_rows: str
    encoding: str
    sheet: str
    date_order: str
    decimal: str
    as_table: str
    corrections: str | Iterable[str]


_SECTIONS = {
    "workspace": ("lang", "currency", "timezone", "on_bad_rows"),
    "reading": ("encoding", "sheet", "date_order", "decimal", "corrections"),
}


class Sales(Struct, frozen=True):
    """Files that were read once; every question is answered from memory."""

    _opened: Opened

    @property
    def tables(self) -> Mapping[str, pl.DataFrame]:
        """The canonical tables by name; money is `Decimal(38, 6)`, `_file`, `_sheet`, `_row` say where a row stood."""
        return {name: table.frame for name, table in self._opened.loaded.bundle.tables.items()}

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What reading found, with file, sheet, row and column."""
        return self._opened.loaded.issues

    def kpi(self, **question: Unpack[Question]) -> Report:
        """The report of `salesperf kpi`.

        >>> report = open("examples/acme_en").kpi(metrics="orders", by="region", period="2025")
        >>> [column.key for column in report.records.columns][:2]
        ['period', 'region']
        """
        return run.kpi_of(self._opened, _request(question)).report

    def kpi_frame(self, **question: Unpack[Question]) -> pl.DataFrame:
        """The records of `kpi` as a frame: amounts `Decimal(38, 6)`, counts Int64, ratios Float64.

        >>> open("examples/acme_en").kpi_frame(metrics="net_revenue,orders", grain="year").columns
        ['period', 'net_revenue', 'orders']
        """
        return frame(self.kpi(**question))

    def explain(self, metric: str, **question: Unpack[Question]) -> Report:
        """The report of `salesperf explain`: formula, filters, and the rows behind a number."""
        return explained.explain_of(self._opened, metric, _request(question)).report

    def targets(self, **question: Unpack[Question]) -> Report:
        """The report of `salesperf targets status`: metrics, period, where and as_of are asked, the rest is not.

        >>> report = open("examples/hengyuan_zh").targets(period="2025-06")
        >>> [row[15] for row in report.records.rows if row[3] == "company"]
        ['red', 'red']
        """
        return targets.status_of(self._opened, _request(question)).report

    @property
    def set_aside(self) -> pl.DataFrame:
        """The rows that could not be read: where each stands, why, and its cells as text under their own headers."""
        return rows_aside(self._opened.loaded.aside, lang=self._opened.lang)

    def keep_aside(self, file: str | PathLike[str], *, overwrite: bool = False) -> int:
        """Write the rows that could not be read to a CSV that can be corrected; how many there are.

        The corrected file goes to `open(..., corrections=file)`.
        """
        return keep(self._opened.loaded.aside, Path(file), lang=self._opened.lang, overwrite=overwrite)

    def check(self) -> Report:
        """The report of `salesperf check`: every finding, every row and every amount."""
        return checked.check_of(self._opened).report


def open(  # noqa: A001 -- salesperf.api.open is to files of sales what open is to files
    files: Paths, *, config: str | PathLike[str] | None = None, **reading: Unpack[Reading]
) -> Sales:
    """Read files, a pattern or a folder, with the settings of the project file that lies there.

    Raises `DataError` with every issue when rows cannot be read, unless `on_bad_rows="quarantine"`. The
    environment is not read.
    """
    space = workspace(_ask(files, config, reading))
    return Sales(read(space, provenance=True))


def read_raw(files: Paths, *, config: str | PathLike[str] | None = None, **reading: Unpack[Reading]) -> RawTables:
    """What `salesperf tidy --raw` writes, as values: header, rows as text, and the rows left out by reason.

    A row of a text file has the cells it has; titles and blank lines are left out, totals and footers are not.

    >>> (table,) = read_raw("examples/acme_en/customers.csv")
    >>> "customer" in table.header[0].lower()
    True
    """
    return raw_tables(_ask(files, config, reading))


def _ask(files: Paths, config: str | PathLike[str] | None, reading: Reading) -> Ask:
    inputs = (fspath(files),) if isinstance(files, (str, PathLike)) else tuple(fspath(file) for file in files)
    flags: dict[KeyPath, object] = {
        (section, key): reading.get(key) for section, keys in _SECTIONS.items() for key in keys if key in reading
    }
    if isinstance(given := reading.get("corrections", ()), str):
        given = (given,)
    flags[("reading", "corrections")] = tuple(given) or None
    return Ask(
        inputs,
        Surroundings(Path.cwd(), {}),
        config=Path(config) if config is not None else None,
        flags=flags,
        as_table=reading.get("as_table"),
    )


def _request(question: Question) -> Request:
    where = question.get("where", ())
    return Request(
        metrics=_words(question.get("metrics", ())),
        by=_words(question.get("by", ())),
        period=question.get("period"),
        grain=grain(question.get("grain")),
        where=(where,) if isinstance(where, str) else tuple(where),
        compare=compared(_words(question.get("compare", ()))),
        as_of=question.get("as_of"),
    )


def _words(given: Words) -> tuple[str, ...]:
    if isinstance(given, str):
        return tuple(word.strip() for word in given.split(",") if word.strip())
    return tuple(given)
