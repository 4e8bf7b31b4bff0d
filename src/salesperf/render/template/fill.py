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
from salesperf.render.template.parts import Package, package_of
from salesperf.render.template.splice import filled
from salesperf.render.template.targets import Target, none_found, targets_of, unfilled_of
from salesperf.report.cell_names import names_of
from salesperf.report.listing import Listing, listings
from salesperf.report.model import Report

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_WAITING = Text(
    "formulas are worked out when Excel opens the file; LibreOffice may show their old results until Ctrl+Shift+F9",
    "公式在 Excel 打开文件时重新计算；LibreOffice 可能仍显示旧结果，请按 Ctrl+Shift+F9",
)
_DAMAGED = Text("the template is damaged: {told}", "模板已损坏：{told}")


class Filled(Struct, frozen=True):
    """The workbook, the names that were filled, those of its names that are like the report's and are none.

    `near` are the report's names that each of `unfilled` is like; `remarks` say what else a reader must know.
    """

    content: bytes
    filled: tuple[str, ...]
    unfilled: tuple[str, ...] = ()
    near: tuple[tuple[str, ...], ...] = ()
    remarks: tuple[Text, ...] = ()


def fill(template: bytes, report: Report, *, limits: Limits = DEFAULT) -> Filled:
    """Put the values of a report into the cells that a workbook names as the report does.

    The same template and report give the same bytes. Raises `TemplateError` with every reason why it must not be.
    """
    with _damage_told():
        return _filled(*_opened(template, limits), report)


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


def _filled(package: Package, book: Book, report: Report) -> Filled:
    # A screen may show the first of many records; a range that was made for them gets them all.
    listed = () if report.sections else listings(report)
    names = names_of(replace(report, blocks=tuple(one.block for one in listed)))
    found, faults = targets_of(book, names)
    targets = tuple(_with_all_rows(one, listed) for one in found)
    if not targets and not faults:
        raise none_found(book, names)
    pages, more = pages_of(package, book, targets)
    bare = [target for page in pages for target in page.without_headings]
    every = [*faults, *more, *obstacles(package, book, targets), *faults_of_headers(package, book, bare)]
    if every:
        raise refusal(tuple(dict.fromkeys(every)))
    parts = {page.sheet.part: filled(page.sheet, page.values) for page in pages}
    remarks = [remark for page in pages for remark in page.remarks]
    if _has_formulas(package, book):
        parts[book.part] = calculated_on_load(book)
        remarks.append(_WAITING)
    unfilled = unfilled_of(book, names)
    return Filled(
        package.archive.replaced({package.names[part.casefold()]: content for part, content in parts.items()}),
        tuple(dict.fromkeys(target.name for target in targets)),
        tuple(name for name, _ in unfilled),
        tuple(near for _, near in unfilled),
        tuple(remarks),
    )


def _with_all_rows(target: Target, listed: Sequence[Listing]) -> Target:
    whole = next((one for one in listed if one.block is target.what), None)
    if whole is None:
        return target
    return replace(target, what=replace(whole.block, rows=tuple(whole.rows())))


def _has_formulas(package: Package, book: Book) -> bool:
    parts = (sheet.part for sheet in book.sheets if sheet.part is not None)
    return any(_FORMULA.search(package.part(part)) for part in parts)
