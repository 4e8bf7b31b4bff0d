"""What a workbook would do to its reader, and what the reader would not say: looked at before it is read.

The native reader aborts the process on a small workbook whose two cells lie far apart, and turns error cells and
formulas without a stored result into nothing. This streams the XML and counts bytes; it parses no sheet and needs
the standard library alone, so that it can speak before the engine is loaded.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from xml.parsers import expat

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Where
from salesperf.core.text import Text
from salesperf.sources.options import Limits
from salesperf.sources.refused import Refused
from salesperf.sources.workbooks.archive import FAR, damaged, open_archive, plain, with_password
from salesperf.sources.workbooks.other_books import facts_without_xml_sheets, refuse_large_sheets
from salesperf.sources.workbooks.part_xml import ForbiddenXmlError, elements, verified
from salesperf.sources.workbooks.shared_text import SHORTEST_CELL, longest_text, repeated_text
from salesperf.sources.workbooks.sheet_facts import SheetFacts
from salesperf.sources.workbooks.sheet_parts import SMALL_PART, small_part, targets_of
from salesperf.sources.workbooks.sheet_styles import PLAIN, Styles, styles_of
from salesperf.sources.workbooks.sheet_xml import facts_of

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    KeyError,  # a part that the list names is not there
    ValueError,  # a name that is no text, an offset outside the file
    EOFError,
    OSError,
    RuntimeError,  # a compression not known
)
"""What the standard library raises on damaged archives."""
_NO_CELLS = ("/chartsheet", "/dialogsheet", "/xlMacrosheet", "/xlIntlMacrosheet")
_MANIFEST = "meta-inf/manifest.xml"


class Sheet(Struct, frozen=True):
    """One sheet of a workbook: whether people see it, and what its XML holds (None: not a sheet of cells)."""

    name: str
    hidden: bool
    facts: SheetFacts | None


class Preflight(Struct, frozen=True):
    """What is known of a workbook before it is read; `sheets` are those of which something is known.

    `is_seen` is whether all that will be read was looked at; where it was not, only a trial tells.
    """

    date1904: bool = False
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    is_seen: bool = False
    has_macros: bool = False


def preflight(source: Path | bytes, *, name: str, limits: Limits, only: str | None) -> Preflight:
    """Look a zipped workbook over; refuses one that is too large to read, contradicts itself or is encrypted.

    `only` names the single sheet that will be read; the others are not looked at. A file that was looked over
    before and is the same by size and time is not looked over again.
    """
    try:
        if isinstance(source, bytes):
            return _looked_over(source, name, limits, only)
        now = source.stat()
        return _remembered(source.resolve(), (now.st_size, now.st_mtime_ns, now.st_ino), name, limits, only)
    except ForbiddenXmlError as error:
        raise Refused(issue("R122", _ENTITIES, Where(name), hint=_AGAIN)) from error
    except _DAMAGE as error:
        raise damaged(name, str(error)) from error


_AROUND = Text("delete the empty rows and columns around the table and save", "请删除表格周围的空行和空列后保存")
_ENTITIES = Text(
    "the workbook declares XML entities of its own, which no workbook needs and attacks use",
    "工作簿自行声明了 XML 实体：正常工作簿不需要，攻击才会使用",
)
_AGAIN = Text("open it in Excel and save it again", "请用 Excel 打开并重新保存")
_REPEATED = Text(
    "the cells repeat {size:,} bytes of text, the limit max_text is {limit:,}",
    "单元格重复引用的文字达 {size:,} 字节，上限 max_text 为 {limit:,}",
)
_SHORTEN = Text("shorten the long texts, or leave them out", "请缩短或删去过长的文字")


def refuse_large(facts: SheetFacts, where: Where, *, max_cells: int) -> None:
    """Refuse a sheet whose cells lie so far apart that its reader would abort the process."""
    if facts.cells <= max_cells:
        return
    message = FAR.fill(row=facts.last_row, column=facts.last_column, cells=facts.cells, limit=max_cells)
    raise Refused(issue("R121", message, where, hint=_AROUND))


@lru_cache(maxsize=64)
def _remembered(path: Path, _stamp: tuple[int, int, int], name: str, limits: Limits, only: str | None) -> Preflight:
    return _looked_over(path, name, limits, only)


def _looked_over(source: Path | bytes, name: str, limits: Limits, only: str | None) -> Preflight:
    with open_archive(source, name=name, limits=limits) as archive:
        parts = {plain(entry): entry for entry in archive.namelist()}
        if _MANIFEST in parts and b"encryption-data" in archive.read(parts[_MANIFEST]):
            raise Refused(with_password(name))
        books = sorted((part for part in parts if part.endswith("workbook.xml")), key=len)
        if not books:
            refuse_large_sheets(archive, parts, name=name, max_cells=limits.max_cells)
            told = facts_without_xml_sheets(archive, parts, name=name)
            sheets = {sheet: Sheet(sheet, hidden=False, facts=facts) for sheet, facts in told.items()}
            return Preflight(sheets=sheets, has_macros=_has_macros(parts))
        found = _of_xlsx(archive, parts, books[0], only=only)
        if not found.sheets:
            raise damaged(name, Text("it lists no sheet", "没有列出任何工作表"))
        for part, entry in parts.items():
            if part.endswith("styles.xml"):
                _read_through(archive, entry)
        _refuse_repeated_text(archive, parts, found.sheets, name=name, limits=limits)
        return found if len(books) == 1 else replace(found, is_seen=False)


def _of_xlsx(archive: zipfile.ZipFile, parts: Mapping[str, str], workbook: str, *, only: str | None) -> Preflight:
    listed = elements(small_part(archive, parts[workbook]), {"workbookPr", "sheet"})
    properties = next((attributes for tag, attributes in listed if tag == "workbookPr"), {})
    date1904 = properties.get("date1904", "0").lower() in {"1", "true", "on"}
    targets = targets_of(archive, parts, workbook)
    styles = _styles(archive, parts)
    sheets: dict[str, Sheet] = {}
    is_seen = True
    for title, state, relation in (_listed(attributes) for tag, attributes in listed if tag == "sheet"):
        hidden = state != "visible"
        part, kind = targets.get(relation, ("", ""))
        # A sheet that nobody reads may be as large as it likes.
        is_read = title == only if only is not None else not hidden
        facts = None
        if is_read and not kind.endswith(_NO_CELLS):
            facts = _facts(archive, parts.get(part), date1904=date1904, styles=styles)
            is_seen = is_seen and facts is not None and title not in sheets
        sheets[title] = Sheet(title, hidden, facts)
    return Preflight(date1904, sheets, is_seen, _has_macros(parts))


def _listed(sheet: Mapping[str, str]) -> tuple[str, str, str]:
    """Name, state and relation of a sheet in the workbook's list."""
    relation = next((value for key, value in sheet.items() if key.endswith(":id")), "")
    return sheet.get("name", ""), sheet.get("state", "visible"), relation


