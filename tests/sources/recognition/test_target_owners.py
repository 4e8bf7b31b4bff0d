"""Whose targets are, told by the names in a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
ORDERS = (
    "订单号,下单日期,客户,业务员,大区,部门,产品,品类,渠道,金额\n"
    "1,2025-04-10,甲店,张伟,北方,一部,面霜,护肤,门店,7\n2,2025-05-10,乙店,李娜,南方,二部,口红,彩妆,网店,8\n"
    "3,2025-05-11,丙店,王强,北方,一部,眼霜,护肤,门店,9\n"
)


@pytest.fixture
def owners(write_text: Write, load_files: Load) -> Callable[[str], tuple[list[tuple[object, ...]], list[str]]]:
    """The scopes and names that a sheet's targets have beside the orders, and the codes told."""

    def run(sheet: str) -> tuple[list[tuple[object, ...]], list[str]]:
        loaded = load_files(write_text(ORDERS, "订单.csv"), write_text(sheet, "目标.csv"))
        table = loaded.bundle.tables["targets"].frame
        names = table.select("scope", "scope_id").unique().rows()
        return sorted(names, key=str), [one.code for one in loaded.issues if one.code in {"R616", "R617"}]

    return run


def _sheet(header: str, names: Sequence[str]) -> str:
    return f"{header},月份,目标\n" + "".join(f"{name},2025-0{month},50\n" for name in names for month in (4, 5))


@pytest.mark.parametrize(
    ("header", "names", "scope"),
    [
        ("AE", ("张伟", "李娜"), "rep"),
        ("Hunter", ("张伟", "李娜", "王强", "新人"), "rep"),
        ("AE", ("张伟",), "rep"),
        ("Region Name", ("北方", "南方"), "region"),
        ("Squad", ("一部", "二部"), "team"),
        ("Description", ("面霜", "口红"), "product"),
        ("Segment", ("护肤", "彩妆"), "category"),
        ("Product Line", ("面霜", "口红"), "product"),
        ("产品线", ("面霜", "口红", "新品", "眼霜"), "product"),
        ("部门", ("北方", "南方"), "region"),
        ("Name", ("面霜", "口红"), "product"),
    ],
)
def test_names_known_to_the_data_tell_whose_targets_are(
    header: str, names: tuple[str, ...], scope: str, owners: Callable[[str], object]
) -> None:
    assert owners(_sheet(header, names)) == ([(scope, name) for name in sorted(names)], ["R616"])


@pytest.mark.parametrize(
    ("header", "names", "scope"),
    [
        ("业务员", ("张伟", "李娜"), "rep"),
        ("产品线", ("护肤", "彩妆"), "category"),
        ("产品线", ("面霜", "护肤"), "category"),
        ("产品线", ("新品", "面霜", "样品"), "category"),
        ("团队", ("张伟", "李娜"), "team"),
        ("大区", ("东方", "西方"), "region"),
    ],
)
def test_a_header_that_says_the_scope_keeps_it(
    header: str, names: tuple[str, ...], scope: str, owners: Callable[[str], object]
) -> None:
    assert owners(_sheet(header, names)) == ([(scope, name) for name in sorted(names)], [])


@pytest.mark.parametrize(
    "sheet",
    [
        "月份,目标,备注\n2025-04,50,张伟\n2025-05,50,李娜\n",
        "月份,目标,Approved By\n2025-04,50,张伟\n2025-05,50,张伟\n",
        "月份,目标,制表人\n2025-04,50,张伟\n2025-05,50,张伟\n",
        "月份,重点产品,目标\n2025-04,面霜,50\n2025-05,口红,50\n",
        "月份,目标,Basis\n2025-04,50,去年实际加一成\n2025-05,50,去年实际加两成\n",
    ],
)
def test_the_companys_targets_stay_the_companys(sheet: str, owners: Callable[[str], object]) -> None:
    assert owners(sheet) == ([("company", None)], [])


def test_a_name_beside_a_known_owner_is_left_alone(owners: Callable[[str], object]) -> None:
    sheet = "大区,Leader,月份,目标\n北方,张伟,2025-04,50\n南方,李娜,2025-04,40\n北方,张伟,2025-05,50\n"

    assert owners(sheet) == ([("region", "北方"), ("region", "南方")], [])


def test_a_name_that_tells_rows_of_one_group_apart_is_the_owner(owners: Callable[[str], object]) -> None:
    sheet = "大区,AE,月份,目标\n北方,张伟,2025-04,50\n北方,王强,2025-04,40\n南方,李娜,2025-04,30\n"

    assert owners(sheet) == ([("rep", "张伟"), ("rep", "李娜"), ("rep", "王强")], ["R616"])


def test_of_two_columns_of_names_the_one_that_tells_rows_apart_counts(owners: Callable[[str], object]) -> None:
    """Both are led by one man, who sells too."""
    sheet = "Lead,Hunter,Q2 2025 目标\n张伟,李娜,50\n张伟,王强,40\n"

    assert owners(sheet) == ([("rep", "李娜"), ("rep", "王强")], ["R616"])


@pytest.mark.parametrize(("header", "scope"), [("AE", "company"), ("产品线", "category")])
def test_what_the_user_says_comes_first(header: str, scope: str, write_text: Write, load_files: Load) -> None:
    names = ("张伟", "李娜") if header == "AE" else ("面霜", "口红")
    told = TableOptions("targets", ("目标.csv",), scope=scope)

    loaded = load_files(
        write_text(ORDERS, "订单.csv"),
        write_text(_sheet(header, names), "目标.csv"),
        options=ReadOptions(tables=(told,)),
    )

    assert set(loaded.bundle.tables["targets"].frame["scope"].to_list()) == {scope}


def test_names_that_stand_late_in_the_sales_are_known(write_text: Write, load_files: Load) -> None:
    """The first rows of a table show one of two."""
    rows = "".join(f"{at},2025-04-10,甲店,{'张伟' if at < 400 else '李娜'},7\n" for at in range(500))
    orders = write_text(f"订单号,下单日期,客户,业务员,金额\n{rows}", "订单.csv")

    loaded = load_files(orders, write_text(_sheet("AE", ("张伟", "李娜")), "目标.csv"))

    assert set(loaded.bundle.tables["targets"].frame["scope"].to_list()) == {"rep"}
