"""Whose target a row is."""

from __future__ import annotations

from salesperf.sources.targets.roles import Roles
from salesperf.sources.targets.whose import Whose, owners

ROLES = Roles((("rep", "姓名"), ("team", "团队"), ("region", "大区")), {}, (), ())


def _of(*rows: tuple[str | None, str | None, str | None]) -> list[Whose]:
    cells = {"大区": [row[0] for row in rows], "团队": [row[1] for row in rows], "姓名": [row[2] for row in rows]}
    return list(owners(cells, ROLES, told=None, height=len(rows)).rows)


def test_the_finest_name_of_a_row_counts() -> None:
    assert _of(("华东", "一组", "张三"), ("华东", "一组", "-"), ("华东", None, None)) == [
        Whose("rep", "张三"),
        Whose("team", "一组"),
        Whose("region", "华东"),
    ]


def test_a_name_may_say_that_it_is_a_team_a_region_or_the_company() -> None:
    assert _of(
        (None, None, "王经理团队"), (None, None, "华东大区"), (None, None, "公司"), (None, None, "North Region")
    ) == [
        Whose("team", "王经理团队"),
        Whose("region", "华东大区"),
        Whose("company", None),
        Whose("region", "North Region"),
    ]


def test_rows_that_add_up_others_are_known_by_their_words() -> None:
    found = _of(
        (None, None, "合计"), ("华东小计", None, None), (None, None, "Total for East"), (None, None, "Tota Lee")
    )

    assert [one.is_sum for one in found] == [True, True, True, False]


def test_a_row_without_a_name_belongs_to_nobody() -> None:
    assert _of((None, None, None)) == [Whose(None, None)]


def test_a_sheet_without_a_column_of_names_is_the_companys() -> None:
    assert owners({}, Roles((), {}, (), ()), told=None, height=1).rows == (Whose("company", None),)


def test_merged_names_hold_for_the_metrics_below_them() -> None:
    roles = Roles((("rep", "姓名"),), {"metric": "指标"}, (), ())
    cells = {"姓名": ["张三", None, "李四", None], "指标": ["销售额", "回款", "销售额", "销售额"]}

    found = owners(cells, roles, told=None, height=4)

    assert [one.scope_id for one in found.rows] == ["张三", "张三", "李四", None]
    assert found.filled == ("姓名",)


def test_a_scope_column_decides() -> None:
    roles = Roles((("", "考核对象"),), {"scope": "层级"}, (), ())
    cells = {"考核对象": ["华东", "张三", "甲"], "层级": ["区域", "个人", "战队"]}

    found = owners(cells, roles, told=None, height=3).rows

    assert found == (Whose("region", "华东"), Whose("rep", "张三"), Whose("战队", "甲"))


def test_a_row_said_to_be_the_companys_adds_up_no_others() -> None:
    roles = Roles((("rep", "Name"),), {"scope": "Level"}, (), ())
    cells = {"Name": ["Total", "Total", "Ann"], "Level": ["company", None, "rep"]}

    found = owners(cells, roles, told=None, height=3).rows

    assert found == (Whose("company", None), Whose("rep", "Total", is_sum=True), Whose("rep", "Ann"))


def test_the_id_of_whatever_a_row_says_it_is_comes_before_names() -> None:
    roles = Roles((("", "scope_id"), ("rep", "name")), {"scope": "scope"}, (), ())
    cells = {
        "scope": ["company", "team", "rep", "rep"],
        "scope_id": [None, "T1", "R007", None],
        "name": ["Acme", "East", "Ann", "Bob"],
    }

    found = owners(cells, roles, told=None, height=4)

    assert list(found.rows) == [
        Whose("company", None),
        Whose("team", "T1"),
        Whose("rep", "R007"),
        Whose("rep", "Bob"),
    ]
