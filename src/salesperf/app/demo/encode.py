"""Rows to the bytes of a CSV file or a workbook, the same on every machine."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

from msgspec import Struct

Cell = str | int | Decimal | date | None

ISO = "{0.year:04}-{0.month:02}-{0.day:02}"
SLASHED = "{0.year}/{0.month}/{0.day}"
MONTH_FIRST = "{0.month}/{0.day}/{0.year}"

_EPOCH = (1980, 1, 1, 0, 0, 0)
_CREATED = datetime(2026, 7, 1)  # noqa: DTZ001 -- a workbook says local time without a zone
_PLAIN_FILE = 0o600 << 16


class Table(Struct, frozen=True):
    """One exported table; every row has a cell for each header. Money is Decimal, a count is int, None is blank."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def money(cents: int) -> Decimal:
    """Cents as an amount with two decimals."""
    return Decimal(cents).scaleb(-2)


def csv_bytes(table: Table, *, encoding: str = "utf-8", dates: str = ISO, grouped: bool = False) -> bytes:
    """The table as CSV with Windows line ends; `grouped` writes 1,234.50 for amounts."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.header)
    writer.writerows([_text(cell, dates=dates, grouped=grouped) for cell in row] for row in table.rows)
    return out.getvalue().encode(encoding)


def _text(cell: Cell, *, dates: str, grouped: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:,.2f}" if grouped else f"{cell:.2f}"
    return dates.format(cell) if isinstance(cell, date) else str(cell)


def xlsx_bytes(table: Table, *, sheet: str, title: str = "", totals: tuple[str, ...] = (), total: str = "") -> bytes:
    """The table as a workbook with one sheet; above the header a title, below it the sums of some columns.

    The parts are stored uncompressed: compressed bytes differ between builds of zlib.
    """
    import xlsxwriter  # noqa: PLC0415 -- a heavy library that only workbooks need

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _CREATED})
        page = book.add_worksheet(sheet)
        formats = {
            Decimal: book.add_format({"num_format": "#,##0.00"}),
            date: book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        bold = book.add_format({"bold": True})
        start = 1 if title else 0
        if title:
            page.merge_range(0, 0, 0, len(table.header) - 1, title, bold)
        rows = [table.header, *table.rows, *_totals(table, totals, total)]
        for place, row in enumerate(rows, start=start):
            for column, cell in enumerate(row):
                if cell is None:
                    continue
                style = bold if place == start else formats.get(type(cell))
                if page.write(place, column, cell, style):
                    raise ValueError(f"cell {cell!r} does not fit into a sheet")
    return _stored(out.getvalue())


def _totals(table: Table, totals: tuple[str, ...], total: str) -> list[tuple[Cell, ...]]:
    if not totals:
        return []
    sums: list[Cell] = [total]
    for place, header in enumerate(table.header[1:], start=1):
        known = [row[place] for row in table.rows]
        sums.append(sum((cell for cell in known if isinstance(cell, Decimal | int)), 0) if header in totals else None)
    return [tuple(sums)]


def _stored(workbook: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as stored:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            # Unix, on every system: the default is that of the machine that writes.
            entry.create_system = 3
            entry.external_attr = _PLAIN_FILE
            stored.writestr(entry, parts.read(name))
    return out.getvalue()
