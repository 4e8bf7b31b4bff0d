"""Market sizes with their months, quarters or years across (`Market, Jan, Feb`; `市场规模(万元), 1月, 2月`), one a row.

Only tables whose names, headers or rows speak of the size of a market are looked at; spending on markets and shares of
them stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

import polars as pl
from msgspec.structs import replace

from salesperf.core.han import has_han
from salesperf.core.late import late
from salesperf.core.text import Count, Text, in_quotes, listing, same
from salesperf.sources.across.periods_across import (
    apart,
    holds_numbers,
    left_out,
    name_of,
    periods_across,
    without,
)
from salesperf.sources.no_data.row_kind import TOTAL
from salesperf.sources.profile import fold_header, profiles
from salesperf.sources.rows.raw import Held, RawTable, rows_in_file
from salesperf.sources.rows.unfolded import renamed_columns, unfolded, with_rows
from salesperf.sources.targets.roles import is_about_targets
from salesperf.sources.titles.about import PLANNED, SPENDING, about, names_of
from salesperf.sources.values.money_unit import split_header
from salesperf.tables.header_words import header_words, name_words

_SIZE = late(
    r"市场(?:总)?(?:规模|容量|总量|总额|盘子|大盘)|行业(?:总)?(?:规模|销售额|销量额)|大盘规模|"
    r"(?<![a-z])(?:(?:total |addressable )?market (?:size|volume|value|revenue|total)s?|total (?:addressable )?market|"
    r"industry (?:sales|revenue)|tam)(?![a-z])"
)
"""What speaks of the size of a market."""
_MARKET = late(r"^(?:the )?markets?(?: data)?(?: (?:19|20)\d\d)?$|^(?:(?:19|20)\d\d ?年? ?)?市场(?:数据)?$")
"""A name that says no more than that; the header of its rows has to say so too."""
_OF_MARKETS = late(r"^(?:market(?: name| segment)?|segment|市场(?:名称)?|细分市场)$")
_OF_MEASURES = late(r"^(?:metrics?|measures?|indicators?|items?|kpis?|description|指标|项目|科目)$")
"""The header of rows that say what is measured; only under one are rows looked at."""
_SHARE = late(r"占有?率|份额|增长|增速|同比|(?<![a-z])(?:share|growth|rate)(?![a-z])|%")
_OTHER_ROW = late(
    r"占有?率|份额|增长|增速|同比|环比|销售额|收入|我司|本公司|我方|(?<![a-z])(?:share|growth|rate|sales|revenue|ours?|own)"
    r"(?![a-z])|%"
)
"""Words of rows that stand beside sizes and are none."""
_PLAIN = frozenset({"market", "market size", "total market", "size", "市场规模", "规模", "市场容量", "市场", "金额"})
"""What a header may say beside its period."""
_COLUMNS = ("scope", "scope_id", "region", "category", "product_id", "product_name", "channel")
_OF_TOTALS = ("R105", "R114")
"""What is said of a table that has no other rows, or no other rows left out."""
_HOLDS = Text(
    "{rows:row holds|rows hold} {cells:market size|market sizes}, periods across{left}",
    "{rows} 行含 {cells} 个市场规模，横向为期间{left}",
)
_OTHERS = Text("; not read beside them: {what}", "；未读取：{what}")


def market_across(raw: RawTable, *, is_told: bool = False, year: int | None = None) -> tuple[RawTable, Held] | None:
    """The market sizes of a table one below the other, with what its rows hold; None for any other table.

    `is_told` where the user says that it is one of market sizes, `year` the year of months that name none.
    """
    names = [name_words(name) for name in names_of(raw)]
    if not is_told and not _speaks_of_size(raw, names):
        return None
    if any(is_about_targets(text) for text in (*raw.header, *names)) or about(raw) & {SPENDING, PLANNED}:
        return None
    raw = _with_whole(raw)
    found = periods_across(raw, plain=_PLAIN, year=year)
    if found is None or not all(found.sums.values()) or apart(raw, found.unlike):
        return None
    beside = [text for text in raw.header if text not in found.across and text not in found.sums]
    words = [text for text in beside if raw.sample.schema[text] == pl.String and not holds_numbers(raw, text)]
    if not words:
        return None
    numbers = [text for text in beside if text not in words]
    kept, others = _of_sizes(without(raw, [*found.sums, *numbers]), words[0])
    if holds_rates(kept, found.across):
        return None
    zh = any(map(has_han, (*words, *found.across)))
    keys = {text: (name_of(word),) for text, word in found.across.items()}
    value = f"{'市场规模' if zh else 'market size'} {unit_in((*found.across, words[0]))}".strip()
    cells = unfolded(kept, keys, names=["期间" if zh else "period"], value=value)
    if fold_header(words[0]) not in _parts():
        cells = renamed_columns(cells, {words[0]: "范围" if zh else "scope"})
    rows = len(set(cells.row_numbers or ()))
    unread = _OTHERS.fill(what=in_quotes([*numbers, *others])) if numbers or others else ""
    left = listing((left_out(raw, found.sums), unread), same(""))
    return cells, Held(rows, _HOLDS.fill(rows=Count(rows), cells=Count(cells.rows or 0), left=left))


def _speaks_of_size(raw: RawTable, names: Sequence[str]) -> bool:
    """Whether names, headers or the words of rows speak of the size of a market."""
    headers = [header_words(text).strip() for text in raw.header]
    if any(_SIZE.search(text) for text in (*names, *headers)):
        return True
    of_markets = [text for text, said in zip(raw.header, headers, strict=True) if _OF_MARKETS.match(said)]
    if of_markets and any(map(_MARKET.match, names)):
        return True
    if not headers or not _OF_MEASURES.match(headers[0]):
        return False
    first = raw.sample[raw.header[0]]
    return first.dtype == pl.String and any(_says_size(word) for word in first.drop_nulls().unique().to_list())


def _says_size(word: str) -> bool:
    text = header_words(split_header(word)[0]).strip()
    return _SIZE.search(text) is not None and not _SHARE.search(text)


def holds_rates(raw: RawTable, across: Collection[str]) -> bool:
    """Whether some cells are shares or errors."""
    if raw.failed.keys() & set(across):
        return True
    shown = {row for text in across for row in raw.percents.get(text, ())}
    texts = [raw.sample[text] for text in across if raw.sample.schema[text] == pl.String]
    has_sign = any(cells.str.contains("%", literal=True).any() for cells in texts)
    return has_sign or not shown.isdisjoint(rows_in_file(raw))


def _with_whole(raw: RawTable) -> RawTable:
    """The table with the row that adds up the others, if it has one: the size of the whole market is that row."""
    cells = next(iter(raw.totals.values())) if len(raw.totals) == 1 else ()
    if len(cells) != len(raw.header):
        return raw
    frame = raw.frame.collect()
    written = pl.DataFrame([cells], schema=dict.fromkeys(raw.header, pl.String), orient="row")
    numbers = [text for text, dtype in frame.schema.items() if dtype.is_numeric()]
    row = written.with_columns(pl.col(numbers).cast(pl.Float64, strict=False))
    whole = pl.concat([frame, row], how="vertical_relaxed")
    dropped = {why: rows for why, rows in raw.layout.dropped.items() if why != TOTAL}
    found = with_rows(raw, whole, [*rows_in_file(raw), *raw.totals])
    gone = _OF_TOTALS if not dropped else _OF_TOTALS[:1]
    issues = tuple(one for one in raw.issues if one.code not in gone)
    return replace(found, layout=replace(raw.layout, dropped=dropped), totals={}, issues=issues)


def _of_sizes(raw: RawTable, header: str) -> tuple[RawTable, list[str]]:
    """The rows without those of shares or of one's own sales beside sizes, and the words of these."""
    frame = raw.frame.collect()
    said = frame[header].cast(pl.String).fill_null("").to_list()
    is_other = [_OTHER_ROW.search(header_words(word)) is not None and not _says_size(word) for word in said]
    if not any(map(_says_size, said)) or not any(is_other):
        return raw, []
    kept = [number for number, other in zip(rows_in_file(raw), is_other, strict=True) if not other]
    others = [word for word, other in zip(said, is_other, strict=True) if other]
    return with_rows(raw, frame.filter(~pl.Series(is_other)), kept), list(dict.fromkeys(others))


@lru_cache(maxsize=1)
def _parts() -> frozenset[str]:
    """The headers that shipped profiles know for the part of a market that a row is of."""
    entries = [entry for profile in profiles() for entry in profile.aliases("market") if not entry.signature]
    return frozenset(header for entry in entries for column in _COLUMNS for header in entry.strong.get(column, ()))


def unit_in(headers: Sequence[str]) -> str:
    """The unit that headers name, if they name one."""
    units = {text[len(split_header(text)[0]) :].strip() for text in headers} - {""}
    return units.pop() if len(units) == 1 else ""
