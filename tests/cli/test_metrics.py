from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.catalog.of_targets import OF_TARGETS

if TYPE_CHECKING:
    from conftest import Salesperf


def test_every_metric_is_listed_in_both_languages(salesperf: Salesperf) -> None:
    en = list(csv.DictReader(io.StringIO(salesperf("metrics", "list", "--format", "csv").out)))
    zh = list(csv.DictReader(io.StringIO(salesperf("metrics", "list", "--format", "csv", "--lang", "zh").out)))

    assert [row["metric"] for row in en] == [*CATALOG.keys, *OF_TARGETS.keys]
    assert [row["label"] for row in zh] == [
        *(metric.label.zh for metric in CATALOG),
        *(one.label.zh for one in OF_TARGETS),
    ]


def test_a_metric_shows_its_formula_and_worked_example(salesperf: Salesperf) -> None:
    page = salesperf("metrics", "show", "aov").out

    assert "net_revenue / orders" in page
    assert "example" in page


def test_a_metric_of_the_company_is_listed_too(salesperf: Salesperf, here: Path) -> None:
    (here / "salesperf.toml").write_text(
        '[metrics.custom.east_share]\nlabel = "East share"\nnumerator = "net_revenue"\n'
        'denominator = "orders"\nwhere = ["region=East"]\n',
        encoding="utf-8",
    )

    assert "east_share" in salesperf("metrics", "list").out
    assert "region=East" in salesperf("metrics", "show", "east_share").out


def test_an_unknown_metric_suggests(salesperf: Salesperf) -> None:
    said = salesperf("metrics", "show", "aoov")

    assert said.code == 2
    assert "did you mean 'aov'" in said.err


def test_a_metric_is_shown_by_its_printed_name(salesperf: Salesperf) -> None:
    assert salesperf("metrics", "show", "退货率", "--lang", "zh").out == (
        salesperf("metrics", "show", "return_rate", "--lang", "zh").out
    )


def test_the_list_is_in_words_on_the_page_and_in_codes_for_programs(salesperf: Salesperf) -> None:
    page = salesperf("metrics", "list", "--lang", "zh").out
    record = salesperf("metrics", "list", "--lang", "zh", "--format", "csv").out

    assert "退货率" in page
    assert "比率" in page
    assert not re.search(r"\bratio\b", page), "but in keys"
    assert ",ratio," in record


def test_what_is_measured_against_targets_says_which_command_shows_it(salesperf: Salesperf) -> None:
    page = salesperf("metrics", "show", "required_run_rate").out
    asked = salesperf("kpi", "orders.csv", "--metrics", "attainment")

    assert "salesperf targets status" in page
    assert "(target - actual) / remaining workdays" in page
    assert asked.code == 2
    assert "salesperf targets status" in asked.err
