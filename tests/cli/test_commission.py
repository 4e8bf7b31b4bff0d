from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Salesperf

PLAN = """[plan]
id = "field"
version = 2
from = 2026-01-01
currency = "USD"
period = "month"
rounding = { mode = "half_up", places = 2 }
day_count = "actual"
clawback = "current_rate"
negative_balance = "carry"
returns_reduce_attainment = true

[[component]]
name = "base"
rule = "tiered"
mode = "marginal"
tiers = [{ to = 100, rate = 0.01 }, { rate = 0.02 }]
"""


@pytest.fixture(autouse=True)
def plan(here: Path) -> None:
    (here / "field.toml").write_text(PLAN, encoding="utf-8")


def test_run_pays_by_component_and_in_total(salesperf: Salesperf) -> None:
    said = salesperf(
        "commission", "run", "orders.csv", "--plan", "field.toml", "--period", "2026-01", "--format", "json"
    )

    assert said.code == 0
    told = json.loads(said.out)
    # Mei sold 300.50 in January: 100 x 0.01 + 200.50 x 0.02 = 1 + 4.01.
    assert [(row["rep"], row["payout"]) for row in told["rows"] if row["payout"] not in {None, "0.00"}] == [
        ("Mei Lin", "5.01")
    ]
    assert told["schema"].startswith("salesperf.commission")


def test_run_for_people_shows_the_last_complete_period(salesperf: Salesperf) -> None:
    said = salesperf("commission", "run", "orders.csv", "--plan", "field.toml")

    # The files end with the last day of March: 70 x 0.01 = 0.70.
    assert said.code == 0
    assert said.out == salesperf("commission", "run", "orders.csv", "--plan", "field.toml", "--period", "2026-03").out
    assert "0.70" in next(line for line in said.out.splitlines() if "Mei Lin" in line)


def test_explain_goes_down_to_the_row(salesperf: Salesperf) -> None:
    words = ("commission", "explain", "Mei Lin", "orders.csv", "--plan", "field.toml", "--period", "2026-01")
    said = salesperf(*words, "--format", "json")

    assert said.code == 0
    rows = [row for row in json.loads(said.out)["rows"] if row.get("row") is not None]
    assert {(row["file"], row["row"]) for row in rows} == {("orders.csv", 2), ("orders.csv", 3)}


def test_explain_of_somebody_unknown_names_who_was_meant(salesperf: Salesperf) -> None:
    said = salesperf("commission", "explain", "Mei Lim", "orders.csv", "--plan", "field.toml")

    assert said.code == 2
    assert "Mei Lin" in said.err
    assert said.out == ""


def test_a_plan_that_cannot_be_read_is_told_by_its_name(salesperf: Salesperf) -> None:
    said = salesperf("commission", "run", "orders.csv", "--plan", "felt.toml")

    assert said.code == 3
    assert "felt.toml" in said.err
    assert said.out == ""


def test_a_period_before_the_plan_is_refused_in_words(salesperf: Salesperf) -> None:
    said = salesperf("commission", "run", "orders.csv", "--plan", "field.toml", "--period", "2025-12")

    assert said.code == 2
    assert "2026-01-01" in said.err


def test_the_only_plan_of_the_folder_needs_no_naming(salesperf: Salesperf, here: Path) -> None:
    (here / "plans").mkdir()
    (here / "plans" / "field.toml").write_text(PLAN, encoding="utf-8")

    said = salesperf("commission", "run", "orders.csv", "--period", "2026-01")

    assert said.code == 0
    named = salesperf("commission", "run", "orders.csv", "--period", "2026-01", "--plan", "field.toml")
    assert said.out == named.out
    assert salesperf("commission", "explain", "Mei Lin", "orders.csv", "--period", "2026-01").code == 0


