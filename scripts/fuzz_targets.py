"""What `make fuzz` feeds with bytes of its own making: each target ends in an answer or a refusal, in nothing else.

The targets know nothing of the fuzzer, so that the tests run them on the seeds without it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from unittest.mock import patch

import polars as pl

from salesperf.sources.options import Limits
from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import SourceFile
from salesperf.sources.texts import delimited
from salesperf.sources.texts.as_written import as_written
from salesperf.sources.texts.delimited import read_text, reread
from salesperf.sources.workbooks.biff import facts_in, refuse_overlapping
from salesperf.sources.workbooks.compound import refuse_circular, refuse_encrypted
from salesperf.sources.workbooks.preflight import preflight

LIMITS = Limits(max_inflated=20_000_000)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def text(content: bytes) -> None:
    """The layout of a text: encoding, delimiter, header, rows; and its cells as written."""
    file = SourceFile(None, "fuzz.csv", "", len(content), content)
    try:
        tables = read_text(file)
    except Refused:
        return
    for table in tables:
        rows = table.frame.collect().height
        if table.rows is not None and rows != table.rows:
            raise AssertionError(f"{rows} rows read, {table.rows} announced")
    as_written(file)


def large_text(content: bytes) -> None:
    """The same for a text that is too large to look at each of its rows."""
    file = SourceFile(None, "fuzz.csv", "", len(content), content)
    with patch.object(delimited, "IN_MEMORY", 0):
        try:
            tables = read_text(file)
        except Refused:
            return
        for table in tables:
            try:
                table.frame.collect()
            except pl.exceptions.PolarsError:
                reread(table)


def archive(content: bytes) -> None:
    """A zipped workbook, byte by byte."""
    _looked_over(b"PK\x03\x04" + content[4:])


def part(content: bytes) -> None:
    """The parts of a zipped workbook: list of sheets, their places, texts and one sheet, divided by a zero byte."""
    names = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as book:
        for name, piece in zip(names, content.split(b"\0", len(names) - 1), strict=False):
            book.writestr(name, piece)
    _looked_over(packed.getvalue())


def open_document(content: bytes) -> None:
    """The content of an OpenDocument sheet."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("content.xml", content)
    _looked_over(packed.getvalue())


def compound(content: bytes) -> None:
    """An old workbook: its directory, and the error cells of its sheets."""
    whole = _COMPOUND + content[8:]
    try:
        refuse_encrypted(whole, name="fuzz.xls")
        refuse_circular(whole, name="fuzz.xls")
        refuse_overlapping(whole, name="fuzz.xls")
    except Refused:
        return
    facts_in(whole)


def _looked_over(content: bytes) -> None:
    try:
        preflight(content, name="fuzz.xlsx", limits=LIMITS, only=None)
    except Refused:
        return


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (text, large_text, archive, part, open_document, compound)
}


if __name__ == "__main__":
    print(*TARGETS)
