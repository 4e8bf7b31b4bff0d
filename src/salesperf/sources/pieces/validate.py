"""Which rows cannot be loaded, and an issue for every cell that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

import polars as pl
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.sources.amounts.column_sources import sources_of
from salesperf.sources.conform.row_places import AT, PART, places, row_number
from salesperf.sources.conform.rows_read import CELL, LISTED, BadCell, Rows
from salesperf.sources.conform.set_aside import HEADER, REASON, SetAside, faults, faults_of, set_aside
from salesperf.sources.conform.unreadable import Reason, reasons_of, told
from salesperf.sources.rows.raw import RawTable
from salesperf.tables.labels import column_words
from salesperf.tables.line_words import LineKind, kind_of_word

MUST: Mapping[str, tuple[str, ...]] = {"orders": ("order_date", "amount")}
"""Columns without which a row of a table cannot be loaded."""
_MORE_CELLS = Text("{cells:more cell|more cells} of the column cannot be read", "该列另有 {cells} 个单元格无法读取")
_HAS_NO = Text("the row has no {column}", "该行没有{column}")
_MORE_ROWS = Text("{rows:more row|more rows} without {column}", "另有 {rows} 行没有{column}")
_COMPLETE = Text(
    "export orders and lines for the same period, or correct the number", "请导出同一期间的订单表与明细表，或更正订单号"
)
_OF_ORDERS = {
    Reason.NO_ORDER.value: (
        Text(
            "no order {order!r} in {files}, so the line has no date",
            "{files} 中没有订单「{order}」，因而该明细没有日期",
        ),
        Text("{rows:more line|more lines} without an order in {files}", "另有 {rows} 行在 {files} 中没有对应的订单"),
        _COMPLETE,
    ),
    Reason.UNDATED.value: (
        Text("order {order!r} has no date in {files}", "订单「{order}」在 {files} 中没有日期"),
        Text("{rows:more line|more lines} whose order has no date", "另有 {rows} 行的订单没有日期"),
        Text("fill the date of the order in {files}", "请在 {files} 中补全该订单的日期"),
    ),
}
"""What is said of a line without a date of its own, of further ones, and what helps."""
_OF_COLUMN = {Reason.UNDATED.value: "order_date"}
_FILL = Text("fill the cell, or delete the row if it is no order line", "请填写该单元格；若该行不是订单明细，请删除")


class Orders(Struct, frozen=True):
    """Where the orders of lines were looked for: the files, the orders they have, and the lines' header of the id."""

    files: Text
    known: pl.Series
    header: str


class Validated(Struct, frozen=True):
    """The rows that can be loaded, those that cannot, how many of each part, and why."""

    frame: pl.DataFrame
    quarantined: Mapping[int, int]
    issues: tuple[Issue, ...]
    aside: tuple[SetAside, ...] = ()


def validated(
    table: str,
    frame: pl.DataFrame,
    rows: Rows,
    raws: Sequence[RawTable],
    *,
    asked: Collection[str],
    orders: Orders | None = None,
    may_lack: Collection[str] = (),
) -> Validated:
    """Set aside the rows of a frame (`rows` with what was derived) that cannot be loaded.

    Lines take their date from the `orders` of another file.

    A row is bad when a cell of an `asked` column holds something unreadable, when it has no amount or date although
    it is no unpaid, open or cancelled order, or when it has more cells than the header. Unreadable cells elsewhere
    are warnings and the row stays. Columns that rows `may_lack` have cells that say that they are missing.
    """
    must = [column for column in MUST.get(table, ()) if column in frame.columns]
    torn = _torn(raws)
    issues = [*_cell_issues(rows, raws, asked), *_remainders(rows, raws, asked)]
    unread = (_unreadable(rows, column) for column in sorted(asked & rows.unread.keys()))
    spoilt = [torn, *(part.join(torn, on=[PART, AT], how="anti") for part in unread)]
    has_missing = any(frame[column].null_count() for column in must)
    if not has_missing and not any(part.height for part in spoilt):
        return Validated(frame, {}, tuple(issues))
    placed = places(frame)
    if has_missing:
        missing = placed.filter(_is_missing(frame, must)).join(torn, on=[PART, AT], how="anti")
        empty = _empty(missing, must, rows, orders)
        empty = {name: spots for name, spots in empty.items() if _OF_COLUMN.get(name, name) not in may_lack}
        issues += (fault for column, spots in empty.items() for fault in _missing_issues(column, spots, raws, orders))
        spoilt += empty.values()
    found = faults(spoilt)
    bad = found.select(PART, AT).unique()
    kept = placed.join(bad, on=[PART, AT], how="anti", maintain_order="left").drop(AT)
    return Validated(kept, dict(bad.group_by(PART).len().iter_rows()), tuple(issues), set_aside(raws, found))


