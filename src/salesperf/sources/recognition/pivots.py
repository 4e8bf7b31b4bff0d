"""Pivot tables kept as values: sums of groups, of their members and of everything in one column, and no sales.

Which of the rows hold others is written nowhere, so that none of it is counted; the sheet behind the pivot can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.late import late
from salesperf.core.text import Text, folded, in_quotes
from salesperf.sources.known import SALES, Known, none_of_ours
from salesperf.sources.options import without_range
from salesperf.sources.recognition.guessed_columns import is_date
from salesperf.sources.recognition.objections import LOOKUPS
from salesperf.sources.rows.raw import RawTable

_LABELS = late(
    r"(?i)^(?:row labels|column labels|行标签|列标签|zeilenbeschriftungen|spaltenbeschriftungen|[eé]tiquettes de "
    r"(?:lignes|colonnes)|etiquetas de (?:fila|columna)|etichette di (?:riga|colonna)|r[oó]tulos de (?:linha|coluna)|"
    r"行ラベル|列ラベル|\((?:all|multiple items|全部|多项|多个项目)\))$"
)
"""What spreadsheets write over the rows and columns of a pivot, and beside a filter above it."""
_VALUES = late(
    r"(?i)^(?:(?:sum|count|average|max|min|product|distinct count|summe|anzahl|mittelwert|somme|nombre|moyenne|suma|"
    r"cuenta|promedio|somma|conteggio|media|soma|contagem) (?:of|von|de|di) |(?:sum|count|average|max|min) - |"
    r"(?:求和项|计数项|平均值项|最大值项|最小值项|总和项) ?: ?|(?:合計|個数|平均) / )\S"
)
"""How they name the values, before the field behind them."""
_NAMED = 4
"""Headers named."""
_FILTERS = 10
"""Rows in which the header of a pivot with filters above it is looked for."""
_PIVOT = Text(
    "a pivot table ({headers}), and no rows of sales: sums of groups, of their members and of everything stand in one "
    "column",
    "这是数据透视表（{headers}），不是销售明细：同一列中可能既有分组及其成员，又有总计",
)
_BEHIND = Text(
    "give the sheet behind it, with a row a sale: in the workbook of the pivot, a double click on its grand total "
    "writes these rows into a sheet of their own",
    "请提供透视表背后的明细表，每笔销售一行：在原透视表所在的工作簿中双击总计单元格，即可将明细写入一张新工作表",
)


def without_pivots(tables: Sequence[Known]) -> list[Known]:
    """The tables, lists that are pivots as none of ours; beside sales they say whose or what these are."""
    if any(one.table in SALES for one in tables):
        return list(tables)
    return [none_of_ours(one) if _is_list(one) and _matching(_VALUES, one.raw.header) else one for one in tables]


def pivot_told(one: Known, *, must: bool) -> list[Issue]:
    """That a table that is none of ours is a pivot, an error where it `must` be known; nothing of any other table.

    Sums with a column of days and no groups within groups can be read as the user says; they are none here.
    """
    if one.table is not None or one.told is not None:
        return []
    over = [*one.raw.header, *one.raw.layout.titles]
    labels, values = _matching(_LABELS, over), _matching(_VALUES, over)
    if not labels and (not values or any(is_date(one.raw.sample[text]) for text in one.raw.header)):
        return []
    code = "R201" if must else "R202" if without_range(one.raw.sheet) == one.raw.sheet else "R119"
    told = _PIVOT.fill(headers=in_quotes([*labels, *(values or _matching(_VALUES, _below(one.raw)))][:_NAMED]))
    return [issue(code, told, Where(one.raw.file.name, one.raw.sheet), hint=_BEHIND)]


def _is_list(one: Known) -> bool:
    return one.table in LOOKUPS and one.told is None


def _matching(words: re.Pattern[str], texts: Iterable[str]) -> list[str]:
    return [text for text in texts if words.match(folded(text))]


def _below(raw: RawTable) -> Iterator[str]:
    """The texts below a header that is the filter of a pivot: its own header is among them."""
    for text in raw.header:
        if raw.sample.schema[text] == pl.String:
            yield from raw.sample[text].head(_FILTERS).drop_nulls()
