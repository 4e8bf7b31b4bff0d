"""What is said of how the columns of one table were read: what is not certain of them, and what was chosen."""

from __future__ import annotations

import polars as pl
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, listing
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.values.cells import NUMBERS, CellReading, Learnt
from salesperf.sources.values.date_format import DateFormat
from salesperf.sources.values.date_shapes import Order
from salesperf.sources.values.money_unit import split_header
from salesperf.sources.values.number_format import NumberFormat
from salesperf.sources.values.parse_id import IdForm, IdFormat
from salesperf.tables.schema import DAYS, Kind

_DAY_AND_MONTH = Text("day and month fit both ways", "日与月两种顺序都成立"), Text("mdy or dmy", "mdy 或 dmy")
_BOTH_ENDS = Text("the year fits at both ends", "年份在首在尾都成立"), Text("ymd, mdy or dmy", "ymd、mdy 或 dmy")
_READ_AS, _NOT_READ = Text("read as {order}", "按 {order} 读取"), Text("not read", "未读取")
_MIXED = Text(
    "some dates are day first, others month first; those that fit both ways were read as {order}",
    "部分日期日在前，部分月在前；两种都成立的按 {order} 读取",
)
_ONE_ORDER = Text("write all dates of the column in one order", "请将该列日期统一为一种顺序")
_ZONES = Text("time zones {offsets} in one column", "同一列中有多个时区：{offsets}")
_KEPT_ZONE = Text(
    "times under {header!r} are written with the offset {offset} and kept as written",
    "「{header}」的时间带有时区 {offset}，按所写时间读取",
)
_NAME_ZONE = Text("name one with --timezone", "请用 --timezone 指定一个时区")
_ID_DATES = Text(
    "the ids are formatted as dates; the numbers behind them were taken", "编号被设成了日期格式；已取其背后的数字"
)
_LONG_IDS = Text("ids of more than 15 digits are stored as numbers", "超过 15 位的编号以数字存储")
_ROUNDED = Text("rounded half-even to six decimals", "已按四舍六入五成双保留六位小数")
_POINT_TORN = Text(
    "a point stands before three digits in some cells and before more or fewer in others; read as decimal",
    "有的单元格点号后是三位数字，有的不是；按小数点读取",
)
_COMMA_TORN = Text(
    "a comma stands before three digits in some cells and before more or fewer in others; read as decimal",
    "有的单元格逗号后是三位数字，有的不是；按小数点读取",
)
_EVERY_POINT = Text(
    "every point stands before three digits; read as decimal point", "所有点号后都是三位数字；按小数点读取"
)
_EVERY_MARK = Text("every mark stands before three digits; read as thousands", "所有分隔号后都是三位数字；按千分位读取")
_MARK_CHOSEN = Text(
    "the mark before three digits under {header!r} is taken {how}: {cell!r} is {number} "
    "(--decimal {other} says otherwise)",
    "「{header}」中三位数字前的分隔号{how}：「{cell}」即 {number}（可用 --decimal {other} 指定）",
)
_AS_DECIMAL, _AS_THOUSANDS = Text("for the decimal mark", "按小数点读取"), Text("for that of thousands", "按千分位读取")
_BEFORE_THREE = r"\d[.,]\d{3}(?:\D|$)"
_SHORTENED = r"^\d(?:\.\d+)?[eE]\+\d{2}$"
_ORDER_CHOSEN = Text(
    "the dates under {header} fit several orders; they were read as {order} (--date-order says otherwise)",
    "「{header}」的日期顺序无法判断，按 {order} 读取（可用 --date-order 指定）",
)
_YEAR_FIRST = Text(
    "the dates under {header} have years of two digits and were read as year, month, day (--date-order says otherwise)",
    "「{header}」的日期年份只有两位，按年、月、日读取（可用 --date-order 指定）",
)
_MONTHS = Text(
    "{header!r} says the month of each row and no day: all of it stands on the first day of the month, so months, "
    "quarters and years are right and days and weeks are not known",
    "「{header}」只写了年月：各行均计入当月第一天，按月、季、年统计是准确的，按日、按周则无从得知",
)
_QUARTERS = Text(
    "{header!r} says the quarter of each row and no month: quarters and years are right, months and days are not known",
    "「{header}」只写了季度：按季、年统计是准确的，按月、按日则无从得知",
)
_YEARS = Text(
    "{header!r} says the year of each row and no month: years are right, months and days are not known",
    "「{header}」只写了年份：按年统计是准确的，按月、按日则无从得知",
)
_WHOLE = {1: _MONTHS, 3: _QUARTERS, 12: _YEARS}
COUNTED_IN = Text(
    "amounts under {header!r} are rounded figures: {cell!r} is read as {number}",
    "「{header}」中有约数：「{cell}」按 {number} 读取",
)
_SCALED = Text("one under {header} stands for {scale}", "「{header}」的数值已按 1 = {scale} 换算")


