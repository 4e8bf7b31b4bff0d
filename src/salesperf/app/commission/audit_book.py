"""Somebody's workbook read cell by cell: whom it pays, for which period, how much, and by which formula."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from msgspec import Struct

from salesperf.analyses.commission.auditing.their_rows import TheirRow
from salesperf.app.commission.odd_formulas import odd_formulas
from salesperf.core.errors import DataError, UsageError
from salesperf.core.money import exact
from salesperf.core.period import Grain, Period
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, in_quotes
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import parse_period
from salesperf.sources.options import Limits
from salesperf.sources.refused import Refused
from salesperf.sources.workbooks.preflight import preflight

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEADER_ROWS = 30
_NOT_THERE = Text("cannot read the workbook {file!r}: {why}", "无法读取工作簿「{file}」：{why}")
_ABSENT = Text("it is not there", "文件不存在")
_XLSX = Text("give the path of an .xlsx workbook", "请给出 .xlsx 工作簿的路径")
_NO_SHEET = Text("{file} has no sheet {sheet!r}", "{file} 中没有工作表「{sheet}」")
_HAS = Text("it has {names}", "其中有{names}")
_NO_COLUMN = Text("{flag} {name!r} is no header of {sheet!r}", "{flag}「{name}」不是工作表「{sheet}」的表头")
_LETTER = Text("write a header or the letter of a column, such as C", "请写表头或列标，例如 C")
_NO_ROWS = Text(
    "{file}, sheet {sheet!r}: no row has a rep and a period", "{file} 工作表「{sheet}」：没有含销售员和期间的行"
)
_TOTALS = re.compile(r"(grand |sub)?\s*totals?|sum|合计|总计|小计|总和", re.IGNORECASE)
_MONTHS = ("%b %Y", "%B %Y", "%b-%Y", "%b-%y", "%b %y", "%Y/%m", "%Y.%m", "%Y%m", "%m/%Y")
_NOT_OF_NUMBERS = re.compile(r"[\s,，_¥￥$€£元]")


class Columns(Struct, frozen=True):
    """Which columns hold what: headers or letters; `formula` is that of the amount when not set."""

    rep: str
    period: str
    amount: str
    formula: str | None = None


class Book(Struct, frozen=True):
    """Where a workbook lies and which sheet of it is meant; the first one when none is named."""

    file: Path
    sheet: str | None
    limits: Limits


def their_rows(book: Book, columns: Columns, *, calendar: Calendar, grain: Grain) -> tuple[TheirRow, ...]:
    """The rows that name somebody; raises `UsageError` for a sheet or column that is not there.

    Raises `DataError` where no row does. Rows of totals are none; a day stands for its period of `grain`.
    """
    values, formulas = _sheets(book)
    start, at = _places(values, columns)
    cells = {row: f"{_letters(at['amount'])}{row}" for row in range(start, values.max_row + 1)}
    written = {f"{_letters(at['formula'])}{row}": _formula(formulas, row, at["formula"]) for row in cells}
    named = [row for row in cells if _is_row(values, row, at)]
    expected = odd_formulas({cell: written[cell] for cell in (f"{_letters(at['formula'])}{row}" for row in named)})
    found = []
    for row in named:
        said = values.cell(row, at["period"]).value
        amount, shown = _amount(values.cell(row, at["amount"]).value)
        cell = f"{_letters(at['formula'])}{row}"
        found.append(
            TheirRow(
                cell=cells[row],
                row=row,
                rep=str(values.cell(row, at["rep"]).value or "").strip(),
                written="" if said is None else str(said),
                period=_period(said, calendar, grain),
                amount=amount,
                shown=shown,
                formula=written[cell],
                expected=expected.get(cell),
            )
        )
    if not found:
        raise DataError(_NO_ROWS.fill(file=book.file.name, sheet=values.title))
    return tuple(found)


def _sheets(book: Book) -> tuple[Worksheet, Worksheet]:
    """The sheet twice: with the results that Excel stored, and with the formulas."""
    from openpyxl import load_workbook  # noqa: PLC0415 -- few commands read a workbook cell by cell
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 -- as above

    if not book.file.is_file():
        raise UsageError(_NOT_THERE.fill(file=str(book.file), why=_ABSENT), _XLSX)
    try:
        preflight(book.file, name=book.file.name, limits=book.limits, only=None)
        with catch_warnings():
            # What its reader does not keep (colours by rule, charts) is not asked for.
            simplefilter("ignore")
            both = [load_workbook(book.file, data_only=data_only) for data_only in (True, False)]
    except Refused as fault:
        told = _NOT_THERE.fill(file=book.file.name, why=fault.issue.text)
        raise DataError(told, _XLSX, (fault.issue,)) from fault
    except (OSError, InvalidFileException, ValueError, KeyError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        raise UsageError(_NOT_THERE.fill(file=str(book.file), why=why), _XLSX) from fault
    names = [sheet.title for sheet in both[0].worksheets]
    name = names[0] if book.sheet is None else book.sheet
    if name not in names:
        hint = did_you_mean(name, names) or _HAS.fill(names=in_quotes(names))
        raise UsageError(_NO_SHEET.fill(file=book.file.name, sheet=name), hint)
    return both[0][name], both[1][name]


def _places(sheet: Worksheet, columns: Columns) -> tuple[int, Mapping[str, int]]:
    """The first row below the header, and the number of each column; letters need no header."""
    wanted = {
        "rep": ("--rep", columns.rep),
        "period": ("--period", columns.period),
        "amount": ("--amount", columns.amount),
        "formula": ("--formula", columns.formula or columns.amount),
    }
    best: tuple[int, int, dict[str, int]] = (-1, 0, {})
    for row in range(1, min(_HEADER_ROWS, sheet.max_row) + 1):
        headers = _headers(sheet, row)
        known = {
            key: headers[name.strip().casefold()]
            for key, (_, name) in wanted.items()
            if name.strip().casefold() in headers
        }
        best = max(best, (len(known), -row, known), key=lambda one: one[:2])
    found, row, at = best[0], -best[1], dict(best[2])
    names = [str(cell.value) for cell in sheet[row] if cell.value is not None] if found > 0 else []
    for key, (flag, name) in wanted.items():
        if key not in at and re.fullmatch("[A-Za-z]{1,3}", name):
            at[key] = _number(name)
        if key not in at:
            hint = did_you_mean(name, names) or (_HAS.fill(names=in_quotes(names)) if names else _LETTER)
            raise UsageError(_NO_COLUMN.fill(flag=flag, name=name, sheet=sheet.title), hint)
    return (row + 1 if found > 0 else _first_number(sheet, at["amount"])), at


def _first_number(sheet: Worksheet, column: int) -> int:
    """The first row that has an amount, where no header says where rows begin."""
    rows = range(1, sheet.max_row + 1)
    return next((row for row in rows if _amount(sheet.cell(row, column).value)[0] is not None), 1)


def _headers(sheet: Worksheet, row: int) -> dict[str, int]:
    told = {str(cell.value).strip().casefold(): cell.column for cell in sheet[row] if cell.value is not None}
    return {name: column for name, column in told.items() if isinstance(column, int)}


def _letters(column: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- as above

    return str(get_column_letter(column))


def _number(letters: str) -> int:
    from openpyxl.utils import column_index_from_string  # noqa: PLC0415 -- as above

    return int(column_index_from_string(letters.upper()))


def _is_row(sheet: Worksheet, row: int, at: Mapping[str, int]) -> bool:
    """Whether a row pays somebody: it names one and is no total."""
    rep = str(sheet.cell(row, at["rep"]).value or "").strip()
    return bool(rep) and _TOTALS.fullmatch(rep) is None


def _formula(sheet: Worksheet, row: int, column: int) -> str | None:
    value = sheet.cell(row, column).value
    return value if isinstance(value, str) and value.startswith("=") else None


def _amount(value: object) -> tuple[Decimal | None, str]:
    """A number, else what the cell shows."""
    if isinstance(value, bool) or value is None:
        return None, "" if value is None else str(value)
    if isinstance(value, int | float | Decimal):
        return exact(Decimal(value) if isinstance(value, int) else value), ""
    bare = _NOT_OF_NUMBERS.sub("", str(value))
    try:
        found = Decimal(bare)
    except InvalidOperation:
        return None, str(value)
    return (found, "") if found.is_finite() else (None, str(value))


def _period(value: object, calendar: Calendar, grain: Grain) -> Period | None:
    """The period that a cell names."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return calendar.period(grain, value)
    text = "" if value is None else str(value).strip()
    for found in _spelled(text, calendar):
        inside = calendar.period(grain, found.start)
        return inside if inside.start <= found.start and found.end <= inside.end else found
    return None


def _spelled(text: str, calendar: Calendar) -> Iterator[Period]:
    try:
        yield parse_period(text, calendar=calendar, as_of=date.min)
    except (UsageError, ValueError, OverflowError):
        for form in _MONTHS:
            try:
                day = datetime.strptime(text, form).date()  # noqa: DTZ007 -- a month has no time zone
            except ValueError:
                continue
            yield calendar.period(Grain.MONTH, day)
            return


def days_of(rows: Sequence[TheirRow]) -> tuple[date, date] | None:
    """From the first to the last day that rows are about; None where no row names a period."""
    known = [row.period for row in rows if row.period is not None]
    return (min(one.start for one in known), max(one.end for one in known)) if known else None
