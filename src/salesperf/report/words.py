"""What a report is in words: the pieces that every renderer for people draws, and nothing that makes them."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from salesperf.core.status import Status
from salesperf.core.text import Lang
from salesperf.report.chart import Chart


class Kind(Enum):
    """How a column stands: numbers to the right, words and series to the left."""

    NUMBER = "number"
    WORD = "word"
    SERIES = "series"


class Word(Struct, frozen=True):
    """One cell in words; `mark` follows the text (arrow, partial sign, footnote) and aligns on its own.

    `light` is the traffic light that the text begins with.
    """

    text: str
    mark: str = ""
    status: Status | None = None
    light: str = ""

    @property
    def figure(self) -> str:
        """The text without its light."""
        return self.text.removeprefix(self.light).lstrip() if self.light else self.text


class Line(Struct, frozen=True):
    """One row in words; `heading` stands above the first row of a group.

    `level` is how deep the row stands below the first ones, `section` the key of the chapter that tells more of it.
    """

    words: tuple[Word, ...]
    heading: str = ""
    level: int = 0
    section: str | None = None


class Grid(Struct, frozen=True):
    """One table in words; `empty` is said instead of rows when there are none.

    `follows` says of each column whether it only makes sense beside the one before it, as a growth beside its
    metric. A table that `is_backing` only backs its figures.
    """

    title: str
    headers: tuple[str, ...]
    kinds: tuple[Kind, ...]
    follows: tuple[bool, ...]
    lines: tuple[Line, ...]
    total: Line | None
    empty: str
    key: str = ""
    is_backing: bool = False
    charts: tuple[Chart, ...] = ()


class Remark(Struct, frozen=True):
    """One sentence under the tables; `mark` is the sign it explains, if any.

    `lines` are to be copied into the project file, and stand below it as they are. `also` says the same in English
    where a report speaks both languages. `is_aside` is for who keeps the figures alone: which command tells more.
    """

    text: str
    mark: str = ""
    warning: bool = False
    lines: tuple[str, ...] = ()
    also: str = ""
    is_aside: bool = False

    @property
    def whole(self) -> str:
        """The text in every language it is said in."""
        return f"{self.text} / {self.also}" if self.also else self.text


class Saying(Struct, frozen=True):
    """One sentence with its figures; `also` says the same in English where a report speaks both languages."""

    text: str
    also: str = ""
    status: Status | None = None
    light: str = ""


class Aside(Struct, frozen=True):
    """What stands beside a card's value."""

    label: str
    word: Word
    short: str


class Card(Struct, frozen=True):
    """One tile in words: `word` is its value in full, `short` as a sentence says it, `exact` as machines spell it.

    `trend_alt` tells the trend to who cannot see it.
    """

    key: str
    label: str
    word: Word
    short: str
    exact: str
    asides: tuple[Aside, ...] = ()
    trend: tuple[float | None, ...] = ()
    trend_label: str = ""
    trend_alt: str = ""


class Chapter(Struct, frozen=True):
    """One section in words; `empty` is said where nothing is."""

    key: str
    title: str
    sayings: tuple[Saying, ...] = ()
    cards: tuple[Card, ...] = ()
    grids: tuple[Grid, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    empty: str = ""


class Term(Struct, frozen=True):
    """One figure of the report and what it means; `also` is the meaning in English where it speaks both languages."""

    key: str
    label: str
    meaning: str
    also: str = ""


class Page(Struct, frozen=True):
    """A whole report in words."""

    title: str
    subtitle: str
    grids: tuple[Grid, ...]
    remarks: tuple[Remark, ...]
    lang: Lang
    chapters: tuple[Chapter, ...] = ()
    terms: tuple[Term, ...] = ()
