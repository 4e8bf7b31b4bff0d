"""What is told of whose targets are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.core.text import Lang
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
ORDERS = "order_id,order_date,sales_rep,amount\n1,2026-04-10,Ann,70\n2,2026-04-11,Bob,80\n"
VERTICALS = "Vertical,Month,Quota\nHospitals,2026-04,50\nSchools,2026-04,40\nBanks,2026-04,30\n"


def _told(loaded: Loaded) -> list[str]:
    return [one.message for one in loaded.issues if one.code in {"R616", "R617"}]


def test_a_column_taken_by_its_names_is_told(write_text: Write, load_files: Load) -> None:
    sheet = write_text("AE,Month,Quota\nAnn,2026-04,50\nBob,2026-04,40\n", "quotas.csv")

    loaded = load_files(write_text(ORDERS, "orders.csv"), sheet)

    assert _told(loaded) == ["'AE' holds names of people (2 of 2 known to the data): taken for whose the targets are"]


def test_a_column_that_alone_tells_targets_of_one_cell_apart_is_told_with_the_lines_that_cure_it(
    write_text: Write, load_files: Load
) -> None:
    sheet = write_text(VERTICALS, "quotas.csv")

    loaded = load_files(write_text(ORDERS, "orders.csv"), sheet)

    (one,) = (one for one in loaded.issues if one.code == "R617")
    assert (one.where.row, one.count, one.value) == (3, 2, "net_revenue")
    assert one.message == (
        "'Vertical' is not read, and rows that differ in it are targets for one cell: 2 targets do not count, as "
        "another of net_revenue for 2026-04-01..2026-04-30 stands before; if it says whose they are, say so in "
        'salesperf.toml: \n[[table]]\nname = "targets"\nfiles = ["quotas.csv"]\ncolumns = { scope_id = "Vertical" }'
    )
    assert one.told(Lang.ZH).startswith("「Vertical」列未读取")


def test_the_lines_make_each_row_a_target_of_its_own(write_text: Write, load_files: Load) -> None:
    told = TableOptions("targets", ("quotas.csv",), columns={"scope_id": "Vertical"})

    loaded = load_files(write_text(VERTICALS, "quotas.csv"), options=ReadOptions(tables=(told,)))

    rows = loaded.bundle.tables["targets"].frame.select("scope", "scope_id", "amount").rows()
    assert sorted(rows) == [("rep", "Banks", 30), ("rep", "Hospitals", 50), ("rep", "Schools", 40)]
    assert _told(loaded) == []


def test_another_scope_that_splits_a_reps_targets_is_told(write_text: Write, load_files: Load) -> None:
    sheet = "Sales Rep,Product,Month,Quota\nAnn,Lamp,2026-04,50\nAnn,Stool,2026-04,40\nBob,Lamp,2026-04,30\n"

    (said,) = _told(load_files(write_text(sheet, "quotas.csv")))

    assert said.startswith("'Product' is not read, and rows that differ in it are targets for one cell: 1 target does")


def test_where_two_columns_split_a_target_the_one_that_tells_more_apart_is_named(
    write_text: Write, load_files: Load
) -> None:
    rows = "".join(f"{area},{kind},2026-04,50\n" for area in ("Here", "There") for kind in ("Big", "Mid", "Small"))

    (said,) = _told(load_files(write_text(f"Patch,Size,Month,Quota\n{rows}", "quotas.csv")))

    assert said.startswith("'Size' is not read, and rows that differ in it are targets for one cell: 5 targets do not")


def test_remarks_and_targets_written_twice_are_no_owners(write_text: Write, load_files: Load) -> None:
    remarks = "Month,Quota,Remark\n2026-04,50,draft\n2026-04,40,final\n"
    twice = "Vertical,Month,Quota\nHospitals,2026-04,50\nHospitals,2026-04,40\n"
    units = "Rep,Month,Quota,Unit\nAnn,2026-04,50,pieces\nAnn,2026-04,40,USD\n"

    for text in (remarks, twice, units):
        assert _told(load_files(write_text(text, "quotas.csv"))) == []
