"""What a user is told of the targets that were read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.core.errors import Issue
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _found(loaded: Loaded, code: str) -> list[Issue]:
    return [issue for issue in loaded.issues if issue.code == code]


def test_a_cell_is_named_by_file_row_and_header(write_text: Write, load_files: Load) -> None:
    (fault,) = _found(load_files(write_text("Rep,Jan,Feb\nAnn,1,2\nBob,3,x\n", "quota 2024.csv")), "R301")

    assert str(fault.where) == "quota 2024.csv, row 3, column 'Feb'"
    assert fault.value == "x"


def test_an_unknown_metric_is_told_with_the_nearest_name(write_text: Write, load_files: Load) -> None:
    path = write_text("Rep,Metric,Jan,Feb\nAnn,Revenu,1,2\nBob,Revenu,1,2\n", "quota 2024.csv")

    (fault,) = _found(load_files(path), "R602")

    assert "did you mean 'revenue'" in fault.hint


def test_targets_of_nothing_named_are_told(write_text: Write, load_files: Load) -> None:
    assert len(_found(load_files(write_text("Rep,Jan,Feb\nAnn,1,2\nBob,1,2\n", "quota 2024.csv")), "R603")) == 1
    assert _found(load_files(write_text("Rep,Jan,Feb\nAnn,1,2\nBob,1,2\n", "sales quota 2024.csv")), "R603") == []


def test_years_of_unknown_beginning_are_told(write_text: Write, load_files: Load) -> None:
    path = write_text("FY,Rep,M01,M02\nFY18,Ann,1,2\nFY19,Bob,3,4\n", "sales quota.csv")

    assert len(_found(load_files(path), "R604")) == 1
    assert _found(load_files(path, options=ReadOptions(first_month=1)), "R604") == []


def test_targets_without_a_year_are_one_error(write_text: Write, load_files: Load) -> None:
    (fault,) = _found(load_files(write_text("Rep,Jan,Feb\nAnn,1,2\nBob,3,4\n", "quota.csv")), "R601")

    assert (fault.count, fault.where.row) == (4, 2)


def test_a_target_given_twice_in_a_sheet_is_told(write_text: Write, load_files: Load) -> None:
    (first, second) = _found(load_files(write_text("Rep,Jan,Feb\nAnn,1,2\nAnn,3,4\n", "quota 2024.csv")), "R606")

    assert first.message == "net_revenue of 'Ann' for 2024-01-01..2024-01-31 has a target in row 2 already"
    assert second.where.column == "Feb"


def test_two_files_that_differ_by_a_thousand_are_told_as_such(write_text: Write, load_files: Load) -> None:
    one = write_text("Rep,Jan,Feb\nAnn,1,2\nBob,3,4\n", "quota 2024 a.csv")
    two = write_text("Rep,Jan,Feb\nAnn,1000,2000\nBob,3000,4000\n", "quota 2024 b.csv")

    (fault,) = _found(load_files(one, two), "R606")

    assert fault.message == "4 targets differ from quota 2024 b.csv, which counts"
    assert "may be in thousands" in fault.hint


def test_columns_that_are_no_targets_and_merged_names_are_told(write_text: Write, load_files: Load) -> None:
    text = "姓名,指标,1月目标,1月完成,2月目标\n张三,销售额,1,1,2\n,回款,1,1,2\n李四,销售额,3,1,4\n"

    loaded = load_files(write_text(text, "2024.csv"))

    assert _found(loaded, "R608")[0].message == "not read as targets: '1月完成'"
    assert _found(loaded, "R610")[0].where.column == "姓名"


def test_a_row_of_nobody_is_an_error_of_the_row(write_text: Write, load_files: Load) -> None:
    (fault,) = _found(load_files(write_text("Rep,Jan,Feb\nAnn,1,2\n,3,\nBob,1,1\n", "quota 2024.csv")), "R303")

    assert fault.where.row == 3


def test_the_unit_told_for_a_file_scales_it(write_text: Write, load_files: Load) -> None:
    path = write_text("Rep,Jan,Feb\nAnn,1,2\nBob,3,4\n", "quota 2024.csv")
    told = ReadOptions(tables=(TableOptions("targets", ("quota*.csv",), unit="thousands"),))

    loaded = load_files(path, options=told)

    assert loaded.bundle.tables["targets"].frame["amount"].sum() == 10_000
    assert [note.en for note in loaded.bundle.notes] == ["targets in quota 2024.csv are in thousands"]


def test_amounts_of_no_said_unit_are_told_with_their_sum(write_text: Write, load_files: Load) -> None:
    path = write_text("Rep,Jan,Feb\nAnn,10,20\nBob,30,-\n", "sales quota 2024.csv")

    (found,) = _found(load_files(path), "R611")

    assert found.message == "no unit is said: 3 targets of net_revenue taken as plain money, 60 in all"
    assert found.count == 3


def test_a_target_that_contains_others_is_not_in_their_sum(write_text: Write, load_files: Load) -> None:
    path = write_text("Rep,Jan,Feb,Mar\nBoss,4,6,9\nAnn,1,2,4\nBob,3,4,5\n", "sales quota 2024.csv")

    (found,) = _found(load_files(path), "R611")

    # Ann's 7 and Bob's 12; the boss's 19 is theirs again.
    assert found.message == "no unit is said: 9 targets of net_revenue taken as plain money, 19 in all"


def test_a_unit_said_anywhere_leaves_no_doubt(write_text: Write, load_files: Load) -> None:
    plain = "Rep,Jan,Feb\nAnn,1,2\nBob,3,4\n"
    told = ReadOptions(tables=(TableOptions("targets", ("*.csv",), unit="USD"),))
    sheets = (
        (write_text(plain, "sales quota 2024 in thousands.csv"), ReadOptions()),
        (write_text("Rep,Jan sales target (USD),Feb sales target (USD)\nAnn,1,2\n", "quota 2024.csv"), ReadOptions()),
        (write_text('Rep,Jan,Feb\nAnn,$1,"$2"\nBob,$3,$4\n', "sales quota of 2024.csv"), ReadOptions()),
        (write_text(plain, "sales quota 2024.csv"), told),
        (write_text("Rep,Jan,Feb\nAnn,1,2\nBob,3,4\n", "orders quota 2024.csv"), ReadOptions()),
    )

    assert [_found(load_files(path, options=options), "R611") for path, options in sheets] == [[]] * len(sheets)


def test_the_mean_of_a_rate_beside_its_months_is_no_sum_that_is_wrong(write_text: Write, load_files: Load) -> None:
    text = "姓名,指标,1月,2月,合计\n王磊,销售额,10,20,30\n王磊,完成率,1.2,1.4,1.3\n王磊,毛利率,0.3,0.3,0.3\n"

    assert _found(load_files(write_text(text, "2024年销售目标（万元）.csv")), "R605") == []


def test_a_wrong_total_is_told_with_its_row_and_both_sums(write_text: Write, load_files: Load) -> None:
    path = write_text("Rep,Jan,Feb,Mar\nAnn,10,20,30\nBob,1,2,3\nTotal,11,25,35\n", "quota 2024.csv")

    (fault,) = _found(load_files(path), "R605")

    assert str(fault.where) == "quota 2024.csv, row 4, column 'Feb'"
    assert fault.message == "'Total' says 25, its 2 rows come to 22; likewise in 1 more column"
    assert _found(load_files(path), "R130") == []
