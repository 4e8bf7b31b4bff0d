"""What a user can tell the reader; everything has a default that reads most files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from fnmatch import fnmatch
from pathlib import Path, PurePath

from msgspec import Struct, field

_RANGE = re.compile(r"(?:^|(?<=!))[A-Z]{1,3}\d+:[A-Z]{1,3}\d+$")
"""Cells of a sheet, as the tables of one that holds several are named: `Sheet1!A5:C7`."""


class OnBadRows(StrEnum):
    """What to do with rows that cannot be read: stop, or set them aside and say so."""

    FAIL = "fail"
    QUARANTINE = "quarantine"


class TableOptions(Struct, frozen=True):
    """One `[[table]]` of `salesperf.toml`: how the files that match its patterns are read."""

    name: str
    files: tuple[str, ...]
    sheet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    status: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    encoding: str | None = None
    date_order: str | None = None
    unit: str | None = None
    metric: str | None = None
    scope: str | None = None
    year: int | None = None
    fiscal_year_start: int | None = None
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By canonical column: a value in the files and the one that is meant."""
    header_row: int | None = None
    delimiter: str | None = None
    decimal: str | None = None
    amount_includes: tuple[str, ...] | None = None
    """The charges (tax, freight) that the amounts hold; None where nobody said."""
    refund_of: str | None = None
    """What a refund beside the amounts is of: `line` or `order`; None where the rows may tell."""
    refund_includes: tuple[str, ...] | None = None
    """The charges (tax, freight) that refunds of whole orders hold; None where nobody said."""
    counts_as: str | None = None
    """What the rows are: `sales`, `returns`, `owed` or `nothing`; None where their names may tell."""
    sheet_is: str | None = None
    """What the names of the sheets are: `region`, `rep`, ..., or `nothing`; None where the names may tell."""
    file_is: str | None = None
    """What the names of the files are, in the same words."""


class Limits(Struct, frozen=True):
    """How much a workbook may ask of its reader; the message of a refusal names the limit that was met."""

    max_cells: int = 50_000_000
    """Cells that a sheet may reach over."""
    max_inflated: int = 2_000_000_000
    """Bytes a workbook may inflate to."""
    max_ratio: int = 300
    """How many times its packed size a large part may inflate to; sheets reach about 20."""
    max_parts: int = 20_000
    """Parts that a workbook may be packed of."""
    max_text: int = 2_000_000_000
    """Bytes of text that the cells of a workbook may repeat from its list of texts."""
    max_memory: int = 4_000_000_000
    """Bytes that reading a workbook of an old or binary format may take in its trial."""
    max_seconds: int = 120
    """Seconds that such a trial may take."""


class ReadOptions(Limits, frozen=True):
    """The whole of it; `date_order` is ymd, dmy or mdy, `decimal` is `.` or `,`.

    `corrections` are files of rows that were set aside and corrected.
    `first_month` is that of the fiscal year (None: nobody said), whose name is that of the calendar year it starts
    or ends in (`year_named`); `metric_names` are folded names of metrics with their keys.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    date_order: str | None = None
    decimal: str | None = None
    timezone: str | None = None
    currency: str | None = None
    as_table: str | None = None
    on_bad_rows: OnBadRows = OnBadRows.FAIL
    corrections: tuple[str, ...] = ()
    tables: tuple[TableOptions, ...] = ()
    profile_dirs: tuple[Path, ...] = ()
    first_month: int | None = None
    year_named: str = "end"
    metric_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def limits(self) -> Limits:
        """The limits alone."""
        return Limits(**{name: getattr(self, name) for name in Limits.__struct_fields__})


Needs = Mapping[str, frozenset[str]]
"""Canonical columns wanted, by table; a table not named is wanted whole."""

Progress = Callable[[str, int, int], None]
"""Called with a file name, files done and files in all."""


def told(file_name: str, options: ReadOptions) -> TableOptions | None:
    """What the configuration says about a file: the first table whose patterns match its name."""
    return next(iter(told_for(file_name, options)), None)


def only_sheet(file_name: str, options: ReadOptions) -> str | None:
    """The sheet that is wanted of a workbook; None when several are, or nobody said.

    What a sheet counts as is said of that sheet and keeps no other out.
    """
    fitting = told_for(file_name, options)
    sheets = {without_range(table.sheet) for table in fitting}
    is_one = len(sheets) == 1 and not any(table.counts_as for table in fitting)
    return without_range(options.sheet) or (sheets.pop() if is_one else None)


def header_row_of(file_name: str, sheet: str, options: ReadOptions) -> int | None:
    """The row in which the header of a sheet is said to stand."""
    fitting = (one for one in told_for(file_name, options) if without_range(one.sheet) in {None, sheet})
    return options.header_row or next((one.header_row for one in fitting), None)


def without_range(sheet: str | None) -> str | None:
    """The sheet that a range of cells stands in; None for a range of a text.

    >>> without_range("Sheet1!A5:C7"), without_range("A5:C7"), without_range("Q1!Q2")
    ('Sheet1', None, 'Q1!Q2')
    """
    if sheet is None or not _RANGE.search(sheet):
        return sheet
    return _RANGE.sub("", sheet).removesuffix("!") or None


def told_for(file_name: str, options: ReadOptions) -> list[TableOptions]:
    """What the configuration says of a file, table by table."""
    if not options.tables:
        return []
    base = PurePath(file_name).name
    return [one for one in options.tables if any(fnmatch(base, PurePath(pattern).name) for pattern in one.files)]