def without_torn_numbers(frame: pl.DataFrame, raws: Sequence[RawTable]) -> pl.DataFrame:
    """The frame without the numbers of rows that are torn: cells under strange headers are no evidence for others."""
    if not any(raw.torn for raw in raws):
        return frame
    is_torn = pl.any_horizontal(
        (pl.col(PART) == part) & pl.col(AT).is_in(list(raw.torn)) for part, raw in enumerate(raws) if raw.torn
    )
    numbers = [name for name, dtype in frame.schema.items() if dtype.is_decimal()]
    return places(frame).with_columns(pl.when(~is_torn).then(name).alias(name) for name in numbers).drop(AT)


def _is_missing(frame: pl.DataFrame, must: Sequence[str]) -> pl.Expr:
    """Whether a row lacks what it must have, and is none that may lack it."""
    missing = pl.any_horizontal(pl.col(column).is_null() for column in must)
    if "paid_date" in frame.columns:
        missing = missing & pl.col("paid_date").is_not_null()
    if idle := _idle_words(frame):
        missing = missing & ~pl.col("status").is_in(idle).fill_null(value=False)
    return missing


def _idle_words(frame: pl.DataFrame) -> list[str]:
    """The status words of lines that earn nothing, and so need neither amount nor day of payment."""
    if "status" not in frame.columns or "order_date" not in frame.columns:
        return []
    words = frame["status"].drop_nulls().unique().to_list()
    return [word for word in words if kind_of_word(word) in {LineKind.CANCELLED, LineKind.OPEN}]


def _torn(raws: Sequence[RawTable]) -> pl.DataFrame:
    """Rows of which nobody knows which cell belongs where, so nothing else is said of them."""
    spots = [
        (part, at, (Reason.TORN if beyond else Reason.UNCLEAR).value)
        for part, raw in enumerate(raws)
        for at, beyond in raw.torn.items()
    ]
    schema = {PART: pl.UInt32, AT: pl.UInt32, REASON: pl.String}
    return faults_of(pl.DataFrame(spots, schema=schema, orient="row"), pl.col(REASON), "")


def _unreadable(rows: Rows, column: str) -> pl.DataFrame:
    reading = next(one for one in rows.readings if one.column == column)
    spots = rows.unread[column]
    reasons = {cell: reason.value for cell, reason in reasons_of(spots[CELL], reading).items()}
    return faults_of(spots, pl.col(CELL).replace_strict(reasons, return_dtype=pl.String), reading.header)


def _empty(missing: pl.DataFrame, must: Sequence[str], rows: Rows, orders: Orders | None) -> dict[str, pl.DataFrame]:
    """The rows without a column they must have, by column; where a cell of it is unreadable, that is the reason."""
    headers = {reading.column: reading.header for reading in rows.readings}
    found: dict[str, pl.DataFrame] = {}
    for column in must:
        empty = missing.filter(pl.col(column).is_null())
        if orders is not None and column == "order_date" and column not in headers:
            found |= _undated(empty, orders)
            continue
        empty = empty.select(PART, AT)
        for source in {column, *sources_of({column}, headers.keys())} & rows.unread.keys():
            empty = empty.join(rows.unread[source], on=[PART, AT], how="anti")
        found[column] = _at_headers(empty, column, rows, headers)
    return found


