"""Blank rows, totals, footers and repeated headers inside a frame: found by expressions, left out and counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from salesperf.sources.layout import FOOTER, row_kind, talk_at_end

_INDEX = "__row"
_END = 20
"""Rows at the end that may be talk."""
_FEW = 1000
"""Rows that may be judged one by one before the whole frame is asked more closely."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The rows that are data, the count of others by reason, and row numbers when they do not just count on."""

    rows: pl.DataFrame
    dropped: dict[str, int]
    row_numbers: tuple[int, ...] | None
    places: tuple[int, ...] = ()
    """The rows left out, counted from 0 in the frame given."""


def without_rows_of_no_data(rows: pl.DataFrame, *, header: Sequence[str], first_row: int) -> Cleaned:
    """The data rows of a frame whose first row stands in row `first_row` of the file.

    Expressions pick the few rows that could be no data; each of them is then judged cell by cell.
    """
    worth = _worth_a_look(rows, header)
    count = worth.sum()
    if not count:
        return Cleaned(rows, {}, None)
    suspects = rows.with_row_index(_INDEX).filter(worth if count <= _FEW else _suspicious(rows, header))
    dropped: dict[str, int] = {}
    places = _talk(rows, header)
    if places:
        dropped[FOOTER] = len(places)
    for place, *cells in suspects.iter_rows():
        kind = row_kind(["" if cell is None else str(cell) for cell in cells], header=header)
        if kind is not None and place not in places:
            dropped[kind] = dropped.get(kind, 0) + 1
            places.append(place)
    if not places:
        return Cleaned(rows, {}, None)
    places.sort()
    out = pl.Series(places, dtype=pl.get_index_type())
    kept = rows.with_row_index(_INDEX).filter(~pl.col(_INDEX).is_in(out.implode()))
    at_the_end = kept.is_empty() or kept.item(-1, _INDEX) == kept.height - 1
    numbers = None if at_the_end else tuple((kept.get_column(_INDEX) + first_row).to_list())
    return Cleaned(kept.drop(_INDEX), dropped, numbers, tuple(places))


def _talk(rows: pl.DataFrame, header: Sequence[str]) -> list[int]:
    """The places of the last rows that only talk about the table."""
    last = [["" if cell is None else str(cell) for cell in row] for row in rows.tail(_END).iter_rows()]
    return [rows.height - len(last) + at for at in talk_at_end(last, header=header)]


_WORDS = (
    *("end of", "合 ", "小 ", "总 ", "以下空白", "审批", "复核", "制单"),
    *("total", "sum", "合计", "总计", "小计", "汇总", "总和", "共", "累计", "合計", "總計", "小計"),
    *("confidential", "copyright", "©", "generated", "printed", "source", "note", "remark"),
    *("制表", "审核", "打印", "导出", "生成", "来源", "备注", "说明", "注", "第"),
)
"""Every total and footer that `layout` knows holds one of these."""


_PLAIN = r"^(?:[A-Za-z]{1,4}[-_#/]?)?\d[!-~]*$|^\d.*[\d日]$"
"""Codes (`SO-0012`, `85123A`), numbers and dates: no total, footer or blank is written like that."""


def _worth_a_look(rows: pl.DataFrame, header: Sequence[str]) -> pl.Series:
    """Rows that their first cell alone does not clear."""
    lead = rows.to_series(0)
    if lead.dtype != pl.String:
        return lead.is_null()
    if pl.Series([header[0].strip()]).str.contains(_PLAIN).item():
        return pl.repeat(value=True, n=lead.len(), eager=True)
    return ~lead.str.contains(_PLAIN).fill_null(value=False)


def _suspicious(rows: pl.DataFrame, header: Sequence[str]) -> pl.Expr:
    """Rows with no cell at all, or with a total's, footer's or header's word in their first text."""
    texts = [name for name, dtype in rows.schema.items() if dtype == pl.String]
    empty = pl.all_horizontal(_filled(name, dtype).is_null() for name, dtype in rows.schema.items())
    if not texts:
        return empty
    first_text = pl.coalesce(_filled(name, pl.String()) for name in texts)
    words = [word for word in (*_WORDS, *(header[rows.columns.index(name)].strip() for name in texts)) if word]
    return empty | first_text.str.contains_any(words, ascii_case_insensitive=True).fill_null(value=False)


def _filled(name: str, dtype: pl.DataType) -> pl.Expr:
    """The cell without outer blanks; null when nothing else is in it."""
    if dtype != pl.String:
        return pl.col(name)
    trimmed = pl.col(name).str.strip_chars()
    return pl.when(trimmed != "").then(trimmed)
