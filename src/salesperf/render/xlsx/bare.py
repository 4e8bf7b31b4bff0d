"""A workbook of one sheet: the records under their keys, every cell of its own type, text never run as a formula."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from salesperf.core.errors import OutputError
from salesperf.core.text import Text
from salesperf.report.exact import digits, spelled
from salesperf.report.model import Report, Value

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 -- a workbook's times have no zone; the same one keeps the bytes the same
_LONGEST_TEXT = 32_767
_MOST_ROWS = 1_048_575
_WIDEST = 40
_TOO_LONG = Text(
    "{column} holds a text of {length} characters: a cell of a workbook takes {most}",
    "{column} 有 {length} 个字符的文本，超出单元格上限 {most}",
)
_TOO_MANY = Text("{rows} records: a sheet takes {most}", "共 {rows} 条记录，超出工作表上限 {most}")
_WRITE_CSV = Text("write csv: it has no such limit", "请改写成 csv：没有此限制")


def draw(report: Report) -> bytes:
    """Ids and names are text, amounts and counts numbers, days dates.

    A number whose digits a workbook would lose (it keeps about 15) is written as text. Raises `OutputError` for what
    does not fit into a sheet.
    """
    records = report.records
    rows = records.rows
    if len(rows) > _MOST_ROWS:
        raise OutputError(_TOO_MANY.fill(rows=f"{len(rows):,}", most=f"{_MOST_ROWS:,}"), _WRITE_CSV)
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        sheet = book.add_worksheet()
        head, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.freeze_panes(1, 0)
        for at, column in enumerate(records.columns):
            sheet.write_string(0, at, spelled(column.key), head)
            for number, row in enumerate(rows, start=1):
                _write(sheet, (number, at), row[at], text=text, day=day, name=column.key)
            longest = max((len(spelled(row[at])) for row in rows), default=0)
            sheet.set_column(at, at, min(_WIDEST, max(longest, len(column.key)) + 2))
    return target.getvalue()


def _write(sheet: Worksheet, place: tuple[int, int], value: Value, *, text: Format, day: Format, name: str) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(*place, value)
    elif isinstance(value, date):
        sheet.write_datetime(*place, value, day)
    elif isinstance(value, Decimal | int | float) and _is_kept(value):
        sheet.write_number(*place, float(value))
    else:
        words = spelled(value)
        if len(words) > _LONGEST_TEXT:
            told = _TOO_LONG.fill(column=name, length=f"{len(words):,}", most=f"{_LONGEST_TEXT:,}")
            raise OutputError(told, _WRITE_CSV)
        sheet.write_string(*place, words, text)


def _is_kept(number: Decimal | float) -> bool:
    """Whether a workbook, whose numbers are floats, gives back every digit."""
    return digits(float(number)) == digits(number)
