"""Columns of yes and no that say what became of a line (是否退货, is_return): made part of its status.

From here on a line that is marked follows the rules of a status word; a status that says it earns nothing stays.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from salesperf.core.text import Text
from salesperf.sources.piece import Read
from salesperf.sources.profile import LINE_FLAGS
from salesperf.sources.vocabulary import is_chinese
from salesperf.tables.line_words import LineKind, is_partly_back, kind_of_word

_KINDS: Mapping[str, LineKind] = dict(zip(LINE_FLAGS, (LineKind.CANCELLED, LineKind.RETURNED), strict=True))
"""What a yes means; of two the first counts."""
_WORDS = {
    LineKind.CANCELLED: Text("cancelled", "已取消"),
    LineKind.RETURNED: Text("returned", "退货"),
    LineKind.SOLD: Text("sold", "正常"),
}
_MARKED = Text("lines with yes under {header} count as {word}", "「{header}」为“是”的行按“{word}”处理")


def with_line_flags(read: Read) -> None:
    """Write the marks of a read into its status, and leave their columns out of the frame.

    Without a status column the other lines are sold. Where no line says no, an empty cell does.
    """
    flags = [reading for reading in read.rows.readings if reading.column in LINE_FLAGS]
    frame = read.rows.frame
    if not flags:
        return
    has_status = "status" in frame.columns
    status = pl.col("status") if has_status else pl.lit(None, dtype=pl.String)
    marks: dict[LineKind, pl.Expr] = {}
    for reading in flags:
        kind = _KINDS[reading.column]
        word = _word(kind, reading.header)
        marks[kind] = pl.when(reading.column).then(pl.lit(word))
        if frame[reading.column].any():
            read.notes.append(_MARKED.fill(header=reading.header, word=word))
    marked = pl.coalesce(marks[kind] for kind in _KINDS.values() if kind in marks)
    if has_status:
        marked = pl.when(~pl.col("status").is_in(_settled(frame["status"])).fill_null(value=False)).then(marked)
    else:
        says_no = [reading.column for reading in flags if not frame[reading.column].all()]
        is_sold = pl.all_horizontal(pl.col(name).is_not_null() for name in says_no) if says_no else pl.lit(value=True)
        status = pl.when(is_sold).then(pl.lit(_word(LineKind.SOLD, flags[0].header)))
    named = pl.coalesce(marked, status).alias("status")
    read.rows.frame = frame.with_columns(named).drop(reading.column for reading in flags)
    read.found |= {"status"}


def _settled(status: pl.Series) -> list[str]:
    """The status words that a mark does not change: what earns nothing, came back, or came back in part."""
    words = status.drop_nulls().unique().to_list()
    return [word for word in words if kind_of_word(word) not in {LineKind.SOLD, None} or is_partly_back(word)]


def _word(kind: LineKind, header: str) -> str:
    return _WORDS[kind].zh if is_chinese(header) else _WORDS[kind].en
