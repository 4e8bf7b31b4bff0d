"""CSV and TSV: the records under their keys, quoted as RFC 4180 says, lines ended by LF.

Null is an empty field, an empty text a quoted one. Data are not altered unless `csv_safe` is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salesperf.report.escape import as_spreadsheet_text
from salesperf.report.exact import spelled
from salesperf.report.model import Report, Value

_LINE_END = "\n"


def draw(
    report: Report, *, delimiter: str = ",", total: bool = False, csv_safe: bool = False, encoding: str = "utf-8"
) -> bytes:
    """A header line of keys, one line a record, the total last when asked for."""
    records = report.records
    rows = (*records.rows, records.total) if total and records.total is not None else records.rows
    must_quote = re.compile(rf'^$|["\r\n{delimiter}]|^\s|\s$')
    lines = [_line((spelled(column.key) for column in records.columns), delimiter, must_quote)]
    lines += [_line((_field(value, csv_safe=csv_safe) for value in row), delimiter, must_quote) for row in rows]
    return "".join(lines).encode(encoding)


def _field(value: Value, *, csv_safe: bool) -> str | None:
    if value is None:
        return None
    # Only text can be a formula: a negative number starts with "-" and must stay a number.
    return as_spreadsheet_text(spelled(value)) if csv_safe and isinstance(value, str) else spelled(value)


def _line(fields: Iterable[str | None], delimiter: str, must_quote: re.Pattern[str]) -> str:
    line = delimiter.join("" if field is None else _quoted(field, must_quote) for field in fields)
    # A line with nothing on it is skipped by most readers; the one null of a one-column record must not be.
    return (line or '""') + _LINE_END


def _quoted(field: str, must_quote: re.Pattern[str]) -> str:
    return '"' + field.replace('"', '""') + '"' if must_quote.search(field) else field
