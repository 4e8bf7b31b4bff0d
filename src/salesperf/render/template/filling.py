"""Which value goes into which cell of each sheet, and why some must not be written over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from salesperf.core.text import Text, in_quotes
from salesperf.render.template.areas import Area
from salesperf.render.template.book import Book
from salesperf.render.template.cell_faults import cell_place, faults_of_cells
from salesperf.render.template.faults import Fault
from salesperf.render.template.headed import Headed, filling_of
from salesperf.render.template.locks import unlocked_styles
from salesperf.render.template.markup import elements, whole_number
from salesperf.render.template.ours import Ours
from salesperf.render.template.parts import Package
from salesperf.render.template.sheet import SheetPlaces, places_of
from salesperf.render.template.targets import Target
from salesperf.render.template.written import Written, loses_cents, written
from salesperf.report.model import Cell, Value

_ONE_VALUE = Text(
    "{name} is one value, and its name points to {count:,} cells ({place})",
    "{name} 是单个值，而该名称指向 {count:,} 个单元格（{place}）",
)
_POINT_TO_ONE = Text("let the name point to one cell", "请让名称指向一个单元格")
_CONFLICT = Text(
    "the names {names} want different values in one cell: {place}", "名称 {names} 要在同一单元格写入不同的值：{place}"
)
_APART = Text("let them point to different cells", "请让它们指向不同的单元格")
_UNKNOWN = Text("{name}: no column is called {headings}; left as it is", "{name}：没有名为{headings}的列，未改动")
_ROUNDED = Text(
    "{name}: a workbook keeps 15 digits, larger amounts are not whole to the cent",
    "{name}：工作簿只保留 15 位数字，更大的金额无法精确到分",
)


class Page(Struct):
    """One sheet and what its cells shall hold."""

    sheet: SheetPlaces
    values: dict[tuple[int, int], Written] = field(default_factory=dict)
    owners: dict[tuple[int, int], str] = field(default_factory=dict)
    remarks: list[Text] = field(default_factory=list)
    without_headings: list[Target] = field(default_factory=list)
    emptied: list[str] = field(default_factory=list)


class _Kept(Struct, frozen=True):
    """What of the workbook and the report must be known beside one sheet and one target."""

    date1904: bool
    shared: Sequence[str]
    unlocked: frozenset[int]
    currency: str | None
    ours: Ours


def pages_of(
    package: Package, book: Book, targets: Sequence[Target], *, currency: str | None = None, ours: Ours | None = None
) -> tuple[list[Page], list[Fault]]:
    """The sheets that get values, in the order of the targets, and what forbids some of these."""
    faults: list[Fault] = []
    pages: list[Page] = []
    shared, unlocked = _shared_texts(package, book), unlocked_styles(package, book.part)
    kept = _Kept(book.date1904, shared, unlocked, currency, ours or Ours())
    for part in dict.fromkeys(target.part for target in targets):
        own = [target for target in targets if target.part == part]
        rows = {row for target in own for row in range(target.area.first_row, target.area.last_row + 1)}
        page = Page(places_of(package.part(part), name=own[0].area.sheet, part=part, rows=rows))
        for target in own:
            faults += _put(page, target, kept)
        pages.append(page)
    return pages, faults


def _empty(page: Page, target: Target, kept: _Kept) -> Iterator[Fault]:
    """Take the old values out of the cells of a name that this answer has nothing for.

    Formulas stay, and so does a first row of texts alone above other rows: they are headings.
    """
    area = target.area
    merged = [one for one in page.sheet.merged if one.meets(area)]
    if not kept.ours.is_table(target.name) and not area.is_cell and merged != [area]:
        return
    texts = [text for text in _first_row(page.sheet, area, kept.shared) if text]
    first = page.sheet.rows.get(area.first_row)
    filled = [one for one in (first.cells if first else {}) if area.first_column <= one <= area.last_column]
    shown = [one for one in filled if first and (first.cells[one].shown or first.cells[one].formula)]
    top = area.first_row + (area.rows > 1 and merged != [area] and bool(texts) and len(texts) == len(shown))
    values: dict[tuple[int, int], Value] = {
        (row.number, cell.column): None
        for row in page.sheet.rows.values()
        for cell in row.cells.values()
        if top <= row.number and area.holds(row.number, cell.column) and (cell.shown or cell.formula)
    }
    old = {place: value for place, value in values.items() if not _holds_formula(page.sheet, place)}
    if old or not values:
        page.emptied.append(target.name)
    yield from faults_of_cells(page.sheet, target, old, merged, kept.unlocked)
    for place in old:
        page.values.setdefault(place, Written())


def _holds_formula(sheet: SheetPlaces, place: tuple[int, int]) -> bool:
    there = sheet.cell(*place)
    return (there is not None and there.formula is not None) or any(area.holds(*place) for area in sheet.spread)


def _put(page: Page, target: Target, kept: _Kept) -> Iterator[Fault]:
    """Give the cells of one target their values, where nothing forbids it."""
    if target.what is None:
        yield from _empty(page, target, kept)
        return
    merged = [area for area in page.sheet.merged if area.meets(target.area)]
    if isinstance(target.what, Cell):
        if not target.area.is_cell and merged != [target.area]:
            count = target.area.rows * target.area.columns
            told = _ONE_VALUE.fill(name=target.name, count=count, place=_place(target.area))
            yield Fault(told, _POINT_TO_ONE)
            return
        values: dict[tuple[int, int], Value] = {(target.area.first_row, target.area.first_column): target.what.value}
        page.without_headings.append(target)
    else:
        texts = _first_row(page.sheet, target.area, kept.shared)
        asked = Headed(target.name, target.area, texts, page.sheet.rows.keys(), kept.currency, kept.ours)
        found = filling_of(target.what, asked)
        if isinstance(found, Fault):
            yield found
            return
        values = dict(found.values)
        page.emptied += [f"{target.name} ({heading})" for heading in found.emptied]
        if found.unknown:
            page.remarks.append(_UNKNOWN.fill(name=target.name, headings=in_quotes(found.unknown)))
        if not found.has_headings:
            page.without_headings.append(target)
    faults = list(faults_of_cells(page.sheet, target, values, merged, kept.unlocked))
    yield from faults
    if any(loses_cents(value) for value in values.values()):
        page.remarks.append(_ROUNDED.fill(name=target.name))
    for place, value in values.items():
        new = written(value, date1904=kept.date1904)
        if page.values.setdefault(place, new) != new:
            names = in_quotes((page.owners[place], target.name))
            yield Fault(_CONFLICT.fill(names=names, place=cell_place(page.sheet, place)), _APART)
            return
        page.owners[place] = target.name


def _first_row(sheet: SheetPlaces, area: Area, shared: Sequence[str]) -> list[str | None]:
    """The texts of a range's first row."""
    row = sheet.rows.get(area.first_row)
    shown = row.cells if row is not None else {}
    texts: list[str | None] = []
    for column in range(area.first_column, area.last_column + 1):
        cell = shown.get(column)
        if cell is None or cell.kind not in {"s", "str", "inlineStr"}:
            texts.append(None)
        elif cell.kind == "s":
            number = whole_number(cell.shown)
            texts.append(shared[number] if number is not None and number < len(shared) else None)
        else:
            texts.append(cell.shown)
    return texts


def _shared_texts(package: Package, book: Book) -> list[str]:
    """The texts that cells name by their number."""
    part = next((one.target for one in package.relations(book.part) if one.kind == "sharedStrings"), None)
    if part is None:
        return []
    texts: list[str] = []
    for one in elements(package.part(part), part=part, names=["si", "t"]):
        if one.name == "si":
            texts.append("")
        elif "rPh" not in one.path:
            texts[-1] += one.text
    return texts


def _place(area: Area) -> str:
    return f"{area.sheet}!{area}"
