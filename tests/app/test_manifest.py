from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from salesperf.app.layers import Surroundings, configured
from salesperf.app.manifest import definitions_sha256, manifest_bytes, plain, records_sha256, with_manifest
from salesperf.core.codes import CODES
from salesperf.core.errors import Issue, Severity, Where
from salesperf.core.period import Grain
from salesperf.core.text import Lang, Text, same
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Compare, Request
from salesperf.report.model import Column, Meta, Records, Report
from salesperf.sources.loaded import Account, Loaded
from salesperf.tables.bundle import Bundle

RECORDS = Records((Column("orders", same("orders")),), ((3,), (None,)))
REPORT = Report("salesperf.kpi/1", Text("KPIs", "指标"), Lang.EN, (), RECORDS, meta=Meta(as_of=date(2026, 3, 31)))
CODE = CODES.keys[0]


def _loaded(*accounts: Account, issues: tuple[Issue, ...] = ()) -> Loaded:
    return Loaded(Bundle({}), issues, accounts, ())


def _manifest(tmp_path: Path, loaded: Loaded) -> dict[str, object]:
    report = with_manifest(
        REPORT,
        command="kpi",
        request={"by": ("rep",), "period": None},
        configured=configured((), Surroundings(tmp_path, {})),
        catalog=CATALOG,
        loaded=loaded,
    )
    return json.loads(manifest_bytes(report.meta.manifest))  # type: ignore[no-any-return]


def test_the_report_knows_what_people_call_the_tables(tmp_path: Path) -> None:
    told = with_manifest(
        REPORT,
        command="kpi",
        request={},
        configured=configured((), Surroundings(tmp_path, {})),
        catalog=CATALOG,
        loaded=_loaded(Account("a.csv", None, "aa", "payments", rows=1, loaded=1)),
    )

    assert told.meta.tables == {"payments": Text("payments", "回款（payments）")}


def test_it_names_inputs_without_paths_in_an_order_of_its_own(tmp_path: Path) -> None:
    b = Account("b.csv", None, "bb", "orders", rows=5, loaded=3, quarantined=2)
    a = Account("a.xlsx", "Sheet1", "aa", "orders", rows=4, loaded=3, dropped={"total": 1})
    fault = Issue(CODE, Severity.ERROR, "no date", Where("b.csv", row=3), count=2)

    forward, backward = (
        _manifest(tmp_path, _loaded(a, b, issues=(fault,))),
        _manifest(tmp_path, _loaded(b, a, issues=(fault,))),
    )

    assert forward == backward
    assert forward["inputs"] == [
        {
            "file": "a.xlsx",
            "sheet": "Sheet1",
            "sha256": "aa",
            "table": "orders",
            "rows": 4,
            "loaded": 3,
            "quarantined": 0,
            "superseded": 0,
            "dropped": {"total": 1},
        },
        {
            "file": "b.csv",
            "sha256": "bb",
            "table": "orders",
            "rows": 5,
            "loaded": 3,
            "quarantined": 2,
            "quarantined_cells_by_code": {CODE: 2},
            "superseded": 0,
        },
    ]
    assert str(tmp_path) not in json.dumps(forward)


def test_it_says_what_was_asked_and_when_it_was_seen_from(tmp_path: Path) -> None:
    found = _manifest(tmp_path, _loaded())

    assert found["command"] == "kpi"
    assert found["request"] == {"by": ["rep"]}
    assert found["as_of"] == "2026-03-31"
    assert set(found["versions"]) == {"salesperf", "python", "narwhals", "polars"}  # type: ignore[call-overload]


def test_the_result_digest_depends_on_values_and_keys_only() -> None:
    same_rows = Records((Column("orders", Text("other words", "别的")),), ((3,), (None,)))
    other_rows = Records(RECORDS.columns, ((4,), (None,)))

    assert records_sha256(RECORDS) == records_sha256(same_rows)
    assert records_sha256(RECORDS) != records_sha256(other_rows)


def test_the_definitions_digest_changes_with_a_meaning_and_not_with_a_label() -> None:
    first, *rest = CATALOG
    renamed = replace(first, label=Text("X", "某"))
    refiltered = replace(first, where=("region=East",))

    assert definitions_sha256(CATALOG) == definitions_sha256([renamed, *rest])
    assert definitions_sha256(CATALOG) != definitions_sha256([refiltered, *rest])


def test_values_become_what_json_has() -> None:
    request = Request(grain=Grain.MONTH, compare=(Compare.YOY,), as_of=date(2026, 1, 31))

    assert plain({"d": Decimal("1.50"), "g": request.grain, "c": request.compare, "a": request.as_of, "n": None}) == {
        "d": "1.50",
        "g": "month",
        "c": ["yoy"],
        "a": "2026-01-31",
    }
