"""Columns across that stand for periods (`1月`, `Jan-24`, `Q1`), and those beside them that add them up.

Says which columns they are; what the cells under them hold, the tables that lie so decide.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.text import Text, in_quotes
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.rows.unfolded import numbers_of, only_columns
from salesperf.sources.targets.period_words import (
    HALF,
    MONTH,
    QUARTER,
    YEAR,
    PeriodWord,
    is_sum_word,
    period_in,
    says_to_date,
    year_in,
)
from salesperf.sources.titles.about import names_of
from salesperf.sources.values.money_unit import split_header
from salesperf.sources.values.parse_number import is_number_like

FEW = 2
"""Columns across from which a table lies so."""
_FORMS = {MONTH: "{year}-{number:02d}", QUARTER: "{year}-Q{number}", HALF: "{year}-H{number}", YEAR: "CY{year}"}
_LEFT_OUT = Text("; {headers} are sums of the others and left out", "；{headers}为其余各列之和，未重复计入")
_APART = Text(
    "; {headers} say they are sums of the others, which they are not ({apart} apart in all), and are left out",
    "；{headers}应为其余各列之和，但不相等（合计相差 {apart}），未计入",
)


class Periods(Struct, frozen=True):
    """The shortest periods across by their headers, and the headers of sums with the columns they add up.

    `months` is the length of one; `unlike` are the sums of periods of which some parts are not there.
    """

    across: Mapping[str, PeriodWord]
    sums: Mapping[str, Sequence[str]]
    months: int
    unlike: Mapping[str, Sequence[str]]


def periods_across(raw: RawTable, *, plain: Collection[str], year: int | None = None) -> Periods | None:
    """The periods across a table, in the years they name or that stand over it, else in `year`; None without two.

    `plain` is what a header may say beside its period.
    """
    said = {text: found for text in raw.header if (found := _period(text, raw, plain=plain)) is not None}
    single = [word for text, word in said.items() if not says_to_date(text)]
    # 1月累计 beside 1月 is January again.
    said = {text: word for text, word in said.items() if not says_to_date(text) or word not in single}
    words = _with_year(said, year)
    if len(words) < FEW:
        return None
    shortest = min(word.months for word in words.values())
    across = {text: word for text, word in words.items() if word.months == shortest}
    sums = {text: parts for text in raw.header if (parts := _parts_of(text, words, across)) is not None}
    unlike = {text: parts for text, parts in sums.items() if _lacks_parts(text, words, parts)}
    return Periods(across, sums, shortest, unlike)


def name_of(word: PeriodWord) -> str:
    """A period with its year, as cells write it: 2026-01, 2026-Q1, CY2026."""
    return _FORMS[word.months].format(year=word.year, number=word.number)


def _period(text: str, raw: RawTable, *, plain: Collection[str]) -> PeriodWord | None:
    """The period a header names, with the only year that stands over it where it names none; fiscal ones are none."""
    found = period_in(split_header(text)[0])
    if found is None or not holds_numbers(raw, text):
        return None
    word, rest = found
    if (rest and rest not in plain) or word.is_fiscal or word.is_sum or word.months > YEAR:
        return None
    if word.is_named and word.months > MONTH:
        # 4-6月 is the second quarter; months that are no whole part of a year have no column of their own.
        if (word.number - 1) % word.months or YEAR % word.months:
            return None
        word = replace(word, number=(word.number - 1) // word.months + 1, is_named=False)
    if word.year is not None:
        return word
    years = {named[0].year for text in names_of(raw) if (named := year_in(text)) and not named[0].is_fiscal}
    year = years.pop() if len(years) == 1 else None
    return PeriodWord(word.months, word.number, year, is_named=word.is_named)


def _with_year(words: Mapping[str, PeriodWord], told: int | None) -> Mapping[str, PeriodWord]:
    """The periods, those without a year in the only year of the others; none where some have no year."""
    years = {word.year for word in words.values() if word.year is not None}
    only = years.pop() if len(years) == 1 else told
    found = {text: replace(word, year=word.year or only) for text, word in words.items()}
    return {} if any(word.year is None for word in found.values()) else found


def _parts_of(text: str, words: Mapping[str, PeriodWord], across: Mapping[str, PeriodWord]) -> list[str] | None:
    """The columns a total, quarter or half adds up, as far as they are there; None for a column that adds nothing."""
    if text in across:
        return None
    if is_sum_word(split_header(text)[0]):
        return list(across)
    word = words.get(text)
    if word is None:
        return None
    short = next(iter(across.values())).months
    if word.months == YEAR:
        return [part for part, one in across.items() if one.year == word.year]
    first = (word.number - 1) * word.months // short + 1
    wanted = [(word.year, number) for number in range(first, first + word.months // short)]
    found = {(one.year, one.number): part for part, one in across.items()}
    return [found[key] for key in wanted if key in found]


def _lacks_parts(text: str, words: Mapping[str, PeriodWord], parts: Sequence[str]) -> bool:
    """Whether a quarter, half or year is longer than the periods beside it that lie in it."""
    return text in words and sum(words[part].months for part in parts) < words[text].months


def holds_numbers(raw: RawTable, text: str) -> bool:
    """Whether a column holds something, and numbers."""
    cells = raw.sample[text]
    return cells.null_count() < cells.len() and is_number_like(cells)


def without(raw: RawTable, headers: Collection[str]) -> RawTable:
    """The table without some of its columns."""
    if not headers:
        return raw
    return only_columns(raw, [text for text in raw.header if text not in headers])


def left_out(raw: RawTable, sums: Mapping[str, Sequence[str]]) -> Text | str:
    """What is said of columns of sums that are left out, and of how far they are from what they add up."""
    if not sums:
        return ""
    gap = apart(raw, sums)
    return (_APART if gap else _LEFT_OUT).fill(headers=in_quotes(sums), apart=f"{gap:,.2f}")


def apart(raw: RawTable, sums: Mapping[str, Sequence[str]]) -> Decimal:
    """How far the columns of sums lie from those they add up, over all rows."""
    frame = raw.frame.collect()
    nothing = pl.zeros(frame.height, eager=True)
    gaps = (
        (numbers_of(frame[text]) - sum((numbers_of(frame[part]) for part in parts), start=nothing)).abs().sum()
        for text, parts in sums.items()
    )
    return round(Decimal(str(sum(gaps))), 2)
