"""When a file is taken for a target sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.core.text import Lang
from salesperf.sources.load import survey
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
SHEET = "姓名,区域,M01,M02,M03\n张三,华东,1,2,3\n李四,华南,4,5,6\n"


def test_a_list_of_people_with_months_across_is_a_target_sheet(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(SHEET, "目标2024.csv"))

    (recognition,) = loaded.recognitions
    assert (recognition.table, recognition.role) == ("targets", "across")
    assert [(one.header, one.column) for one in recognition.mapped] == [
        ("姓名", "scope_id"), ("区域", "scope_id"), ("M01", "amount"), ("M02", "amount"), ("M03", "amount"),
    ]  # fmt: skip


def test_periods_across_are_of_no_language(write_text: Write, load_files: Load) -> None:
    assert load_files(write_text(SHEET, "目标2024.csv")).bundle.lang is Lang.ZH


def test_actuals_by_month_are_no_targets(write_text: Write) -> None:
    ((recognition,), _) = survey([str(write_text(SHEET, "销售2024.csv"))], options=ReadOptions())

    assert recognition.table != "targets"


def test_orders_with_a_target_column_stay_orders(write_text: Write) -> None:
    text = "Order ID,Order Date,Customer,Amount,Target\n1,2024-01-05,A,5,6\n2,2024-01-06,B,7,8\n"

    ((recognition,), _) = survey([str(write_text(text))], options=ReadOptions())

    assert recognition.table == "orders"


def test_another_table_told_is_not_overruled(write_text: Write) -> None:
    told = ReadOptions(tables=(TableOptions("people", ("*.csv",)),))

    ((recognition,), _) = survey([str(write_text(SHEET, "目标2024.csv"))], options=told)

    assert recognition.table == "people"


def test_targets_beside_actuals_are_told_from_a_list_of_people_with_targets(write_text: Write) -> None:
    both = "部门,姓名,一季度,,二季度,\n,,目标,实际,目标,实际\n一部,张三,100,90,110,120\n二部,李四,50,60,60,50\n"
    people = "Employee ID,Name,Hire date,Target 2024,Target 2025\n1,Ann,2020-01-05,5,6\n2,Bob,2021-02-01,7,8\n"

    ((sheet,), _) = survey([str(write_text(both, "2025达成.csv"))], options=ReadOptions())
    ((listed,), _) = survey([str(write_text(people, "people.csv"))], options=ReadOptions())

    assert (sheet.table, listed.table) == ("targets", "people")


def _table(path: Path) -> str | None:
    ((recognition,), _) = survey([str(path)], options=ReadOptions())
    return recognition.table


@pytest.mark.parametrize(
    "text",
    [
        "Owner,Start Date,End Date,Quota Amount,Unit\nAnn,2025-04-01,2025-06-30,5,$\nBob,2025-04-01,2025-06-30,6,$\n",
        "Owner,Start Date,End Date,Target\nAnn,2025-04-01,2025-06-30,5\nBob,2025-04-01,2025-06-30,6\n",
        "Owner,Start Date,Quota Amount\nAnn,2025-04-01,5\nAnn,2025-05-01,6\nBob,2025-04-01,6\n",
        "Owner,Start Date,Quota Amount\nAnn,2025-04-01,5\nBob,2025-04-01,6\n",
        "姓名,部门,开始日期,结束日期,销售目标\n张三,一部,2025-04-01,2025-06-30,5\n李四,二部,2025-04-01,2025-06-30,6\n",
    ],
)
def test_quotas_with_their_days_are_targets(text: str, write_text: Write) -> None:
    assert _table(write_text(text, "export.csv")) == "targets"


def test_amounts_with_their_days_are_targets_where_a_name_says_so(write_text: Write) -> None:
    text = "Owner,Start Date,End Date,Amount\nAnn,2025-04-01,2025-06-30,5\nBob,2025-04-01,2025-06-30,6\n"

    assert _table(write_text(text, "Quotas.csv")) == "targets"
    assert _table(write_text(text, "export.csv")) != "targets"


@pytest.mark.parametrize(
    "text",
    [
        "Owner,Team,Start Date,End Date,Annual Quota\nAnn,East,2020-04-01,,5\nBob,West,2021-02-15,2025-03-31,6\n",
        "Owner,Team,Start Date,Quota\nAnn,East,2020-04-01,5\nBob,West,2021-02-15,6\n",
        "姓名,部门,入职日期,离职日期,月目标\n张三,一部,2020-04-01,2024-05-31,5\n李四,二部,2021-02-15,2025-03-31,6\n",
    ],
)
def test_people_with_the_days_they_came_and_left_stay_people(text: str, write_text: Write) -> None:
    assert _table(write_text(text, "export.csv")) == "people"


def test_no_name_with_a_day_of_its_own_makes_a_quota(write_text: Write) -> None:
    text = "Name,Team,Start Date,Quota\nAnn,East,2020-04-01,5\nBob,West,2021-02-15,6\n"

    assert _table(write_text(text, "export.csv")) != "targets"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("姓名,职务,6月目标（万元）\n赵敏,经理,90\n张伟,代表,50\n", "2025年6月目标.csv"),
        ("业务员,6月\n张伟（A001）,500000\n李娜（A002）,300000\n", "2025年目标.csv"),
        ("Rep,Role,Target\nAnn,AE,5\nBob,AE,6\n", "targets Q2 2025.csv"),
    ],
)
def test_names_with_their_title_and_one_target_are_targets(text: str, name: str, write_text: Write) -> None:
    assert _table(write_text(text, name)) == "targets"


@pytest.mark.parametrize(
    "text",
    [
        "姓名,部门,入职日期,6月目标\n赵敏,一部,2020-01-05,90\n张伟,一部,2021-03-01,50\n",
        "Rep,Team,Manager,Target 2025\nAnn,East,Mia,5\nBob,West,Mia,6\n",
    ],
)
def test_a_list_that_says_more_of_people_stays_theirs(text: str, write_text: Write) -> None:
    assert _table(write_text(text, "2025年目标.csv")) == "people"


@pytest.mark.parametrize(
    "text",
    [
        "Project,Owner,Start Date,End Date,Budget\nP1,Ann,2025-04-01,2025-06-30,5\nP2,Bob,2025-05-01,2025-08-31,6\n",
        "产品名称,开始日期,结束日期,目标价\n面霜,2025-06-01,2025-06-18,99\n口红,2025-06-01,2025-06-18,59\n",
    ],
)
def test_days_of_projects_and_prices_make_no_targets(text: str, write_text: Write) -> None:
    assert _table(write_text(text, "export.csv")) != "targets"
