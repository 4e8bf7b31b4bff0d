"""A file's tables as they stand, before anyone asks what they mean."""

from __future__ import annotations

from salesperf.app.workspace import Ask, workspace
from salesperf.core.errors import DataError, Severity
from salesperf.sources.load import RawFile, read_raw

RawTables = tuple[RawFile, ...]


def raw_tables(ask: Ask) -> RawTables:
    """Header, rows as text, and the rows left out by reason, for every table of the inputs.

    Raises `DataError` when a file cannot be read at all.
    """
    space = workspace(ask)
    tables: list[RawFile] = []
    for name in space.inputs:
        found, issues = read_raw(name, space.options)
        errors = tuple(issue for issue in issues if issue.severity is Severity.ERROR)
        if errors:
            raise DataError(f"{name} cannot be read", issues=errors)
        tables += found
    return tuple(tables)
