from __future__ import annotations

import csv
import re
import tomllib
from typing import Any

import pytest

HALVES = ("2023H2", "2024H1", "2024H2", "2025H1", "2025H2", "2026H1")


def test_the_folder_holds_these_files(acme_exports: Any) -> None:
    assert {path.name for path in acme_exports.folder.iterdir()} == {
        *(f"orders_{half}.csv" for half in HALVES),
        *("deals.csv", "customers.csv", "products.csv", "people.csv", "salesperf.toml", "README.md"),
        *(
            "invoices.csv",
            "payments.csv",
            "leads.csv",
            "actions.csv",
            "activities.csv",
            "surveys.csv",
            "costs.csv",
            "market.csv",
        ),
        "targets.csv",
        "plans",
    }


@pytest.mark.parametrize("half", HALVES)
def test_each_half_years_orders_are_in_the_file_of_that_half_year(acme_exports: Any, half: str) -> None:
    with (acme_exports.folder / f"orders_{half}.csv").open(encoding="utf-8", newline="") as file:
        days = {row["Order Date"] for row in csv.DictReader(file)}

    months = {"1": "01-06", "2": "07-12"}[half[-1]].split("-")
    assert all(day[:4] == half[:4] and months[0] <= day[5:7] <= months[1] for day in days)


def test_lines_are_numbered_within_their_order(acme_exports: Any) -> None:
    for half in HALVES:
        with (acme_exports.folder / f"orders_{half}.csv").open(encoding="utf-8", newline="") as file:
            lines = [(row["Order No"], int(row["Line No"])) for row in csv.DictReader(file)]

        assert len(set(lines)) == len(lines)
        assert all(number == 1 or (order, number - 1) in lines for order, number in lines)


def test_deals_write_the_month_first_and_cannot_be_misread(acme_exports: Any) -> None:
    days = [deal["Created Date"] for deal in acme_exports.deals]

    assert all(re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", day) for day in days)
    assert any(int(day.split("/")[1]) > 12 for day in days)


def test_a_few_web_orders_have_no_rep(acme_exports: Any) -> None:
    without = sum(line.rep == "" for line in acme_exports.lines)

    assert 0 < without / len(acme_exports.lines) < 0.02


def test_settings_name_the_company_its_language_and_currency(acme_exports: Any) -> None:
    settings = tomllib.loads((acme_exports.folder / "salesperf.toml").read_text("utf-8"))

    assert settings == {"workspace": {"name": "Acme Workshop Supply", "lang": "en", "currency": "USD"}}
