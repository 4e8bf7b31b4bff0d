"""A company's own workbook with the values of a report in the cells that its names point to.

Only the sheets that get values are written anew, each changed in those cells alone; every other part is the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.render.template.archive import DEFAULT, Limits, archive_of
from salesperf.render.template.book import Book, book_of, calculated_on_load
from salesperf.render.template.faults import SAVE_AGAIN, DamagedError, TemplateError, refusal
from salesperf.render.template.filling import pages_of
from salesperf.render.template.kinds import refuse_open_document, refuse_other_books, refuse_other_files
from salesperf.render.template.obstacles import faults_of_headers, obstacles
from salesperf.render.template.ours import Ours
from salesperf.render.template.parts import Package, package_of
from salesperf.render.template.splice import filled
from salesperf.render.template.targets import Target, emptied_of, none_found, targets_of, unfilled_of
from salesperf.report.cell_names import names_of
from salesperf.report.listing import Listing, listings
from salesperf.report.model import Report

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_WAITING = Text(
    "formulas are worked out when Excel opens the file; LibreOffice may show their old results until Ctrl+Shift+F9",
    "公式在 Excel 打开文件时重新计算；LibreOffice 可能仍显示旧结果，请按 Ctrl+Shift+F9",
)
_EMPTY = "empty"
"""The key of a pack's section, and of a note, that say there are no data."""
_NO_DATA = Text("the template is not filled: {told}", "未填写模板：{told}")
_OTHER_PERIOD = Text(
    "its old figures would stand under the new period: name a period of the data with --period",
    "否则旧数值会出现在新的期间下：请用 --period 指定有数据的期间",
)
_DAMAGED = Text("the template is damaged: {told}", "模板已损坏：{told}")


class Filled(Struct, frozen=True):
    """The workbook, the names that were filled, those of its names that are like the report's and are none.

    `near` are the report's names that each of `unfilled` is like; `remarks` say what else a reader must know.
    """

    content: bytes
    filled: tuple[str, ...]
    emptied: tuple[str, ...] = ()
    """Names of the product that this answer does not have: their old values are gone."""
    unfilled: tuple[str, ...] = ()
    near: tuple[tuple[str, ...], ...] = ()
    remarks: tuple[Text, ...] = ()


def fill(template: bytes, report: Report, *, ours: Ours | None = None, limits: Limits = DEFAULT) -> Filled:
    """Put the values of a report into the cells that a workbook names as the report does.

    Cells that are named as other figures of the product (`ours`) are emptied. The same template and report give the
    same bytes. Raises `TemplateError` with every reason why it must not be.
    """
    with _damage_told():
        return _filled(*_opened(template, limits), report, ours or Ours())


def look_over(template: bytes, *, limits: Limits = DEFAULT) -> None:
    """Raise `TemplateError` for a file that no report can fill, whatever its names are."""
    with _damage_told():
        _opened(template, limits)


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except DamagedError as fault:
        raise TemplateError(_DAMAGED.fill(told=fault.told), SAVE_AGAIN) from fault


def _opened(template: bytes, limits: Limits) -> tuple[Package, Book]:
    refuse_other_files(template)
    archive = archive_of(template, limits=limits)
    refuse_open_document(frozenset(member.name for member in archive.members))
    package = package_of(archive)
    refuse_other_books(package)
    return package, book_of(package)


def _filled(package: Package, book: Book, report: Report, ours: Ours) -> Filled:
    if (nothing := _no_data(report)) is not None:
        raise TemplateError(_NO_DATA.fill(told=nothing), _OTHER_PERIOD)
    # A screen may show the first of many records; a range that was made for them gets them all.
    listed = () if report.sections else listings(report)
    names = names_of(replace(report, blocks=tuple(one.block for one in listed)))
    found, faults = targets_of(book, names)
    targets = tuple(_with_all_rows(one, listed) for one in found)
    if not targets and not faults:
        raise none_found(book, names, ours)
    targets += emptied_of(book, names, ours)
    pages, more = pages_of(package, book, targets, currency=report.meta.currency, ours=ours)
    bare = [target for page in pages for target in page.without_headings]
    every = [*faults, *more, *obstacles(package, book, targets), *faults_of_headers(package, book, bare)]
    if every:
        raise refusal(tuple(dict.fromkeys(every)))
    parts = {page.sheet.part: filled(page.sheet, page.values) for page in pages}
    remarks = [remark for page in pages for remark in page.remarks]
    if _has_formulas(package, book):
        parts[book.part] = calculated_on_load(book)
        remarks.append(_WAITING)
    unfilled = unfilled_of(book, names, ours)
    return Filled(
        package.archive.replaced({package.names[part.casefold()]: content for part, content in parts.items()}),
        tuple(dict.fromkeys(target.name for target in targets if target.what is not None)),
        tuple(dict.fromkeys(name for page in pages for name in page.emptied)),
        tuple(name for name, _ in unfilled),
        tuple(near for _, near in unfilled),
        tuple(remarks),
    )


def _no_data(report: Report) -> Text | None:
    """Why there is nothing to fill in, where the period or the conditions leave no row."""
    if len(report.sections) == 1 and report.sections[0].key == _EMPTY:
        return report.sections[0].empty
    return next((note.text for note in report.notes if note.key == _EMPTY), None)


def _with_all_rows(target: Target, listed: Sequence[Listing]) -> Target:
    whole = next((one for one in listed if one.block is target.what), None)
    if whole is None:
        return target
    return replace(target, what=replace(whole.block, rows=tuple(whole.rows())))


def _has_formulas(package: Package, book: Book) -> bool:
    parts = (sheet.part for sheet in book.sheets if sheet.part is not None)
    return any(_FORMULA.search(package.part(part)) for part in parts)