def _at_headers(empty: pl.DataFrame, column: str, rows: Rows, headers: Mapping[str, str]) -> pl.DataFrame:
    """The rows at the header of a column; where no header has it, at the first empty cell of those it is made of."""
    sources = [name for name in headers if name in sources_of({column}, headers.keys()) and name in rows.frame.columns]
    if column in headers or not sources:
        return faults_of(empty, pl.lit(Reason.EMPTY.value), headers.get(column, column))
    placed = places(rows.frame.select(PART, *sources))
    parts = []
    for name in (*sources, None):
        lacks = empty if name is None else empty.join(placed.filter(pl.col(name).is_null()), on=[PART, AT], how="semi")
        parts.append(faults_of(lacks, pl.lit(Reason.EMPTY.value), headers[name or sources[0]]))
        empty = empty.join(lacks, on=[PART, AT], how="anti")
    return pl.concat(parts)


def _undated(lines: pl.DataFrame, orders: Orders) -> dict[str, pl.DataFrame]:
    """Why lines have no date: they name no order, no file has it, or it has none itself."""
    nameless = lines.filter(pl.col("order_id").is_null())
    named = lines.rename({"order_id": CELL})
    is_known = pl.col(CELL).is_in(orders.known.implode())
    return {
        "order_id": faults_of(nameless, pl.lit(Reason.EMPTY.value), orders.header),
        **{
            reason.value: faults_of(named.filter(which), pl.lit(reason.value), orders.header)
            for reason, which in ((Reason.NO_ORDER, ~is_known), (Reason.UNDATED, is_known))
        },
    }


def _cell_issues(rows: Rows, raws: Sequence[RawTable], asked: Collection[str]) -> Iterator[Issue]:
    """An issue for each unreadable cell, but for rows that are torn, and for cells that a finding of the file names."""
    for reading in rows.readings:
        is_error = reading.column in asked
        bad = [cell for cell in rows.bad if cell.column == reading.column and cell.at not in raws[cell.part].torn]
        reasons = reasons_of(pl.Series([cell.value for cell in bad], dtype=pl.String), reading)
        yield from (
            _cell_issue(cell, told(cell.value, reasons[cell.value], reading), raws, is_error=is_error)
            for cell in bad
            if is_error or not cell.is_told
        )


def _cell_issue(cell: BadCell, said: tuple[Text, Text], raws: Sequence[RawTable], *, is_error: bool) -> Issue:
    raw = raws[cell.part]
    where = Where(raw.file.name, raw.sheet, row_number(raw, cell.at), cell.header)
    message, hint = said
    return issue("R301" if is_error else "R302", message, where, hint=hint, value=cell.value)


def _remainders(rows: Rows, raws: Sequence[RawTable], asked: Collection[str]) -> list[Issue]:
    listed = Counter((cell.part, cell.column) for cell in rows.bad if not cell.is_told)
    headers = {reading.column: reading.header for reading in rows.readings}
    return [
        issue(
            "R301" if column in asked else "R302",
            _MORE_CELLS.fill(cells=Count(count - listed[part, column])),
            Where(raws[part].file.name, raws[part].sheet, column=headers[column]),
            count=count - listed[part, column],
        )
        for (part, column), count in sorted(rows.bad_counts.items())
        if count > listed[part, column]
    ]


def _missing_issues(
    column: str, spots: pl.DataFrame, raws: Sequence[RawTable], orders: Orders | None
) -> Iterator[Issue]:
    """An issue for each of the first rows of a file that lack a column or their order, and one for the others."""
    one, several, cure = _OF_ORDERS.get(column, (_HAS_NO, _MORE_ROWS, _FILL))
    files = orders.files if orders is not None else ""
    for (part, name), own in sorted(spots.group_by(PART, HEADER), key=lambda item: int(str(item[0][0]))):
        raw, header, hint = raws[int(str(part))], str(name), cure.fill(files=files)
        for at, cell in own.sort(AT).head(LISTED).select(AT, CELL).iter_rows():
            where = Where(raw.file.name, raw.sheet, row_number(raw, at), header)
            yield issue(
                "R303", one.fill(order=cell, files=files, column=column_words(column)), where, hint=hint, value=cell
            )
        more = Count(own.height - LISTED)
        if more.number > 0:
            told = several.fill(rows=more, column=column_words(column), files=files)
            yield issue("R303", told, Where(raw.file.name, raw.sheet, column=header), count=more.number)