def test_plans_of_the_folder_are_worked_out_together(salesperf: Salesperf, here: Path) -> None:
    (here / "plans").mkdir()
    for name, rep in (("east", "Mei Lin"), ("west", "Ivo Kranz")):
        told = PLAN.replace('"field"', f'"{name}"').replace(
            "attainment = true", f'attainment = true\nwho = {{ reps = ["{rep}"] }}'
        )
        (here / "plans" / f"{name}.toml").write_text(told, encoding="utf-8")

    said = salesperf("commission", "run", "orders.csv", "--period", "2026-02", "--format", "json")

    # February: Ivo sold 50 and took back 20: 30 x 0.01 = 0.30; Mei sold nothing.
    assert said.code == 0
    assert [(row["plan"], row["rep"], row["payout"]) for row in json.loads(said.out)["rows"]] == [
        ("east", "Mei Lin", "0"),
        ("west", "Ivo Kranz", "0.3"),
    ]


def test_two_plans_for_the_same_people_are_refused(salesperf: Salesperf, here: Path) -> None:
    (here / "inside.toml").write_text(PLAN.replace('"field"', '"inside"'), encoding="utf-8")

    said = salesperf("commission", "run", "orders.csv", "--plan", "field.toml", "--plan", "inside.toml")

    assert said.code == 4
    assert all(word in said.err for word in ("field v2", "inside v2", "Mei Lin"))
    assert said.out == ""


def test_neither_order_nor_files_change_a_byte(salesperf: Salesperf, here: Path) -> None:
    # 120 lines of twelve months with returns, in one file, shuffled, and in a file a month.
    header = "Order ID,Order Date,Sales Rep,Region,Amount,Original Order\n"
    lines = [
        f"{at},2026-{at % 12 + 1:02}-{at % 27 + 1:02},{'Ann' if at % 3 else 'Ben'},East,{at * 7.35:.2f},\n"
        for at in range(1, 111)
    ]
    lines += [
        f"R{at},2026-{at % 12 + 2:02}-28,{'Ann' if at % 3 else 'Ben'},East,-{at:.2f},{at}\n" for at in range(1, 11)
    ]
    (here / "as_paid.toml").write_text(PLAN.replace("current_rate", "as_paid"), encoding="utf-8")
    shuffled = sorted(lines, key=lambda line: line[::-1])
    for folder, parts in (
        ("one", {"all": lines}),
        ("shuffled", {"all": shuffled}),
        ("monthly", {f"m{month:02}": [one for one in shuffled if f"2026-{month:02}" in one] for month in range(1, 13)}),
    ):
        (here / folder).mkdir()
        for name, rows in parts.items():
            (here / folder / f"{name}.csv").write_text(header + "".join(rows), encoding="utf-8")
    # Reasons name the file and row of what came back, which is where they differ.
    columns = "plan,period,rep,rep_id,component,kind,credited,target,attainment,payout,currency"
    words = ("--plan", "as_paid.toml", "--period", "2026", "--format", "csv", "--columns", columns, "--quiet")

    one, shuffled_too, monthly = (
        salesperf("commission", "run", folder, *words) for folder in ("one", "shuffled", "monthly")
    )

    assert one.code == 0
    assert "clawback" in one.out
    assert one.out == shuffled_too.out == monthly.out


@pytest.mark.parametrize(
    "asked",
    [
        ("run", "-o", "pay.csv"),
        ("explain", "Mei Lin", "-o", "pay.csv"),
        ("statement", "--rep", "Mei Lin", "-o", "pay.xlsx"),
        ("statement", "--each", "rep", "-o", "pay"),
        ("statement", "--company", "-o", "pay.xlsx"),
        ("export", "--to", "payroll", "-o", "pay.csv"),
        ("simulate", "-o", "pay.csv"),
    ],
)
def test_what_people_are_paid_is_for_the_owner_of_the_file_alone(
    salesperf: Salesperf, here: Path, asked: tuple[str, ...]
) -> None:
    command, *rest = asked
    rep = [rest.pop(0)] if command == "explain" else []

    said = salesperf("commission", command, *rep, "orders.csv", "--plan", "field.toml", "--period", "2026-01", *rest)

    assert said.code == 0, said.err
    written = [path for path in here.rglob("*") if path.is_file() and "pay" in path.relative_to(here).parts[0]]
    assert written
    assert {stat.S_IMODE(path.stat().st_mode) for path in written} == {0o600}
