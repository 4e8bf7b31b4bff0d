from __future__ import annotations

from datetime import date

import pytest

from salesperf.analyses.targets.owners import leaders, people_on
from salesperf.analyses.targets.section import TargetsSection
from salesperf.tables.literal import bundle_of

PEOPLE = (
    "rep_id,rep_name,employee_no,team,manager_id,role,valid_from,valid_to\n"
    "1,Ann,901,East,3,rep,2024-01-01,2025-12-31\n"
    "1,Ann,901,West,3,rep,2026-01-01,\n"
    "2,Bob,902,West,Cid,Key Account Manager,2024-01-01,\n"
    "3,Cid,903,West,4,Sales Manager,2024-01-01,\n"
    "4,Dee,904,,,总经理,2024-01-01,\n"
)


def people(day: date = date(2026, 6, 30)):  # type: ignore[no-untyped-def]  # noqa: ANN201 -- what people_on gives
    return people_on(bundle_of([("people", PEOPLE)]).tables["people"], day)


def test_people_are_as_they_were_on_the_day() -> None:
    assert people().team["1"] == "West"
    assert people(date(2025, 6, 30)).team["1"] == "East"


def test_who_reports_to_whom_is_followed_to_the_end_by_id_or_name() -> None:
    assert people().below("4") == {"1", "2", "3", "4"}
    assert people().below("3") == {"1", "2", "3"}
    assert people().below("1") == {"1"}


def test_a_ring_of_managers_ends() -> None:
    ring = "rep_id,manager_id\n1,2\n2,1\n"

    assert people_on(bundle_of([("people", ring)]).tables["people"], date(2026, 1, 1)).below("1") == {"1", "2"}


@pytest.mark.parametrize(("key", "leads"), [("1", False), ("2", False), ("3", True), ("4", True)])
def test_titles_tell_leaders_but_an_account_manager_is_none(key: str, *, leads: bool) -> None:
    assert people().is_leader_by_title(key) is leads


def test_leaders_are_those_somebody_reports_to_and_those_declared() -> None:
    section = TargetsSection(managers=("Bob",))

    assert set(leaders(["1", "2", "3", "4"], people(), section)) == {"2", "3", "4"}


def test_those_next_below_a_leader_stand_for_who_has_nothing() -> None:
    assert people().nearest_below("4", {"1", "2", "3", "4"}) == {"3"}
    assert people().nearest_below("4", {"1", "2", "4"}) == {"1", "2"}, "in place of Cid"


def test_a_declared_seller_leads_with_a_target_of_own_sales() -> None:
    assert set(leaders(["1", "2", "3", "4"], people(), TargetsSection(sellers=("Cid",)))) == {"4"}
