"""CSV and TSV: the records under their keys, quoted as RFC 4180 says, lines ended by LF.

Null is an empty field, an empty text a quoted one. Data are not altered unless `csv_safe` is asked for.
"""

from __future__ import annotations

import re
from itertools import chain

from salesperf.report.escape import as_spreadsheet_text
from salesperf.report.exact import spelled
from salesperf.report.model import Report, Value
from salesperf.report.rows import with_total

_LINE_END = "\n"


def draw(
    report: Report, *, delimiter: str = ",", total: bool = False, csv_safe: bool = False, encoding: str = "utf-8"
) -> bytes:
    """A header line of keys, one line a record, the total last when asked for."""
    records = report.records
    rows = with_total(records, total=total)
    must_quote = re.compile(rf'^$|["\r\n{delimiter}]|^\s|\s$')

    def field(value: Value) -> str:
        # Only text needs quotes or could be a formula: a negative number starts with "-" and must stay a number.
        if not isinstance(value, str):
            return spelled(value)
        text = as_spreadsheet_text(spelled(value)) if csv_safe else spelled(value)
        return '"' + text.replace('"', '""') + '"' if must_quote.search(text) else text

    header = (column.key for column in records.columns)
    return "".join(_line(delimiter.join(map(field, row))) for row in chain((header,), rows)).encode(encoding)


def _line(fields: str) -> str:
    # A line with nothing on it is skipped by most readers; the one null of a one-column record must not be.
    return (fields or '""') + _LINE_END
