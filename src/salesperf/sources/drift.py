"""What changes between the files of one table: columns renamed, added or gone, and columns whose meaning changes.

Each file is mapped and read by itself; here what differs is told, and nothing is changed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial

import polars as pl
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, counted, listing
from salesperf.sources.cells import scale_of
from salesperf.sources.charges import CHARGES, Charge, counts_total, said
from salesperf.sources.charges import COLUMNS as CHARGE_COLUMNS
from salesperf.sources.conform import PART
from salesperf.sources.detect import WHOLE
from salesperf.sources.known import Known
from salesperf.sources.money_unit import split_header
from salesperf.sources.objections import LOOKUPS
from salesperf.sources.piece import Piece
from salesperf.sources.profile import fold_header
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import Kind

_WEIGHTY = frozenset({"status", "refund", "paid_date", "order_id"})
"""Columns without which lines count that would not count, or other orders are counted."""
_MAKE_AMOUNTS = frozenset({"total_amount", *CHARGE_COLUMNS})
"""Columns that only serve to find the amount, which each file has its own way to."""
_NAMED = 3
"""Files that a message lists."""
_ENOUGH = 5
"""Amounts from which the usual size of a file's amounts is known."""
_LOOK = 500
"""Amounts of a file that are looked at for it."""
_SIZES = (1000, 10_000)
_NEAR = 2.5
"""How far from a thousand or ten thousand times a size may lie to be taken for it."""


class _File(Struct, frozen=True):
    """One file's part of a table."""

    known: Known
    piece: Piece
    part: int

    @property
    def name(self) -> str:
        """The file, with its sheet where it has one."""
        raw = self.known.raw
        return f"{raw.file.name}, sheet {raw.sheet!r}" if raw.sheet else raw.file.name

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return self.piece.heights[self.part]

    def header(self, column: str) -> str | None:
        """The header of a canonical column, None where it has none."""
        mapped = self.known.found.get(column)
        return None if mapped is None else mapped.header


