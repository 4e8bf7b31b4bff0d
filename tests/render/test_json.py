from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from salesperf.core.text import Lang
from salesperf.core.unit import Unit
from salesperf.render.json import draw, draw_lines
from salesperf.report.long import long_records
from salesperf.report.model import Note, Report

KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def test_the_whole_document(plain_report: Report) -> None:
    document = json.loads(draw(plain_report))

    assert list(document) == ["schema", "meta", "rows", "total"]
    assert document["schema"] == "salesperf.kpi/1"
    assert document["rows"] == [
        {"period": "2026-01", "rep": "Ann", "net_revenue": "1234.5", "orders": 3, "return_rate": 0.25},
        {"period": "2026-02", "rep": "张伟", "net_revenue": "-20", "orders": 0, "return_rate": None},
    ]
    assert document["total"] == {
        "period": "Total",
        "rep": None,
        "net_revenue": "1214.5",
        "orders": 3,
        "return_rate": 0.2,
    }
    assert document["meta"] == {
        "title": "Sales performance",
        "lang": "en",
        "as_of": "2026-02-28",
        "span": {"start": "2026-01-01", "end": "2026-02-28"},
        "currency": "USD",
        "columns": [
            {"key": "period", "label": "Period", "unit": None},
            {"key": "rep", "label": "Rep", "unit": None},
            {"key": "net_revenue", "label": "Net revenue", "unit": "money"},
            {"key": "orders", "label": "Orders", "unit": "count"},
            {"key": "return_rate", "label": "Return rate", "unit": "ratio"},
        ],
        "notes": [
            {"key": "basis", "text": "basis: orders", "warning": False},
            {"key": "tax", "text": "tax basis unknown", "warning": True},
            {"key": "no_value", "text": "nothing was sold", "warning": False},
        ],
        "manifest": {"files": [{"name": "orders.csv", "rows": 4}]},
    }


def test_words_follow_the_language_and_keys_do_not(plain_report: Report) -> None:
    document = json.loads(draw(replace(plain_report, lang=Lang.ZH)))

    assert document["meta"]["title"] == "销售业绩"
    assert document["meta"]["columns"][2] == {"key": "net_revenue", "label": "净销售额", "unit": "money"}
    assert document["rows"] == json.loads(draw(plain_report))["rows"]


def test_chinese_is_written_as_it_is(plain_report: Report) -> None:
    assert "张伟" in draw(plain_report).decode()


def test_a_reason_that_a_note_already_gives_is_not_repeated(plain_report: Report) -> None:
    (reason,) = {
        cell.reason for row in plain_report.blocks[0].rows for cell in row.cells if getattr(cell, "reason", None)
    }
    noted = replace(plain_report, notes=(Note("no_sales", reason),))

    assert [note["key"] for note in json.loads(draw(noted))["meta"]["notes"]] == ["no_sales"]


def test_an_empty_answer_has_no_rows_and_no_total(empty_report: Report) -> None:
    document = json.loads(draw(empty_report))

    assert document["rows"] == []
    assert "total" not in document


def test_38_digits_survive(wide_amounts: Report) -> None:
    rows = json.loads(draw(wide_amounts))["rows"]

    assert Decimal(rows[1]["net_revenue"]) == Decimal("-12345678901234567890123456789012.123456")


def test_one_object_a_line_and_the_total_when_asked(plain_report: Report) -> None:
    lines = draw_lines(plain_report).decode().splitlines()

    assert [json.loads(line)["rep"] for line in lines] == ["Ann", "张伟"]
    assert json.loads(draw_lines(plain_report, total=True).decode().splitlines()[-1])["net_revenue"] == "1214.5"


def test_a_line_break_in_a_name_does_not_break_a_line(hostile_report: Report) -> None:
    lines = draw_lines(hostile_report).decode().split("\n")

    assert len(lines) == len(hostile_report.records.rows) + 1
    assert lines[-1] == ""


def _faults(value: object, schema: dict[str, Any], root: dict[str, Any], at: str = "$") -> list[str]:
    """What of a value does not agree with a JSON Schema, as far as the published schema uses the language."""
    if "$ref" in schema:
        return _faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, at)
    if "anyOf" in schema:
        return [] if any(not _faults(value, one, root, at) for one in schema["anyOf"]) else [f"{at}: {value!r}"]
    own = _own_faults(value, schema, at)
    if own or not isinstance(value, (dict, list)):
        return own
    if isinstance(value, dict):
        return _faults_of_object(value, schema, root, at)
    items = [_faults(item, schema["items"], root, f"{at}[{index}]") for index, item in enumerate(value)]
    return [fault for faults in items for fault in faults]


