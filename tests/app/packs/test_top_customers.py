from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from people_company import section, told, write_company
from section_words import rows, total


def test_a_rep_sees_his_customers_with_growth_on_last_year(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "rep", rep="Ann Ashby"), "top_customers")

    # In March 2025 Hazel bought for 100 and Ivory for 60, now Birch for 150 and Cedar for 50.
    assert rows(found, "top_customers", "customer", "revenue", "share", "last_order", "days_since") == [
        ("Birch", 150, 0.75, date(2026, 3, 3), 28),
        ("Cedar", 50, 0.25, date(2026, 3, 4), 27),
    ]
    assert total(found, "top_customers")["growth"] == pytest.approx(200 / 160 - 1)


def test_who_bought_a_year_before_and_not_now_counts_for_the_whole_alone(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "rep", rep="Ann Ashby"), "top_customers")

    assert "Ivory" not in {row[0] for row in rows(found, "top_customers")}


def test_the_meeting_sees_who_goes_quiet(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "meeting"), "quiet_customers")

    # Alder ordered every 10 days in January.
    assert rows(found, "quiet_customers") == [("Alder", "Ann Ashby", date(2026, 1, 25), 65, 10.0, 10, 3, 30)]
