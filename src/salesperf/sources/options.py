"""What a user can tell the reader; everything has a default that reads most files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class OnBadRows(StrEnum):
    """What to do with rows that cannot be read: stop, or set them aside and say so."""

    FAIL = "fail"
    QUARANTINE = "quarantine"


@dataclass(frozen=True, slots=True)
class TableOptions:
    """One `[[table]]` of `salesperf.toml`: how the files that match its patterns are read."""

    name: str
    files: tuple[str, ...]
    sheet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    status: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    encoding: str | None = None
    date_order: str | None = None


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """The whole of it; `date_order` is ymd, dmy or mdy, `decimal` is `.` or `,`."""

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
    tables: tuple[TableOptions, ...] = ()
    profile_dirs: tuple[Path, ...] = ()
    max_cells: int = 50_000_000
    """A workbook sheet that declares more cells is refused before it is read."""
    max_inflated: int = 2_000_000_000
    """Bytes a workbook may inflate to."""


Needs = Mapping[str, frozenset[str]]
"""Canonical columns wanted, by table; a table not named is wanted whole."""

Progress = Callable[[str, int, int], None]
"""Called with a file name, files done and files in all."""
