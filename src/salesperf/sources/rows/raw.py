"""A table as a file holds it, before anyone asks what it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path

import polars as pl
from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.errors import Issue
from salesperf.core.text import Text
from salesperf.sources.rows.regular import Scan

NO_RESULT = "a formula without a stored result"
"""What a cell holds whose program has never worked its formula out."""


class SourceFile(Struct, frozen=True, eq=False):
    """One input file: `name` is what reports print, `sha256` identifies its bytes.

    `name` is the base name, with as many folders before it as tell it from the other inputs. `named` is False
    for a file that a folder or a glob brought along. The hash may still be running: the first question for it
    waits. It is empty where nobody wanted it.
    """

    path: Path | None
    name: str
    _sha256: str | Future[str]
    size: int
    content: bytes | None = None
    """Set for standard input only."""
    named: bool = True

    def __eq__(self, other: object) -> bool:
        """Two files are equal without their hashes being asked for."""
        return isinstance(other, SourceFile) and self._told == other._told

    def __hash__(self) -> int:
        return hash(self._told)

    def __repr__(self) -> str:
        return f"SourceFile{self._told}"

    @property
    def _told(self) -> tuple[object, ...]:
        return self.path, self.name, self.size, self.content, self.named

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file's bytes, in hex."""
        return self._sha256 if isinstance(self._sha256, str) else self._sha256.result()


class LeftOut(Struct, frozen=True):
    """A file or sheet that gives no table, and why.

    `reason` is `copy`, `unsupported`, `unreadable`, `empty`, `hidden` or `other_sheet`; `note` says it for people.
    """

    file: SourceFile
    sheet: str | None
    reason: str
    note: Text


class Layout(Struct, frozen=True):
    """How the table lies in its file, and why: shown by `init` and `check`.

    `header_row` is the spreadsheet's row number of the header (None: the file has none); `first_row` that of
    the first data row; `dropped` counts rows recognised as no data, by reason (`title`, `blank`, `total`,
    `footer`, `repeated_header`).
    """

    header_row: int | None
    first_row: int
    encoding: str | None = None
    delimiter: str | None = None
    date1904: bool = False
    dropped: Mapping[str, int] = field(default_factory=dict)
    evidence: tuple[Text, ...] = ()
    unit: str = ""
    """What the titles say amounts are in (万元, USD thousands)."""
    titles: tuple[str, ...] = ()
    """The texts above the header."""
    guessed: str | None = None
    """The delimiter, where nobody named it."""


class Held(Struct, frozen=True):
    """What the rows of a table that lay across were: `rows` of the file (0: counted elsewhere), and what they hold."""

    rows: int
    told: Text


class RawTable(Struct, frozen=True):
    """One table as read.

    `frame` has one column per header cell, named as in `header` (made unique: `name`, `name_2`); text files
    give only String columns, workbooks and Parquet the dtypes they hold. It is lazy for text files so that only
    mapped columns are ever parsed. Rows stand in file order; `rows` is their number where it is known without
    reading. `sample` holds up to 200 rows of the same columns.
    """

    file: SourceFile
    sheet: str | None
    header: tuple[str, ...]
    frame: pl.LazyFrame
    sample: pl.DataFrame
    layout: Layout
    rows: int | None = None
    issues: tuple[Issue, ...] = ()
    row_numbers: tuple[int, ...] | None = None
    """The spreadsheet row of each frame row, where rows were dropped inside the table; else `first_row` counts on."""
    failed: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    """Cells that read as empty and are not, by header and spreadsheet row: the Excel error, or `NO_RESULT`."""
    percents: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Spreadsheet rows of the cells that show their number in per cent, by header."""
    currencies: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """The currency marks that the formats of cells print, by header, with the spreadsheet row of the first."""
    scan: Scan | None = None
    """What `frame` reads, where it is a large text."""
    ascii: bool = False
    """Whether every character of the text is ASCII, where that is known."""
    held: Held | None = None
    """Set where the rows are cells that lay across in the file, each with the number of its row there."""
    notes: tuple[Text, ...] = ()
    """What a report must say of cells that were completed by what stands over the table."""
    torn: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """The cells beyond the header of rows that have more cells than it, by the place of the row in the frame."""
    totals: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """The cells of rows left out as totals, by spreadsheet row; of none where they are many, or the text is large."""


def rows_in_file(raw: RawTable) -> Sequence[int]:
    """The rows of a table as the spreadsheet counts them."""
    first = raw.layout.first_row
    return raw.row_numbers or range(first, first + raw.frame.select(pl.len()).collect().item())


def with_some_rows(raw: RawTable, rows: pl.DataFrame, places: Sequence[int], *, why: str, told: Text) -> RawTable:
    """The table with some of its rows, perhaps with more columns; the others are no data for the reason `why`, told.

    `places` says which row of the table each is.
    """
    layout, numbers = raw.layout, rows_in_file(raw)
    if left := len(numbers) - rows.height:
        layout = replace(layout, dropped={**layout.dropped, why: left})
    return replace(
        raw,
        header=tuple(rows.columns),
        frame=rows.lazy(),
        sample=rows.head(raw.sample.height),
        rows=rows.height,
        row_numbers=tuple(numbers[place] for place in places),
        scan=None,
        layout=layout,
        notes=(*raw.notes, told),
    )
