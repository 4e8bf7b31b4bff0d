"""Shares and groups that lose theirs, worked by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from salesperf.analyses.kpi.compute import Result
from salesperf.analyses.kpi.shares import lagging, shares_of
from salesperf.core.period import Grain
from salesperf.metrics.request import Compare, Request
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

HEAD = "order_id,order_date,product_id,amount\n"
YEARS = {"Drill": (400, 300), "Saw": (300, 450), "Glue": (300, 350)}
"""What each product brought in January 2025 and 2026: 1,000 and 1,100, ten per cent more."""


def sold(years: dict[str, tuple[float, float]]) -> Bundle:
    rows = [
        (day, name, pair[at]) for name, pair in years.items() for at, day in enumerate(("2025-01-05", "2026-01-05"))
    ]
    lines = "".join(f"{number},{day},{name},{amount}\n" for number, (day, name, amount) in enumerate(rows, start=1))
    # January is whole on both sides.
    return bundle_of([("orders", f"{HEAD}90,2025-01-01,Tape,0.00\n{lines}91,2026-02-02,Tape,0.00\n")])


def ask(**more: Any) -> Request:
    return Request(**{"metrics": ("net_revenue",), "by": ("product",), "period": "2026-01", **more})


@pytest.fixture
def lags(answered: Callable[..., Result]) -> Callable[..., list[str]]:
    """The words of the note on groups that lag."""

    def told(years: dict[str, tuple[float, float]], **more: Any) -> list[str]:
        return [note.text.en for note in lagging(answered(ask(**more), sold(years)))]

    return told


def test_the_shares_of_groups_come_to_one(answered: Callable[..., Result]) -> None:
    result = answered(ask(), sold(YEARS))
    shares = shares_of(result)

    assert shares is not None
    found = {entry.group[0]: shares.cell(entry).value for entry in result.entries}
    assert found == {
        "Saw": pytest.approx(450 / 1100),
        "Glue": pytest.approx(350 / 1100),
        "Drill": pytest.approx(300 / 1100),
        "Tape": 0,
    }
    assert shares.whole().value == 1.0


def test_a_share_is_of_its_own_period(answered: Callable[..., Result]) -> None:
    result = answered(ask(period=None, grain=Grain.YEAR), sold(YEARS))
    shares = shares_of(result)

    assert shares is not None
    found = {(entry.period.key, entry.group[0]): shares.cell(entry).value for entry in result.entries}
    assert found["2025", "Drill"] == pytest.approx(0.4)
    assert found["2026", "Drill"] == pytest.approx(300 / 1100)


def test_the_first_result_that_adds_up_over_groups_has_shares(answered: Callable[..., Result]) -> None:
    of = sold(YEARS)

    assert shares_of(answered(ask(metrics=("orders", "return_rate")), of)) is None, "an order may be of two products"
    assert shares_of(answered(ask(by=()), of)) is None
    second = shares_of(answered(ask(metrics=("orders", "gross_revenue", "net_revenue")), of))
    assert second is not None
    assert second.key == "gross_revenue_share"


def test_no_share_of_nothing(answered: Callable[..., Result]) -> None:
    result = answered(ask(), sold({"Drill": (10, 5), "Saw": (10, -5)}))
    shares = shares_of(result)

    assert shares is not None
    assert [shares.cell(entry).value for entry in result.entries][:2] == [None, None]
    assert shares.whole().value is None


def test_who_grows_far_less_than_all_and_loses_share_is_named_with_the_sum(lags: Callable[..., list[str]]) -> None:
    """Drills had 40 % and have 27.3 %; with ten per cent more they would have brought 440, 140 more."""
    assert lags(YEARS) == [
        (
            "1 group lost share of net revenue and grew far less than all (+10.0% on the year before): "
            "Drill (-25.0%, 40.0% → 27.3%); growing like all would have brought 140.00 more"
        )
    ]


def test_against_the_period_before_where_no_year_is_asked_for(lags: Callable[..., list[str]]) -> None:
    assert lags(YEARS, compare=(Compare.PREV,)) == [], "December brought nothing"


@pytest.mark.parametrize(
    "years",
    [
        {"Drill": (400, 440), "Saw": (600, 660)},
        {"Drill": (400, 405), "Saw": (600, 650)},
        {"Drill": (2, 1), "Saw": (998, 1099)},
        {"Saw": (600, 300)},
    ],
    ids=["alike", "a little less", "too small to matter", "alone"],
)
def test_what_lags_little_or_is_little_is_not_named(lags: Callable[..., list[str]], years: dict[str, Any]) -> None:
    assert lags(years) == []


def test_shares_stand_in_the_table_and_in_the_records(reported: Callable[..., Any]) -> None:
    report = reported(ask(), sold(YEARS))

    keys = [column.key for column in report.records.columns]
    at = keys.index("net_revenue_share")
    assert report.records.rows[0][at] == pytest.approx(450 / 1100)
    labels = [column.label.zh for column in report.blocks[0].columns]
    assert labels.index("占比") == labels.index("同比") + 1
    assert report.blocks[0].total.cells[labels.index("占比")].value == 1.0
    assert [note.key for note in report.notes].count("lagging") == 1
