"""Rows that would be two targets for one cell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from salesperf.sources.rows.raw import RawTable
from salesperf.sources.targets.roles import Roles, roles_of
from salesperf.sources.targets.two_for_one import free_names, leaves_two, tells_apart

RawOf = Callable[..., RawTable]


def _roles(raw: RawTable) -> Roles:
    return roles_of(raw.header, names={}, told={}, numeric=[name for name in raw.header if "Q" in name], years=[])


@pytest.mark.parametrize(
    ("text", "is_twice", "is_apart"),
    [
        ("Hunter,Month,Quota\nAnn,2024-01,5\nBob,2024-01,6\n", True, True),
        ("Hunter,Month,Quota\nAnn,2024-01,5\nAnn,2024-02,6\n", False, True),
        ("Hunter,Month,Quota\nAnn,2024-01,5\nAnn,2024-01,6\n", True, False),
        ("Hunter,Q1 Quota,Q2 Quota\nAnn,5,5\nBob,6,6\n", True, True),
        ("Hunter,Q1 Quota,Q2 Quota\nAnn,5,5\n,,\n", False, True),
    ],
)
def test_rows_are_told_apart_by_who_what_and_when(text: str, is_twice: object, is_apart: object, raw_of: RawOf) -> None:
    raw = raw_of(text)

    assert (leaves_two(raw, _roles(raw)), tells_apart(raw, _roles(raw), "Hunter")) == (is_twice, is_apart)


def test_remarks_hands_and_numbers_are_no_names(raw_of: RawOf) -> None:
    raw = raw_of(
        "Month,Quota,Hunter,Remark,Approved by,Code,Why\n"
        "2024-01,5,Ann,new,Bob,12,because the board decided in May to raise it by ten per cent\n"
    )

    assert list(free_names(raw, _roles(raw))) == ["Hunter"]
