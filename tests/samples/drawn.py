"""Sheets to write on, and small tables whose numbers are worked by hand."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet as Read
from xlsxwriter.worksheet import Worksheet

from opened import opened
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.render.xlsx.book import Book
from salesperf.render.xlsx.limits import EXCEL, Limits
from salesperf.report.model import Cell, Column, Meta, Records, Report, Row, TableBlock


def bare_report(lang: Lang = Lang.EN) -> Report:
    """A report about nothing, in dollars."""
    return Report("salesperf.test/1", same("Test"), lang, (), Records((), ()), meta=Meta(currency="USD"))


def draw_on_sheet(
    draw: Callable[[Book, Worksheet], object],
    *,
    limits: Limits = EXCEL,
    lang: Lang = Lang.EN,
    report: Report | None = None,
) -> Read:
    """One sheet with what `draw` writes on it, opened again."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        book = Book(workbook, report or bare_report(lang), limits)
        draw(book, workbook.add_worksheet("Here"))
    sheet: Read = opened(target.getvalue())["Here"]
    return sheet


def regions() -> TableBlock:
    """East 100.10 and West 200.20 are 300.30 in all; 2 of 8 and 6 of 12 customers came back, 8 of 20 in all."""
    columns = (
        Column("region", Text("region", "区域")),
        Column("net_revenue", Text("net revenue", "销售净额"), Unit.MONEY, adds_up=True),
        Column("return_rate", Text("return rate", "退货率"), Unit.RATIO),
    )
    rows = (
        Row((Cell("East"), Cell(Decimal("100.10")), Cell(0.25))),
        Row((Cell("West"), Cell(Decimal("200.20")), Cell(0.5))),
    )
    total = Row((Cell(None), Cell(Decimal("300.30")), Cell(0.4)))
    return TableBlock("regions", Text("Regions", "区域"), columns, rows, total)
