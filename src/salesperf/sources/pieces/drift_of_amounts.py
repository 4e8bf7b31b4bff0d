"""What changes in the amounts between the files of one table: what they hold, their unit, their size."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Issue
from salesperf.core.text import Text, listing
from salesperf.sources.amounts.charges import CHARGES, Charge, counts_total, said
from salesperf.sources.conform.row_places import PART
from salesperf.sources.pieces.piece import Piece
from salesperf.sources.pieces.table_files import SEMICOLON, TableFile, grouped, names_of, place_of, said_of
from salesperf.sources.values.cells import scale_of
from salesperf.tables.catalog import TABLES
from salesperf.tables.labels import column_words
from salesperf.tables.schema import Kind

_ENOUGH = 5
"""Amounts from which the usual size of a file's amounts is known."""
_LOOK = 500
"""Amounts of a file that are looked at for it."""
_SIZES = (1000, 10_000)
_NEAR = 2.5
"""How far from a thousand or ten thousand times a size may lie to be taken for it."""
_HOLDS = {
    "without": Text("without {charge}", "不含{charge}"),
    "with": Text("with {charge}", "含{charge}"),
    "perhaps": Text("perhaps with {charge}", "可能含{charge}"),
}


def drift_of_amounts(table: str, files: Sequence[TableFile]) -> Iterator[Issue]:
    """What differs between the amounts of the files, one finding a charge, column or file."""
    for charge in CHARGES:
        yield from _charged(charge, files)
    yield from _scaled(table, files)
    yield from _of_other_size(files)


def _charged(charge: Charge, files: Sequence[TableFile]) -> Iterator[Issue]:
    """Amounts of some files hold tax or freight and those of others do not."""
    by_basis = grouped(files, partial(_holding, charge))
    if len(by_basis) > 1:
        phrase = Text("{basis} ({header!r}) in {files}", "{files} 为{basis}（「{header}」）")
        said = listing(
            (
                phrase.fill(
                    basis=_HOLDS[basis].fill(charge=charge.name), header=_amount_header(group[0]), files=names_of(group)
                )
                for basis, group in by_basis.items()
            ),
            SEMICOLON,
        )
        message = Text("amounts are added up as they stand: {said}", "金额按原样相加：{said}").fill(said=said)
        yield issue("R413", message, place_of(files[0], "amount"))


def _holding(charge: Charge, file: TableFile) -> str:
    """What is known of a file's amounts: one whose charge was taken off holds none; a total without one may."""
    if charge.column in file.piece.taken_off:
        return "without"
    stance = said(_amount_header(file), charge)
    if stance is not None:
        return "with" if stance else "without"
    is_total = file.header("amount") is None and counts_total(file.known.found.keys())
    return "perhaps" if is_total and file.header(charge.column) is None else ""


def _amount_header(file: TableFile) -> str:
    return file.header("amount") or file.header("total_amount") or ""


def _scaled(table: str, files: Sequence[TableFile]) -> Iterator[Issue]:
    """Money that files give in several units: each is brought to plain money."""
    for column in TABLES[table].columns:
        if column.kind is not Kind.MONEY:
            continue
        by_scale = grouped(files, partial(_scale, column.name))
        if len(by_scale) > 1:
            phrase = Text(
                "one under {column} stands for {said}: converted",
                "{column}的单位不一致（1 代表的金额：{said}）：已换算",
            )
            yield issue(
                "R414",
                phrase.fill(column=column_words(column.name), said=said_of(by_scale)),
                place_of(files[0], column.name),
            )


def _scale(column: str, file: TableFile) -> str:
    header = file.header(column)
    return "" if header is None else f"{scale_of(header, Kind.MONEY, unit=file.known.raw.layout.unit):,}"


def _of_other_size(files: Sequence[TableFile]) -> Iterator[Issue]:
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
        yield issue("R415", message, place_of(file, "amount"))


def _usual_sizes(piece: Piece) -> Mapping[int, float]:
    """The median of each file's first amounts, sign aside, by part; files with too few are left out."""
    if "amount" not in piece.frame.columns:
        return {}
    amounts = piece.frame.lazy().select(PART, pl.col("amount").cast(pl.Float64).abs()).group_by(PART).head(_LOOK)
    some = amounts.filter(pl.col("amount") > 0).group_by(PART).agg(pl.len(), pl.col("amount").median())
    return {part: median for part, count, median in some.collect().iter_rows() if count >= _ENOUGH}