def column_findings(read: Read) -> list[Issue]:
    """What the user should know about how columns were read."""
    names = ", ".join(one.raw.file.name for one in read.files[:3]) + (" ..." if len(read.files) > 3 else "")  # noqa: PLR2004
    found: list[Issue] = []
    for reading in read.rows.readings:
        where = Where(names, read.files[0].raw.sheet, column=reading.header)
        found += _reading_findings(reading, where, read)
    return found


def column_notes(read: Read) -> list[Text]:
    """What was chosen for columns and changes their figures."""
    return [note for reading in read.rows.readings for note in _reading_notes(reading, read)]


def _shortened_ids(reading: CellReading, read: Read) -> int:
    """How many cells hold an id as a spreadsheet shortens it (2.02601E+17), so that several ids became one."""
    if reading.kind is not Kind.ID or reading.dtype != pl.String or reading.column not in read.rows.frame.columns:
        return 0
    if not pl.concat([one.raw.sample[reading.header] for one in read.files]).str.contains(_SHORTENED).any():
        return 0
    return int(read.rows.frame[reading.column].str.contains(_SHORTENED).sum())


def _reading_notes(reading: CellReading, read: Read) -> list[Text]:
    """What was chosen for a column and changes its figures."""
    how, offsets = reading.format, reading.learnt.offsets
    if reading.kind is Kind.MOMENT and len(offsets) == 1 and read.rules.timezone is None:
        return [_KEPT_ZONE.fill(header=reading.header, offset=next(iter(offsets)))]
    if isinstance(how, DateFormat):
        return _date_notes(reading, how, read)
    if reading.learnt.rounded:
        return [_rounded(reading, reading.learnt.rounded)]
    if reading.kind in NUMBERS and _open_mark(reading, read):
        return [_mark_chosen(reading, read)]
    if isinstance(how, NumberFormat) and how.scale != 1 and split_header(reading.header)[1].scale:
        return [_SCALED.fill(header=reading.header, scale=f"{how.scale:,}")]
    return []


def _rounded(reading: CellReading, cell: str) -> Text:
    """What a cell in thousands or millions is read as."""
    number = reading.read(pl.Series([cell])).to_list()[0]
    return COUNTED_IN.fill(
        header=reading.header, cell=cell, number="" if number is None else f"{number.normalize():,f}"
    )


def _date_notes(reading: CellReading, how: DateFormat, read: Read) -> list[Text]:
    """What was chosen for a column of dates: months for days, or an order of day and month."""
    if how.is_by_month:
        return [_WHOLE[how.months].fill(header=reading.header)]
    if not how.order or read.rules.date_order is not None:
        return []
    if reading.learnt.is_ambiguous:
        return [_ORDER_CHOSEN.fill(header=reading.header, order=how.order.value)]
    return [_YEAR_FIRST.fill(header=reading.header)] if how.order is Order.YMD else []


