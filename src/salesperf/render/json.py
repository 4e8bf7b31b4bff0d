"""JSON (one document) and JSON Lines (one object a record): the machine form of a report.

Keys are stable; amounts are strings with every digit; nothing is formatted for people.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from salesperf.core.text import Lang, printable
from salesperf.report.exact import jsonable
from salesperf.report.marks import reasons
from salesperf.report.model import Column, Note, Records, Report, Value

_REASON_KEY = "no_value"

Json = Mapping[str, object]


def draw(report: Report) -> bytes:
    """The whole report: schema, meta, rows, and `total` when the report has one."""
    document: dict[str, object] = {
        "schema": report.schema,
        "meta": _meta(report),
        "rows": [_record(row, report.records) for row in report.records.rows],
    }
    if report.records.total is not None:
        document["total"] = _record(report.records.total, report.records)
    return _encoded(document, indent=2)


def draw_lines(report: Report, *, total: bool = False) -> bytes:
    """One object a line, no meta; the total comes last when asked for."""
    records = report.records
    rows = (*records.rows, records.total) if total and records.total is not None else records.rows
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
