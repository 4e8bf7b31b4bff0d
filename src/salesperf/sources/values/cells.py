"""How the cells of one mapped column are read: decided from a sample, confirmed over the whole column."""

from __future__ import annotations

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.han import has_han
from salesperf.sources.values.blanks import cleaned
from salesperf.sources.values.date_format import EARLIEST, DateFormat
from salesperf.sources.values.money_unit import money_unit, split_header
from salesperf.sources.values.number_format import NumberFormat, exact, may_have_more_decimals
from salesperf.sources.values.parse_date import date_format
from salesperf.sources.values.parse_flag import flag
from salesperf.sources.values.parse_id import IdForm, IdFormat, id_form
from salesperf.sources.values.parse_moment import moment, typed_moment
from salesperf.sources.values.parse_number import number_format
from salesperf.tables.schema import DAYS, DTYPES, Kind

NUMBERS = frozenset({Kind.MONEY, Kind.QUANTITY, Kind.RATE})
TEXTS = frozenset({Kind.ID, Kind.NAME, Kind.TEXT})
_READ = "_read"
_PER_PIECE = frozenset({"unit_price", "unit_cost"})
"""What a piece costs is told in plain money where totals are told in 万元."""
SHARES = frozenset({"discount"})
"""Money columns whose cells may be shares (12%) of another."""


class Rules(Struct, frozen=True):
    """What the user told about values: date order, decimal mark, time zone; and the workbook's date system."""

    date_order: str | None = None
    decimal: str | None = None
    timezone: str | None = None
    date1904: bool = False
    unit: str = ""
    """What the titles of the table say amounts are in."""
    likely_order: str | None = None
    """The order of day and month that the language of the headers speaks for where the cells leave it open."""
    likely_decimal: str | None = None
    """The decimal mark of columns that leave it open, as the rest of the file shows it."""


class Learnt(Struct, frozen=True):
    """What a look over a column's cells showed besides its format."""

    bad: int = 0
    is_ambiguous: bool = False
    is_torn: bool = False
    """The decimal mark of the numbers is not certain."""
    is_mixed: bool = False
    """Some dates are day-first and others month-first, so that the rest could be either."""
    marks: frozenset[str] = frozenset()
    rounded: str = ""
    """A cell that says an amount in thousands, millions or 万."""
    offsets: frozenset[str] = frozenset()
    repeats: bool = False
    """The same few texts stand in many cells: looking at each once, after the pass, is cheaper than at every cell."""

    @property
    def is_unsure(self) -> bool:
        """Whether the cells seen leave the format open."""
        return self.is_ambiguous or self.is_torn


class CellReading(Struct, frozen=True):
    """How one column is read: the header it has, the canonical column it becomes, and the format of its cells.

    `dtype` is what the file gives; `learnt` what the cells looked at so far showed.
    """

    header: str
    column: str
    kind: Kind
    dtype: pl.DataType
    format: NumberFormat | DateFormat | IdFormat | None
    learnt: Learnt = Learnt()

    @property
    def is_text(self) -> bool:
        """Whether the file gives text that has to be parsed."""
        return self.dtype == pl.String and self.kind not in TEXTS

    def parsed(self) -> pl.Expr:
        """The canonical column, every cell checked."""
        return self._value().cast(DTYPES[self.kind]).alias(self.column)

    @property
    def is_quick(self) -> bool:
        """Whether one cheap expression reads the column; else it is read after the scan, by its distinct cells."""
        if not self.is_text:
            return True
        match self.format:
            case NumberFormat():
                return self.format.plain
            case DateFormat():
                return self.format.fast is not None and self.kind is Kind.DATE
            case _:
                return True

    def at_once(self) -> pl.Expr:
        """The column as the fast pass reads it: right wherever `suspect` is false; text when it is not quick."""
        raw = pl.col(self.header)
        if not self.is_quick:
            return raw.alias(self.column)
        if isinstance(self.format, DateFormat) and self.is_text:
            return self.format.at_once(raw).alias(self.column)
        return self.parsed()

    def read(self, cells: pl.Series) -> pl.Series:
        """The canonical column of cells already at hand, each distinct cell read once."""
        distinct = cells.unique().alias(self.header).to_frame()
        pairs = distinct.with_columns(self.parsed().alias(_READ))
        return (
            cells.alias(self.header)
            .to_frame()
            .join(pairs, on=self.header, how="left", nulls_equal=True, maintain_order="left")[_READ]
            .alias(self.column)
        )

    def suspect(self, *, is_ascii: bool = False) -> pl.Expr | None:
        """Whether a cell needs the careful path; None where none can, or where that is seen after the pass."""
        raw = pl.col(self.header)
        if not self.is_quick or self.learnt.repeats:
            return None
        match self.format:
            case IdFormat():
                odd = self.format.is_suspect(raw, is_name=self.kind is Kind.NAME, is_ascii=is_ascii)
                return odd.fill_null(value=False)
            case DateFormat() if self.is_text:
                return raw.is_not_null() & ~self.format.is_sound(raw)
            case None if self.is_text and self.kind is Kind.FLAG:
                return cleaned(raw).is_not_null() & self._value().is_null()
            case NumberFormat() if self.is_text:
                unread = raw.is_not_null() & self._value().is_null()
                return unread | may_have_more_decimals(raw)
            case _:
                return None

    @property
    def is_whole(self) -> bool:
        """Whether the cells are whole numbers that a scan can read as such."""
        return self.is_text and isinstance(self.format, NumberFormat) and self.format.plain and self.format.whole

    def may_be_below_zero(self, *, as_whole: bool) -> pl.Expr | None:
        """Whether a cell is below zero or needs the careful path; None where the column must be read to tell.

        `as_whole` says that the scan gives whole numbers already.
        """
        raw = pl.col(self.header)
        suspect = self.suspect()
        if not (self.is_text and isinstance(self.format, NumberFormat)) or suspect is None:
            return None
        if as_whole:
            return (raw < 0).fill_null(value=False)
        if self.format.whole:
            return raw.is_not_null() & ~(raw.cast(pl.Int64, strict=False) >= 0).fill_null(value=False)
        return suspect | (self._value() < 0).fill_null(value=False)

    def _value(self) -> pl.Expr:
        raw = pl.col(self.header)
        match self.format:
            case NumberFormat():
                return self.format.parsed(raw if self.is_text else raw.cast(pl.String), DTYPES[self.kind])
            case DateFormat() if self.kind is Kind.MOMENT:
                return moment(raw.cast(pl.String), self.format)
            case DateFormat():
                return self.format.parsed(raw if self.is_text else raw.cast(pl.Int64).cast(pl.String))
            case IdFormat():
                return self.format.parsed(raw)
            case None:
                return self._typed_value(raw)

    def _typed_value(self, raw: pl.Expr) -> pl.Expr:
        """The column of cells that have a type of their own, which no format has to tell."""
        match self.kind:
            case Kind.DATE:
                return _typed_date(raw, self.dtype)
            case Kind.MOMENT:
                return typed_moment(raw, self.dtype)
            case Kind.FLAG:
                return flag(raw, self.dtype, column=self.column)
            case _:
                return exact(raw, DTYPES[self.kind]) if self.dtype.is_float() else raw


