from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from salesperf.app import explained, run
from salesperf.app.manifest import manifest_bytes
from salesperf.app.report import Asked, report
from salesperf.app.rerun import comparison, run_again
from salesperf.core.errors import UsageError
from salesperf.core.period import Grain
from salesperf.core.text import Lang
from salesperf.metrics.request import Compare, Request

if TYPE_CHECKING:
    from conftest import Asking

REQUEST = Request(
    metrics=("net_revenue",),
    by=("rep",),
    grain=Grain.MONTH,
    where=("region=East",),
    compare=(Compare.PREV,),
)


def test_the_whole_question_is_recorded_and_asked_again(folder: Path, ask: Asking) -> None:
    first = run.kpi(ask("orders.csv"), REQUEST)
    (folder / "run.json").write_bytes(manifest_bytes(first.report.meta.manifest))

    again = run_again(ask("orders.csv"), folder / "run.json")

    assert again.is_same
    assert again.answer.report.schema == "salesperf.rerun/1"


def test_an_explanation_is_asked_again_too(folder: Path, ask: Asking) -> None:
    first = explained.explain(ask("orders.csv"), "orders", Request(period="2026-01"))
    (folder / "run.json").write_bytes(manifest_bytes(first.report.meta.manifest))

    assert run_again(ask("orders.csv"), folder / "run.json").is_same


def test_a_report_pack_is_asked_again_too(folder: Path, ask: Asking) -> None:
    first = report(ask("orders.csv"), Asked("executive", Request(period="2026-03"), rep="Mei Lin"))
    (folder / "run.json").write_bytes(manifest_bytes(first.report.meta.manifest))

    assert run_again(ask("orders.csv"), folder / "run.json").is_same


def test_every_difference_is_named() -> None:
    before = {"as_of": "2026-01-31", "inputs": [{"file": "a.csv", "rows": 3}], "versions": {"salesperf": "0.1.0"}}
    after = {"as_of": "2026-02-28", "inputs": [{"file": "b.csv", "rows": 3}], "versions": {"salesperf": "0.2.0"}}

    report, is_same = comparison(before, after, lang=Lang.EN)

    assert not is_same
    assert [(row[0], row[3]) for row in report.records.rows] == [
        ("as_of", "✗ differs"),
        ("a.csv", "✗ differs"),
        ("versions.salesperf", "✗ differs"),
        ("b.csv", "✗ differs"),
    ]


def test_digests_are_cut_for_the_eye() -> None:
    report, _ = comparison({"config_sha256": "a" * 64}, {"config_sha256": "a" * 64}, lang=Lang.EN)

    assert report.records.rows[0][1] == "aaaaaaaaaaaa…"


def test_a_manifest_that_was_tampered_with_is_refused(folder: Path, ask: Asking) -> None:
    request = {"compare": ["yyo"]}
    content = {"schema": "salesperf.manifest/1", "command": "kpi", "request": request}
    (folder / "run.json").write_text(json.dumps(content), encoding="utf-8")

    with pytest.raises(UsageError, match="yyo"):
        run_again(ask("orders.csv"), folder / "run.json")


@pytest.mark.parametrize("content", ["", "[]", "{}", json.dumps({"meta": {"manifest": {}}})])
def test_what_is_no_manifest_is_refused(content: str, folder: Path, ask: Asking) -> None:
    (folder / "run.json").write_text(content, encoding="utf-8")

    with pytest.raises(UsageError, match=r"run\.json"):
        run_again(ask("orders.csv"), folder / "run.json")
