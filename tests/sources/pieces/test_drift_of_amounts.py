from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.core.errors import Issue
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
TwoMonths = Callable[..., list[Path]]
HEAD = ["订单编号", "下单日期", "客户名称"]


def _found(loaded: Loaded, code: str) -> list[Issue]:
    return [issue for issue in loaded.issues if issue.code == code]


def test_amounts_with_and_without_tax_are_told(two_months: TwoMonths, load_files: Load) -> None:
    loaded = load_files(*two_months([*HEAD, "不含税金额"], [*HEAD, "含税金额"]))

    assert _found(loaded, "R413")[0].message == (
        "amounts are added up as they stand: without tax ('不含税金额') in 2026-01.csv; "
        "with tax ('含税金额') in 2026-02.csv"
    )


def test_a_total_whose_tax_is_taken_off_agrees_with_amounts_without_tax(
    two_months: TwoMonths, load_files: Load
) -> None:
    loaded = load_files(*two_months([*HEAD, "不含税金额"], [*HEAD, "含税金额", "税额"]))

    # 5 without tax, and 7 with a tax of 1.
    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 11
    assert _found(loaded, "R413") == []


def test_a_total_without_freight_column_beside_one_whose_freight_is_off_is_told(
    two_months: TwoMonths, load_files: Load
) -> None:
    loaded = load_files(*two_months([*HEAD, "总金额", "运费"], [*HEAD, "总金额"]))

    (fault,) = _found(loaded, "R413")
    assert fault.message == (
        "amounts are added up as they stand: without freight ('总金额') in 2026-01.csv; "
        "perhaps with freight ('总金额') in 2026-02.csv"
    )


def test_units_that_change_are_converted_and_told(two_months: TwoMonths, load_files: Load) -> None:
    paths = two_months([*HEAD, "金额(元)"], [*HEAD, "金额(万元)"], amounts=("50000", "0.7"))

    loaded = load_files(*paths)

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 57_000
    assert [issue.code for issue in loaded.issues] == ["R414"]


def test_amounts_of_another_size_are_told_and_not_changed(write_text: Write, load_files: Load) -> None:
    head = [*HEAD, "金额"]
    one = [[str(at), f"2026-01-0{at}", "甲", f"{at}0000"] for at in range(1, 7)]
    two = [[str(at + 10), f"2026-02-0{at}", "甲", str(at)] for at in range(1, 7)]

    loaded = load_files(write_text([head, *one], "2026-01.csv"), write_text([head, *two], "2026-02.csv"))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 210_021
    (fault,) = loaded.issues
    assert (fault.code, fault.where.file) == ("R415", "2026-02.csv")
    assert "about 1/10,000" in fault.message
