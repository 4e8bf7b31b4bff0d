"""Which names of a workbook are names of the report, and where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from msgspec import Struct

from salesperf.core.suggest import closest
from salesperf.core.text import Text, listing
from salesperf.render.template.areas import Area, area_of, is_absolute, split_sheet
from salesperf.render.template.book import Book, DefinedName
from salesperf.render.template.faults import Fault, TemplateError, refusal
from salesperf.render.template.ours import Ours
from salesperf.report.cell_names import Names
from salesperf.report.model import Cell, TableBlock

_LISTED, _LISTED_TABLES, _NEAR = 30, 10, 5
_ALIKE = 0.85
"""How much of two names is the same where one is a slip for the other."""
_WHOLE = re.compile(r"\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+")

_NONE = Text(
    "the template has none of the {count:,} names of this report", "模板中没有本报告的任何名称（共 {count:,} 个）"
)
_FIGURES = Text("figures: {names}", "数值：{names}")
_TABLES = Text("tables: {names}", "表格：{names}")
_MORE = Text("and {count:,} more", "另有 {count:,} 个")
_MEANT = Text("{name!r} may mean {names}", "「{name}」可能是指 {names}")
_DEFINE = Text(
    "give cells such names in Excel (Formulas, Name Manager) and save",
    "请在 Excel 中（公式 > 名称管理器）为单元格定义这些名称后保存",
)
_LINE = Text("\n  ", "\n  ")
_BROKEN = Text("the name {name} points to nothing ({reference})", "名称 {name} 已失效（{reference}）")
_OTHER_BOOK = Text(
    "the name {name} points to another workbook ({reference})", "名称 {name} 指向其他工作簿（{reference}）"
)
_SEVERAL = Text("the name {name} points to several areas ({reference})", "名称 {name} 指向多个区域（{reference}）")
_WHOLE_LINES = Text(
    "the name {name} points to whole rows or columns ({reference})", "名称 {name} 指向整行或整列（{reference}）"
)
_FORMULA = Text("the name {name} is a formula or a constant ({reference})", "名称 {name} 是公式或常量（{reference}）")
_RELATIVE = Text(
    "the name {name} moves with the cell one stands on ({reference})",
    "名称 {name} 使用了相对引用，会随所在单元格变化（{reference}）",
)
_NO_SHEET = Text(
    "the name {name} points to a sheet without cells ({reference})", "名称 {name} 指向的工作表没有单元格（{reference}）"
)
_POINT = Text(
    "let it point to cells of this workbook in Excel, as =Sheet1!$B$2 or =Sheet1!$B$5:$E$20",
    "请在 Excel 中让名称指向本工作簿的单元格，例如 =Sheet1!$B$2 或 =Sheet1!$B$5:$E$20",
)


class Target(Struct, frozen=True):
    """One name, the cells it points to, and what belongs there."""

    name: str
    area: Area
    part: str
    what: Cell | TableBlock | None
    """None for a figure or table that this answer does not have: its old values are emptied."""


def targets_of(book: Book, names: Names) -> tuple[tuple[Target, ...], tuple[Fault, ...]]:
    """The places to be filled, in the workbook's order, and the names of the report that lead to no such place."""
    targets: list[Target] = []
    faults: list[Fault] = []
    known = {name.casefold(): what for table in (names.cells, names.tables) for name, what in table.items()}
    for one in book.names:
        what = known.get(one.name.casefold())
        if what is None:
            continue
        area = _area(one, book)
        if isinstance(area, Text):
            faults.append(Fault(area.fill(name=one.name, reference=one.reference), _POINT))
            continue
        sheet = book.sheet(area.sheet)
        if sheet is None or sheet.part is None:
            faults.append(Fault(_NO_SHEET.fill(name=one.name, reference=one.reference), _POINT))
        else:
            targets.append(Target(one.name, area, sheet.part, what))
    return tuple(targets), tuple(faults)


def emptied_of(book: Book, names: Names, ours: Ours) -> tuple[Target, ...]:
    """The cells of names that are the product's and not in this answer, which would show old values as new."""
    known = {name.casefold() for name in (*names.cells, *names.tables)}
    targets: list[Target] = []
    for one in book.names:
        if one.name.casefold() in known or not (ours.is_figure(one.name) or ours.is_table(one.name)):
            continue
        area = _area(one, book)
        sheet = book.sheet(area.sheet) if isinstance(area, Area) else None
        if isinstance(area, Area) and sheet is not None and sheet.part is not None:
            targets.append(Target(one.name, area, sheet.part, None))
    return tuple(targets)


def _area(name: DefinedName, book: Book) -> Area | Text:
    """Where a name leads, or why it leads to no one place."""
    reference = name.reference.removeprefix("=")
    if "#REF!" in reference:
        return _BROKEN
    sheet, cells = split_sheet(reference)
    outside = "[" in (sheet or reference)
    if outside:
        return _OTHER_BOOK
    area = area_of(cells, _own_name(book, sheet)) if sheet is not None else None
    if area is None:
        if "," in reference and "(" not in reference:
            return _SEVERAL
        return _WHOLE_LINES if _WHOLE.fullmatch(cells) else _FORMULA
    return area if is_absolute(cells) else _RELATIVE


def _own_name(book: Book, sheet: str) -> str:
    found = book.sheet(sheet)
    return found.name if found is not None else sheet


def unfilled_of(book: Book, names: Names, ours: Ours) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names of the workbook that are one of the report written wrongly; another figure's name is no such one."""
    known = [*names.cells, *names.tables]
    folded = {name.casefold() for name in known}
    others = dict.fromkeys(one.name for one in book.names if one.name.casefold() not in folded)
    near = (
        (name, tuple(like for like in closest(name, known, limit=1) if _is_slip(name, like)))
        for name in others
        if not ours.is_figure(name) and not ours.is_table(name)
    )
    return tuple((name, like) for name, like in near if like)


def _is_slip(name: str, meant: str) -> bool:
    """Whether two names are the same but for a letter or two: `net_revenu`, `NetRevenue`.

    >>> _is_slip("net_revenu", "net_revenue"), _is_slip("net_revenue_on_last_year", "net_revenue_latest")
    (True, False)
    """
    plain, other = (one.casefold().replace("_", "") for one in (name, meant))
    return SequenceMatcher(None, plain, other).ratio() >= _ALIKE


def none_found(book: Book, names: Names, ours: Ours) -> TemplateError:
    """That the workbook has no name of the report, with those it could have; short ones stand for full ones."""
    shown = set(names.shown.values())
    figures = [name for name in names.cells if name in shown]
    tables = [name for name in names.tables if name in shown]
    cure = [
        *(_MEANT.fill(name=name, names=listing(like)) for name, like in unfilled_of(book, names, ours)[:_NEAR]),
        _DEFINE,
        _FIGURES.fill(names=_some(figures, _LISTED)),
        *([_TABLES.fill(names=_some(tables, _LISTED_TABLES))] if tables else []),
    ]
    return refusal([Fault(_NONE.fill(count=len(figures) + len(tables)), listing(cure, _LINE))])


def _some(names: Iterable[str], most: int) -> Text:
    every = list(names)
    more = [_MORE.fill(count=len(every) - most)] if len(every) > most else []
    return listing([*every[:most], *more])
