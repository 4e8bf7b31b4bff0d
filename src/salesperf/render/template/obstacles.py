"""What of a workbook lives on cells without being in them: charts, pivot tables, pictures, tables of Excel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from salesperf.core.text import Text
from salesperf.render.template.areas import Area, area_of, areas_in
from salesperf.render.template.book import Book, Sheet
from salesperf.render.template.drawings import covered
from salesperf.render.template.faults import Fault
from salesperf.render.template.markup import counted, elements
from salesperf.render.template.parts import Package
from salesperf.render.template.targets import Target

_WORDS = re.compile(r"[\w.\\]+")
_CHARTS = ("drawingml.chart+xml", "chartex+xml")
_CHART = Text("a chart reads the cells of {name} ({sheet}!{area})", "有图表引用 {name} 的单元格（{sheet}!{area}）")
_PIVOT = Text(
    "a pivot table reads the cells of {name} ({sheet}!{area})", "有数据透视表引用 {name} 的单元格（{sheet}!{area}）"
)
_UNDER_PIVOT = Text(
    "a pivot table lies on the cells of {name} ({sheet}!{area})", "数据透视表覆盖 {name} 的单元格（{sheet}!{area}）"
)
_PICTURE = Text(
    "a picture or chart lies on the cells of {name} ({sheet}!{area})",
    "图片或图表覆盖 {name} 的单元格（{sheet}!{area}）",
)
_QUERY = Text("a query fills the cells of {name} ({sheet}!{area})", "{name} 的单元格由查询填充（{sheet}!{area}）")
_TOTALS = Text(
    "{name} reaches into the totals row of a table ({sheet}!{area})", "{name} 涉及表格的汇总行（{sheet}!{area}）"
)
_HEADER = Text(
    "{name} reaches into the header of a table ({sheet}!{area})", "{name} 涉及表格的标题行（{sheet}!{area}）"
)
_STALE = Text(
    "it keeps the old values: let the names point to other cells, and let it read formulas that take the new ones over",
    "它保存着旧值的快照：请让名称指向其他单元格，再让它引用取自这些单元格的公式",
)
_MOVE = Text("move it, or let the name point to other cells", "请移开，或让名称指向其他单元格")
_BELOW = Text(
    "let the name point to the rows between header and totals, or write the keys of the report's columns as headers",
    "请让名称只指向标题与汇总之间的行；标题须为报告列的键名或标签",
)


class TablePlace(Struct, frozen=True):
    """A table of Excel on a sheet, with its first and last rows that are no data."""

    name: str
    area: Area
    header: Area | None
    totals: Area | None
    is_query: bool


def obstacles(package: Package, book: Book, targets: Sequence[Target]) -> Iterator[Fault]:
    """Why these places must not be filled: their values are kept elsewhere, or nobody would see them."""
    tables = tuple(tables_of(package, book))
    for area in _of_charts(package, book):
        yield from _faults(_CHART, _STALE, area, targets)
    for area in _of_pivot_caches(package, book, tables):
        yield from _faults(_PIVOT, _STALE, area, targets)
    for sheet in book.sheets:
        if sheet.part is None:
            continue
        for area in _of_pivots(package, sheet.name, sheet.part):
            yield from _faults(_UNDER_PIVOT, _MOVE, area, targets)
        for area in _of_drawings(package, sheet.name, sheet.part):
            yield from _faults(_PICTURE, _MOVE, area, targets)
    for table in tables:
        if table.is_query:
            yield from _faults(_QUERY, _MOVE, table.area, targets)
        if table.totals is not None:
            yield from _faults(_TOTALS, _BELOW, table.totals, targets)


def faults_of_headers(package: Package, book: Book, targets: Sequence[Target]) -> Iterator[Fault]:
    """Which of these places, all to be filled from their first row on, hold the header of a table."""
    for table in tables_of(package, book):
        if table.header is not None:
            yield from _faults(_HEADER, _BELOW, table.header, targets)


def tables_of(package: Package, book: Book) -> Iterator[TablePlace]:
    """The tables of all sheets."""
    for sheet in book.sheets:
        for part in _related(package, sheet, "table"):
            for one in elements(package.part(part), part=part, names=["table"]):
                said = one.attributes
                area = area_of(said.get("ref", ""), sheet.name)
                if area is None:
                    continue
                heads = counted(said.get("headerRowCount"), part=part, otherwise=1)
                totals = counted(said.get("totalsRowCount"), part=part)
                last = area.last_row
                yield TablePlace(
                    said.get("displayName", said.get("name", "")),
                    area,
                    _rows(area, area.first_row, area.first_row + heads - 1) if heads else None,
                    _rows(area, last - totals + 1, last) if totals else None,
                    is_query=said.get("tableType") == "queryTable",
                )


def _rows(area: Area, first: int, last: int) -> Area:
    return Area(area.sheet, first, area.first_column, last, area.last_column)


def _faults(told: Text, cure: Text, area: Area, targets: Sequence[Target]) -> Iterator[Fault]:
    for one in targets:
        if one.area.meets(area):
            yield Fault(told.fill(name=one.name, sheet=one.area.sheet, area=area), cure)


def _related(package: Package, sheet: Sheet, kind: str) -> Iterator[str]:
    if sheet.part is not None:
        yield from (one.target for one in package.relations(sheet.part) if one.kind == kind and not one.is_outside)


def _of_charts(package: Package, book: Book) -> Iterator[Area]:
    """What charts read, by themselves and through names."""
    for part in package.of_type(*_CHARTS):
        for one in elements(package.part(part), part=part, names=["f"]):
            yield from areas_in(one.text)
            yield from _through_names(one.text, book)


def _through_names(formula: str, book: Book) -> Iterator[Area]:
    words = {word.casefold() for word in _WORDS.findall(formula)}
    for name in book.names:
        if name.name.casefold() in words:
            yield from areas_in(name.reference)


def _of_pivot_caches(package: Package, book: Book, tables: Sequence[TablePlace]) -> Iterator[Area]:
    for part in package.of_type("pivotCacheDefinition+xml"):
        for one in elements(package.part(part), part=part, names=["worksheetSource"]):
            name = one.attributes.get("name", "")
            area = area_of(one.attributes.get("ref", ""), one.attributes.get("sheet", ""))
            if area is not None:
                yield area
            yield from (table.area for table in tables if table.name.casefold() == name.casefold())
            yield from _through_names(name, book)


def _of_pivots(package: Package, sheet: str, part: str) -> Iterator[Area]:
    for pivot in _related(package, Sheet(sheet, part), "pivotTable"):
        for one in elements(package.part(pivot), part=pivot, names=["location"]):
            area = area_of(one.attributes.get("ref", ""), sheet)
            if area is not None:
                yield area


def _of_drawings(package: Package, sheet: str, part: str) -> Iterator[Area]:
    """Where pictures and charts lie."""
    for drawing in _related(package, Sheet(sheet, part), "drawing"):
        content = package.part(drawing)
        yield from covered(content, part=drawing, sheet=sheet, content=package.part(part), sheet_part=part)
