"""One sheet read to its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

ReadSheet = Callable[..., Any]


def test_keys_name_scope_id_metric_and_period(targets_of: ReadSheet) -> None:
    read = targets_of("Team,Rep,Revenue target Q1,Revenue target Q2\nN,Ann,1,2\nN,,3,4\n")

    assert read.keys == (
        ("rep", "Ann", "net_revenue", "2024-Q1"),
        ("rep", "Ann", "net_revenue", "2024-Q2"),
        ("team", "N", "net_revenue", "2024-Q1"),
        ("team", "N", "net_revenue", "2024-Q2"),
    )


def test_periods_of_another_year_than_the_settings_are_ranges(targets_of: ReadSheet) -> None:
    text = "Targets for the year to 30 June 2018,,\nRep,H1,FY\nAnn,1,-\nBob,-,4\n"

    assert [key[3] for key in targets_of(text).keys] == ["2017-H2", "2017-07..2018-06"]
    assert [key[3] for key in targets_of(text, first_month=7).keys] == ["FY2018-H1", "FY2018"]


def test_a_row_is_set_aside_whole(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Jan,Feb\nAnn,1,?\nBob,2,3\n")

    assert read.bad_rows == {0}
    assert [target.amount for target in read.targets] == [2, 3]
