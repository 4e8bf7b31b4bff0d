"""What changes between the files of one table, and increments that overlap."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.core.errors import Issue
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
TwoMonths = Callable[..., list[Path]]
HEAD = ["订单编号", "下单日期", "客户名称"]


def _found(loaded: Loaded, code: str) -> list[Issue]:
    return [issue for issue in loaded.issues if issue.code == code]


def test_renamed_and_reordered_columns_are_stacked_and_told(two_months: TwoMonths, load_files: Load) -> None:
    loaded = load_files(*two_months([*HEAD, "订单金额"], ["实付金额", *reversed(HEAD)]))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 12
    (fault,) = loaded.issues
    assert (fault.code, fault.message) == (
        "R409",
        "amount stands under several headers: '订单金额' in 2026-01.csv; '实付金额' in 2026-02.csv",
    )


def test_a_column_that_a_file_lacks_is_one_finding_with_its_rows(two_months: TwoMonths, load_files: Load) -> None:
    (fault,) = load_files(*two_months([*HEAD, "金额"], [*HEAD, "金额", "渠道"])).issues

    assert (fault.code, fault.count) == ("R410", 1)
    assert fault.message == (
        "1 of 2 files has no channel, which 2026-02.csv has under '渠道': 2026-01.csv; 1 row without it"
    )


def test_a_status_that_a_file_lacks_weighs_more(two_months: TwoMonths, load_files: Load) -> None:
    loaded = load_files(*two_months([*HEAD, "金额", "状态"], [*HEAD, "金额"]))

    assert [issue.code for issue in loaded.issues] == ["R411"]


def test_only_what_is_asked_for_is_told(two_months: TwoMonths, load_files: Load) -> None:
    paths = two_months([*HEAD, "金额"], [*HEAD, "金额", "渠道"])

    assert load_files(*paths, needs={"orders": frozenset({"amount"})}).issues == ()


def test_increments_take_orders_whole_from_the_later_file(write_text: Write, load_files: Load) -> None:
    head = ["Order ID", "Line", "Order Date", "Customer", "Amount"]
    full = [
        ["1", "1", "2026-01-05", "A", "10"],
        ["1", "2", "2026-01-05", "A", "5"],
        ["2", "1", "2026-01-20", "B", "20"],
        ["3", "1", "2026-01-31", "C", "30"],
    ]
    february = [
        ["3", "1", "2026-01-31", "C", "33"],
        ["3", "2", "2026-01-31", "C", "3"],
        ["4", "1", "2026-02-10", "A", "40"],
    ]
    march = [["4", "1", "2026-02-10", "A", "44"], ["5", "1", "2026-03-01", "B", "50"]]

    loaded = load_files(
        write_text([head, *full], "orders_full.csv"),
        write_text([head, *february], "orders_2026-02.csv"),
        write_text([head, *march], "orders_2026-03.csv"),
    )

    frame = loaded.bundle.tables["orders"].frame
    # Order 3 is 33 + 3 by the increment of February, order 4 is 44 by that of March.
    assert frame["amount"].sum() == 10 + 5 + 20 + 33 + 3 + 44 + 50
    assert frame.filter(order_id="3")["amount"].to_list() == [Decimal(33), Decimal(3)]
    assert sorted((account.file, account.loaded, account.superseded) for account in loaded.accounts) == [
        ("orders_2026-02.csv", 2, 1),
        ("orders_2026-03.csv", 2, 0),
        ("orders_full.csv", 3, 1),
    ]
