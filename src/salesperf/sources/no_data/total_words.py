"""Whole cells that say a total and nothing else, in any column: words that are nobody's name, and words that may be."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

import polars as pl

from salesperf.core.han import closed_up
from salesperf.core.late import late
from salesperf.core.text import folded
from salesperf.sources.values.cell_shape import Cells, is_figure


class Word(IntEnum):
    """How sure a cell is of a total: not at all, as a word for all there is, as a name may be, or without doubt."""

    NONE = 0
    WHOLE = 1
    PERHAPS = 2
    CERTAIN = 3


_CERTAIN = (
    "subtotal", "sub total", "sub-total", "subtotals", "grand total", "grand-total", "grand totals", "overall total",
    "report total", "小计", "合计", "总计", "共计", "汇总", "总和", "小計", "合計", "總計", "彙總", "本页小计",
    "本页合计", "本月合计", "本日合计",
    "gesamtsumme", "zwischensumme", "endsumme", "summe gesamt", "gesamt", "sous-total", "sous total", "total général",
    "total general", "suma total", "total geral", "soma total", "totale generale", "totale complessivo", "subtotale",
    "総計", "総合計", "累計", "総額",
)  # fmt: skip
_CLOSINGS = ("月结", "日结", "周结", "季结", "年结", "本月结", "本日结", "月末结")
"""Words for what a period comes to, which name a way of paying as well."""
_PERHAPS = (
    "total", "totals", "sum", "summe", "totale", "totaux", "suma", "somma", "soma", "計", *_CLOSINGS,
)  # fmt: skip
_WHOLE = ("all", "全部", "全体", "整体", "总体")
_WORDS = (
    dict.fromkeys(_WHOLE, Word.WHOLE) | dict.fromkeys(_PERHAPS, Word.PERHAPS) | dict.fromkeys(_CERTAIN, Word.CERTAIN)
)
_LONGEST = 16
_COUNTED = late(
    r"^(合计|小计|总计|共计|汇总|合計|小計|總計)[:：]?共?\d[\d,]*(?:条|行|笔|单|项|张|件)(?:记录|数据|订单|业务)?$"
)
"""A total that says of how many rows it is: 合计3笔."""
_MANY_EMPTY = 2
"""Empty cells beyond those of most rows from which a row is no line of a sale."""


_TOTALS = (
    "Total", "TOTAL", "total", "Totals", "Subtotal", "SUBTOTAL", "subtotal", "Sub Total", "Sub-Total", "Grand Total",
    "GRAND TOTAL", "Gesamt", "Gesamtsumme", "Summe", "Zwischensumme", "Sous-total", "Total général", "Total general",
    "Suma", "Total geral", "Totale", "TOTALE", "Subtotale", "小計", "合計", "総計", "総合計",
    "小计", "合计", "总计", "汇总",
)  # fmt: skip
_ALL = ("All", "ALL", "all", "全部")
"""The words as most people write them: whole cells are compared with few of them, which costs little."""
_ANYWHERE = pl.col(pl.String).is_in([*_TOTALS, *_ALL, *_CLOSINGS]).any()
_ROOTS = "(?i)total|sum|gesamt|all"
"""Each word of totals that is written in ASCII holds one of these."""
_SAMPLE = 50
_DIGIT = r"\d"


def total_word(cell: str) -> Word:
    """Whether a cell consists of such a word.

    >>> [total_word(cell).name for cell in ("Sub-Total:", "合 计", "Total", "All", "Total Energies", "300")]
    ['CERTAIN', 'CERTAIN', 'PERHAPS', 'WHOLE', 'NONE', 'NONE']
    """
    if not cell or len(cell) > _LONGEST:
        return Word.NONE
    said = closed_up(folded(cell)).rstrip(" :").lower()
    if said[:1] >= "\u4e00" and (counted := _COUNTED.match(said.replace(" ", ""))):
        said = counted[1]
    return _WORDS.get(said, Word.NONE)


def total_word_at(row: Cells) -> int | None:
    """The first cell that consists of such a word and has a figure behind it."""
    at = next((at for at, cell in enumerate(row) if total_word(cell)), None)
    return at if at is not None and any(is_figure(cell) for cell in row[at + 1 :]) else None


def has_total_cell(rows: pl.DataFrame) -> pl.Series:
    """For each row whether a cell under names consists of such a word.

    A column in which most rows say `All` says nothing by it.
    """
    # Nearly no file has such a cell, and one look at all columns says so.
    there = rows.select(_ANYWHERE).row(0, named=True) if pl.String in rows.dtypes else {}
    texts = [name for name, is_there in there.items() if is_there and _holds_names(rows[name])]
    if not texts:
        return pl.repeat(value=False, n=rows.height, eager=True)
    said = rows.select(pl.any_horizontal(_is_one_of(name, _TOTALS) for name in texts)).to_series()
    closing = rows.select(pl.any_horizontal(_is_one_of(name, _CLOSINGS) for name in texts)).to_series()
    if closing.any():
        said |= closing & _leaves_much_empty(rows)
    all_there_is = rows.select(_is_one_of(name, _ALL) for name in texts)
    rare = [name for name in texts if 0 < all_there_is[name].sum() * 2 <= rows.height]
    return said | all_there_is.select(pl.any_horizontal(rare)).to_series() if rare else said


def may_say_total(text: bytes) -> bool:
    """Whether a text in ASCII can hold a cell of a total or a total's word; looks at the bytes alone, which is fast.

    >>> may_say_total(b"Grand Total"), may_say_total(b"Zwischensumme"), may_say_total(b"2025-01-31,Rep 7,300")
    (True, True, False)
    """
    # A library that looks for all of them at once takes half the time of looking for each.
    return bool(pl.Series([text]).cast(pl.String).str.contains(_ROOTS).item())


def _leaves_much_empty(rows: pl.DataFrame) -> pl.Series:
    """For each row whether it has more empty cells than most."""
    empty = rows.select(
        pl.sum_horizontal(
            pl.col(name).is_null() | (pl.col(name) == "") if dtype == pl.String else pl.col(name).is_null()
            for name, dtype in rows.schema.items()
        ).cast(pl.Int64)
    ).to_series()
    usual = empty.median()
    return empty >= (usual if isinstance(usual, float) else 0.0) + _MANY_EMPTY


def _is_one_of(name: str, words: Sequence[str]) -> pl.Expr:
    return pl.col(name).is_in(list(words)).fill_null(value=False)


def _holds_names(cells: pl.Series) -> bool:
    """Whether a column holds words, as far as its first cells show, and not codes, dates or numbers."""
    first = cells.head(_SAMPLE).drop_nulls()
    return not first.is_empty() and not first.str.contains(_DIGIT).all()