def _mark_chosen(reading: CellReading, read: Read) -> Text:
    """How an uncertain mark was taken, by a cell that has it."""
    assert isinstance(reading.format, NumberFormat)  # noqa: S101 -- only numbers have such a mark
    cells = pl.concat([one.raw.sample[reading.header].cast(pl.String) for one in read.files])
    marked = cells.filter(cells.str.contains(_BEFORE_THREE)).head(1)
    number = reading.read(marked).to_list()
    is_decimal = not marked.is_empty() and f"{number[0]:f}".replace(".", reading.format.decimal).startswith(marked[0])
    return _MARK_CHOSEN.fill(
        header=reading.header,
        how=_AS_DECIMAL if is_decimal else _AS_THOUSANDS,
        cell=marked[0] if marked.len() else "",
        number=f"{number[0].normalize():,f}" if number and number[0] is not None else "",
        other="," if reading.format.decimal == "." else ".",
    )


def _open_mark(reading: CellReading, read: Read) -> Text | None:
    """What is not certain of a column's decimal mark; None where it is."""
    how = reading.format
    if not isinstance(how, NumberFormat):
        return None
    if reading.learnt.is_torn:
        return _POINT_TORN if how.decimal == "." else _COMMA_TORN
    if not reading.learnt.is_ambiguous:
        return None
    if how.plain:
        return None if _has_sure_point(read) else _EVERY_POINT
    is_open = read.files[0].raw.layout.delimiter == ";" or how.decimal == ","
    return _EVERY_MARK if is_open else None


def _has_sure_point(read: Read) -> bool:
    """Whether another column of the file shows that a point is the decimal mark."""
    return any(
        one.is_text
        and isinstance(one.format, NumberFormat)
        and one.format.plain
        and not one.format.whole
        and not one.learnt.is_unsure
        for one in read.rows.readings
    )


def _learnt(reading: CellReading, read: Read) -> Learnt:
    """What is not certain of a column; where files write it differently, what is not certain in any of them."""
    apart = [one.learnt for one in read.rows.apart.get(reading.column, {}).values()]
    if not apart:
        return reading.learnt
    return replace(
        reading.learnt,
        is_ambiguous=any(one.is_ambiguous for one in apart),
        is_mixed=any(one.is_mixed for one in apart),
        is_torn=any(one.is_torn for one in apart),
    )


def _zones(reading: CellReading, learnt: Learnt, read: Read) -> frozenset[str]:
    """The time zones of a column; of moments those of the other moments of the row too, for they are subtracted."""
    if reading.kind is not Kind.MOMENT or not learnt.offsets:
        return learnt.offsets
    return learnt.offsets.union(*(one.learnt.offsets for one in read.rows.readings if one.kind is Kind.MOMENT))


def _reading_findings(reading: CellReading, where: Where, read: Read) -> list[Issue]:
    found: list[Issue] = []
    learnt = _learnt(reading, read)
    if learnt.is_mixed:
        how = getattr(reading.format, "order", None)
        found.append(issue("R305", _MIXED.fill(order=how), where, hint=_ONE_ORDER))
    elif reading.kind in DAYS and learnt.is_ambiguous and read.rules.date_order is None:
        order = getattr(reading.format, "order", None)
        fits, orders = _BOTH_ENDS if order == "ymd" else _DAY_AND_MONTH
        said = listing((fits, _READ_AS.fill(order=order) if order else _NOT_READ), Text("; ", "；"))
        hint = Text("name --date-order {orders}", "请用 --date-order 指定 {orders}").fill(orders=orders)
        found.append(issue("R305", said, where, hint=hint))
    zones = _zones(reading, learnt, read)
    if len(zones) > 1 and read.rules.timezone is None:
        found.append(issue("R206", _ZONES.fill(offsets=listing(sorted(zones))), where, hint=_NAME_ZONE))
    if reading.kind in NUMBERS and (mark := _open_mark(reading, read)):
        found.append(issue("R306", mark, where))
    if isinstance(reading.format, IdFormat) and reading.format.form is IdForm.DATE:
        found.append(issue("R307", _ID_DATES, where))
    count = read.rows.long_ids.get(reading.column, 0) or _shortened_ids(reading, read)
    if count:
        found.append(issue("R308", _LONG_IDS, where, count=count))
    if reading.column in read.rows.rounded:
        count = read.rows.rounded[reading.column]
        found.append(issue("R304", _ROUNDED, where, count=count))
    return found
