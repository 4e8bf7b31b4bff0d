from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesperf.app.deliver import Delivery, deliver
from salesperf.app.layers import Surroundings
from salesperf.app.targets import cascade, status
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.errors import DataError
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import parse_period
from salesperf.metrics.request import Request

Asking = Callable[..., Ask]


def test_targets_are_measured_with_the_settings_and_findings_have_places(folder: Path, ask: Asking) -> None:
    (folder / "targets.csv").write_text(
        "Sales Rep,Month,Target\nMei Lin,2026-03,100\nMay Lin,2026-03,9\n", encoding="utf-8"
    )

    answer = status(ask("orders.csv", "targets.csv"), Request())

    (stranger,) = [finding for finding in answer.findings if finding.code == "F571"]
    assert "'May Lin'" in stranger.message
    assert [row[4] for row in answer.report.records.rows if row[1] == "period"] == ["company", "Mei Lin", "May Lin"]


def test_the_section_of_the_project_file_sets_the_lights(folder: Path, ask: Asking) -> None:
    (folder / "targets.csv").write_text("Sales Rep,Month,Target\nMei Lin,2026-03,100\n", encoding="utf-8")
    (folder / "salesperf.toml").write_text("[targets]\ngreen = 0.7\nyellow = 0.5\n", encoding="utf-8")

    answer = status(ask("orders.csv", "targets.csv"), Request())

    assert {row[15] for row in answer.report.records.rows if row[1] == "period"} == {"green"}


def test_standings_say_what_targets_were_scaled_by_and_where_nothing_says_it(folder: Path, ask: Asking) -> None:
    (folder / "2026目标.csv").write_text("姓名,1月(万元),2月(万元)\nMei Lin,1,2\n", encoding="utf-8")
    scaled = [note.text.zh for note in status(ask("orders.csv", "2026目标.csv"), Request()).report.notes]
    (folder / "2026 quota.csv").write_text("Rep,Jan,Feb\nMei Lin,100,20.5\n", encoding="utf-8")
    plain = {note.key: note for note in status(ask("orders.csv", "2026 quota.csv"), Request()).report.notes}

    assert "2026目标.csv 中的目标以万元为单位，已换算" in scaled
    assert "2 targets of net_revenue taken as plain money, 120.5 in all" in plain["R611"].text.en
    assert not plain["R611"].warning


def test_without_targets_the_files_that_were_not_read_are_named(ask: Asking) -> None:
    with pytest.raises(DataError) as stopped:
        status(ask("."), Request())

    assert [one.where.file for one in stopped.value.issues] == ["bad.csv"]


_NAMES = st.text(st.sampled_from("ABab19 张李华-."), min_size=1, max_size=6).map(lambda text: f"N{text}".strip())


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=st.lists(st.tuples(_NAMES, st.sampled_from(["East", "西区", "T 1"])), min_size=1, max_size=5),
    cents=st.integers(1, 10**11),
    period=st.sampled_from([("2026", "month"), ("2026", "quarter"), ("2026-02", "week"), ("2026-01", "day")]),
    suffix=st.sampled_from(["csv", "xlsx"]),
)
def test_a_target_sheet_that_was_written_is_read_back_the_same(
    folder: Path, people: list[tuple[str, str]], cents: int, period: tuple[str, str], suffix: str
) -> None:
    rows = "".join(f'0{at},"{name}",{team}\n' for at, (name, team) in enumerate(people))
    (folder / "people.csv").write_text(f"Employee ID,Employee Name,Team\n{rows}", encoding="utf-8")
    section = {
        "target": Decimal(cents) / 100,
        "period": period[0],
        "grain": period[1],
        "unit": "0.01",
        "weights": "equal",
    }
    flags = {("targets", "cascade", key): value for key, value in section.items()}
    flags |= {("targets", "cascade", "people", f"0{at}"): {} for at in range(len(people))}
    files = (str(folder / "orders.csv"), str(folder / "people.csv"))
    made = cascade(Ask(files, Surroundings(folder, {}), flags=flags), Request()).report
    sheet = folder / f"plan.{suffix}"

    deliver(made, Delivery(file=sheet, overwrite=True))

    table = read(workspace(Ask((str(sheet),), Surroundings(folder, {})))).loaded.bundle.tables["targets"].frame
    calendar, day = Calendar(), date(2026, 1, 1)
    got = [
        (*row[:3], parse_period(row[3], calendar=calendar, as_of=day).start, row[4])
        for row in table.select("scope", "scope_id", "metric", "period", "amount").rows()
    ]
    written = [
        (row[0], row[1], row[3], parse_period(str(row[4]), calendar=calendar, as_of=day).start, row[5])
        for row in made.records.rows
    ]
    assert got == written
