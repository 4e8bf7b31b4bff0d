"""JSON (one document) and JSON Lines (one object a record): the machine form of a report.

Keys are stable; amounts are strings with every digit; nothing is formatted for people.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice

from salesperf.core.text import Lang, printable
from salesperf.report.exact import jsonable
from salesperf.report.marks import reasons
from salesperf.report.model import Column, Note, Records, Report, Value
from salesperf.report.rows import with_total

_REASON_KEY = "no_value"
_AT_ONCE = 4_096
_NO_ROWS = b'\n  "rows": []'

Json = Mapping[str, object]


def draw(report: Report) -> bytes:
    """The whole report: schema, meta, rows, and `total` when the report has one."""
    document: dict[str, object] = {"schema": report.schema, "meta": _meta(report), "rows": []}
    if report.records.total is not None:
        document["total"] = _record(report.records.total, report.records)
    # No string of JSON holds a line end, so this is where the rows belong. As one document they would take a kilobyte
    # of memory a row and more.
    head, empty, tail = _encoded(document, indent=2).partition(_NO_ROWS)
    return b"".join((head, *_rows(report.records), tail)) if report.records.rows else head + empty + tail


def _rows(records: Records) -> Iterator[bytes]:
    """The list of records as it stands in the document, some thousands at a time."""
    yield _NO_ROWS.removesuffix(b"]")
    found = (_record(row, records) for row in records.rows)
    comma = b""
    while some := list(islice(found, _AT_ONCE)):
        yield comma + _inner(some)
        comma = b","
    yield b"\n  ]"


def _inner(records: list[Json]) -> bytes:
    """The records without the brackets of their list, as deep as the document has them."""
    return _encoded(records, indent=2).removeprefix(b"[").removesuffix(b"\n]\n").replace(b"\n", b"\n  ")


def draw_lines(report: Report, *, total: bool = False) -> bytes:
    """One object a line, no meta; the total comes last when asked for."""
    records = report.records
    rows = with_total(records, total=total)
    return b"".join(_encoded(_record(row, records)) for row in rows)


def _encoded(value: object, *, indent: int | None = None) -> bytes:
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent) + "\n").encode()


def _record(row: tuple[Value, ...], records: Records) -> Json:
    return {column.key: jsonable(value, column.unit) for column, value in zip(records.columns, row, strict=True)}


def _meta(report: Report) -> Json:
    meta, lang = report.meta, report.lang
    return {
        "title": printable(report.title.say(lang)),
        "lang": lang.value,
        "as_of": meta.as_of.isoformat() if meta.as_of else None,
        "span": {"start": meta.span[0].isoformat(), "end": meta.span[1].isoformat()} if meta.span else None,
        "currency": printable(meta.currency) if meta.currency else None,
        "columns": [_column(column, lang=lang) for column in report.records.columns],
        "notes": _notes(report),
        "manifest": _clean(meta.manifest),
    }


def _column(column: Column, *, lang: Lang) -> Json:
    return {
        "key": column.key,
        "label": printable(column.label.say(lang)),
        "unit": column.unit.value if column.unit else None,
    }


def _notes(report: Report) -> list[Json]:
    """The notes, and why values are null where no note says so yet."""
    said = {note.text for note in report.notes}
    why = tuple(Note(_REASON_KEY, reason) for reason in reasons(report) if reason not in said)
    return [
        {"key": note.key, "text": printable(note.text.say(report.lang)), "warning": note.warning}
        for note in (*report.notes, *why)
    ]


def _clean(value: object) -> object:
    """The manifest with every string printable: file names are data too."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {printable(str(key)): _clean(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(item) for item in value]
    return value