def drift_findings(table: str, pieces: Sequence[Piece], *, wanted: Collection[str] | None) -> Iterator[Issue]:
    """What differs between the files of a table, one finding a column; `wanted` are the columns asked for (None: all).

    Headers and their lines are two tables in one, and lists of customers or products may well differ.
    """
    files = [
        _File(one, piece, part)
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
        for charge in CHARGES:
            yield from _charged(charge, files)
        yield from _scaled(table, files)
        yield from _of_other_size(files)


_SEMICOLON = Text("; ", "；")
_IN = Text("{what} in {files}", "{files} 中为 {what}")
_HOLDS = {
    "without": Text("without {charge}", "不含{charge}"),
    "with": Text("with {charge}", "含{charge}"),
    "perhaps": Text("perhaps with {charge}", "可能含{charge}"),
}


def _gone(column: str, files: Sequence[_File]) -> Iterator[Issue]:
    lacking = [file for file in files if column not in file.piece.mapped]
    having = next((file for file in files if file.header(column) is not None), None)
    if not lacking or having is None:
        return
    rows = sum(file.rows for file in lacking)
    verb = "has" if len(lacking) == 1 else "have"
    message = Text(
        f"{len(lacking)} of {len(files)} files {verb} no {column}, which {having.name} has under "
        f"{having.header(column)!r}: {_list(lacking).en}; {counted(rows, 'row')} without it",
        f"{len(files)} 个文件中有 {len(lacking)} 个没有 {column}（{having.name} 中为「{having.header(column)}」）："
        f"{_list(lacking).zh}；{rows:,} 行缺少该列",
    )
    code = "R411" if column in _WEIGHTY else "R410"
    yield issue(code, message, Where(lacking[0].known.raw.file.name, lacking[0].known.raw.sheet), count=rows)


def _renamed(column: str, files: Sequence[_File]) -> Iterator[Issue]:
    by_name: dict[str, list[_File]] = {}
    for file in files:
        header = file.header(column)
        if header is not None:
            by_name.setdefault(fold_header(split_header(header)[0]), []).append(file)
    if len(by_name) < 2:  # noqa: PLR2004 -- one header for all
        return
    phrase = Text("{header!r} in {files}", "{files} 中为「{header}」")
    groups = by_name.values()
    said = listing((phrase.fill(header=one[0].header(column), files=_list(one)) for one in groups), _SEMICOLON)
    message = Text("{column} stands under several headers: {said}", "{column} 的表头不一致：{said}")
    yield issue("R409", message.fill(column=column, said=said), _where(next(iter(groups))[0], column))


def _written(column: str, files: Sequence[_File]) -> Iterator[Issue]:
    """Dates and numbers that files write differently, where both ways are certain."""
    by_way = _grouped(files, partial(_way, column))
    if len(by_way) > 1:
        said = listing((_IN.fill(what=way, files=_list(group)) for way, group in by_way.items()), _SEMICOLON)
        message = Text(
            "{column} is written differently, and read file by file: {said}",
            "{column} 的写法不一致，已逐个文件读取：{said}",
        )
        yield issue("R412", message.fill(column=column, said=said), _where(files[0], column))


def _way(column: str, file: _File) -> str:
    return file.piece.written.get((file.part, column), "")


def _charged(charge: Charge, files: Sequence[_File]) -> Iterator[Issue]:
    """Amounts of some files hold tax or freight and those of others do not."""
    by_basis = _grouped(files, partial(_holding, charge))
    if len(by_basis) > 1:
        phrase = Text("{basis} ({header!r}) in {files}", "{files} 为{basis}（「{header}」）")
        said = listing(
            (
                phrase.fill(
                    basis=_HOLDS[basis].fill(charge=charge.name), header=_amount_header(group[0]), files=_list(group)
                )
                for basis, group in by_basis.items()
            ),
            _SEMICOLON,
        )
        message = Text("amounts are added up as they stand: {said}", "金额按原样相加：{said}").fill(said=said)
        yield issue("R413", message, _where(files[0], "amount"))


def _holding(charge: Charge, file: _File) -> str:
    """What is known of a file's amounts: one whose charge was taken off holds none; a total without one may."""
    if charge.column in file.piece.taken_off:
        return "without"
    stance = said(_amount_header(file), charge)
    if stance is not None:
        return "with" if stance else "without"
    is_total = file.header("amount") is None and counts_total(file.known.found.keys())
    return "perhaps" if is_total and file.header(charge.column) is None else ""


def _amount_header(file: _File) -> str:
    return file.header("amount") or file.header("total_amount") or ""


def _scaled(table: str, files: Sequence[_File]) -> Iterator[Issue]:
    """Money that files give in several units: each is brought to plain money."""
    for column in TABLES[table].columns:
        if column.kind is not Kind.MONEY:
            continue
        by_scale = _grouped(files, partial(_scale, column.name))
        if len(by_scale) > 1:
            said = listing((_IN.fill(what=one, files=_list(group)) for one, group in by_scale.items()), _SEMICOLON)
            phrase = Text(
                "one under {column} stands for {said}: converted",
                "{column} 的单位不一致（1 代表的金额：{said}）：已换算",
            )
            yield issue("R414", phrase.fill(column=column.name, said=said), _where(files[0], column.name))


def _scale(column: str, file: _File) -> str:
    header = file.header(column)
    return "" if header is None else f"{scale_of(header, Kind.MONEY, unit=file.known.raw.layout.unit):,}"


def _of_other_size(files: Sequence[_File]) -> Iterator[Issue]:
    """Amounts about a thousand or ten thousand times those of the other files, which no unit explains."""
    usual = {id(piece): _usual_sizes(piece) for piece in {id(file.piece): file.piece for file in files}.values()}
    known = [(file, size) for file in files if (size := usual[id(file.piece)].get(file.part)) is not None]
    if len(known) < 2:  # noqa: PLR2004 -- one file cannot differ
        return
    sizes = sorted(size for _, size in known)
    middle = (len(sizes) - 1) // 2
    for file, size in known:
        # The middle of the others is one further where this file stands before it.
        ratio = size / sizes[middle + (bisect_left(sizes, size) <= middle)]
        near = next(
            (known_size for known_size in _SIZES if 1 / _NEAR < max(ratio, 1 / ratio) / known_size < _NEAR), None
        )
        if near is None or (len(known) == 2 and file is known[0][0]):  # noqa: PLR2004 -- of two files one is told
            continue
        how = "times" if ratio > 1 else "of"
        part = f"{near:,}" if ratio > 1 else f"1/{near:,}"
        message = Text(
            f"the usual amount is about {part} {how} that of the other files: perhaps in another unit",
            f"一般金额约为其他文件的 {part}{' 倍' if ratio > 1 else ''}：单位可能不同",
        )
        yield issue("R415", message, _where(file, "amount"))


def _usual_sizes(piece: Piece) -> Mapping[int, float]:
    """The median of each file's first amounts, sign aside, by part; files with too few are left out."""
    if "amount" not in piece.frame.columns:
        return {}
    amounts = piece.frame.lazy().select(PART, pl.col("amount").cast(pl.Float64).abs()).group_by(PART).head(_LOOK)
    some = amounts.filter(pl.col("amount") > 0).group_by(PART).agg(pl.len(), pl.col("amount").median())
    return {part: median for part, count, median in some.collect().iter_rows() if count >= _ENOUGH}


def _grouped(files: Sequence[_File], key: Callable[[_File], str]) -> Mapping[str, list[_File]]:
    """Files by what is said of them; those of which nothing is known are left out."""
    found: dict[str, list[_File]] = {}
    for file in files:
        if word := key(file):
            found.setdefault(word, []).append(file)
    return found


def _list(files: Sequence[_File]) -> Text:
    more = len(files) - _NAMED
    named = listing(file.name for file in files[:_NAMED])
    return (
        Text("{named} and {more} more", "{named} 等，另有 {more} 个").fill(named=named, more=more)
        if more > 0
        else named
    )


def _where(file: _File, column: str) -> Where:
    return Where(file.known.raw.file.name, file.known.raw.sheet, column=file.header(column) or column)
