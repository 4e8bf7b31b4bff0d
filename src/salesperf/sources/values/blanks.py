"""Cells that say "nothing": the words exports write for a missing value, and how they become null."""

from __future__ import annotations

from typing import TypeVar

import polars as pl

from salesperf.core.text import folded

NULL_WORDS = frozenset(
    {"null", "none", "nan", "nat", "n/a", "#n/a", "nil", "(null)", "(blank)", "-", "--", "—", "–", "－", "无", "空"}
    | {"无退款申请", "无折扣", "不打折", "未打折"}
)
"""Compared without case. `NA` is not among them: it is a region, and sodium."""

MISSING_WORDS = frozenset(
    {"error", "err", "#err", "#error", "unknown", "unk", "missing", "not available", "not known", "na", "n.a.", "tbd"}
    | {"tbc", "tba", "t.b.d.", "undefined", "未知", "未明", "不明", "不详", "待定", "待确认", "待补"}
    | {"待补充", "待核实", "暂无", "暂缺", "缺失", "缺", "错误", "无法识别", "无数据", "未填", "未填写"}
)
"""What exports write where a number or a day is not known. In names they may be names. Compared without case."""
_ERROR_WORD = r"(?i)^\s*#(?:N/A|DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)\s*$"
"""What Excel, and all that write like it, show in a cell whose formula failed."""

T = TypeVar("T", pl.Expr, pl.Series)

_FEW = 3
"""Cells of which one may be a slip, however small the share that may not fit."""
_LONGEST = max(len(word.encode()) for word in NULL_WORDS)
_SHORT = 4
"""Bytes up to which a cell is looked at for these words."""


def cleaned(column: pl.Expr) -> pl.Expr:
    """A text column with full-width characters folded, blanks trimmed and collapsed, and null words made null."""
    text = column.str.normalize("NFKC").str.replace_all(r"\s+", " ").str.strip_chars()
    return pl.when((text != "") & ~text.str.to_lowercase().is_in(sorted(NULL_WORDS))).then(text)


def holds_error(column: T) -> T:
    """Whether a text cell is what a spreadsheet shows for a formula that failed: neither a value nor empty."""
    return column.str.contains(_ERROR_WORD)


def says_missing(column: T) -> T:
    """Whether a text cell says that its number or day is not known; a word of many may stand for nothing else."""
    return column.str.normalize("NFKC").str.strip_chars().str.to_lowercase().is_in(sorted(MISSING_WORDS))


def misfits_allowed(cells: int, *, share: float) -> float:
    """How many of some cells may be of another kind where at least a share must fit: one of three is a slip too."""
    return max(cells - share * cells, 1 if share < 1 and cells >= _FEW else 0)


def clean(text: str) -> str | None:
    """The same for one cell.

    >>> clean(" １２３ "), clean("N/A")
    ('123', None)
    """
    word = folded(text)
    return word if word and word.lower() not in NULL_WORDS else None


def is_odd(column: pl.Expr, *, is_name: bool, is_ascii: bool = False) -> pl.Expr:
    """Whether a cell may need `cleaned`: cheap enough to ask of every cell, true too often rather than too rarely.

    Names are looked at for doubled blanks too, texts known to be ASCII not for other characters. The null words in
    brackets are left to columns that have other reasons: asking for them costs as much as all the rest.
    """
    size = column.str.len_bytes()
    odd = (size <= _SHORT) | (column < "!") | column.str.ends_with(" ")
    if not is_ascii:
        odd |= size != column.str.len_chars()
    return odd | column.str.find("  ", literal=True).is_not_null() if is_name else odd


def may_be_cleaned(column: pl.Expr) -> pl.Expr:
    """Whether `cleaned` may change a text: for distinct texts, of which there are fewer; false means it will not."""
    return is_odd(column, is_name=True) | (column.str.len_bytes() <= _LONGEST)
