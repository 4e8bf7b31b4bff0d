"""Sales whose months are told together with those before them (1月, 1-2月, 1-3月; YTD Jan, YTD Feb), month by month.

Only where the single months are not there; beside them such columns are sums, which `periods_across` leaves out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.han import has_han
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.cumulative import is_cumulative
from salesperf.sources.targets.period_words import COMMON, MONTH, PeriodWord, period_in, says_to_date
from salesperf.sources.titles.about import names_of
from salesperf.sources.values.english_months import SHORT
from salesperf.sources.values.money_cells import money_of
from salesperf.sources.values.money_unit import split_header

_FEW, _TWO = 3, 2
"""Months from which a title can say that they are cumulative, and rows that bear it out."""


class Apart(Struct, frozen=True):
    """The table with a column a period, and the headers of those that were told together with earlier ones."""

    raw: RawTable
    headers: tuple[str, ...]


def periods_apart(raw: RawTable, *, plain: Collection[str]) -> Apart | None:
    """The table, each such column less the one before it; None where there are none, or where cells between are empty.

    `plain` is what a header may say beside its period.
    """
    chain = _chain(raw, plain)
    headers = [text for text, _ in chain]
    if len(chain) < _TWO or {*headers} & {*raw.failed, *raw.percents}:
        return None
    by_title = all(word.months == MONTH for _, word in chain)
    if by_title and (len(chain) < _FEW or not any(map(is_cumulative, names_of(raw)))):
        return None
    whole = raw.frame.collect()
    amounts = whole.select(money_of(whole[text]).alias(text) for text in headers)
    if _has_gaps(amounts) or (by_title and not _piles_up(amounts)):
        return None
    apart = {later: amounts[later] - amounts[earlier] for earlier, later in pairwise(headers)}
    names = {later: _name(after, before, later) for (_, before), (later, after) in pairwise(chain)}
    frame = whole.with_columns(
        *(cells.cast(pl.String).alias(text) for text, cells in apart.items()),
    ).rename(names)
    header = tuple(names.get(text, text) for text in raw.header)
    told = replace(raw, header=header, frame=frame.lazy(), sample=frame.head(raw.sample.height), scan=None)
    return Apart(told, tuple(apart))


def _chain(raw: RawTable, plain: Collection[str]) -> Sequence[tuple[str, PeriodWord]]:
    """The columns that all begin with January, the shortest first; months in order where a title alone may say it."""
    found = {
        text: said[0]
        for text in raw.header
        if (said := period_in(split_header(text)[0])) is not None and (not said[1] or said[1] in plain)
    }
    named = {text: word for text, word in found.items() if word.is_named}
    together = {text: word for text, word in named.items() if word.number == 1 and word.months > MONTH}
    singles = {text: word for text, word in named.items() if word.months == MONTH}
    if len({word.year for word in found.values()}) > 1:
        return ()
    if not together:
        months = sorted(singles.items(), key=lambda one: one[1].number)
        return months if [word.number for _, word in months] == list(range(1, len(months) + 1)) else ()
    is_odd = any(word.months not in COMMON or says_to_date(text) for text, word in together.items())
    if not is_odd or any(word.number > 1 for word in singles.values()) or len(together) + len(singles) < len(found):
        return ()
    chain = sorted({**singles, **together}.items(), key=lambda one: one[1].months)
    return chain if len({word.months for _, word in chain}) == len(chain) else ()


def _has_gaps(amounts: pl.DataFrame) -> bool:
    """Whether an empty cell stands before a filled one of its row."""
    return any(
        bool((amounts[earlier].is_null() & amounts[later].is_not_null()).any())
        for earlier, later in pairwise(amounts.columns)
    )


def _piles_up(amounts: pl.DataFrame) -> bool:
    """Whether no row ever falls and the last months are many times the first, as no growth explains."""
    first, last = amounts[amounts.columns[0]].sum(), amounts[amounts.columns[-1]].sum()
    falls = any(bool((amounts[later] < amounts[earlier]).any()) for earlier, later in pairwise(amounts.columns))
    return amounts.height >= _TWO and not falls and _TWO * last >= amounts.width * first > 0


def _name(word: PeriodWord, before: PeriodWord, written: str) -> str:
    """The header of what a column has more than the one before it: 2月, Apr-Jun, in the year that it names."""
    if word.months == before.months == MONTH:
        return written
    months = range(before.months + 1, word.months + 1)
    unit = written[len(split_header(written)[0]) :]
    if has_han(written):
        said = "-".join(map(str, dict.fromkeys((months[0], months[-1]))))
        return f"{word.year}年{said}月{unit}" if word.year is not None else f"{said}月{unit}"
    said = "-".join(dict.fromkeys(SHORT[number - 1].title() for number in (months[0], months[-1])))
    return f"{said} {word.year}{unit}" if word.year is not None else f"{said}{unit}"
