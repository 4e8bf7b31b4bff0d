"""What stands in the way of a value in the cell itself: a formula, a merge, a lock, the length of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from salesperf.core.text import Text
from salesperf.render.template.areas import Area, cell_name
from salesperf.render.template.faults import Fault
from salesperf.render.template.sheet import SheetPlaces
from salesperf.render.template.targets import Target
from salesperf.render.template.written import MOST_TEXT, is_too_long
from salesperf.report.model import TableBlock, Value

_FORMULA = Text(
    "the name {name} points to a formula: {place} holds ={formula}", "名称 {name} 指向公式：{place} 为 ={formula}"
)
_SPREAD = Text(
    "the name {name} points into the cells of an array formula or data table: {place}",
    "名称 {name} 指向数组公式或模拟运算表的单元格：{place}",
)
_OTHER_CELL = Text(
    "delete the formula if the report shall replace it, or let the name point to another cell",
    "如需由报告取代该公式，请先删除；否则请让名称指向其他单元格",
)
_MERGED = Text(
    "the name {name} points into merged cells: {place} ({merged})",
    "名称 {name} 指向合并单元格内部：{place}（{merged}）",
)
_UNMERGE = Text(
    "let the name point to the first cell of the merged ones, or take the merge apart",
    "请让名称指向合并区域的左上角单元格，或取消合并",
)
_LOCKED = Text(
    "the name {name} points to a locked cell of a protected sheet: {place}",
    "名称 {name} 指向受保护工作表的锁定单元格：{place}",
)
_UNLOCK = Text(
    "unprotect the sheet in Excel, or unlock the cell (Format Cells, Protection)",
    "请在 Excel 中撤销工作表保护，或取消单元格的锁定（设置单元格格式 > 保护）",
)
_TOO_LONG = Text(
    "{name} holds a text of {length:,} characters, a cell takes {most:,}",
    "{name} 的文本有 {length:,} 个字符，单元格上限为 {most:,}",
)
_ELSEWHERE = Text("write such a table as csv", "请将该表写成 csv")


def faults_of_cells(
    sheet: SheetPlaces,
    target: Target,
    values: dict[tuple[int, int], Value],
    merged: Sequence[Area],
    unlocked: frozenset[int],
) -> Iterator[Fault]:
    """What stands in the way in the cells themselves, each kind once a name."""
    checks: tuple[Callable[[tuple[int, int], Value], Fault | None], ...] = (
        lambda place, _: _formula(sheet, target.name, place),
        lambda place, _: _merge(sheet, target, place, merged),
        lambda place, _: _lock(sheet, target.name, place, unlocked),
        lambda _, value: _length(target.name, value),
    )
    for check in checks:
        found = (check(place, value) for place, value in sorted(values.items()))
        yield from [fault for fault in found if fault is not None][:1]


def _formula(sheet: SheetPlaces, name: str, place: tuple[int, int]) -> Fault | None:
    there = sheet.cell(*place)
    if there is not None and there.formula is not None:
        told = _FORMULA.fill(name=name, place=cell_place(sheet, place), formula=there.formula)
        return Fault(told, _OTHER_CELL)
    if any(area.holds(*place) for area in sheet.spread):
        return Fault(_SPREAD.fill(name=name, place=cell_place(sheet, place)), _OTHER_CELL)
    return None


def _merge(sheet: SheetPlaces, target: Target, place: tuple[int, int], merged: Sequence[Area]) -> Fault | None:
    over = next((area for area in merged if area.holds(*place)), None)
    is_first = over is not None and place == (over.first_row, over.first_column)
    if over is None or (is_first and not isinstance(target.what, TableBlock)):
        return None
    return Fault(_MERGED.fill(name=target.name, place=cell_place(sheet, place), merged=over), _UNMERGE)


def _lock(sheet: SheetPlaces, name: str, place: tuple[int, int], unlocked: frozenset[int]) -> Fault | None:
    if not sheet.is_protected or sheet.style(*place) in unlocked:
        return None
    return Fault(_LOCKED.fill(name=name, place=cell_place(sheet, place)), _UNLOCK)


def _length(name: str, value: Value) -> Fault | None:
    if not isinstance(value, str) or not is_too_long(value):
        return None
    return Fault(_TOO_LONG.fill(name=name, length=len(value), most=MOST_TEXT), _ELSEWHERE)


def cell_place(sheet: SheetPlaces, place: tuple[int, int]) -> str:
    """A cell as formulas of other sheets name it."""
    return f"{sheet.name}!{cell_name(*place)}"
