"""Days beside reps that are those of contracts."""

from __future__ import annotations

import pytest

from salesperf.sources.recognition.no_people import contract_header

DAYS = ("rep_name", "hire_date", "leave_date")


@pytest.mark.parametrize(
    "header",
    ["Contract No", "合同编号", "Contract Value", "合同额", "签约金额", "ARR", "客户", "Client", "项目编号", "Amount"],
)
def test_what_contracts_have_says_whose_the_days_are(header: str) -> None:
    assert contract_header(["Rep", "Start Date", "End Date", header], DAYS) == header


@pytest.mark.parametrize(
    "header",
    ["Team", "Base Salary", "Employee No", "工号", "基本工资", "Account", "Project", "目标金额", "Quota"],
)
def test_what_people_have_does_not(header: str) -> None:
    assert contract_header(["Rep", "Start Date", "End Date", header], DAYS) is None


@pytest.mark.parametrize("header", ["入职日期", "Hire Date", "Date Joined", "离职时间", "Employment Start"])
def test_a_word_for_hiring_goes_before(header: str) -> None:
    assert contract_header(["Rep", header, "劳动合同编号"], DAYS) is None


def test_without_days_nothing_speaks_against_a_list_of_people() -> None:
    assert contract_header(["Rep", "Team", "Contract No"], ["rep_name", "team"]) is None
