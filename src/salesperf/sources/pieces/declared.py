"""Values that the configuration declares to be others (GTXPro is GTX Pro): put in as the table is read, and counted."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from salesperf.core.text import Count, Text
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.values.blanks import clean
from salesperf.tables.labels import column_words

_SHOWN = 5
_DECLARED = Text(
    "{cells:cell|cells} of {column} read as the configuration declares: {pairs}",
    "{column}有 {cells} 个单元格按配置的对应关系读取：{pairs}",
)

Values = Mapping[str, Mapping[str, str]]
"""By canonical column: the value in the file and the one that is meant."""


def with_declared_values(read: Read, values: Values) -> None:
    """Replace the declared values of a read; cells are compared as they are read, blanks and widths folded.

    A column that was not read is passed over.
    """
    frame = read.rows.frame
    for column, meant in values.items():
        if frame.schema.get(column) != pl.String:
            continue
        pairs = {word: new for old, new in meant.items() if (word := clean(old)) is not None}
        found = frame.filter(pl.col(column).is_in(list(pairs))).group_by(column).len().sort(column)
        if found.is_empty():
            continue
        frame = frame.with_columns(pl.col(column).replace(pairs))
        shown = ", ".join(f"{old} = {pairs[old]} ({count:,})" for old, count in found.head(_SHOWN).iter_rows())
        more = ", ..." if found.height > _SHOWN else ""
        cells = Count(int(found["len"].sum()))
        read.notes.append(_DECLARED.fill(cells=cells, column=column_words(column), pairs=shown + more))
    read.rows.frame = frame