def _styles(archive: zipfile.ZipFile, parts: Mapping[str, str]) -> Styles:
    """The styles of cells; none where the part that holds them is missing or too large to be one."""
    entry = next((entry for part, entry in sorted(parts.items()) if part.endswith("styles.xml")), None)
    if entry is None or archive.getinfo(entry).file_size > SMALL_PART:
        return PLAIN
    return styles_of(elements(archive.read(entry), {"numFmt", "xf", "cellXfs", "cellStyleXfs", "cellStyles"}))


def _has_macros(parts: Mapping[str, str]) -> bool:
    return any(part.endswith("vbaproject.bin") for part in parts)


def _facts(archive: zipfile.ZipFile, part: str | None, *, date1904: bool, styles: Styles) -> SheetFacts | None:
    if part is None:
        return None
    with archive.open(part) as stream:
        return facts_of(stream, numbers=date1904, styles=styles)


def _read_through(archive: zipfile.ZipFile, entry: str) -> None:
    """Prove a part that the reader takes in whole: it is as long as it says and declares nothing."""
    with archive.open(entry) as stream:
        for _ in verified(stream):
            pass


def _refuse_repeated_text(
    archive: zipfile.ZipFile, parts: Mapping[str, str], sheets: Mapping[str, Sheet], *, name: str, limits: Limits
) -> None:
    """Refuse a workbook whose cells repeat long texts: its reader writes each text out as often as it stands."""
    cells = sum(sheet.facts.length // SHORTEST_CELL for sheet in sheets.values() if sheet.facts is not None)
    for part, entry in parts.items():
        if not part.endswith("sharedstrings.xml"):
            continue
        with archive.open(entry) as stream:
            longest = longest_text(verified(stream))
        if longest * cells <= limits.max_text:
            continue
        with archive.open(entry) as stream:
            total = repeated_text(verified(stream), _of_sheets(archive, parts))
        if total > limits.max_text:
            message = _REPEATED.fill(size=total, limit=limits.max_text)
            raise Refused(issue("R121", message, Where(name), hint=_SHORTEN))


def _of_sheets(archive: zipfile.ZipFile, parts: Mapping[str, str]) -> Iterator[bytes]:
    """The XML of every sheet, in pieces."""
    for part, entry in parts.items():
        if "/worksheets/" in part and part.endswith(".xml"):
            with archive.open(entry) as stream:
                yield from verified(stream)
