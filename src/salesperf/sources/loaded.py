"""What reading gives back: the tables, every finding, and an account of every row."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.errors import Issue
from salesperf.core.text import Text
from salesperf.sources.conform.corrected import Applied
from salesperf.sources.conform.set_aside import SetAside
from salesperf.sources.rows.raw import Layout
from salesperf.tables.bundle import Bundle

OWED = "owed"
"""What rows count as that tell what customers owe, and no sales."""


OF_CELLS = "cells"
"""How the owners of targets were found that the names in the cells tell, and not the header."""


class Mapped(Struct, frozen=True):
    """One header that was understood: which canonical column it is, and why.

    `how` is `alias`, `config`, `value` or `fuzzy`, and `sheet` or `file` where no header but the name of these says it;
    `evidence` is a short sentence for people.
    """

    header: str
    column: str
    how: str
    evidence: Text

    @property
    def is_of_name(self) -> bool:
        """Whether the name of the sheet or file says it, and no column of the file."""
        return self.how in {"sheet", "file"}

    def found_as(self, other: Mapped) -> Mapped:
        """The same column for the reason that `other` was found, which is not that somebody said so."""
        return replace(self, how=other.how, evidence=other.evidence)


class Recognition(Struct, frozen=True):
    """Which canonical table a file's table is, by which profile, and the evidence.

    `table` is None for a table that is none of ours; `score` is the share of headers understood;
    `runners_up` are other tables it could have been, with their scores.
    """

    file: str
    sheet: str | None
    table: str | None
    profile: str | None
    mapped: tuple[Mapped, ...]
    unmapped: tuple[str, ...]
    score: float
    layout: Layout
    runners_up: tuple[tuple[str, float], ...] = ()
    role: str = "whole"
    """`header` or `lines` when two files make one table together; `across` for targets whose periods are columns."""
    counts_as: str | None = None
    """`returns` or `owed` where the name of the file or sheet, its columns or the user say that all rows are."""


class Account(Struct, frozen=True):
    """Where the rows of one table of one file went: `rows` = loaded + quarantined + superseded + dropped.

    `rows` counts every row under the header as the file holds them; `dropped` are recognised non-data rows by
    reason; `superseded` rows were taken from a later file instead. `money` is the sum of each money column as
    read, before any row was set aside, and `money_loaded` after. `note` says what else happened (`copy of
    orders.csv`, `not recognised`), None where nothing did.
    """

    file: str
    sheet: str | None
    sha256: str
    """Empty where nobody wanted it."""
    table: str | None
    rows: int
    loaded: int
    quarantined: int = 0
    superseded: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict)
    repeated: int | None = None
    """Rows equal to an earlier row of the same file in every cell: counted, kept; None when not counted."""
    money: Mapping[str, Decimal] = field(default_factory=dict)
    money_loaded: Mapping[str, Decimal] = field(default_factory=dict)
    note: Text | None = None
    corrected: int = 0
    """Rows that stand as they were corrected, not as in the file."""


class Loaded(Struct, frozen=True):
    """The whole of reading."""

    bundle: Bundle
    issues: tuple[Issue, ...]
    accounts: tuple[Account, ...]
    recognitions: tuple[Recognition, ...]
    aside: tuple[SetAside, ...] = ()
    """The rows set aside, with every reason."""
    applied: tuple[Applied, ...] = ()
    """The corrections that were put in their place."""
    corrections: Mapping[str, str] = field(default_factory=dict)
    """The names of the corrected files with their digests."""
