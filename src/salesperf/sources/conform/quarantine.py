"""The rows that were set aside as a table to be corrected: where each stood, why, and its cells as the file has them.

The first columns are ours and say where a row belongs; behind them stand the columns of all files concerned, under
their own headers. `corrections` reads it back.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import StringIO

import polars as pl

from salesperf.core.text import Lang, Text
from salesperf.sources.conform.row_places import AT, row_number
from salesperf.sources.conform.rows_read import CELL
from salesperf.sources.conform.set_aside import HEADER, REASON, SetAside
from salesperf.sources.conform.unreadable import Reason
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.values.cell_text import as_text

FILE, SHEET, ROW, CODE, WHY, COLUMNS, ID, SHA256 = OURS = (
    "_file",
    "_sheet",
    "_row",
    "_code",
    "_reason",
    "_columns",
    "_id",
    "_sha256",
)
"""Our columns. `_id` and `_sha256` tell whether row and file are those the row was taken from."""
BEYOND = "_beyond"
"""Cells beyond the header of a row that has more cells than it, numbered from 1."""
BETWEEN = " | "
"""Between several columns or reasons of one row."""
_OF_FILE = " (file)"
_WORDS = {
    Reason.NO_DATE: Text("{cell} is not a date", "{cell} 不是日期"),
    Reason.TOO_EARLY: Text("{cell} is before 1900", "{cell} 早于1900年"),
    Reason.NO_NUMBER: Text("{cell} is not a number", "{cell} 不是数字"),
    Reason.NO_FLAG: Text("{cell} is neither yes nor no", "{cell} 既不是“是”也不是“否”"),
    Reason.OTHER_ORDER: Text(
        "{cell} has day and month in another order than the column", "{cell} 的日月顺序与该列其他日期不同"
    ),
    Reason.SHARE: Text("{cell} is a share, not a number", "{cell} 是百分比，不是数值"),
    Reason.FAILED: Text("the cell holds the Excel error {cell}", "单元格为 Excel 错误值 {cell}"),
    Reason.NO_RESULT: Text("the formula has no stored result", "公式没有保存计算结果"),
    Reason.NO_PERIOD: Text("{header} does not say which period or year", "{header} 未注明期间或年份"),
    Reason.EMPTY: Text("{header} is empty", "{header} 为空"),
    Reason.NO_ORDER: Text("no file has the order {cell}", "没有文件含订单 {cell}"),
    Reason.UNDATED: Text("the order {cell} has no date", "订单 {cell} 没有日期"),
    Reason.TORN: Text(
        "more cells than the header: move the cells to their columns and leave {beyond} empty",
        "单元格数多于表头：请将内容移到对应的列，并清空 {beyond} 列",
    ),
    Reason.UNCLEAR: Text(
        "it is not clear which cell belongs where: move the cells to their columns",
        "无法判断各单元格属于哪一列：请将内容移到对应的列",
    ),
}


def column_of(header: str) -> str:
    """The column of the quarantine file that holds a header's cells; only a header that is one of ours is renamed."""
    return f"{header}{_OF_FILE}" if header in OURS or header.startswith(BEYOND) else header


def identity(sha256: str, sheet: str | None, row: int) -> str:
    """What tells that a row still says the place it was taken from; it begins with a letter, or a sheet makes a number.

    >>> identity("00ff", "Sheet1", 7) == identity("00ff", "Sheet1", 8)
    False
    """
    return "r" + hashlib.sha256(f"{sha256}\n{sheet or ''}\n{row}".encode()).hexdigest()[:12]


def quarantine_rows(aside: Iterable[SetAside], *, lang: Lang) -> pl.DataFrame:
    """All rows set aside, one row each, in the order of files and rows; every cell is text, nothing is null but blanks.

    The files must have been hashed. Reading the cells takes another pass over the files concerned.
    """
    pieces = [_of_one(one, lang) for one in aside]
    ours = pl.DataFrame(schema=dict.fromkeys(OURS, pl.String))
    return pl.concat([ours, *pieces], how="diagonal")


def quarantine_csv(rows: pl.DataFrame, *, spelled: Callable[[str], str] = str) -> bytes:
    """The rows as CSV; UTF-8 with a mark at its beginning, without which a spreadsheet takes Chinese for Latin.

    `spelled` writes a cell of the files; nothing is altered unless it does.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(rows.columns)
    writer.writerows(["" if cell is None else spelled(cell) for cell in row] for row in rows.iter_rows())
    return text.getvalue().encode("utf-8-sig")


def cells_at(raw: RawTable, at: Sequence[int]) -> pl.DataFrame:
    """The cells of some rows of a raw table as text, with `AT`; columns of several values a cell are left out."""
    texts = [text for name, dtype in raw.frame.collect_schema().items() if (text := as_text(name, dtype)) is not None]
    places = pl.DataFrame({AT: sorted(set(at))}, schema={AT: pl.UInt32}).lazy()
    return raw.frame.select(texts).with_row_index(AT).join(places, on=AT, how="semi").sort(AT).collect()


def _of_one(one: SetAside, lang: Lang) -> pl.DataFrame:
    raw = one.raw
    told = _told(one.faults, lang)
    rows = cells_at(raw, told[AT].to_list()).rename({header: column_of(header) for header in raw.header}, strict=False)
    numbers = [row_number(raw, at) for at in rows[AT].to_list()]
    placed = pl.DataFrame(
        {
            AT: rows[AT],
            FILE: [raw.file.name] * rows.height,
            SHEET: pl.Series([raw.sheet] * rows.height, dtype=pl.String),
            ROW: [str(number) for number in numbers],
            ID: [identity(raw.file.sha256, raw.sheet, number) for number in numbers],
            SHA256: [raw.file.sha256] * rows.height,
        }
    )
    whole = placed.join(told, on=AT).join(rows, on=AT, maintain_order="left")
    return _with_beyond(whole.select(AT, *OURS, *rows.columns[1:]), raw.torn).drop(AT)


def said(faults: pl.DataFrame, lang: Lang) -> Iterator[tuple[int, str]]:
    """The place of a row set aside with each of its reasons in words."""
    for at, reason, header, cell in faults.select(AT, REASON, HEADER, CELL).iter_rows():
        yield at, _WORDS[Reason(reason)].fill(header=header, cell=repr(cell), beyond=f"{BEYOND}_1 …").say(lang)


def _told(faults: pl.DataFrame, lang: Lang) -> pl.DataFrame:
    """One row a row set aside: its codes, its reasons in words, the headers at fault."""
    codes = [Reason(reason).code for reason in faults[REASON]]
    texts = [text for _, text in said(faults, lang)]
    told = faults.select(AT, HEADER).with_columns(pl.Series(CODE, codes), pl.Series(WHY, texts))
    joined = [
        pl.col(name).filter(pl.col(name) != "").unique(maintain_order=True).str.join(BETWEEN).alias(new)
        for name, new in ((CODE, CODE), (WHY, WHY), (HEADER, COLUMNS))
    ]
    return told.group_by(AT, maintain_order=True).agg(joined)


def _with_beyond(rows: pl.DataFrame, torn: Mapping[int, tuple[str, ...]]) -> pl.DataFrame:
    """The rows with the cells that stand beyond the header, in columns of their own."""
    found = [torn.get(at, ()) for at in rows[AT].to_list()]
    width = max(map(len, found), default=0)
    return rows.with_columns(
        pl.Series(f"{BEYOND}_{place + 1}", [beyond[place] if place < len(beyond) else None for beyond in found])
        for place in range(width)
    )
