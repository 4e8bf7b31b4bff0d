"""Faults as values: an `Issue` says what is wrong, where, and what to do; exceptions only stop a run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from salesperf.core.text import Lang, Text, phrase


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

    def say(self, lang: Lang) -> str:
        """As people read it, in their language."""
        if lang is Lang.EN:
            return str(self)
        parts = [self.file or ""]
        if self.sheet:
            parts.append(f"工作表「{self.sheet}」")
        if self.row is not None:
            parts.append(f"第 {self.row} 行")
        if self.column:
            parts.append(f"「{self.column}」列")
        return "，".join(part for part in parts if part)

    def __str__(self) -> str:
        """File, sheet, row, column."""
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
    `value` is what the user's file said. `message` and `hint` are the English words; `told` and `advice` speak every
    language.
    """

    code: str
    severity: Severity
    message: str
    where: Where = ANYWHERE
    hint: str = ""
    value: str | None = None
    count: int = 1
    spoken: tuple[Text, Text] | None = field(default=None, compare=False, repr=False)

    def told(self, lang: Lang) -> str:
        """The message in one language."""
        return self.text.say(lang)

    def advice(self, lang: Lang) -> str:
        """The hint in one language; empty when the code's own cure is all there is to say."""
        return self.hint_text.say(lang)

    @property
    def text(self) -> Text:
        """The message in every language."""
        return self.spoken[0] if self.spoken else phrase(self.message)

    @property
    def hint_text(self) -> Text:
        """The hint in every language."""
        return self.spoken[1] if self.spoken else phrase(self.hint)


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
    """A fault of the input, the configuration or the surroundings, told in the user's terms.

    `message` and `hint` are the English words, `text` and `hint_text` speak every language; `lang` is the language of
    the run where it was known.
    """

    exit_code: Exit = Exit.BUG

    def __init__(self, message: str | Text, hint: str | Text = "") -> None:
        self.text, self.hint_text = phrase(message), phrase(hint)
        self.message, self.hint = self.text.en, self.hint_text.en
        self.lang: Lang | None = None
        super().__init__(self.message)


class UsageError(SalesperfError):
    """The command's words are off."""

    exit_code = Exit.USAGE


class ConfigError(SalesperfError):
    """The configuration is wrong; every fault is listed."""

    exit_code = Exit.CONFIG

    def __init__(self, message: str | Text, hint: str | Text = "", issues: tuple[Issue, ...] = ()) -> None:
        super().__init__(message, hint)
        self.issues = issues


class DataError(SalesperfError):
    """The data cannot give the answer; carries every issue found."""

    exit_code = Exit.DATA

    def __init__(self, message: str | Text, hint: str | Text = "", issues: tuple[Issue, ...] = ()) -> None:
        super().__init__(message, hint)
        self.issues = issues


class OutputError(SalesperfError):
    """The result could not be written."""

    exit_code = Exit.OUTPUT


@contextmanager
def speaking(lang: Lang) -> Iterator[None]:
    """Faults within are told in this language: it is known from here on."""
    try:
        yield
    except SalesperfError as fault:
        fault.lang = fault.lang or lang
        raise
