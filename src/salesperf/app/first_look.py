"""A look at workbooks before the engine is loaded: what would harm the reader is refused without it.

Standard library, settings and the look itself; nothing here may import frames.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from salesperf.app.layers import Surroundings, configured
from salesperf.app.reading import files_have_errors, reading_options
from salesperf.app.settings import KeyPath
from salesperf.core.errors import Issue, Where
from salesperf.sources.options import ReadOptions, only_sheet
from salesperf.sources.refused import Refused
from salesperf.sources.workbooks.biff import refuse_overlapping
from salesperf.sources.workbooks.compound import refuse_circular, refuse_encrypted
from salesperf.sources.workbooks.preflight import preflight, refuse_large

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refuse_harmful(
    words: Sequence[str], surroundings: Surroundings, *, config: Path | None, flags: Mapping[KeyPath, object]
) -> None:
    """Raise `DataError` when every input is a workbook that must not be read.

    Where one input can be read, or is anything else, nothing is said: reading tells what is wrong with the rest.
    """
    files = [Path(word) for word in words]
    if not files or len({file.name for file in files}) < len(files):
        return
    starts = [_start(file) for file in files]
    if not all(start.startswith((_ZIP, _OLE)) for start in starts):
        return
    options = reading_options(configured(tuple(words), surroundings, config=config, flags=flags).settings)
    faults: list[Issue] = []
    for file, start in zip(files, starts, strict=True):
        found = _faults(file, start, options)
        if not found:
            return
        faults += found
    raise files_have_errors(faults)


def _start(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(8) if file.is_file() else b""
    except OSError:
        return b""


def _faults(file: Path, start: bytes, options: ReadOptions) -> list[Issue]:
    """Why nothing of a workbook may be read; empty when something may."""
    try:
        if start.startswith(_OLE):
            refuse_encrypted(file, name=file.name)
            refuse_circular(file, name=file.name)
            refuse_overlapping(file, name=file.name)
            return []
        looked = preflight(file, name=file.name, limits=options.limits, only=only_sheet(file.name, options))
    except Refused as refused:
        return [refused.issue]
    except OSError:
        return []
    faults: list[Issue] = []
    for sheet in looked.sheets.values():
        if sheet.facts is None:
            continue
        try:
            refuse_large(sheet.facts, Where(file.name, sheet.name), max_cells=options.max_cells)
        except Refused as refused:
            faults.append(refused.issue)
        else:
            return []
    return faults