def _own_faults(value: object, schema: dict[str, Any], at: str) -> list[str]:
    allowed = [schema["const"]] if "const" in schema else schema.get("enum", [value])
    if value not in allowed:
        return [f"{at}: {value!r} is none of {allowed}"]
    kind = schema.get("type")
    if kind and (not isinstance(value, KINDS[kind]) or (isinstance(value, bool) and kind != "boolean")):
        return [f"{at}: {value!r} is no {kind}"]
    is_alike = not isinstance(value, str) or re.search(schema.get("pattern", ""), value)
    return [] if is_alike else [f"{at}: {value!r} does not look like {schema['pattern']}"]


def _faults_of_object(value: dict[str, object], schema: dict[str, Any], root: dict[str, Any], at: str) -> list[str]:
    faults = [f"{at}: {key} is missing" for key in schema.get("required", []) if key not in value]
    for key, item in value.items():
        patterns = [one for pattern, one in schema.get("patternProperties", {}).items() if re.search(pattern, key)]
        declared = schema.get("properties", {}).get(key) or next(iter(patterns), None)
        other = schema.get("additionalProperties", True)
        if declared or isinstance(other, dict):
            faults += _faults(item, declared or other, root, f"{at}.{key}")
        elif other is False:
            faults.append(f"{at}: {key} is not known")
    return faults


@pytest.fixture
def kpi_schema(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((root / "docs" / "schema" / "kpi-1.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", ["plain_report", "empty_report", "hostile_report", "wide_amounts", "scoreboard"])
@pytest.mark.parametrize("lang", Lang)
def test_documents_agree_with_the_published_schema(
    name: str, lang: Lang, kpi_schema: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    report: Report = request.getfixturevalue(name)

    assert _faults(json.loads(draw(replace(report, lang=lang))), kpi_schema, kpi_schema) == []


@pytest.mark.parametrize("lang", Lang)
def test_a_pack_agrees_with_its_published_schema(pack_report: Report, root: Path, lang: Lang) -> None:
    schema: dict[str, Any] = json.loads((root / "docs" / "schema" / "report-1.json").read_text(encoding="utf-8"))
    records = long_records(pack_report.sections, lang=lang)
    report = replace(pack_report, schema="salesperf.report/1", lang=lang, records=records)

    assert len(records.rows) > len(pack_report.sections)
    assert _faults(json.loads(draw(report)), schema, schema) == []


def test_the_schema_refuses_what_is_not_promised(plain_report: Report, kpi_schema: dict[str, Any]) -> None:
    document = json.loads(draw(plain_report))
    document["rows"][0]["net_revenue"] = 1234.5
    document["rows"][1]["orders"] = "3"
    document["meta"]["lang"] = "fr"
    del document["meta"]["notes"]
    document["extra"] = 1

    assert sorted(_faults(document, kpi_schema, kpi_schema)) == [
        "$.meta.lang: 'fr' is none of ['en', 'zh', 'both']",
        "$.meta: notes is missing",
        "$.rows[0].net_revenue: 1234.5",
        "$.rows[1].orders: '3'",
        "$: extra is not known",
    ]


def test_the_schema_names_every_unit(kpi_schema: dict[str, Any]) -> None:
    assert kpi_schema["$defs"]["unit"]["enum"] == [*[unit.value for unit in Unit], None]


@pytest.mark.parametrize("count", [0, 1, 4_096, 4_097])
def test_records_written_some_thousands_at_a_time_make_one_document(plain_report: Report, count: int) -> None:
    rows = tuple(("2026-01", f'[]"\n{at}', Decimal(at), at, 0.5) for at in range(count))
    drawn = draw(replace(plain_report, records=replace(plain_report.records, rows=rows))).decode()

    document = json.loads(drawn)
    assert [row["orders"] for row in document["rows"]] == list(range(count))
    assert drawn == json.dumps(document, ensure_ascii=False, indent=2) + "\n"
