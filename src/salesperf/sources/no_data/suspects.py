"""The few rows of a frame that may be no data, picked by expressions: only these are judged cell by cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import polars as pl

from salesperf.sources.no_data.row_kind import FOOTER_CELLS
from salesperf.sources.no_data.statistic_rows import WORDS as STATISTIC_WORDS
from salesperf.sources.no_data.total_words import has_total_cell

_FEW = 1000
"""Rows that may be judged one by one before the whole frame is asked more closely."""
_LAST = 3
"""Rows at the end in which the words of a total may stand in any column."""
_SIGNED = 5
"""Rows at the end that may say in many cells who made the list, and when."""
_STARS = ("*", "**", "***", "****")
"""How lists of SAP mark totals."""
_BEHIND = 3
"""Columns behind the first in which a total may have its words, where the first says again which group it is."""
TOTAL_WORDS = ("total", "合计", "总计", "小计", "汇总", "总和", "共计", "累计", "合計", "總計", "小計", "彙總")
_SUM_WORDS = (*TOTAL_WORDS, "sum", "总额", "共", "合 ", "小 ", "总 ", "汇 ", *STATISTIC_WORDS)
"""Every total and statistic that is known holds one of these."""
_FOOTER_WORDS = (
    "end of", "grand", "confidential", "copyright", "©", "generated", "printed", "source", "note", "remark",
    "disclaimer", "以下", "审批", "复核", "制单", "共", "制表", "审核", "打印", "核准", "经办", "财务",
    "会计", "主管", " by", "导出", "生成", "来源", "备注", "说明",
    "注", "第", "*", "†", "‡", "§", "※", "#", ")", "）", "]", ".", "、",
)  # fmt: skip
"""Every footer that `row_kind` knows holds one of these."""
_PLAIN = r"^(?:[A-Za-z]{1,4}[-_#/]?)?\d[!-~]*$|^\d.*[\d日]$"
"""Codes (`SO-0012`, `85123A`), numbers and dates: no total, footer or blank is written like that."""


def suspects(rows: pl.DataFrame, header: Sequence[str], *, says_total: bool) -> pl.Series | None:
    """For each row whether it may be no data; None when no row may be.

    Without `says_total` it is known that no cell holds a word of totals (`total_words.may_say_total`).
    """
    worth = _not_cleared(rows, header)
    if _ends_in_a_count(rows):
        worth |= pl.int_range(rows.height, eager=True) >= rows.height - _LAST
    exactly = has_total_cell(rows) if says_total else None
    if exactly is not None:
        worth |= _totals_of_groups(rows) | exactly
    count = worth.sum()
    if count <= _FEW:
        return worth if count else None
    closer = rows.select(suspicious(rows, header)).to_series()
    return closer if exactly is None else closer | exactly


def _ends_in_a_count(rows: pl.DataFrame) -> bool:
    """Whether one of the last rows says how many records there are: such a footer begins with its figure."""
    if rows.width <= 1 or rows.schema[rows.columns[1]] != pl.String:
        return False
    return any(cell and cell.lstrip()[:6].lower() == "record" for cell in rows.to_series(1).tail(_LAST).to_list())


def _not_cleared(rows: pl.DataFrame, header: Sequence[str]) -> pl.Series:
    """Rows that their first cell alone does not clear of being no data."""
    lead = rows.to_series(0)
    if lead.dtype != pl.String:
        return lead.is_null()
    if re.search(_PLAIN, header[0].strip()):
        return pl.repeat(value=True, n=lead.len(), eager=True)
    cleared = lead.str.contains(_PLAIN)
    # Asking for empty cells first is a third of the time on a small file.
    return ~(cleared.fill_null(value=False) if cleared.null_count() else cleared)


def _totals_of_groups(rows: pl.DataFrame) -> pl.Series:
    """Rows with a total's word in one of the columns behind the first, which a date, a number or a code may fill."""
    texts = [name for name, dtype in list(rows.schema.items())[1 : 1 + _BEHIND] if dtype == pl.String]
    if not texts:
        return pl.repeat(value=False, n=rows.height, eager=True)
    said = rows.select(has_total_word(tuple(texts))).to_series()
    at_end = _totals_at_end(rows)
    return said | pl.int_range(rows.height, dtype=pl.get_index_type(), eager=True).is_in(at_end) if at_end else said


def _totals_at_end(rows: pl.DataFrame) -> list[int]:
    """Those of the last rows with a total's word in a far column: a look at all their cells would cost too much."""
    if rows.width <= _BEHIND + 1:
        return []
    first = max(0, rows.height - _LAST)
    far = (" ".join(cell for cell in row[_BEHIND + 1 :] if isinstance(cell, str)) for row in rows.tail(_LAST).rows())
    return [first + at for at, said in enumerate(far) if any(word in said.lower() for word in TOTAL_WORDS)]


@cache
def has_total_word(texts: tuple[str, ...]) -> pl.Expr:
    """Whether one of these columns of text holds a total's word."""
    return pl.any_horizontal(_holds_any(pl.col(name), TOTAL_WORDS) for name in texts)


def suspicious(rows: pl.DataFrame, header: Sequence[str]) -> pl.Expr:
    """Whether a row is empty, holds a total's word, or a footer's or header's in its first text; by dtype.

    Footers fill few cells, so their words alone, such as a point, are not enough.
    """
    texts = [name for name, dtype in rows.schema.items() if dtype == pl.String]
    cells = {name: _filled(name, dtype) for name, dtype in rows.schema.items()}
    empty = pl.all_horizontal(cell.is_null() for cell in cells.values())
    if not texts:
        return empty
    first_text = pl.coalesce(_filled(name, pl.String()) for name in texts)
    names = [name for name in (header[rows.columns.index(name)].strip() for name in texts) if name]
    says_so = _holds_any(first_text, (*_SUM_WORDS, *names))
    few = pl.sum_horizontal(cell.is_not_null() for cell in cells.values()) <= FOOTER_CELLS
    is_last = pl.int_range(pl.len()) >= pl.len().cast(pl.Int64) - _SIGNED
    talks = (few | is_last) & _holds_any(first_text, _FOOTER_WORDS)
    return first_text.is_in(_STARS).fill_null(value=False) | empty | says_so | talks | has_total_word(tuple(texts))


def _holds_any(texts: pl.Expr, words: Sequence[str]) -> pl.Expr:
    return texts.str.contains_any(list(words), ascii_case_insensitive=True).fill_null(value=False)


def _filled(name: str, dtype: pl.DataType) -> pl.Expr:
    """The cell without outer blanks; null when nothing else is in it."""
    if dtype != pl.String:
        return pl.col(name)
    trimmed = pl.col(name).str.strip_chars()
    return pl.when(trimmed != "").then(trimmed)
