"""The figures of a pack are those of the questions it joins, on both sample companies."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.app import run, targets
from salesperf.app.layers import Surroundings
from salesperf.app.report import Asked, report
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request
from salesperf.render.formats import FORMATS, draw
from salesperf.report.model import Records, Report

COMPANIES = (("acme_en", "2026-06", "rep"), ("hengyuan_zh", "2025-12", "rep"))
TILES = ("net_revenue", "gross_margin", "orders", "new_customers", "retention_rate", "collection_rate")


def _ask(root: Path, company: str) -> Ask:
    return Ask((str(root / "examples" / company),), Surroundings(root, {}), manifest=False)


def _found(records: Records, **wanted: str) -> list[dict[str, object]]:
    keys = [column.key for column in records.columns]
    rows = (dict(zip(keys, row, strict=True)) for row in records.rows)
    return [row for row in rows if all(row[key] == value for key, value in wanted.items())]


@pytest.fixture(scope="module", params=COMPANIES, ids=lambda company: company[0])
def pack(request: pytest.FixtureRequest) -> tuple[Ask, str, Report]:
    """The executive pack of a sample company, with its period and how to ask of the same files."""
    company, period, _ = request.param
    ask = _ask(request.config.rootpath, company)
    return ask, period, report(ask, Asked("executive", Request(period=period))).report


def test_tiles_are_those_of_kpi(pack: tuple[Ask, str, Report]) -> None:
    ask, period, found = pack
    kpi = run.kpi(ask, Request(metrics=TILES, period=period)).report.records

    known = dict(zip([column.key for column in kpi.columns], kpi.rows[0], strict=True))
    for row in _found(found.records, section="headline", table="tiles", metric="value"):
        expected = known[str(row["row"])]
        assert isinstance(expected, Decimal | float | int)
        assert row["value"] == pytest.approx(expected if isinstance(expected, Decimal) else Decimal(repr(expected)))


def test_the_board_is_that_of_targets_status(pack: tuple[Ask, str, Report]) -> None:
    ask, period, found = pack
    status = targets.status(ask, Request(metrics=("net_revenue",), period=period)).report.records

    expected = [(row["actual"], row["target"]) for row in _found(status, horizon="period")]
    rows = _found(found.records, section="targets", table="net_revenue_period")
    actual = [row["value"] for row in rows if row["metric"] == "actual"]
    target = [row["value"] for row in rows if row["metric"] == "target"]
    assert list(zip(actual, target, strict=True)) == expected
    assert len(expected) > 10


def test_every_bridge_leads_from_its_base_to_now_without_a_rest(pack: tuple[Ask, str, Report]) -> None:
    _, _, found = pack

    for section in found.sections:
        if section.key.startswith("bridge"):
            amounts = [row.cells[-1].value for row in section.blocks[0].rows]  # type: ignore[union-attr]
            assert sum(amounts[:-1], Decimal(0)) == amounts[-1]


def test_rows_of_a_breakdown_make_up_its_total(pack: tuple[Ask, str, Report]) -> None:
    _, _, found = pack

    for key in ("by_region", "by_category"):
        rows = _found(found.records, table=key, metric="net_revenue")
        parts = [row["value"] for row in rows if row["row"] != "total"]
        assert sum(parts, Decimal(0)) == next(row["value"] for row in rows if row["row"] == "total")


def test_every_format_draws_the_pack(pack: tuple[Ask, str, Report]) -> None:
    _, _, found = pack
    drawn = {one.key: draw(found, format=one.key) for one in FORMATS if one.key != "pdf"}

    tile = _found(found.records, table="tiles", row="orders", metric="value")[0]
    assert isinstance(tile["value"], Decimal)
    for key in ("table", "json", "jsonl", "csv", "tsv", "md", "html"):
        assert str(tile["value"]).encode() in drawn[key]
