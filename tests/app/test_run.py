from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from salesperf.app import run
from salesperf.core.codes import CODES
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.report.model import Report

if TYPE_CHECKING:
    from conftest import Asking


def _records(report: Report) -> list[dict[str, object]]:
    keys = [column.key for column in report.records.columns]
    return [dict(zip(keys, row, strict=True)) for row in report.records.rows]


def test_kpi_measures_and_accounts(ask: Asking) -> None:
    answer = run.kpi(ask("orders.csv"), Request(metrics=("net_revenue", "returned_amount", "orders")))

    (row,) = _records(answer.report)
    assert (row["net_revenue"], row["returned_amount"], row["orders"]) == (Decimal("400.5"), Decimal(20), 4)
    assert [(account.file, account.rows, account.loaded) for account in answer.accounts] == [("orders.csv", 5, 5)]
    assert answer.report.meta.manifest["command"] == "kpi"


def test_a_custom_metric_of_the_project_is_measured(folder: Path, ask: Asking) -> None:
    (folder / "salesperf.toml").write_text(
        '[metrics.custom.east]\nlabel = "East"\nunit = "money"\nexpression = "net_revenue"\nwhere = ["region=East"]\n',
        encoding="utf-8",
    )

    (row,) = _records(run.kpi(ask("orders.csv"), Request(metrics=("east",))).report)

    assert row["east"] == Decimal("370.5")


def test_the_fiscal_year_of_the_workspace_is_used(folder: Path, ask: Asking) -> None:
    (folder / "salesperf.toml").write_text("[workspace]\nfiscal_year_start = 2\n", encoding="utf-8")

    report = run.kpi(ask("orders.csv"), Request(metrics=("net_revenue",), period="2027")).report

    (row,) = _records(report)
    assert row["net_revenue"] == 100


def test_findings_told_as_notes_are_findings_of_kpi(folder: Path, ask: Asking) -> None:
    (folder / "orders.csv").write_text(
        "Order ID,Order Date,Customer,Amount,Status\n1,2026-01-05,Ann,10,completed\n2,2026-01-06,Bob,20,mystery\n",
        encoding="utf-8",
    )

    answer = run.kpi(ask("orders.csv"), Request(metrics=("net_revenue",)))

    assert {finding.code for finding in answer.findings} <= set(CODES.keys)
    assert any("mystery" in finding.message for finding in answer.findings)


def test_faults_of_a_target_sheet_are_told_and_stop_no_sales(folder: Path, ask: Asking) -> None:
    (folder / "sales quota 2025.csv").write_text("Rep,Q1,Q2\nAnn,1,x\nBo,3,4\n", encoding="utf-8")

    answer = run.kpi(ask("orders.csv", "sales quota 2025.csv"), Request(metrics=("net_revenue",)))

    assert [finding.code for finding in answer.findings if finding.where.file == "sales quota 2025.csv"] == [
        "R301",
        "R611",
    ]
    (note,) = [note for note in answer.report.notes if note.key == "targets"]
    assert note.text.en == "2 targets in sales quota 2025.csv: salesperf targets status measures against them"


SHOPS = {
    "cost by the products": (
        "Order ID,Date,Customer,Rep,Product ID,Quantity,List Amount,Amount,Status\n"
        "1,2026-01-05,Ann,Mei,P1,2,110,100,completed\n2,2026-02-06,Bob,Ivo,P2,1,50,50,completed\n"
        "3,2026-02-07,Ann,Mei,P1,-1,55,-50,returned\n"
    ),
    "discount and line cost": (
        "Order ID,Date,Customer,Rep,Product ID,Quantity,Unit Price,Discount,Total Cost\n"
        "1,2026-01-05,Ann,Mei,P1,2,55,10,60\n2,2026-02-06,Bob,Ivo,P2,1,50,0,20\n"
    ),
    "total and tax": (
        "Order ID,Date,Customer,Rep,Product ID,Quantity,Total,Tax\n"
        "1,2026-01-05,Ann,Mei,P1,2,113,13\n2,2026-02-06,Bob,Ivo,P2,1,56.5,6.5\n"
    ),
}


@pytest.mark.parametrize("orders", SHOPS.values(), ids=SHOPS)
def test_a_metric_asked_for_alone_is_what_it_is_among_all(folder: Path, ask: Asking, orders: str) -> None:
    (folder / "shop").mkdir()
    (folder / "shop" / "orders.csv").write_text(orders, encoding="utf-8")
    (folder / "shop" / "products.csv").write_text(
        "Product ID,Product Name,Unit Cost\nP1,Pipe,30\nP2,Tap,20\n", encoding="utf-8"
    )
    (every,) = _records(run.kpi(ask("shop"), Request()).report)
    keys = [metric.key for metric in CATALOG if metric.key in every]

    alone = {key: _records(run.kpi(ask("shop"), Request(metrics=(key,))).report)[0][key] for key in keys}

    assert len(keys) > 15
    assert alone == {key: every[key] for key in keys}
