"""Faults as values: an `Issue` says what is wrong, where, and what to do; exceptions only stop a run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Severity(StrEnum):
    """How much an issue weighs: an error stops, a warning may change a number, a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the user's files; the row is the number the spreadsheet shows."""

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        """As people read it: file, sheet, row, column."""
        parts = [self.file or ""]
        if self.sheet:
            parts.append(f"sheet {self.sheet!r}")
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column:
            parts.append(f"column {self.column!r}")
        return ", ".join(part for part in parts if part)


ANYWHERE = Where()
"""A fault of no single place."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault or finding.

    `code` is stable and documented (`core.codes`); `count` is how many cells, rows or keys it stands for;
    `value` is what the user's file said.
    """

    code: str
    severity: Severity
    message: str
    where: Where = ANYWHERE
    hint: str = ""
    value: str | None = None
    count: int = 1


class Exit(IntEnum):
    """Exit codes of the command line."""

    OK = 0
    FAIL_ON = 1
    USAGE = 2
    CONFIG = 3
    DATA = 4
    OUTPUT = 5
    DELIVERY = 6
    LOCKED = 7
    BUG = 70
    INTERRUPTED = 130


class SalesperfError(Exception):
    """A fault of the input, the configuration or the surroundings, told in the user's terms."""

    exit_code: Exit = Exit.BUG

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(SalesperfError):
    """The command's words are off."""

    exit_code = Exit.USAGE


class ConfigError(SalesperfError):
    """The configuration is wrong; every fault is listed."""

    exit_code = Exit.CONFIG

    def __init__(self, message: str, hint: str = "", issues: tuple[Issue, ...] = ()) -> None:
        super().__init__(message, hint)
        self.issues = issues


class DataError(SalesperfError):
    """The data cannot give the answer; carries every issue found."""

    exit_code = Exit.DATA

    def __init__(self, message: str, hint: str = "", issues: tuple[Issue, ...] = ()) -> None:
        super().__init__(message, hint)
        self.issues = issues


class OutputError(SalesperfError):
    """The result could not be written."""

    exit_code = Exit.OUTPUT
