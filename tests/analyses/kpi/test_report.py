from __future__ import annotations

import string
from collections.abc import Callable
from datetime import date

from salesperf.analyses.kpi import phrases
from salesperf.core.period import Grain
from salesperf.core.text import Text
from salesperf.metrics.request import Request
from salesperf.report.model import Report

Ask = Callable[..., Report]


def test_a_report_says_what_it_is_about(reported: Ask) -> None:
    report = reported(Request(by=("rep", "customer"), period="2026-01"))

    assert report.schema == "salesperf.kpi/1"
    assert report.title.en == "Sales performance by rep, customer"
    assert report.title.zh == "销售业绩（按销售员、客户）"
    assert report.subtitle is not None
    assert report.subtitle.en == "January 2026; basis: orders"


def test_a_report_of_everything_names_its_first_and_last_day(reported: Ask) -> None:
    report = reported(Request())

    assert report.title.en == "Sales performance"
    assert report.subtitle is not None
    assert report.subtitle.en == "Feb 3, 2025 – Feb 6, 2026; basis: orders"
    assert report.meta.span == (date(2025, 2, 3), date(2026, 2, 6))
    assert (report.meta.as_of, report.meta.currency) == (date(2026, 2, 6), "EUR")


def test_people_and_machines_are_told_the_same_numbers(reported: Ask) -> None:
    report = reported(Request(metrics=("net_revenue", "orders"), by=("rep",), grain=Grain.MONTH))

    drawn = [tuple(getattr(cell, "value", None) for cell in row.cells[2:]) for row in report.blocks[0].rows]
    assert drawn == [row[3:] for row in report.records.rows]


def places(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


def test_both_languages_fill_in_the_same_values() -> None:
    said = {name: value for name, value in vars(phrases).items() if isinstance(value, Text)}

    assert said
    assert {name for name, text in said.items() if places(text.en) != places(text.zh)} == set()
