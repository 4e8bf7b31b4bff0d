"""Which part of a zipped workbook holds which sheet."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping

from salesperf.sources.workbooks.archive import plain
from salesperf.sources.workbooks.part_xml import elements

SMALL_PART = 20_000_000
"""Bytes that a list of sheets or styles may inflate to."""


def small_part(archive: zipfile.ZipFile, part: str) -> bytes:
    """A part that lists sheets, whole; refused as damage where it is larger than such a list can be."""
    if archive.getinfo(part).file_size > SMALL_PART:
        raise zipfile.BadZipFile(f"{part} is larger than a list of sheets can be")
    return archive.read(part)


def targets_of(archive: zipfile.ZipFile, parts: Mapping[str, str], workbook: str) -> dict[str, tuple[str, str]]:
    """Part and kind of each sheet by relation id; `parts` are the entries by plain name."""
    folder, _, base = workbook.rpartition("/")
    relations = f"{folder}/_rels/{base}.rels".lstrip("/")
    if relations not in parts:
        return {}
    targets: dict[str, tuple[str, str]] = {}
    for _, relation in elements(small_part(archive, parts[relations]), {"Relationship"}):
        target = relation.get("Target", "")
        path = target if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        targets[relation.get("Id", "")] = (plain(path), relation.get("Type", ""))
    return targets
