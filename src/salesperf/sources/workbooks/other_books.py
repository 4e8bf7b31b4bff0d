"""What there is to tell of zipped workbooks whose sheets are not the XML of .xlsx: .ods and .xlsb."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping

from salesperf.core.codes import issue
from salesperf.core.errors import Where
from salesperf.core.text import Text
from salesperf.sources.refused import Refused
from salesperf.sources.workbooks.archive import FAR
from salesperf.sources.workbooks.binary_sheet import (
    BINARY_HEAD,
    binary_facts,
    binary_styles,
    declared_reach,
    listed_sheets,
)
from salesperf.sources.workbooks.ods_content import RepeatedCellsError, facts_in_content
from salesperf.sources.workbooks.open_document import reaches_of
from salesperf.sources.workbooks.sheet_facts import SheetFacts
from salesperf.sources.workbooks.sheet_parts import small_part, targets_of

_CONTENT, _BOOK, _STYLES = "content.xml", "xl/workbook.bin", "xl/styles.bin"
_LARGEST = 300_000_000
"""Bytes of a part beyond which it is not gone through: it would have to be held whole."""


def facts_without_xml_sheets(archive: zipfile.ZipFile, parts: Mapping[str, str], *, name: str) -> dict[str, SheetFacts]:
    """Errors and shares by sheet; how far sheets reach is not known. `parts` are the entries by plain name.

    Refuses an .ods (`name`) of which a few cells stand for millions of them.
    """
    if _CONTENT in parts and _fits(archive, parts[_CONTENT]):
        try:
            return dict(facts_in_content(archive.read(parts[_CONTENT])))
        except RepeatedCellsError as error:
            raise Refused(issue("R121", _REPEATED, Where(name), hint=_EMPTY)) from error
    if _BOOK not in parts:
        return {}
    targets = targets_of(archive, parts, _BOOK)
    styles = binary_styles(small_part(archive, parts[_STYLES]) if _STYLES in parts else b"")
    found: dict[str, SheetFacts] = {}
    for relation, sheet in listed_sheets(small_part(archive, parts[_BOOK])):
        entry = parts.get(targets.get(relation, ("", ""))[0])
        if entry is not None and _fits(archive, entry):
            found[sheet] = binary_facts(archive.read(entry), styles)
    return found


def refuse_large_sheets(archive: zipfile.ZipFile, parts: Mapping[str, str], *, name: str, max_cells: int) -> None:
    """Refuse an .ods whose rows and cells repeat too often, and an .xlsb of which a sheet declares too many cells.

    The declaration of an .xlsb stands near the sheet's start. Raises `ForbiddenXmlError` and `ExpatError` as XML does.
    """
    if _CONTENT in parts:
        with archive.open(parts[_CONTENT]) as stream:
            for reach in reaches_of(stream):
                _refuse_reach(reach.rows, reach.columns, Where(name, reach.sheet), max_cells=max_cells)
    for part, entry in sorted(parts.items()):
        if not (part.startswith("xl/worksheets/") and part.endswith(".bin")):
            continue
        with archive.open(entry) as stream:
            rows, columns = declared_reach(stream.read(BINARY_HEAD))
        _refuse_reach(rows, columns, Where(name), max_cells=max_cells)


_REPEATED = Text(
    "a few cells of the workbook stand for millions of failed formulas or percentages",
    "工作簿中少数单元格代表了数百万个错误值或百分比",
)
_EMPTY = Text("delete the empty rows and columns and save", "请删除空行和空列后保存")


def _refuse_reach(rows: int, columns: int, where: Where, *, max_cells: int) -> None:
    if rows * columns > max_cells:
        message = FAR.fill(row=rows, column=columns, cells=rows * columns, limit=max_cells)
        raise Refused(issue("R121", message, where, hint=_EMPTY))


def _fits(archive: zipfile.ZipFile, entry: str) -> bool:
    return archive.getinfo(entry).file_size <= _LARGEST
