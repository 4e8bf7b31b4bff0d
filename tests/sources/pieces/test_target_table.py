"""The table of targets over several sheets and files, with every row accounted for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import polars as pl

from salesperf.core.text import Lang
from salesperf.sources.conform.quarantine import quarantine_csv, quarantine_rows
from salesperf.sources.loaded import Account, Loaded
from salesperf.sources.options import OnBadRows, ReadOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _balance(account: Account) -> int:
    return account.loaded + account.quarantined + account.superseded + sum(account.dropped.values())


def test_rows_and_money_of_a_wide_sheet_are_accounted_for(write_text: Write, load_files: Load) -> None:
    text = (
        "2024销售目标,,,,\n单位：万元,,,,\n姓名,1月,2月,3月,全年\n张三,10,20,30,60\n李四,-,5,1.5,6.5\n"
        "王五,7,x,9,16\n小计,17,25,40.5,82.5\n"
    )

    loaded = load_files(write_text(text, "a.csv"))

    (account,) = loaded.accounts
    assert account.dropped == {"title": 2, "total": 1}
    assert (account.rows, account.loaded, account.quarantined) == (6, 2, 1)
    assert _balance(account) == account.rows
    # 10 + 20 + 30 + 5 + 1.5 = 66.5; 王五 has 7 + 9 = 16 that can be read, set aside with the row (in 万元).
    assert account.money == {"net_revenue": Decimal(825_000)}
    assert account.money_loaded == {"net_revenue": Decimal(665_000)}


def test_a_target_knows_the_total_that_holds_with_it(write_text: Write, load_files: Load) -> None:
    sheet = write_text("Rep,Q1\nAnn,10\nBob,5\nTotal,15\nCy,9\n", "Targets 2024.csv")

    frame = load_files(sheet).bundle.tables["targets"].frame

    assert dict(frame.select("scope_id", "_total").rows()) == {"Ann": 4, "Bob": 4, "Cy": None}


def test_every_target_knows_its_cell(write_book: Write, load_files: Load) -> None:
    rows = [["Rep", "Jan", "Feb"], ["Ann", 1, 2.5], ["Bob", None, 4]]

    loaded = load_files(write_book({"Quota 2024": rows}, "x.xlsx"), provenance=True)

    frame = loaded.bundle.tables["targets"].frame
    assert frame.select("period", "amount", "_sheet", "_row", "_column").rows() == [
        ("2024-01", Decimal(1), "Quota 2024", 2, "Jan"),
        ("2024-02", Decimal("2.5"), "Quota 2024", 2, "Feb"),
        ("2024-02", Decimal(4), "Quota 2024", 3, "Feb"),
    ]


def test_the_later_file_wins_target_by_target(write_text: Write, load_files: Load) -> None:
    one = write_text("Rep,Jan,Feb\nAnn,1,2\nBob,3,4\n", "sales quota 2024 v1.csv")
    two = write_text("Rep,Feb,Mar\nAnn,20,30\nBob,-,40\n", "sales quota 2024 v2.csv")

    loaded = load_files(one, two)

    # Ann: Jan 1, Feb 20 (later), Mar 30; Bob: Jan 3, Feb 4 (the later file has none), Mar 40.
    assert loaded.bundle.tables["targets"].frame["amount"].sum() == 1 + 20 + 30 + 3 + 4 + 40
    assert [(account.loaded, account.superseded) for account in loaded.accounts] == [(2, 0), (2, 0)]


def test_a_row_whose_targets_all_stand_in_a_later_file_is_taken_from_there(write_text: Write, load_files: Load) -> None:
    one = write_text("Rep,Jan,Feb\nAnn,1,2\nBob,3,4\n", "sales quota 2024 v1.csv")
    two = write_text("Rep,Jan,Feb\nAnn,1,2\n", "sales quota 2024 v2.csv")

    loaded = load_files(one, two)

    assert [(account.loaded, account.superseded) for account in loaded.accounts] == [(1, 1), (1, 0)]
    assert [issue.code for issue in loaded.issues] == ["R611", "R611", "R401"]


def test_a_long_sheets_sums_are_rows_of_no_data(write_text: Write, load_files: Load) -> None:
    text = "Rep,Period,Revenue target\nAnn,2024-01,1\nAnn,2024-02,2\nAnn,2024-03,3\nAnn,2024-Q1,6\n"

    (account,) = load_files(write_text(text, "x.csv")).accounts

    assert (account.rows, account.loaded, account.dropped) == (4, 3, {"total": 1})


def test_a_row_set_aside_is_corrected_and_read_back(write_text: Write, load_files: Load, tmp_path: Path) -> None:
    path = write_text("Rep,Jan,Feb\nAnn,1,x\nBob,3,4\n", "sales quota 2024.csv")
    rows = quarantine_rows(load_files(path).aside, lang=Lang.EN)
    mended = tmp_path / "bad.csv"
    mended.write_bytes(quarantine_csv(rows.with_columns(pl.col("Feb").replace("x", "2"))))

    loaded = load_files(path, options=ReadOptions(corrections=(str(mended),)))

    assert rows["Rep"].to_list() == ["Ann"]
    assert loaded.bundle.tables["targets"].frame["amount"].sum() == 1 + 2 + 3 + 4


def test_a_failed_formula_sets_its_row_aside(write_book: Write, load_files: Load) -> None:
    rows = [["Rep", "Jan", "Feb"], ["Ann", 1, "=1/0"], ["Bob", 3, 4]]

    loaded = load_files(write_book({"sales quota 2024": rows}, "x.xlsx"))

    (account,) = loaded.accounts
    assert (account.loaded, account.quarantined) == (1, 1)
    assert loaded.bundle.tables["targets"].frame["amount"].sum() == 7


def test_targets_in_thousands_by_a_letter_are_read_and_told_once(write_text: Write, load_files: Load) -> None:
    text = "Rep,Metric,Q1,Q2\nAnn,Revenue,€55K,€1.2M\nBob,Revenue,$45k,12万元\nBob,New customers,30,5m\n"

    loaded = load_files(write_text(text, "budget 2025.csv"), options=ReadOptions(on_bad_rows=OnBadRows.QUARANTINE))

    amounts = loaded.bundle.tables["targets"].frame["amount"].to_list()
    assert amounts == [Decimal(55_000), Decimal(1_200_000), Decimal(45_000), Decimal(120_000)]
    assert [note.en for note in loaded.bundle.notes if "rounded" in note.en] == [
        "amounts under 'Q1' are rounded figures: '€55K' is read as 55,000"
    ]
    # Five m of customers are no number: the row is set aside.
    assert [one.code for one in loaded.issues if one.severity.value == "error"] == ["R301"]
