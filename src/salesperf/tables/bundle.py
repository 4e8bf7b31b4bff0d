"""All tables of one export, conformed, with what reading learnt about them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import polars as pl
from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.errors import Issue
from salesperf.core.text import Lang, Text
from salesperf.tables.paste import table_lines


class Table(Struct, frozen=True):
    """The rows of one canonical table.

    `mapped` are the canonical columns the files have (the frame may hold fewer: only what was asked for);
    `data_through` is the last date the table reached, expected and due dates not counted; `data_from` the first
    that is believed. `by_month` are the columns of days in which files say whole months (1), quarters (3) or years (12)
    only: each stands on its first day.
    `as_of` is the day that the title of a list of what is owed says it is of.
    """

    name: str
    frame: pl.DataFrame
    mapped: frozenset[str]
    data_through: date | None = None
    data_from: date | None = None
    by_month: Mapping[str, int] = field(default_factory=dict)
    as_of: date | None = None
    owed_alone: bool = False
    """Whether the rows say what customers owe and no sales, though they have amounts and days."""
    empty_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The texts (N/A, -) that columns of names have in the files and that count as no name."""

    def has(self, column: str) -> bool:
        """Whether the files have this column (or one it is derived from)."""
        return column in self.mapped


class Sisters(Struct, frozen=True):
    """Sheets or files of one header whose names may say whose rows they hold.

    `key` is the setting that says so (`sheet_is`, `file_is`); `names` are what the names say beside months.
    """

    key: str
    files: tuple[str, ...]
    names: tuple[str, ...]


class Spot(Struct, frozen=True):
    """Where tables of one header stand: the canonical table, the files, and the sheet where others hold other tables.

    `beside` are the tables in these, each with its sheet.
    """

    table: str
    files: tuple[str, ...]
    sheet: str | None = None
    beside: tuple[tuple[str, str], ...] = ()

    def with_file(self, name: str) -> Spot:
        """The same with one more file."""
        return replace(self, files=tuple(dict.fromkeys((*self.files, name))))

    def lines(self, columns: Mapping[str, str]) -> str:
        """The lines of the project file that name columns there."""
        return table_lines(self.table, self.files, columns, sheet=self.sheet, beside=self.beside)


class Bundle(Struct, frozen=True):
    """Canonical tables by name.

    `currency` is the code found in the data or told by the user, None for plain numbers; `lang` is the
    language of most headers; `notes` are the conventions reading chose, for the report.
    """

    tables: Mapping[str, Table]
    currency: str | None = None
    lang: Lang = Lang.EN
    notes: tuple[Text, ...] = ()
    findings: tuple[Issue, ...] = field(default=())
    unmapped: tuple[str, ...] = ()
    """Headers of recognised tables that no canonical column was found for: the candidates for a missing one."""
    unmapped_in: Mapping[str, Spot] = field(default_factory=dict)
    """Of such headers of tables that reps have rows in: where they stand."""
    spots: Mapping[str, Spot] = field(default_factory=dict)
    """Where the tables stand whose columns only the user may know."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """The canonical column that each header of the files stands for, where they agree."""
    sisters: Mapping[str, Sisters] = field(default_factory=dict)
    """By table of sales: its sheets or files of one header, where their names may say what no column does."""

    def __contains__(self, name: object) -> bool:
        return name in self.tables

    def get(self, name: str) -> Table | None:
        """A table, if the export has it."""
        return self.tables.get(name)

    @property
    def data_through(self) -> date | None:
        """The last date any table reached."""
        reached = [table.data_through for table in self.tables.values() if table.data_through is not None]
        return max(reached, default=None)
