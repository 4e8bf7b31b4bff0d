"""How a sheet is printed: A4 across, as wide as one page, with its name, the report and page numbers."""

from __future__ import annotations

from math import ceil

from xlsxwriter.worksheet import Worksheet

from salesperf.core.text import Text
from salesperf.render.xlsx.book import Book, checked
from salesperf.report.escape import on_one_line

_A4 = 9
_MOST = 80
_PAGE = 260.0
"""The columns of text that can still be read on one page."""


def set_up_page(book: Book, sheet: Worksheet, title: Text, *, header_row: int | None, width: float = 0) -> None:
    """Set the page of a sheet; the headers of its only table come again on every page.

    A sheet too wide to be read on one page goes on beside it, with its first column again.
    """
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(pages_across(width), 0)
    if width > _PAGE:
        sheet.repeat_columns(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
    sheet.hide_gridlines(2)
    meta = book.report.meta
    left = _escaped(meta.organisation or book.report.title.say(book.lang))
    checked(sheet.set_header(f"&L&9{left}&R&9{_escaped(title.say(book.lang))}"), title)
    through = meta.through or meta.as_of
    checked(sheet.set_footer(f"&L&9 {through.isoformat() if through else ''}&R&9 &P / &N"), title)
    if header_row is not None:
        sheet.repeat_rows(header_row)


def pages_across(width: float) -> int:
    """Over how many pages beside each other a sheet of this width goes."""
    return max(1, ceil(width / _PAGE))


def _escaped(text: str) -> str:
    """A text as a header takes it: `&` starts a command there, and digits behind a size would belong to it."""
    return " " + on_one_line(text)[:_MOST].replace("&", "&&")
