"""A sheet as the native reader gives it: header cells, rows with their types, and where in the sheet they stand."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import fastexcel
import polars as pl
import python_calamine
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text
from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import SourceFile
from salesperf.sources.values.durations import clock, clock_of_iso, without_durations
from salesperf.sources.workbooks.archive import LOCKED, UNLOCK

# The reader warns of empty columns on its own; an empty column is nothing to warn of.
for _chatty in ("fastexcel", "calamine"):
    logging.getLogger(_chatty).setLevel(logging.ERROR)

T = TypeVar("T")
_DURATION = "Duration"
"""What the typed reader calls a length of time when it stands among numbers or texts."""
_ISO_STARTS = ("P", "-P")
_SUFFIXED = re.compile(r"^(.*)_\d+$", re.DOTALL)
_READ_ERRORS = (fastexcel.FastExcelError, python_calamine.CalamineError, pl.exceptions.PolarsError, ValueError, OSError)


class SheetGrid(Struct, frozen=True):
    """The rows under one header row; `columns` are the sheet's column numbers, from 1."""

    header: tuple[str, ...]
    columns: tuple[int, ...]
    rows: pl.DataFrame


class Workbook:
    """An open workbook; every fault of the native readers comes out as `Refused`."""

    def __init__(self, source: Path | bytes, file: SourceFile) -> None:
        self._source = source
        self._file = file
        self._reader = _guarded(lambda: fastexcel.read_excel(source), Where(file.name))
        self._fallback: python_calamine.CalamineWorkbook | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The sheets, in the workbook's order."""
        return tuple(self._reader.sheet_names)

    def hidden(self) -> frozenset[str]:
        """Sheets that people do not see, and sheets that are charts."""
        shown = python_calamine.SheetVisibleEnum.Visible, python_calamine.SheetTypeEnum.WorkSheet
        return frozenset(one.name for one in self._calamine().sheets_metadata if (one.visible, one.typ) != shown)

    def first_row(self, name: str) -> int:
        """The first row with anything in it, from 1; 0 when the sheet is empty."""
        start = _guarded(lambda: self._calamine().get_sheet_by_name(name).start, Where(self._file.name, name))
        return 0 if start is None else start[0] + 1

    def grid(self, name: str, *, first: int, header: int | None) -> SheetGrid:
        """The sheet below the header, `header` rows under the first filled row `first`; None: all rows from there on.

        A column of several types comes as text, and so does a length of time.
        """
        return _guarded(lambda: self._read(name, first, header), Where(self._file.name, name))

    def _read(self, name: str, first: int, header: int | None) -> SheetGrid:
        for as_text in (False, True):
            try:
                grid = self._typed(name, first, header, as_text=as_text)
            except _READ_ERRORS as error:
                if _DURATION in str(error):
                    break
                continue
            if not any(grid.rows[column].null_count() for column in _durations(grid.rows)):
                return replace(grid, rows=without_durations(grid.rows))
            # Empty cells among them may be lengths that the typed reader does not know.
            break
        return self._by_calamine(name, header)

    def _typed(self, name: str, first: int, header: int | None, *, as_text: bool) -> SheetGrid:
        sheet = self._reader.load_sheet(
            name,
            header_row=None if header is None else first - 1 + header,
            schema_sample_rows=None,
            dtypes="string" if as_text else None,
        )
        found = sheet.selected_columns
        # The reader makes NaN of the text "nan" in a column of numbers; no cell holds one.
        frame = sheet.to_polars().with_columns(pl.col(pl.Float64).fill_nan(None))
        columns = tuple(column.absolute_index + 1 for column in found)
        if header is None:
            return SheetGrid(("",) * len(found), columns, frame)
        cells = tuple(column.name if column.column_name_from == "looked_up" else "" for column in found)
        if _is_doubtful(cells):
            cells = self._header_as_text(name, header, len(cells)) or cells
        return SheetGrid(cells, columns, frame)

    def _header_as_text(self, name: str, header: int, width: int) -> tuple[str, ...] | None:
        """The header cells as they are: the reader renames repeated ones and drops dates and numbers."""
        top = self._reader.load_sheet(name, header_row=None, n_rows=header + 1, dtypes="string").to_polars()
        if top.height <= header or top.width != width:
            return None
        return tuple("" if cell is None else str(cell).removesuffix(" 00:00:00") for cell in top.row(header))

    def _by_calamine(self, name: str, header: int | None) -> SheetGrid:
        """Cell by cell, for sheets that the typed reader refuses."""
        sheet = self._calamine().get_sheet_by_name(name)
        rows = sheet.to_python()
        cells = [""] * sheet.width if header is None else [_text(cell) or "" for cell in rows[header]]
        body = rows[0 if header is None else header + 1 :]
        columns = [_column([self._known(row[at]) for row in body]) for at in range(len(cells))]
        frame = pl.DataFrame({f"column_{at}": column for at, column in enumerate(columns)})
        left = (sheet.start or (0, 0))[1] + 1
        return SheetGrid(tuple(cells), tuple(range(left, left + len(cells))), frame)

    def _known(self, cell: object) -> object:
        """The cell; a length of time of an OpenDocument sheet, which may come as it is written there, as text."""
        if isinstance(cell, str) and cell.startswith(_ISO_STARTS) and self._file.name.lower().endswith(".ods"):
            return clock_of_iso(cell) or cell
        return cell

    def _calamine(self) -> python_calamine.CalamineWorkbook:
        if self._fallback is None:
            self._fallback = _guarded(
                lambda: python_calamine.CalamineWorkbook.from_object(
                    BytesIO(self._source) if isinstance(self._source, bytes) else self._source
                ),
                Where(self._file.name),
            )
        return self._fallback


