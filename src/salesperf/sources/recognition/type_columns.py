"""A column of any name whose cells are all words of types: actual or planned, sales or returns, money in or out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

import polars as pl

from salesperf.core.text import Text
from salesperf.sources.known import Known, with_found
from salesperf.sources.loaded import Mapped
from salesperf.sources.profile import LINE_TYPE
from salesperf.tables.line_words import ACTUAL, PLANNED, kind_of_word, word_key
from salesperf.tables.type_words import are_documents, is_of_document, money_out

_TABLES = frozenset({"orders", "invoices"})
_ALL_SAY = Text("all cells say actual or planned", "单元格全部为实际或计划")
_DOCUMENTS = Text("all cells are types of documents", "单元格全部为单据类型")
_IN_OR_OUT = Text("all cells say money in or out", "单元格全部为收入或支出")
_ACTUAL, _PLANNED = frozenset(map(word_key, ACTUAL)), frozenset(map(word_key, PLANNED))
_EITHER = _ACTUAL | _PLANNED
_MOST_WORDS = 12
"""Different cells beyond which a column is of something else."""
_MAY_BE_TYPES = frozenset({"product_name"})
"""Columns that a header such as 摘要 may be taken for although its cells are types."""


def with_type_column(one: Known) -> Known:
    """The table with such a column as the type of its rows, where no other column is; what the user mapped stays."""
    if one.table not in _TABLES or LINE_TYPE in one.found:
        return one
    taken = {mapped.header: mapped for mapped in one.found.values()}
    for header in one.raw.header:
        if (why := _why(one, header, taken)) is not None:
            return _typed(one, header, why)
    return one


def _typed(one: Known, header: str, why: Text) -> Known:
    found = {column: mapped for column, mapped in one.found.items() if mapped.header != header}
    found[LINE_TYPE] = Mapped(header, LINE_TYPE, "value", why)
    return with_found(one, found)


def _why(one: Known, header: str, taken: Mapping[str, Mapped]) -> Text | None:
    """What the cells of a column say that makes it the type of its rows; None where they do not."""
    cells, mapped = one.raw.sample[header], taken.get(header)
    is_settled = mapped is not None and mapped.how == "config"
    if is_settled or cells.dtype != pl.String or cells.is_empty() or not _may_be_type(cells[0]):
        return None
    words = _words(cells)
    if "status" not in one.found and _tell_plan(words):
        return _ALL_SAY
    if mapped is not None and mapped.column not in _MAY_BE_TYPES:
        return None
    if len(words) <= _MOST_WORDS and all(map(_may_be_type, words)) and one.raw.scan is None:
        words = _words(one.raw.frame.select(header).unique().collect().to_series())
    return _of_documents(words)


def _of_documents(words: Collection[str]) -> Text | None:
    if len(words) > _MOST_WORDS:
        return None
    if money_out(words):
        return _IN_OR_OUT
    return _DOCUMENTS if are_documents(words) else None


def _words(cells: pl.Series) -> list[str]:
    return [word for word in cells.drop_nulls().unique().to_list() if word.strip()]


def _tell_plan(words: Collection[str]) -> bool:
    """Whether both kinds of words stand in a column: `Plan` alone may be what was sold."""
    if len(words) > _MOST_WORDS:
        return False
    keys = set(map(word_key, words))
    return keys <= _EITHER and not keys.isdisjoint(_ACTUAL) and not keys.isdisjoint(_PLANNED)


@lru_cache(maxsize=4096)
def _may_be_type(cell: str | None) -> bool:
    """Whether one cell leaves it open that all are types: most columns of many files end at their first."""
    if cell is None or not cell.strip() or word_key(cell) in _EITHER:
        return True
    return is_of_document(cell) or kind_of_word(cell) is not None
