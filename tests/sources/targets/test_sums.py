"""Targets that add up others."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ReadSheet = Callable[..., Any]


def _by_name(read: Any) -> dict[str, str]:
    return {target.whose.scope_id: target.whose.scope for target in read.targets}


def test_a_year_beside_its_months_is_checked_and_not_loaded(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Jan,Feb,Mar,Q1,Total\nAnn,1,2,3,6,6\nBob,4,5,6,15,16\n")

    assert [target.amount for target in read.targets] == [1, 2, 3, 4, 5, 6]
    assert [(one.target.column, one.agrees) for one in read.sums] == [
        ("Q1", True), ("Total", True), ("Q1", True), ("Total", False),
    ]  # fmt: skip
    assert read.sums[-1].parts == 15


def test_a_sum_without_parts_is_the_only_target_there_is(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Jan,Feb,Mar,Q1\nAnn,1,2,3,6\nBob,-,-,-,15\n")

    assert [(key[1], key[3], target.amount) for key, target in zip(read.keys, read.targets, strict=True)][-1] == (
        "Bob", "2024-Q1", Decimal(15),
    )  # fmt: skip


def test_quarters_alone_are_targets_and_their_year_a_sum(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Q1,Q2,Q3,Q4,FY2024\nAnn,1,2,3,4,10\nBob,1,1,1,1,4\n")

    assert len(read.targets) == 8
    assert all(one.agrees for one in read.sums)


def test_a_year_beside_some_of_its_months_is_a_target_unless_it_is_their_sum(targets_of: ReadSheet) -> None:
    apart = targets_of("姓名,1月,2月,3月,全年\n张三,1,2,3,24\n李四,1,1,1,3\n")
    added = targets_of("姓名,1月,2月,3月,全年\n张三,1,2,3,6\n李四,1,1,1,3\n")

    assert [key[3] for key in apart.keys].count("2024") == 2
    assert [key[3] for key in added.keys].count("2024") == 0


def test_rounding_to_the_cent_is_no_difference(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Jan,Feb,Mar,Total\nAnn,33.33,33.33,33.33,100\nBob,1,1,1,3\n")

    assert all(one.agrees for one in read.sums)


def test_a_manager_above_the_reps_is_marked_as_a_team(targets_of: ReadSheet) -> None:
    text = "Rep,Jan,Feb,Mar\nDora,7,17,20\nMax,3,7,11\nAnn,1,2,6\nBob,2,5,5\nEve,4,10,9\n"

    read = targets_of(text)

    # Max = Ann + Bob; Dora = Max + Eve.
    assert _by_name(read) == {"Dora": "team", "Max": "team", "Ann": "rep", "Bob": "rep", "Eve": "rep"}
    assert [(one.name, one.parts, one.is_sure) for one in read.containers] == [("Max", 2, True), ("Dora", 2, True)]


def test_equal_targets_month_after_month_prove_nothing(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Jan,Feb,Mar\nAnn,200,200,200\nBob,100,100,100\nEve,100,100,100\n")

    assert set(_by_name(read).values()) == {"rep"}
    assert [(one.name, one.is_sure) for one in read.containers] == [("Ann", False)]


def test_a_row_that_is_the_sum_of_others_in_three_uneven_months_is_a_managers(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Jan,Feb,Mar\nMia,60,60,66\nAnn,20,20,22\nBob,40,40,44\n")

    assert _by_name(read) == {"Mia": "team", "Ann": "rep", "Bob": "rep"}
    assert [(one.name, one.is_sure) for one in read.containers] == [("Mia", True)]


def test_a_scope_that_is_said_goes_before_sums(targets_of: ReadSheet) -> None:
    read = targets_of("Scope,Name,Jan,Feb,Mar\nrep,Mia,60,60,66\nrep,Ann,20,20,22\nrep,Bob,40,40,44\n")

    assert set(_by_name(read).values()) == {"rep"}
    assert read.containers == ()


def test_a_director_of_a_long_sheet_is_known_too(targets_of: ReadSheet) -> None:
    months = [("2024-01", 1, 5), ("2024-02", 2, 4), ("2024-03", 4, 1)]
    rows = [(name, month) for name in ("Dora", "Ann", "Bob") for month in months]
    amount = {"Ann": lambda m: m[1], "Bob": lambda m: m[2], "Dora": lambda m: m[1] + m[2]}
    text = "Rep,Month,Target\n" + "".join(f"{name},{month[0]},{amount[name](month)}\n" for name, month in rows)

    assert _by_name(targets_of(text)) == {"Dora": "team", "Ann": "rep", "Bob": "rep"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(rows=st.lists(st.lists(st.integers(1, 9999), min_size=12, max_size=12), min_size=1, max_size=6))
def test_no_month_is_lost_whatever_sums_stand_beside(rows: list[list[int]], targets_of: ReadSheet) -> None:
    header = ",".join(f"M{month:02d}" for month in range(1, 13))
    text = f"Rep,{header},Total\n" + "".join(
        f"rep {at},{','.join(map(str, row))},{sum(row)}\n" for at, row in enumerate(rows)
    )

    read = targets_of(text)

    assert sum(target.amount for target in read.targets) == sum(map(sum, rows))
    assert sum(one.target.amount for one in read.sums) == sum(map(sum, rows))
