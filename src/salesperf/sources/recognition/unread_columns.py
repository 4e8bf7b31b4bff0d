"""Columns that are there by their header while their cells cannot be read: what is said of them, and what helps."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, listing
from salesperf.sources.conform.row_places import row_number
from salesperf.sources.known import Known
from salesperf.sources.profile import kind_of
from salesperf.sources.recognition.candidate import Candidate, Verdict
from salesperf.sources.titles.yearless_days import way_out
from salesperf.sources.values.blanks import cleaned
from salesperf.sources.values.parse_date import date_format
from salesperf.sources.values.parse_number import number_format
from salesperf.tables.catalog import TABLES
from salesperf.tables.labels import column_words
from salesperf.tables.paste import table_lines
from salesperf.tables.schema import Kind

_SHOWN = 3
_THERE = Text(
    "the header is there for {column}, but {bad} of {cells:cell|cells} looked at {bad_is}: {quoted}",
    "该表头对应{column}，但查看的 {cells} 个单元格中有 {bad} 个{bad_is}：{quoted}",
)
_NO_KIND = {Kind.DATE: (Text("is no date", "不是日期"), Text("are no dates", "不是日期"))}
_NO_NUMBER = Text("is no number", "不是数字"), Text("are no numbers", "不是数字")
_CELL = Text("{cell!r} (row {row})", "「{cell}」（第 {row} 行）")
_WRITE = {
    Kind.DATE: Text("write dates such as 2026-01-06", "请把日期写成 2026-01-06 这样"),
    Kind.MONEY: Text("write amounts in digits such as 1234.50", "请用数字填写金额，如 1234.50"),
}
_WRITE_NUMBER = Text("write numbers in digits such as 12", "请用数字填写，如 12")
_MAP = Text(
    "; or have the rows that cannot be read told one by one, with these lines in salesperf.toml:{toml}",
    "；也可以在 salesperf.toml 中写入以下内容，无法读取的行会逐行列出：{toml}",
)


def unread_columns(one: Known, candidate: Candidate, needed: tuple[str, ...]) -> Iterator[Issue]:
    """What is wrong under the headers that would give the columns a table needs; columns without such are left out."""
    for column in dict.fromkeys(each for name in needed for each in candidate.unread_for(name)):
        yield _unread(one, candidate.table, column, candidate.unread[column])


def unread_amount(one: Known, verdict: Verdict) -> list[Issue]:
    """What is wrong with the amounts of deals, which are no deals' amounts where hardly one can be read."""
    best = verdict.best
    if one.table != "deals" or best is None or best.table != "deals" or "amount" in one.found:
        return []
    return list(unread_columns(one, best, ("amount",)))


def _unread(one: Known, table: str, column: str, header: str) -> Issue:
    kind = kind_of(TABLES[table], column)
    cells = _cells(one, header)
    bad = cells.filter(_is_unread(cells, kind))
    quoted = listing(_CELL.fill(cell=cell, row=row_number(one.raw, at)) for at, cell in _first(bad))
    singular, plural = _NO_KIND.get(kind, _NO_NUMBER)
    told = _THERE.fill(
        column=column_words(column, table=table),
        bad=f"{bad.height:,}",
        cells=Count(cells.height),
        bad_is=singular if bad.height == 1 else plural,
        quoted=quoted,
    )
    mapped = _MAP.fill(toml=table_lines(table, [one.raw.file.name], {column: header}, sheet=one.raw.sheet))
    yearless = way_out(one.raw, header, table=table) if kind is Kind.DATE else None
    hint = yearless or listing((_WRITE.get(kind, _WRITE_NUMBER), mapped), Text("", ""))
    where = Where(one.raw.file.name, one.raw.sheet, column=header)
    return issue("R208", told, where, hint=hint, value=bad["cell"][0] if bad.height else None)


def _cells(one: Known, header: str) -> pl.DataFrame:
    """The cells looked at that hold something, with their place."""
    return (
        one.raw.sample.select(pl.col(header).cast(pl.String).alias("cell"))
        .with_row_index("at")
        .with_columns(cleaned(pl.col("cell")))
        .drop_nulls("cell")
    )


def _is_unread(cells: pl.DataFrame, kind: Kind) -> pl.Expr:
    if kind is Kind.DATE:
        return date_format(cells["cell"]).format.parsed(pl.col("cell")).is_null()
    how = number_format(cells["cell"], letters=kind is Kind.MONEY).format
    return how.parsed(pl.col("cell")).is_null()


def _first(bad: pl.DataFrame) -> list[tuple[int, str]]:
    """The first cells that say different things."""
    return bad.unique("cell", keep="first", maintain_order=True).select("at", "cell").head(_SHOWN).rows()
