"""Workbooks of a company's own, to be filled: made by openpyxl, by XlsxWriter, and written out by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import openpyxl
import xlsxwriter
from openpyxl.workbook.defined_name import DefinedName
from xlsxwriter.workbook import Workbook as WrittenBook

from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.report.model import (
    Cell,
    Column,
    Records,
    Report,
    Row,
    Section,
    Sparkline,
    TableBlock,
    Tile,
    Value,
)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

TEAMS = TableBlock(
    "by_team",
    same("Teams"),
    (
        Column("team", Text("Team", "团队")),
        Column("net_revenue", Text("Net revenue", "净销售额"), Unit.MONEY),
        Column("trend", Text("Trend", "趋势")),
        Column("orders", Text("Orders", "订单数"), Unit.COUNT),
    ),
    (
        Row((Cell("East"), Cell(Decimal("700.25")), Sparkline((1.0,)), Cell(3))),
        Row((Cell("West"), Cell(None), Sparkline((2.0,)), Cell(4))),
    ),
)


def report_of(
    values: Mapping[str, Value] | None = None, *tables: TableBlock, lang: Lang = Lang.EN, title: str = "Report"
) -> Report:
    """A report with a tile for each value, and these tables."""
    tiles = tuple(Tile(key, same(key), Cell(value)) for key, value in (values or {}).items())
    section = Section("summary", same("Summary"), tiles=tiles, blocks=tables)
    return Report("salesperf.test/1", same(title), lang, (), Records((), ()), sections=(section,))


def by_openpyxl(names: Mapping[str, str], make: Callable[[openpyxl.Workbook], object] | None = None) -> bytes:
    """A workbook with a sheet `Sheet` and these names."""
    book = openpyxl.Workbook()
    if make is not None:
        make(book)
    for name, reference in names.items():
        book.defined_names[name] = DefinedName(name, attr_text=reference)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def by_xlsxwriter(
    names: Mapping[str, str], make: Callable[[WrittenBook], object], options: Mapping[str, object] | None = None
) -> bytes:
    """A workbook whose sheets `make` adds, with these names."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, **(options or {})}) as book:
        make(book)
        for name, reference in names.items():
            book.define_name(name, f"={reference}")
    return target.getvalue()


def by_hand(
    sheet: str,
    names: Mapping[str, str],
    *,
    calc: str = "",
    more: Mapping[str, str | bytes] | None = None,
    types: str = "",
    sheet_path: str = "worksheets/sheet1.xml",
    sheet_relations: str = "",
) -> bytes:
    """A workbook of one sheet `Sheet` whose XML is given; `more` parts, of these `types`, come last."""
    defined = "".join(f'<definedName name="{name}">{reference}</definedName>' for name, reference in names.items())
    names_element = f"<definedNames>{defined}</definedNames>" if defined else ""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'spreadsheetml.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            f'spreadsheetml.worksheet+xml"/>{types}</Types>'
        ),
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/>'
            f"</sheets>{names_element}{calc}</workbook>"
        ),
        "xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", sheet_path)),
        "xl/worksheets/sheet1.xml": sheet,
    }
    if sheet_relations:
        parts["xl/worksheets/_rels/sheet1.xml.rels"] = sheet_relations
    return zipped({**parts, **(more or {})})


def relations(*listed: tuple[str, str, str]) -> str:
    """A list of relations: key, kind and target of each."""
    lines = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for key, kind, target in listed
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip with these parts, always the same bytes."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, (2020, 2, 3, 4, 5, 6))
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()


def with_parts(book: bytes, changed: Mapping[str, str | bytes | None]) -> bytes:
    """The workbook with parts added, exchanged, or left out (None)."""
    parts: dict[str, str | bytes | None] = {**parts_of(book), **changed}
    return zipped({name: content for name, content in parts.items() if content is not None})


def parts_of(book: bytes) -> dict[str, bytes]:
    """What every part of a workbook holds, in the order of its directory."""
    with ZipFile(BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheet_xml(rows: str, *, before: str = "", after: str = "") -> str:
    """The XML of a sheet with these rows."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def opened(book: bytes) -> openpyxl.Workbook:
    """The workbook as openpyxl reads it."""
    return openpyxl.load_workbook(BytesIO(book))
