"""Rows that add up others, held against what they add up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

ReadSheet = Callable[..., Any]


def _told(read: Any) -> list[tuple[int, str, int, int, int]]:
    return [(one.row, one.column, int(one.written), int(one.parts), one.more) for one in read.totals]


def test_a_total_that_is_wrong_in_one_month_is_told_with_both_sums(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Apr,May,Jun\nAnn,12000,12000,12000\nBob,15000,15000,15000\nTotal,27000,27000,37000\n")

    assert _told(read) == [(4, "Jun", 37_000, 27_000, 0)]
    assert sum(target.amount for target in read.targets) == 81_000


def test_rounded_parts_make_no_difference(targets_of: ReadSheet) -> None:
    text = "姓名,1月,2月\n王磊,33.3,20\n李娜,33.3,20\n张伟,33.3,20\n合计,100,60\n"

    assert _told(targets_of(text, "2025年销售目标（万元）.csv")) == []


def test_subtotals_and_the_total_over_them_each_have_rows_of_their_own(targets_of: ReadSheet) -> None:
    text = (
        "部门,姓名,1月,2月\n一部,王磊,45,34\n一部,李娜,35,26\n一部,小计,80,60\n"
        "二部,张伟,40,30\n二部,赵敏,10,10\n二部,小计,50,45\n,合计,130,100\n"
    )

    assert _told(targets_of(text, "2025年销售目标.csv")) == [(7, "2月", 45, 40, 0)]


def test_totals_by_the_name_of_a_group_add_up_that_group(targets_of: ReadSheet) -> None:
    text = "Region,Rep,Q1,Q2\nEast,Ann,20,21\nWest,Cat,20,25\nEast,Bob,40,41\nEast Total,,60,69\nGrand Total,,80,87\n"

    assert _told(targets_of(text)) == [(5, "Q2", 69, 62, 0)]


def test_a_total_above_its_rows_is_read_too(targets_of: ReadSheet) -> None:
    read = targets_of("Rep,Q1,Q2\nTotal,150,290\nAnn,100,110\nBob,50,80\n")

    assert _told(read) == [(2, "Q2", 290, 190, 0)]


def test_a_leaders_row_is_not_added_to_those_of_the_people_led(targets_of: ReadSheet) -> None:
    text = "Rep,Jan,Feb,Mar\nMia,60,62,66\nAnn,20,21,22\nBob,40,41,44\nTotal,60,62,76\n"

    assert _told(targets_of(text)) == [(5, "Mar", 76, 66, 0)]


def test_totals_of_a_sheet_with_a_row_a_month_are_those_of_one_person(targets_of: ReadSheet) -> None:
    text = (
        "Rep,Month,Target\nAnn,2025-01,100\nAnn,2025-02,120\nAnn,Total,220\n"
        "Bob,2025-01,50\nBob,2025-02,70\nBob,Total,130\n"
    )

    assert _told(targets_of(text)) == [(7, "Target", 130, 120, 0)]


def test_a_total_that_agrees_in_no_column_is_told_of_money_alone(targets_of: ReadSheet) -> None:
    money = targets_of("Rep,Q1,Q2\nAnn,100000,120000\nBob,50000,60000\nTotal,160000,190000\n")
    prices = targets_of("Rep,Metric,Q1,Q2\nAnn,AOV,100,120\nBob,AOV,50,60\nTotal,AOV,75,90\n")

    assert _told(money) == [(4, "Q1", 160_000, 150_000, 1)]
    assert _told(prices) == []


def test_metrics_side_by_side_are_judged_each_by_itself(targets_of: ReadSheet) -> None:
    header = "姓名,1月销售额目标,1月客单价目标,2月销售额目标,2月客单价目标"
    text = f"{header}\n王磊,100,50,120,60\n李娜,80,40,90,50\n合计,180,45,220,55\n"

    assert _told(targets_of(text)) == [(4, "2月销售额目标", 220, 210, 0)]


def test_a_column_with_a_cell_that_cannot_be_read_is_not_judged(targets_of: ReadSheet) -> None:
    assert _told(targets_of("Rep,Jan,Feb\nAnn,10,tbd\nBob,5,6\nTotal,15,20\n")) == []


def test_the_companys_row_among_teams_is_not_added_to_theirs(targets_of: ReadSheet) -> None:
    text = "部门,1月目标,2月目标\n公司,300,310\n一部,150,160\n二部,150,150\n合计,300,320\n"

    assert _told(targets_of(text, "2025年销售目标.csv")) == [(5, "2月目标", 320, 310, 0)]


def test_the_widest_total_that_holds_with_a_row_is_told_of_it(targets_of: ReadSheet) -> None:
    teams = targets_of(
        "部门,姓名,1月,2月\n一部,王磊,22,22\n,李娜,16,17\n,小计,38,39\n二部,张强,19,20\n,刘洋,9,8\n,小计,28,28\n合计,,66,67\n",
        "2025年销售目标.csv",
    )
    wrong = targets_of("Rep,Q1,Q2\nMia,150,180\nAnn,100,120\nBob,50,60\nTotal,150,181\n")

    assert teams.in_totals == dict.fromkeys((0, 1, 2, 3), 8)
    assert wrong.in_totals == {}
    assert targets_of("Rep,Q1,Q2\nAnn,100,120\nBob,50,60\n").in_totals == {}
