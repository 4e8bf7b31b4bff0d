"""One canonical table gathered from its files: those of one header are read together, in one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Lang, Text, listing
from salesperf.sources.amounts import sources_of
from salesperf.sources.cell_faults import with_cell_faults
from salesperf.sources.cells import NUMBERS, CellReading, Learnt, Rules, reading_of, scale_of
from salesperf.sources.conform import rows_of
from salesperf.sources.declared import with_declared_values
from salesperf.sources.detect import HEADER, LINES, LOOKUPS
from salesperf.sources.halves import joined_halves
from salesperf.sources.known import Known
from salesperf.sources.line_flags import with_line_flags
from salesperf.sources.loaded import Mapped
from salesperf.sources.money_unit import split_header
from salesperf.sources.one_currency import with_currency
from salesperf.sources.options import ReadOptions
from salesperf.sources.order_fields import may_stand_once
from salesperf.sources.parse_date import DateFormat
from salesperf.sources.parse_id import IdForm, IdFormat
from salesperf.sources.parse_number import NumberFormat
from salesperf.sources.piece import Piece, Read, Wish, finished
from salesperf.sources.profile import LINE_FLAGS, PARTS, kind_of
from salesperf.sources.reach import EVENTS
from salesperf.sources.same_rows import DATED
from salesperf.sources.same_sale import told_apart_by
from salesperf.sources.stack import KEYS
from salesperf.sources.validate import MUST
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import Kind

_DAY_AND_MONTH = Text("day and month fit both ways", "日与月两种顺序都成立"), Text("mdy or dmy", "mdy 或 dmy")
_BOTH_ENDS = Text("the year fits at both ends", "年份在首在尾都成立"), Text("ymd, mdy or dmy", "ymd、mdy 或 dmy")
_READ_AS, _NOT_READ = Text("read as {order}", "按 {order} 读取"), Text("not read", "未读取")
_MIXED = Text(
    "some dates are day first, others month first; those that fit both ways were read as {order}",
    "部分日期日在前，部分月在前；两种都成立的按 {order} 读取",
)
_ONE_ORDER = Text("write all dates of the column in one order", "请将该列日期统一为一种顺序")
_ZONES = Text("time zones {offsets} in one column", "同一列中有多个时区：{offsets}")
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
_SHORTENED = r"^\d(?:\.\d+)?[eE]\+\d{2}$"
_ORDER_CHOSEN = Text(
    "the dates under {header} fit several orders; they were read as {order} (--date-order says otherwise)",
    "「{header}」的日期顺序无法判断，按 {order} 读取（可用 --date-order 指定）",
)
_SCALED = Text("one under {header} stands for {scale}", "「{header}」的数值已按 1 = {scale} 换算")


def gathered(table: str, files: Sequence[Known], *, options: ReadOptions, wish: Wish, lang: Lang) -> tuple[Piece, ...]:
    """All pieces of one table, in the order of their files; a header file and its lines make one piece."""
    wish = _with_overlap(table, files, wish)
    halves = [one for one in files if one.recognition.role in {HEADER, LINES}]
    whole = [one for one in files if one.recognition.role not in {HEADER, LINES}]
    pieces = [
        finished(table, _read(table, group, options=options, wish=wish, lang=lang), wish=wish)
        for group in _groups(whole)
    ]
    # A header and its lines are joined by the columns they have, so none of them may be left out.
    full = wish.with_signs_read()
    reads = [_read(table, group, options=options, wish=full, lang=lang) for group in _groups(halves)]
    return (*pieces, *joined_halves(table, reads, wish=full)) if reads else tuple(pieces)


def _with_overlap(table: str, files: Sequence[Known], wish: Wish) -> Wish:
    """The wish with what tells whether an order of two files is the same; without ids, that is the whole row."""
    if len(files) == 1 or wish.columns is None:
        return wish
    if table in DATED and not any(key in one.found for one in files for key in KEYS.get(table, ())[:1]):
        return replace(wish, columns=wish.columns.union(*(one.found for one in files)))
    if table != "orders":
        return wish
    apart = told_apart_by([one.found.keys() for one in files])
    return replace(wish, columns=wish.columns.union(column for column in apart if column))


def _groups(files: Sequence[Known]) -> list[tuple[Known, ...]]:
    """Files that can be read in one pass: one header, one set of types, one mapping."""
    groups: dict[object, list[Known]] = {}
    for one in files:
        mapping = tuple(sorted((column, mapped.header) for column, mapped in one.found.items()))
        told = (one.told.date_order, one.told.decimal, repr(one.told.values)) if one.told else None
        layout = one.raw.layout
        key = (one.raw.header, tuple(map(str, one.raw.sample.dtypes)), mapping, told, layout.date1904, layout.unit)
        groups.setdefault(key, []).append(one)
    return [tuple(group) for group in groups.values()]


def _read(table: str, files: tuple[Known, ...], *, options: ReadOptions, wish: Wish, lang: Lang) -> Read:
    first = files[0]
    rules = Rules(
        (first.told.date_order if first.told else None) or options.date_order,
        (first.told.decimal if first.told else None) or options.decimal,
        options.timezone,
        first.raw.layout.date1904,
        first.raw.layout.unit,
    )
    raws = [one.raw for one in files]
    sample = pl.concat([raw.sample for raw in raws[:8]]) if len(raws) > 1 else raws[0].sample
    once = table == "orders" and may_stand_once(sample, first.found)
    readings = [
        reading_of(mapped.header, column, kind_of(TABLES[table], column), sample[mapped.header], rules)
        for column, mapped in (first.found.items() if once else _wanted(table, first.found, wish).items())
    ]
    signs = frozenset() if once else wish.signs - _wanted(table, first.found, wish.without_signs()).keys()
    rows = rows_of(raws, readings, rules=rules, signs=signs, count_repeats=wish.count_repeats)
    with_cell_faults(rows, raws)
    read = Read(files, rows, rules, frozenset(first.found), stands_once=once)
    if scale_of("", Kind.MONEY, unit=rules.unit) != 1 and any(reading.kind is Kind.MONEY for reading in readings):
        read.notes.append(
            Text(f"amounts are in {rules.unit}, as the titles say", f"标题注明金额单位为{rules.unit}，已换算")
        )
    with_line_flags(read)
    if first.told is not None and first.told.values:
        with_declared_values(read, first.told.values)
    with_currency(read, lang, yen="JPY" if options.currency == "JPY" else "CNY", asked=wish.columns or ())
    read.issues += _findings(read)
    read.notes += [note for reading in rows.readings for note in _reading_notes(reading, read)]
    return read


def _wanted(table: str, found: Mapping[str, Mapped], wish: Wish) -> Mapping[str, Mapped]:
    if wish.columns is None:
        return found
    wanted = set(wish.columns) | set(MUST.get(table, ())) | set(EVENTS.get(table, ())) | set(KEYS.get(table, ())[:1])
    if table in LOOKUPS:
        wanted |= {*LOOKUPS[table], *PARTS}
    needed = sources_of(wanted, found.keys()) if table == "orders" else wanted
    flags = set(LINE_FLAGS) if "status" in wanted else set()
    return {column: mapped for column, mapped in found.items() if column in needed | wish.signs | flags}


def _findings(read: Read) -> list[Issue]:
    """What the user should know about how columns were read."""
    names = ", ".join(one.raw.file.name for one in read.files[:3]) + (" ..." if len(read.files) > 3 else "")  # noqa: PLR2004
    found: list[Issue] = []
    for reading in read.rows.readings:
        where = Where(names, read.files[0].raw.sheet, column=reading.header)
        found += _reading_findings(reading, where, read)
    return found


def _shortened_ids(reading: CellReading, read: Read) -> int:
    """How many cells hold an id as a spreadsheet shortens it (2.02601E+17), so that several ids became one."""
    if reading.kind is not Kind.ID or reading.dtype != pl.String or reading.column not in read.rows.frame.columns:
        return 0
    if not any(one.raw.sample[reading.header].str.contains(_SHORTENED).any() for one in read.files):
        return 0
    return int(read.rows.frame[reading.column].str.contains(_SHORTENED).sum())


def _reading_notes(reading: CellReading, read: Read) -> list[Text]:
    """What was chosen for a column and changes its figures."""
    how = reading.format
    if isinstance(how, DateFormat) and how.order and reading.learnt.is_ambiguous and read.rules.date_order is None:
        return [_ORDER_CHOSEN.fill(header=reading.header, order=how.order.value)]
    if isinstance(how, NumberFormat) and how.scale != 1 and split_header(reading.header)[1].scale:
        return [_SCALED.fill(header=reading.header, scale=f"{how.scale:,}")]
    return []


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
    is_open = read.files[0].raw.layout.delimiter == ";"
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


def _reading_findings(reading: CellReading, where: Where, read: Read) -> list[Issue]:
    found: list[Issue] = []
    learnt = _learnt(reading, read)
    if learnt.is_mixed:
        how = getattr(reading.format, "order", None)
        found.append(issue("R305", _MIXED.fill(order=how), where, hint=_ONE_ORDER))
    elif reading.kind is Kind.DATE and learnt.is_ambiguous and read.rules.date_order is None:
        order = getattr(reading.format, "order", None)
        fits, orders = _BOTH_ENDS if order == "ymd" else _DAY_AND_MONTH
        said = listing((fits, _READ_AS.fill(order=order) if order else _NOT_READ), Text("; ", "；"))
        hint = Text("name --date-order {orders}", "请用 --date-order 指定 {orders}").fill(orders=orders)
        found.append(issue("R305", said, where, hint=hint))
    if len(learnt.offsets) > 1 and read.rules.timezone is None:
        offsets = listing(sorted(learnt.offsets))
        found.append(issue("R206", _ZONES.fill(offsets=offsets), where, hint=_NAME_ZONE))
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
