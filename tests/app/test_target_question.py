from __future__ import annotations

from pathlib import Path

from salesperf.app.target_question import question_of
from salesperf.app.workspace import Ask, Surroundings, read, workspace
from salesperf.metrics.request import Request


def test_a_question_has_the_tables_and_the_settings(tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text("Order ID,Order Date,Amount\n1,2026-01-05,10\n", encoding="utf-8")
    (tmp_path / "salesperf.toml").write_text("[workspace]\nfiscal_year_start = 4\n", encoding="utf-8")
    opened = read(workspace(Ask(inputs=(str(tmp_path / "orders.csv"),), surroundings=Surroundings(tmp_path, {}))))

    question = question_of(opened, Request(metrics=("净销售额",)), {})

    assert question.calendar.first_month == 4
    assert "orders" in question.bundle
    assert question.facts == {}
