"""What changes between the files of one table: columns renamed, gone or written otherwise, and their amounts.

Each file is mapped and read by itself; here what differs is told, and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, counted, listing
from salesperf.sources.amounts.charges import COLUMNS as CHARGE_COLUMNS
from salesperf.sources.pieces.drift_of_amounts import drift_of_amounts
from salesperf.sources.pieces.piece import Piece
from salesperf.sources.pieces.table_files import SEMICOLON, TableFile, grouped, names_of, place_of, said_of
from salesperf.sources.profile import fold_header
from salesperf.sources.recognition.candidate import WHOLE
from salesperf.sources.recognition.objections import LOOKUPS
from salesperf.sources.values.money_unit import split_header
from salesperf.tables.catalog import TABLES
from salesperf.tables.labels import column_words

_WEIGHTY = frozenset({"status", "refund", "paid_date", "order_id"})
"""Columns without which lines count that would not count, or other orders are counted."""
_MAKE_AMOUNTS = frozenset({"total_amount", *CHARGE_COLUMNS})
"""Columns that only serve to find the amount, which each file has its own way to."""


def drift_findings(table: str, pieces: Sequence[Piece], *, wanted: Collection[str] | None) -> Iterator[Issue]:
    """What differs between the files of a table, one finding a column; `wanted` are the columns asked for (None: all).

    Headers and their lines are two tables in one, and lists of customers or products may well differ.
    """
    files = [
        TableFile(one, piece, part)
        for piece in pieces
        for part, one in enumerate(piece.files)
        if one.recognition.role == WHOLE and piece.heights[part] and one.returned_by is None
    ]
    if len(files) < 2 or table in LOOKUPS:  # noqa: PLR2004 -- one file cannot differ
        return
    for column in TABLES[table].names:
        if wanted is None or column in wanted:
            if column not in _MAKE_AMOUNTS:
                yield from _gone(column, files)
            yield from _renamed(column, files)
            yield from _written(column, files)
    if wanted is None or "amount" in wanted:
        yield from drift_of_amounts(table, files)


def _gone(column: str, files: Sequence[TableFile]) -> Iterator[Issue]:
    lacking = [file for file in files if column not in file.piece.mapped]
    having = next((file for file in files if file.header(column) is not None), None)
    if not lacking or having is None:
        return
    rows = sum(file.rows for file in lacking)
    verb = "has" if len(lacking) == 1 else "have"
    message = Text(
        f"{len(lacking)} of {len(files)} files {verb} no {column}, which {having.name} has under "
        f"{having.header(column)!r}: {names_of(lacking).en}; {counted(rows, 'row')} without it",
        f"{len(files)} 个文件中有 {len(lacking)} 个没有{column_words(column).zh}"
        f"（{having.name} 中为「{having.header(column)}」）："
        f"{names_of(lacking).zh}；{rows:,} 行缺少该列",
    )
    code = "R411" if column in _WEIGHTY else "R410"
    yield issue(code, message, Where(lacking[0].known.raw.file.name, lacking[0].known.raw.sheet), count=rows)


def _renamed(column: str, files: Sequence[TableFile]) -> Iterator[Issue]:
    by_name: dict[str, list[TableFile]] = {}
    for file in files:
        header = file.header(column)
        if header is not None:
            by_name.setdefault(fold_header(split_header(header)[0]), []).append(file)
    if len(by_name) < 2:  # noqa: PLR2004 -- one header for all
        return
    phrase = Text("{header!r} in {files}", "{files} 中为「{header}」")
    groups = by_name.values()
    said = listing((phrase.fill(header=one[0].header(column), files=names_of(one)) for one in groups), SEMICOLON)
    message = Text("{column} stands under several headers: {said}", "{column}的表头不一致：{said}")
    yield issue("R409", message.fill(column=column_words(column), said=said), place_of(next(iter(groups))[0], column))


def _written(column: str, files: Sequence[TableFile]) -> Iterator[Issue]:
    """Dates and numbers that files write differently, where both ways are certain."""
    by_way = grouped(files, partial(_way, column))
    if len(by_way) > 1:
        message = Text(
            "{column} is written differently, and read file by file: {said}",
            "{column}的写法不一致，已逐个文件读取：{said}",
        )
        yield issue("R412", message.fill(column=column_words(column), said=said_of(by_way)), place_of(files[0], column))


def _way(column: str, file: TableFile) -> str:
    return file.piece.written.get((file.part, column), "")
