"""What an OpenDocument sheet holds that its reader does not tell: failed formulas, shares, hidden rows.

Goes through the tags of rows and cells, and only where one of these stands in the text at all. Currencies are not
looked for: a cell inherits them from styles of its row, its column and their parents.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping
from html import unescape

from salesperf.sources.workbooks.sheet_facts import Faults, SheetFacts, column_letters

_SIGNS = (b'value-type="error"', b'value-type="percentage"', b'visibility="collapse"', b'visibility="filter"')
_TAG = re.compile(
    rb'<table:table\s[^>]*?table:name="(?P<sheet>[^"]*)"'
    rb"|<table:table-row(?=[\s/>])(?P<row>[^>]*)>"
    rb"|<table:(?:covered-)?table-cell(?=[\s/>])(?P<cell>[^>]*)>"
)
_TOLD = re.compile(rb'value-type="(?:error|percentage)"')
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,7})"')
_TEXT = re.compile(rb"<text:p[^>]*>([^<]{1,40})<")
_REST = 10_000
"""Hidden rows that one written row may stand for: more are the empty rest of a sheet."""
_MOST = 2_000_000
"""Failed cells and shares of a workbook for which no cell is written, because another stands for them too: no
spreadsheet program saves so many, and a few bytes could ask for any number."""


class RepeatedCellsError(Exception):
    """Written cells stand for more failed cells and shares than any workbook holds."""


def facts_in_content(content: bytes) -> Mapping[str, SheetFacts]:
    """What there is to tell of each sheet by its name; how far it reaches is not known.

    Raises `RepeatedCellsError` where few written cells stand for too many.
    """
    sheets: dict[str, SheetFacts] = {}
    if not any(sign in content for sign in _SIGNS):
        return sheets
    facts = SheetFacts()
    row, rows, column, unwritten = 0, 1, 0, 0
    for tag in _TAG.finditer(content):
        if tag["sheet"] is not None:
            facts = sheets.setdefault(unescape(tag["sheet"].decode(errors="replace")), SheetFacts())
            row, rows, column = 0, 1, 0
        elif tag["row"] is not None:
            row, rows, column = row + rows, _times(tag["row"]), 0
            if b'visibility="collapse"' in tag["row"] or b'visibility="filter"' in tag["row"]:
                facts.hidden_rows += rows if rows < _REST else 0
        else:
            times = _times(tag["cell"])
            if _TOLD.search(tag["cell"]) is not None:
                unwritten += rows * times - 1
                if unwritten > _MOST:
                    raise RepeatedCellsError
                _take(facts, tag, content, range(row, row + rows), range(column, column + times))
            column += times
    return sheets


def _take(facts: SheetFacts, tag: re.Match[bytes], content: bytes, rows: range, columns: range) -> None:
    """Note a failed cell or a share, in every row and column that it stands for."""
    if b'value-type="error"' in tag["cell"]:
        said = _TEXT.search(content, tag.end(), tag.end() + 400)
        value = unescape(said[1].decode(errors="replace")) if said else "error"
        for column in columns:
            for row in rows:
                faults = facts.errors.setdefault(column + 1, Faults())
                faults.add(f"{column_letters(column + 1)}{row}", row, value)
    else:
        for column in columns:
            facts.percents.setdefault(column + 1, array("I")).extend(rows)


def _times(attributes: bytes) -> int:
    found = _REPEATED.search(attributes)
    return int(found[1]) if found else 1