def _is_doubtful(header: tuple[str, ...]) -> bool:
    """Whether a header cell is missing, or may have been renamed for being repeated."""
    return any(not cell or ((found := _SUFFIXED.match(cell)) and found[1] in header) for cell in header)


def _column(cells: list[object]) -> pl.Series:
    """Cells of one type keep it; any mixture comes as text."""
    filled = [None if cell == "" else cell for cell in cells]
    kinds = {type(cell) for cell in filled if cell is not None}
    if kinds in ({float}, {bool}, {datetime}, {date}, {int}):
        return pl.Series(filled)
    return pl.Series([_text(cell) for cell in filled], dtype=pl.String)


def _durations(rows: pl.DataFrame) -> list[str]:
    return [name for name, dtype in rows.schema.items() if dtype == pl.Duration]


def _text(cell: object) -> str | None:
    if cell is None or cell == "":
        return None
    if isinstance(cell, timedelta):
        return clock(cell)
    if isinstance(cell, time):
        return clock(
            timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second, microseconds=cell.microsecond)
        )
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return str(int(cell))
    return str(cell)


def _guarded(read: Callable[[], T], where: Where) -> T:
    """What `read` returns; a fault of the native reader, a panic too, refuses the workbook."""
    try:
        return read()
    except _READ_ERRORS as error:
        raise Refused(_unreadable(error, where)) from error
    except BaseException as error:
        # A panic of the native code derives from BaseException so that nobody stops it by chance; here it is meant.
        if type(error).__name__ != "PanicException":
            raise
        raise Refused(_unreadable(error, where)) from error


def _unreadable(error: BaseException, where: Where) -> Issue:
    words = str(error).strip().partition("\n")[0].partition("Context:")[0].strip()
    if "password" in words.lower():
        return issue("R120", LOCKED, where, hint=UNLOCK)
    told = Text("the workbook cannot be read: {words}", "工作簿无法读取：{words}").fill(words=words)
    return issue("R122", told, where, hint=Text("save it again as .xlsx", "请重新另存为 .xlsx"))
