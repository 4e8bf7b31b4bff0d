"""What a workbook would do to its reader, and what the reader would not say: looked at before it is read.

The native reader aborts the process on a small workbook whose two cells lie far apart, and turns error cells and
formulas without a stored result into nothing. This streams the XML and counts bytes; it parses no sheet.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.sources.refused import Refused
from salesperf.sources.sheet_xml import SheetFacts, facts_of

_SMALL_PART = 20_000_000
"""Bytes that the list of sheets may inflate to."""
_ENTRIES = 20_000
_BINARY_HEAD = 65_536
_DIMENSION = 148
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    KeyError,  # a part that the list names is not there
    ValueError,  # a name that is no text, an offset outside the file
    EOFError,
    OSError,
    RuntimeError,  # a part with a password of its own, a compression not known
)
"""What the standard library raises on damaged archives."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: whether people see it, and what its XML holds (None: not a sheet of cells)."""

    name: str
    hidden: bool
    facts: SheetFacts | None


@dataclass(frozen=True, slots=True)
class Preflight:
    """What is known of a workbook before it is read; `sheets` is empty for formats without readable XML."""

    date1904: bool = False
    sheets: Mapping[str, Sheet] = field(default_factory=dict)


def preflight(source: Path | bytes, *, name: str, max_cells: int, max_inflated: int, only: str | None) -> Preflight:
    """Look a zipped workbook over; refuses one that is too large to read or is encrypted.

    `only` names the single sheet that will be read; the others are not looked at.
    """
    try:
        with zipfile.ZipFile(BytesIO(source) if isinstance(source, bytes) else source) as archive:
            _refuse_bomb(archive, name=name, max_inflated=max_inflated)
            parts = {_plain(entry): entry for entry in archive.namelist()}
            if "meta-inf/manifest.xml" in parts and b"encryption-data" in archive.read(parts["meta-inf/manifest.xml"]):
                raise Refused(_encrypted(name))
            workbook = next((part for part in sorted(parts, key=len) if part.endswith("workbook.xml")), None)
            if workbook is None:
                _refuse_large_binary(archive, parts, name=name, max_cells=max_cells)
                return Preflight()
            return _of_xlsx(archive, parts, workbook, only=only)
    except _DAMAGE as error:
        message = f"the workbook is damaged: {error}"
        raise Refused(issue("R122", message, Where(name))) from error


def refuse_large(facts: SheetFacts, where: Where, *, max_cells: int) -> None:
    """Refuse a sheet whose cells lie so far apart that its reader would abort the process."""
    if facts.cells <= max_cells:
        return
    message = (
        f"the sheet reaches to row {facts.last_row:,} and column {facts.last_column:,}: "
        f"{facts.cells:,} cells, the limit is {max_cells:,}"
    )
    raise Refused(issue("R121", message, where, hint="delete the empty rows and columns around the table and save"))


def _refuse_large_binary(archive: zipfile.ZipFile, parts: Mapping[str, str], *, name: str, max_cells: int) -> None:
    """Refuse an .xlsb of which a sheet declares too many cells; the declaration stands near the sheet's start."""
    for part, entry in sorted(parts.items()):
        if not (part.startswith("xl/worksheets/") and part.endswith(".bin")):
            continue
        with archive.open(entry) as stream:
            rows, columns = declared_reach(stream.read(_BINARY_HEAD))
        if rows * columns > max_cells:
            message = f"a sheet reaches to row {rows:,} and column {columns:,}, the limit is {max_cells:,} cells"
            raise Refused(issue("R121", message, Where(name), hint="delete the empty rows and columns and save"))


def declared_reach(head: bytes) -> tuple[int, int]:
    """Last row and column that a binary sheet declares (record BrtWsDim of [MS-XLSB] 2.4.844); 0, 0 without one."""
    at = 0
    while at + 2 < len(head):
        kind, at = _variable(head, at, most=2)
        size, at = _variable(head, at, most=4)
        if kind == _DIMENSION and len(head) >= at + 16:
            _, last_row, _, last_column = struct.unpack_from("<4I", head, at)
            return last_row + 1, last_column + 1
        at += size
    return 0, 0


def _variable(head: bytes, at: int, *, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, lowest first, and where the next one begins."""
    number = 0
    for place in range(most):
        if at >= len(head):
            break
        byte = head[at]
        at += 1
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:  # noqa: PLR2004 - the mark says that more follows
            break
    return number, at


def _encrypted(name: str) -> Issue:
    hint = "open it in Excel, take the password off and save"
    return issue("R120", "the workbook is protected by a password", Where(name), hint=hint)


def _plain(entry: str) -> str:
    return entry.replace("\\", "/").lower().lstrip("/")


def _refuse_bomb(archive: zipfile.ZipFile, *, name: str, max_inflated: int) -> None:
    entries = archive.infolist()
    inflated = sum(entry.file_size for entry in entries)
    if inflated > max_inflated:
        message = f"the workbook would inflate to {inflated:,} bytes, the limit is {max_inflated:,}"
        raise Refused(issue("R121", message, Where(name)))
    if len(entries) > _ENTRIES:
        raise Refused(issue("R121", f"the workbook has {len(entries):,} parts, the limit is {_ENTRIES:,}", Where(name)))


def _of_xlsx(archive: zipfile.ZipFile, parts: Mapping[str, str], workbook: str, *, only: str | None) -> Preflight:
    root = _xml(archive, parts[workbook])
    properties = next((node for node in root.iter() if _tag(node) == "workbookPr"), None)
    date1904 = properties is not None and properties.get("date1904", "0").lower() in {"1", "true", "on"}
    targets = _targets(archive, parts, workbook)
    sheets: dict[str, Sheet] = {}
    for node in root.iter():
        if _tag(node) != "sheet":
            continue
        title = node.get("name", "")
        hidden = node.get("state", "visible") != "visible"
        part = targets.get(next((value for key, value in node.items() if key.endswith("}id")), ""))
        # A sheet that nobody reads may be as large as it likes.
        read = part is not None and (title == only if only is not None else not hidden)
        facts = _facts(archive, parts.get(part or ""), date1904=date1904) if read else None
        sheets[title] = Sheet(title, hidden, facts)
    return Preflight(date1904, sheets)


def _xml(archive: zipfile.ZipFile, part: str) -> ET.Element:
    if archive.getinfo(part).file_size > _SMALL_PART:
        raise zipfile.BadZipFile(f"{part} is larger than a list of sheets can be")
    # The parser's own limits stop entity bombs; the size is bounded above.
    return ET.fromstring(archive.read(part))  # noqa: S314


def _tag(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2]


def _targets(archive: zipfile.ZipFile, parts: Mapping[str, str], workbook: str) -> dict[str, str]:
    """The sheet parts by relation id."""
    folder, _, base = workbook.rpartition("/")
    relations = f"{folder}/_rels/{base}.rels".lstrip("/")
    if relations not in parts:
        return {}
    targets: dict[str, str] = {}
    for node in _xml(archive, parts[relations]):
        target = node.get("Target", "")
        if node.get("Type", "").endswith("/worksheet"):
            path = target if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            targets[node.get("Id", "")] = _plain(path)
    return targets


def _facts(archive: zipfile.ZipFile, part: str | None, *, date1904: bool) -> SheetFacts | None:
    if part is None:
        return None
    with archive.open(part) as stream:
        return facts_of(stream, numbers=date1904)