def reading_of(header: str, column: str, kind: Kind, cells: pl.Series, rules: Rules) -> CellReading:
    """Decide from some cells of a column (a sample, or all its distinct cells) how it is read."""
    blank = CellReading(header, column, kind, cells.dtype, None)
    scale = scale_of(header, kind, unit="" if column in _PER_PIECE else rules.unit)
    if kind in TEXTS:
        form = id_form(cells) if kind is Kind.ID or cells.dtype != pl.String else id_form(cells.clear())
        repeats = form is IdForm.TEXT and _come_back(cells)
        return replace(blank, format=IdFormat(form, rules.date1904), learnt=Learnt(repeats=repeats))
    if kind in NUMBERS and cells.dtype == pl.String:
        shares = kind is Kind.RATE or column in SHARES
        # Under 万元 a cell such as 1.2M would be counted in both.
        number = number_format(
            cells,
            decimal=rules.decimal,
            likely=rules.likely_decimal,
            shares=shares,
            letters=kind is Kind.MONEY and scale == 1,
        )
        scaled = replace(number.format, scale=scale)
        rounded = number.rounded if kind is Kind.MONEY else ""
        learnt = Learnt(number.bad, number.is_ambiguous, number.is_torn, marks=number.marks, rounded=rounded)
        return replace(blank, format=scaled, learnt=learnt)
    if kind in NUMBERS and scale != 1:
        return replace(blank, format=NumberFormat(scale=scale))
    if kind in DAYS and (cells.dtype == pl.String or cells.dtype.is_numeric()):
        texts = cells if cells.dtype == pl.String else cells.cast(pl.Int64).cast(pl.String)
        day = date_format(
            texts,
            order=rules.date_order,
            timezone=rules.timezone,
            date1904=rules.date1904,
            prefers_year_first=has_han(header),
            likely=rules.likely_order,
        )
        learnt = Learnt(day.bad, day.is_ambiguous, is_mixed=day.is_mixed, offsets=day.offsets)
        return replace(blank, format=day.format, learnt=learnt)
    return blank


def _come_back(cells: pl.Series) -> bool:
    """Whether most cells of a sample's second half stand in its first half too: names of few do, ids do not."""
    half = len(cells) // 2
    again = cells.tail(half).is_in(cells.head(half).implode()).sum()
    return bool(2 * again > half)


def scale_of(header: str, kind: Kind, *, unit: str = "") -> int:
    """What one unit under a header stands for: 10,000 under 金额(万美元), or where the titles say `unit`; else 1."""
    if kind is not Kind.MONEY:
        return 1
    own = split_header(header)[1].scale
    return own if own is not None else money_unit(unit).scale or 1


def _typed_date(raw: pl.Expr, dtype: pl.DataType) -> pl.Expr:
    day = raw.dt.date() if dtype == pl.Datetime else raw.cast(pl.Date)
    return pl.when(day >= EARLIEST).then(day)
