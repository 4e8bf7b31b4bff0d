"""The pages of the demo companies' reps say what `kpi` and `targets status` say of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import salesperf.api as door
from demo_pages import pages_of_reps
from people_company import section
from salesperf.app.layers import Surroundings
from salesperf.app.report import Asked, reports
from salesperf.app.workspace import Ask
from salesperf.core.errors import UsageError
from salesperf.metrics.request import Request
from section_words import rows, total

METRICS = "net_revenue,orders,receivable,overdue"


@pytest.mark.parametrize(("company", "period"), [("acme_en", "2026-06"), ("hengyuan_zh", "2025-11")])
def test_the_page_of_every_rep_agrees_with_the_other_answers(root: Path, company: str, period: str) -> None:
    folder = root / "examples" / company
    sales = door.open(folder)
    measured = {row["rep_id"]: row for row in sales.kpi_frame(metrics=METRICS, by="rep", period=period).to_dicts()}
    standings = {row[5]: row for row in sales.targets(period=period).records.rows if row[1] == "period"}

    pages = pages_of_reps(folder, period)

    compared = 0
    for page in pages:
        report, own = page.answer.report, measured[page.whom.key]
        owed, kpis, customers = (section(report, key) for key in ("receivables", "own_kpis", "top_customers"))
        debts = total(owed, "debts") if owed.blocks else {"owed": 0, "overdue": 0}
        assert (debts["owed"], debts["overdue"]) == (own["receivable"], own["overdue"])
        if kpis.blocks and customers.blocks:
            assert [row[1] for row in rows(kpis, "own_kpis")][:2] == [own["net_revenue"], own["orders"]]
            assert total(customers, "top_customers")["revenue"] == own["net_revenue"]
            compared += 1
        if page.whom.key in standings:
            goals = rows(section(report, "own_targets"), "own_net_revenue", "actual", "target", "attainment")
            assert list(goals[0]) == list(standings[page.whom.key][6:9])
    assert compared > 8


def test_money_still_owed_years_later_is_nothing_that_happened(root: Path) -> None:
    folder = root / "examples" / "acme_en"
    asked = Asked("rep", Request(period="2030-01"), each="rep")

    with pytest.raises(UsageError, match="no rep has sales or a target in 2030-01"):
        reports(Ask((str(folder),), Surroundings(folder, {})), asked)


def test_a_rep_without_target_who_sold_a_year_before_gets_a_page(root: Path) -> None:
    pages = pages_of_reps(root / "examples" / "acme_en", "2026-06")

    # Ian Birch sold in June 2025 and has left since: there is no target for him in 2026.
    assert "Ian Birch" in {page.whom.name for page in pages}
