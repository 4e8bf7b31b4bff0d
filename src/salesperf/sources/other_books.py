"""What there is to tell of zipped workbooks whose sheets are not the XML of .xlsx: .ods and .xlsb."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping

from salesperf.sources.binary_sheet import binary_facts, binary_styles, listed_sheets
from salesperf.sources.ods_content import facts_in_content
from salesperf.sources.sheet_facts import SheetFacts
from salesperf.sources.sheet_parts import small_part, targets_of

_CONTENT, _BOOK, _STYLES = "content.xml", "xl/workbook.bin", "xl/styles.bin"
_LARGEST = 300_000_000
"""Bytes of a part beyond which it is not gone through: it would have to be held whole."""


def facts_without_xml_sheets(archive: zipfile.ZipFile, parts: Mapping[str, str]) -> dict[str, SheetFacts]:
    """Errors and shares by sheet; how far sheets reach is not known. `parts` are the entries by plain name."""
    if _CONTENT in parts and _fits(archive, parts[_CONTENT]):
        return dict(facts_in_content(archive.read(parts[_CONTENT])))
    if _BOOK not in parts:
        return {}
    targets = targets_of(archive, parts, _BOOK)
    styles = binary_styles(small_part(archive, parts[_STYLES]) if _STYLES in parts else b"")
    found: dict[str, SheetFacts] = {}
    for relation, name in listed_sheets(small_part(archive, parts[_BOOK])):
        entry = parts.get(targets.get(relation, ("", ""))[0])
        if entry is not None and _fits(archive, entry):
            found[name] = binary_facts(archive.read(entry), styles)
    return found


def _fits(archive: zipfile.ZipFile, entry: str) -> bool:
    return archive.getinfo(entry).file_size <= _LARGEST
