"""A target sheet becomes targets: one a scope, metric and period, each with the row and column it was written in.

Sheets of targets are small, so this is plain Python over rows; the numbers are read over all their cells at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.core.period import Span
from salesperf.core.text import Text, same
from salesperf.sources.conform.row_places import row_number
from salesperf.sources.conform.unreadable import Reason
from salesperf.sources.options import ReadOptions
from salesperf.sources.targets.metrics import MetricWords, Said
from salesperf.sources.targets.roles import ValueColumn
from salesperf.sources.targets.sheet import TargetSheet
from salesperf.sources.targets.spans import span_of
from salesperf.sources.targets.when import RowPeriods, row_periods
from salesperf.sources.targets.whose import Owners, Whose, named, owners
from salesperf.sources.values.blanks import clean
from salesperf.sources.values.number_format import LETTERS, unit_within
from salesperf.sources.values.parse_number import number_format
from salesperf.tables.metric_words import IN_POINTS
from salesperf.tables.schema import MONEY

_SHARES = ("%", "折")
_PER_CENT = 100
NO_SCOPE = Text("the row does not say whose target it is", "该行没有注明是谁的目标")
_TOLD = same("")
_NO_NUMBER = Text("{word!r} is not a number", "「{word}」不是数字")
_SHARE = Text("{word!r} is a share, not a number", "「{word}」是百分比，不是数字")
NO_YEAR = Text("no year is said for this period", "该期间没有注明年份")


class Target(Struct, frozen=True):
    """One target in plain units; `at` is its row in the raw table, `column` the header it stands under.

    `is_sum_of_beside` is a column such as 全年, whose `span` reaches over the periods beside it.
    """

    at: int
    column: str
    whose: Whose
    metric: str
    span: Span
    amount: Decimal
    currency: str | None = None
    unit: str | None = None
    role: str | None = None
    has_unit: bool = False
    """Whether its own cell says what it is in: 22万, $55K."""


class Unread(Struct, frozen=True):
    """A cell or row that gives no target: the row's place, the header, what it says, and what is wrong with it.

    `said` is empty for what reading the file has told already (failed formulas, rows with too many cells).
    """

    at: int
    column: str
    value: str
    reason: Reason
    said: Text = _TOLD


class Unpivoted(Struct, frozen=True):
    """All targets of a sheet in the order of its rows and columns, and what was learnt on the way.

    `unread` are faults; `sums` the rows that add up others; `undated` the headers of targets whose year nobody says.
    """

    targets: tuple[Target, ...]
    unread: tuple[Unread, ...]
    sums: frozenset[int]
    height: int
    owners: Owners
    metrics: Sequence[Said]
    when: RowPeriods
    is_ambiguous: bool = False
    counted: tuple[str, str, Decimal] | None = None
    """The header and words of a cell that counts in thousands or millions (€55K), and what it says."""


class _Reading(Struct, frozen=True):
    """What is known of all rows of a sheet before its cells are read one by one."""

    sheet: TargetSheet
    owners: Owners
    when: RowPeriods
    words: MetricWords
    numbers: Mapping[str, Decimal | None]
    titles: Sequence[str | None] | None

    def read(self, at: int, column: ValueColumn, word: str) -> Target | Unread:
        """One filled cell as a target, or as what is wrong with it."""
        said = self.words.of(at, column)
        number = self.numbers[word]
        if number is None:
            return Unread(at, column.header, word, Reason.NO_NUMBER, _NO_NUMBER.fill(word=word))
        if said.is_money and (word.endswith(_SHARES) or self.is_percent(at, column.header)):
            return Unread(at, column.header, word, Reason.SHARE, _SHARE.fill(word=word))
        owner = self.owners.rows[at] if not column.name else named(column.name, self.sheet.scope)
        if owner.scope is None:
            scopes = self.sheet.roles.scopes
            return Unread(at, scopes[0][1] if scopes else column.header, "", Reason.EMPTY, NO_SCOPE)
        span = _span(column, self.when, at, self.sheet)
        if span is None:
            return Unread(at, column.header, word, Reason.NO_PERIOD, self.when.fault(at) or NO_YEAR)
        if (unit := unit_within(word)) in LETTERS and not said.is_money:
            return Unread(at, column.header, word, Reason.NO_NUMBER, _NO_NUMBER.fill(word=word))
        scale = 1 if unit else said.scale
        is_share = said.is_percent or (said.key in IN_POINTS and abs(number) > 1)
        amount = number / _PER_CENT if is_share and not word.endswith("%") else number * scale
        currency, title = self.words.currency(at, word, said), self.titles[at] if self.titles is not None else None
        role = clean(title) if title is not None else None
        return Target(at, column.header, owner, said.key, span, amount, currency, said.unit, role, has_unit=bool(unit))

    def is_percent(self, at: int, header: str) -> bool:
        """Whether a workbook shows the number in per cent."""
        return row_number(self.sheet.raw, at) in self.sheet.raw.percents.get(header, ())


def unpivoted(sheet: TargetSheet, options: ReadOptions) -> Unpivoted:
    """Read every target of a sheet."""
    roles = sheet.roles
    headers = [*(text for _, text in roles.scopes), *roles.labels.values(), *(column.header for column in roles.values)]
    frame = sheet.raw.frame.select(list(dict.fromkeys(headers))).collect()
    texts = {name: texts_of(frame[name]) for name in frame.columns}
    whose = owners(texts, roles, told=sheet.scope, height=frame.height, known=sheet.scopes)
    when = row_periods(frame, texts, sheet, options)
    words = MetricWords(sheet, options.metric_names, texts)
    numbers, is_ambiguous = numbers_of(
        [texts[column.header] for column in roles.values],
        options.decimal,
        is_open=sheet.raw.layout.delimiter == ";",
    )
    reading = _Reading(sheet, whose, when, words, numbers, texts.get(roles.labels.get("role", "")))
    sums = frozenset(at for at, one in enumerate(whose.rows) if one.is_sum) | when.sums
    read = [
        reading.read(at, column, word)
        for at in range(frame.height)
        for column in roles.values
        if at not in sums and (cell := texts[column.header][at]) is not None and (word := clean(cell)) is not None
    ]
    unread = (*(one for one in read if isinstance(one, Unread)), *_told_already(sheet, frame.height, sums))
    return Unpivoted(
        tuple(one for one in read if isinstance(one, Target)),
        unread,
        sums,
        frame.height,
        whose,
        words.said,
        when,
        is_ambiguous,
        _counted(texts, [column.header for column in roles.values], numbers),
    )


def _counted(
    texts: Mapping[str, Sequence[str | None]], headers: Sequence[str], numbers: Mapping[str, Decimal | None]
) -> tuple[str, str, Decimal] | None:
    known = {word: number for word, number in numbers.items() if number is not None and unit_within(word) in LETTERS}
    cells = ((header, clean(cell) or "") for header in headers for cell in texts[header] if known and cell is not None)
    return next(((header, word, known[word]) for header, word in cells if word in known), None)


def _told_already(sheet: TargetSheet, height: int, sums: Collection[int]) -> Iterator[Unread]:
    """Cells whose formula failed, and rows with more cells than the header: their targets are not known."""
    raw = sheet.raw
    for at in sorted(raw.torn):
        yield Unread(at, "", "", Reason.TORN)
    failed = {column.header: raw.failed.get(column.header, {}) for column in sheet.roles.values}
    if any(failed.values()):
        for at in (at for at in range(height) if at not in sums):
            number = row_number(raw, at)
            for header, cells in failed.items():
                if number in cells:
                    yield Unread(at, header, cells[number], Reason.FAILED)


def _span(column: ValueColumn, when: RowPeriods, at: int, sheet: TargetSheet) -> Span | None:
    if column.period is None:
        return when.spans[at]
    if not column.period.is_sum:
        return span_of(column.period, when.years[at], sheet.basis)
    beside = [
        span
        for other in sheet.roles.values
        if other.period is not None
        and not other.period.is_sum
        and (span := span_of(other.period, when.years[at], sheet.basis)) is not None
    ]
    return Span(min(span.start for span in beside), max(span.end for span in beside)) if beside else None


def texts_of(cells: pl.Series) -> list[str | None]:
    """The cells of a column as they are written; a whole number of a workbook without `.0`."""
    if cells.dtype.is_float():
        return [None if cell is None else repr(cell).removesuffix(".0") for cell in cells.to_list()]
    return cells.cast(pl.String).to_list()


def numbers_of(
    columns: Sequence[Sequence[str | None]], decimal: str | None, *, is_open: bool
) -> tuple[dict[str, Decimal | None], bool]:
    """Every distinct cell as a number, all by one format: one hand wrote them.

    Commas before three digits part thousands, and no word is lost on it unless the delimiter leaves it open.
    """
    words = {word for cells in columns for cell in cells if cell is not None and (word := clean(cell)) is not None}
    distinct = pl.Series("cell", sorted(words), dtype=pl.String)
    decision = number_format(distinct, decimal=decimal, letters=True)
    read = distinct.to_frame().select(decision.format.parsed(pl.col("cell"), MONEY)).to_series()
    return dict(zip(distinct.to_list(), read.to_list(), strict=True)), decision.is_torn or (
        decision.is_ambiguous and (is_open or decision.format.plain)
    )
