"""A report as a workbook for people: contents, a sheet a section, and where the numbers come from.

The same report gives the same bytes. What the writer of workbooks would leave out with a code or a warning stops it.
"""

from __future__ import annotations

import warnings
from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from salesperf.core.errors import OutputError
from salesperf.core.text import Lang
from salesperf.render.xlsx import bare, words
from salesperf.render.xlsx.book import Book
from salesperf.render.xlsx.contents import draw_contents
from salesperf.render.xlsx.leaf import LeafWriter
from salesperf.render.xlsx.limits import EXCEL, Limits
from salesperf.render.xlsx.long_texts import draw_long_texts
from salesperf.render.xlsx.naming import sheet_name
from salesperf.render.xlsx.plan import Leaf, Plan, plan
from salesperf.render.xlsx.sources import draw_sources
from salesperf.render.xlsx.stream import draw_long
from salesperf.report.blank_columns import without_blank_columns
from salesperf.report.escape import on_one_line
from salesperf.report.model import Report
from salesperf.report.names import Taken
from salesperf.report.whole_lists import with_whole_lists

MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""When every workbook was made, unless something else is said: the bytes must not tell the day."""
_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FONTS = {Lang.EN: "Calibri", Lang.ZH: "Microsoft YaHei", Lang.BOTH: "Microsoft YaHei"}


def draw(report: Report, *, limits: Limits = EXCEL, made: datetime | None = None) -> bytes:
    """The report as the bytes of an xlsx file.

    Records that are a sheet which another command reads stand alone, under their keys. Raises `OutputError` for what
    no workbook holds.
    """
    if report.records.is_sheet:
        return bare.draw(report)
    target = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        try:
            _write(target, without_blank_columns(with_whole_lists(report)), limits, made or MADE)
        except (UserWarning, XlsxWriterException) as fault:
            raise OutputError(words.REFUSED.fill(what=report.title, code=fault), words.WRITE_CSV) from fault
    return target.getvalue()


def _write(target: BytesIO, report: Report, limits: Limits, made: datetime) -> None:
    taken = Taken()
    found = plan(report, limits, taken)
    options = {
        **_AS_TEXT,
        # Very long lists wait on disk, everything else in memory.
        "in_memory": not found.long,
        "default_format_properties": {"font_name": _FONTS[report.lang], "font_size": 10},
    }
    with xlsxwriter.Workbook(target, options) as workbook:
        title = on_one_line(report.title.say(report.lang))[:250]
        workbook.set_properties({"title": title, "author": "salesperf", "created": made.replace(tzinfo=None)})
        _draw(Book(workbook, report, limits), found, taken)


def _draw(book: Book, found: Plan, taken: Taken) -> None:
    contents = book.workbook.add_worksheet(found.contents)
    for leaf in found.leaves:
        _draw_leaf(book, leaf, found)
    sources = book.workbook.add_worksheet(found.sources)
    draw_sources(book, sources, found.contents)
    book.put_links()
    book.put_formulas()
    further: tuple[str, ...] = ()
    if book.has_long_texts:
        further = (sheet_name(words.LONG_TEXTS.say(book.lang), taken),)
        draw_long_texts(book, book.workbook.add_worksheet(further[0]))
    draw_contents(book, contents, found, further)
    contents.activate()


def _draw_leaf(book: Book, leaf: Leaf, found: Plan) -> None:
    LeafWriter(book, book.workbook.add_worksheet(leaf.sheet), leaf, found.contents).draw()
    for long in leaf.long.values():
        draw_long(book, lambda name: _streamed(book.workbook, name), long)


def _streamed(workbook: Workbook, name: str) -> Worksheet:
    """A sheet whose rows are written out as soon as the next begins; the others keep theirs, as tables need."""
    workbook.constant_memory = True
    try:
        return workbook.add_worksheet(name)
    finally:
        workbook.constant_memory = False
