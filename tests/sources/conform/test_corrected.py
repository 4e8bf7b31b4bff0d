"""Corrected rows in the place of the bad ones: the result is that of the file as it should have been."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.core.errors import Severity
from salesperf.core.text import Lang
from salesperf.sources.conform.quarantine import BEYOND, quarantine_csv, quarantine_rows
from salesperf.sources.load import load
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
Edit = Callable[[pl.DataFrame], pl.DataFrame]
HEAD = "Order ID,Order Date,Customer,Amount\n"
GOOD = "".join(f"{row:03},2026-01-{row:02},Ann,{row}.50\n" for row in range(1, 11))


def _set(row: str, **cells: str | None) -> Edit:
    """An edit of the row of the quarantine file with this `_row`."""

    def edit(rows: pl.DataFrame) -> pl.DataFrame:
        is_it = pl.col("_row") == row
        return rows.with_columns(
            pl.when(is_it).then(pl.lit(cell)).otherwise(pl.col(name)).alias(name) for name, cell in cells.items()
        )

    return edit


def _again(paths: Sequence[Path], *edits: Edit, folder: Path) -> Loaded:
    """The files read with their bad rows set aside, edited, and put back."""
    names = [str(path) for path in paths]
    rows = quarantine_rows(load(names, options=ReadOptions()).aside, lang=Lang.EN)
    for edit in edits:
        rows = edit(rows)
    bad = folder / "bad.csv"
    bad.write_bytes(quarantine_csv(rows))
    return load(names, options=ReadOptions(corrections=(str(bad),)))


def _codes(loaded: Loaded) -> list[str]:
    return [one.code for one in loaded.issues]


def test_a_corrected_row_is_loaded_and_counted(write_text: Write, tmp_path: Path) -> None:
    path = write_text(HEAD + GOOD + "011,2026-01-11,Bob,abc\n")
    loaded = _again([path], _set("12", Amount="44.50"), folder=tmp_path)

    (account,) = loaded.accounts
    assert (account.rows, account.loaded, account.quarantined, account.corrected) == (11, 11, 0, 1)
    # 1.50 + 2.50 + ... + 10.50 = 60, and 44.50
    assert account.money_loaded["amount"] == Decimal("104.50")
    assert loaded.issues == ()
    assert [one.changes for one in loaded.applied] == [(("Amount", "abc", "44.50"),)]


def test_a_row_left_as_it_was_stays_set_aside(write_text: Write, tmp_path: Path) -> None:
    loaded = _again([write_text(HEAD + GOOD + "011,2026-01-11,Bob,abc\n")], folder=tmp_path)

    assert (loaded.accounts[0].quarantined, loaded.accounts[0].corrected) == (1, 0)
    assert _codes(loaded) == ["R301"]
    assert [one.changes for one in loaded.applied] == [()]


def test_a_row_deleted_from_the_file_stays_set_aside(write_text: Write, tmp_path: Path) -> None:
    path = write_text(HEAD + GOOD + "011,2026-01-11,Bob,abc\n012,2026-01-12,Bob,\n")
    loaded = _again([path], lambda rows: rows.filter(pl.col("_row") == "12"), _set("12", Amount="1"), folder=tmp_path)

    assert (loaded.accounts[0].loaded, loaded.accounts[0].quarantined) == (11, 1)
    assert [(one.code, one.where.row) for one in loaded.issues] == [("R303", 13)]


def test_a_row_may_be_given_another_key(write_text: Write, tmp_path: Path) -> None:
    path = write_text(HEAD + GOOD + "001,2026-01-11,Bob,abc\n")
    loaded = _again([path], _set("12", Amount="1", **{"Order ID": "011"}), folder=tmp_path)

    assert loaded.bundle.tables["orders"].frame["order_id"].to_list()[-1] == "011"
    assert loaded.applied[0].changes == (("Order ID", "001", "011"), ("Amount", "abc", "1"))


def test_a_correction_that_cannot_be_read_either_stays_set_aside(write_text: Write, tmp_path: Path) -> None:
    path = write_text(HEAD + GOOD + "011,2026-01-11,Bob,abc\n")
    loaded = _again([path], _set("12", Amount="abd"), folder=tmp_path)

    assert (loaded.accounts[0].quarantined, loaded.accounts[0].corrected) == (1, 1)
    assert [(one.code, one.value) for one in loaded.issues] == [("R301", "abd")]


def test_a_file_that_changed_takes_no_corrections(write_text: Write, tmp_path: Path) -> None:
    path = write_text(HEAD + GOOD + "011,2026-01-11,Bob,abc\n")

    def change(rows: pl.DataFrame) -> pl.DataFrame:
        write_text(HEAD + "000,2026-01-01,Ann,1\n" + GOOD + "011,2026-01-11,Bob,abc\n")
        return rows

    loaded = _again([path], _set("12", Amount="44.50"), change, folder=tmp_path)

    assert _codes(loaded) == ["R501", "R301"]
    assert loaded.issues[0].severity is Severity.ERROR
    assert loaded.accounts[0].corrected == 0


def test_corrections_of_a_file_that_is_not_read_are_told(write_text: Write, tmp_path: Path) -> None:
    first = write_text(HEAD + GOOD + "011,2026-01-11,Bob,abc\n", "a.csv")
    second = write_text(HEAD + GOOD.replace("2026-01", "2026-02") + "031,2026-02-11,Bob,abc\n", "b.csv")
    _again([first, second], _set("12", Amount="1"), folder=tmp_path)
    loaded = load([str(first)], options=ReadOptions(corrections=(str(tmp_path / "bad.csv"),)))

    assert [(one.code, one.count) for one in loaded.issues] == [("R502", 1)]
    assert loaded.accounts[0].loaded == 11


def test_a_renamed_file_is_known_by_its_bytes(write_text: Write, tmp_path: Path) -> None:
    path = write_text(HEAD + GOOD + "011,2026-01-11,Bob,abc\n")
    _again([path], _set("12", Amount="1"), folder=tmp_path)
    path.rename(tmp_path / "january.csv")
    loaded = load([str(tmp_path / "january.csv")], options=ReadOptions(corrections=(str(tmp_path / "bad.csv"),)))

    assert (loaded.accounts[0].loaded, loaded.accounts[0].corrected) == (11, 1)


def test_what_a_spreadsheet_rewrote_stays_as_the_file_has_it(write_text: Write, tmp_path: Path) -> None:
    path = write_text(HEAD + GOOD + "011,2026-01-11,Bob,abc\n")
    mangled = _set("12", Amount="44.5", **{"Order ID": "11", "Order Date": "2026/1/11"})
    loaded = _again([path], mangled, folder=tmp_path)

    last = loaded.bundle.tables["orders"].frame.row(-1, named=True)
    assert (last["order_id"], last["order_date"], last["amount"]) == ("011", date(2026, 1, 11), Decimal("44.50"))
    assert [(one.code, one.count) for one in loaded.issues] == [("R507", 2)]


def test_a_cell_under_a_header_the_file_does_not_have_is_an_error(write_text: Write, tmp_path: Path) -> None:
    path = write_text(HEAD + GOOD + "011,2026-01-11,Bob,abc\n")
    loaded = _again([path], lambda rows: rows.with_columns(pl.lit("5").alias("Betrag")), folder=tmp_path)

    assert (loaded.issues[0].code, loaded.issues[0].value) == ("R505", "5")


def test_a_torn_row_is_mended_by_moving_its_cells(write_text: Write, tmp_path: Path) -> None:
    path = write_text(HEAD + GOOD + "011,2026-01-11,Bob,1,234.50\n")
    moved = _set("12", Amount="1,234.50", **{f"{BEYOND}_1": None})
    loaded = _again([path], moved, folder=tmp_path)

    assert loaded.issues == ()
    assert loaded.accounts[0].money_loaded["amount"] == Decimal("1294.50")


def test_a_torn_row_with_a_cell_left_over_stays_set_aside(write_text: Write, tmp_path: Path) -> None:
    path = write_text(HEAD + GOOD + "011,2026-01-11,Bob,1,234.50\n")
    loaded = _again([path], _set("12", Amount="1,234.50"), folder=tmp_path)

    assert _codes(loaded) == ["R112"]
    assert loaded.accounts[0].quarantined == 1


def test_a_sheet_keeps_its_types_when_a_blank_is_filled(write_book: Callable[..., Path], tmp_path: Path) -> None:
    head = ["Order ID", "Order Date", "Customer", "Amount"]
    rows = [[row, datetime(2026, 1, row), "Ann", row + 0.5] for row in range(1, 11)]  # noqa: DTZ001
    path = write_book({"Jan": [head, *rows, [11, None, "Bob", None]]})
    loaded = _again([path], _set("12", Amount="44.5", **{"Order Date": "2026/1/31"}), folder=tmp_path)

    last = loaded.bundle.tables["orders"].frame.row(-1, named=True)
    assert (last["order_id"], last["order_date"], last["amount"]) == ("11", date(2026, 1, 31), Decimal("44.50"))
    assert loaded.issues == ()


def test_a_sheet_takes_a_cell_that_does_not_fit_its_type_as_text(
    write_book: Callable[..., Path], tmp_path: Path
) -> None:
    head = ["Order ID", "Order Date", "Customer", "Amount"]
    rows = [[row, datetime(2026, 1, row), "Ann", row + 0.5] for row in range(1, 11)]  # noqa: DTZ001
    path = write_book({"Jan": [head, *rows, [11, datetime(2026, 1, 11), "Bob", None]]})  # noqa: DTZ001
    loaded = _again([path], _set("12", Amount="¥1,234.50"), folder=tmp_path)

    assert loaded.accounts[0].money_loaded["amount"] == Decimal("1294.50")


def test_a_header_row_corrected_brings_its_lines_back(write_text: Write, tmp_path: Path) -> None:
    heads = write_text(
        "order_id,order_date,customer_id\n1,2026-01-05,A\n2,2026-13-05,B\n3,2026-01-07,C\n", "orders.csv"
    )
    lines = write_text("order_id,product,quantity,unit_price\n1,X,2,5\n2,X,1,7\n2,Y,1,8\n3,X,1,1\n", "order_lines.csv")
    loaded = _again([heads, lines], _set("3", order_date="2026-02-05"), folder=tmp_path)

    assert [account.quarantined for account in loaded.accounts] == [0, 0]
    # 10 + 7 + 8 + 1
    assert loaded.bundle.tables["orders"].frame["amount"].sum() == Decimal(26)


TENTH = settings(max_examples=settings().max_examples // 10)
CENTS = st.integers(1, 9_999_999).map(lambda cents: f"{cents // 100}.{cents % 100:02}")
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31)).map(str)
WRONG = st.sampled_from(["abc", "", "12..5", "?", "1 2 3", "30.02.2026", "x,y"])
ROWS = st.lists(
    st.tuples(DAYS, st.sampled_from(["Ann", "张三", 'A "B" & Co', "Hill, Ltd"]), CENTS), min_size=12, max_size=20
)
SPOILT = st.dictionaries(st.integers(0, 11), st.tuples(st.sampled_from([1, 3]), WRONG), max_size=4)


@TENTH
@given(ROWS, SPOILT)
def test_rows_spoilt_set_aside_and_corrected_give_the_result_of_the_clean_file(
    rows: list[tuple[str, str, str]], spoilt: dict[int, tuple[int, str]]
) -> None:
    clean = [[f"{number:03}", *row] for number, row in enumerate(rows)]
    dirty = [list(row) for row in clean]
    for number, (column, cell) in spoilt.items():
        dirty[number][column] = cell

    with TemporaryDirectory() as name:
        folder = Path(name)
        for file, lines in (("clean.csv", clean), ("dirty.csv", dirty)):
            pl.DataFrame(lines, schema=HEAD.strip().split(","), orient="row").write_csv(folder / file)
        wanted = load([str(folder / "clean.csv")], options=ReadOptions())
        before = load([str(folder / "dirty.csv")], options=ReadOptions())
        edits = [
            _set(str(number + 2), **{"Order Date": clean[number][1], "Amount": clean[number][3]}) for number in spoilt
        ]
        after = _again([folder / "dirty.csv"], *edits, folder=folder)

    (set_aside,), (mended,) = before.accounts, after.accounts
    assert set_aside.rows == set_aside.loaded + set_aside.quarantined == len(clean)
    assert set_aside.quarantined == len(spoilt)
    assert (mended.rows, mended.loaded, mended.quarantined, mended.corrected) == (
        len(clean),
        len(clean),
        0,
        len(spoilt),
    )
    assert after.bundle.tables["orders"].frame.equals(wanted.bundle.tables["orders"].frame)


@pytest.mark.parametrize("kind", ["sheet", "text"])
def test_corrections_reach_rows_below_the_sample(
    kind: str, write_text: Write, write_book: Callable[..., Path], tmp_path: Path
) -> None:
    cells = [[f"{row}", "2026-01-05", "Ann", "1"] for row in range(500)]
    cells[400][3] = "abc"
    head = HEAD.strip().split(",")
    path = write_book({"S": [head, *cells]}) if kind == "sheet" else write_text([head, *cells])
    loaded = _again([path], _set("402", Amount="7"), folder=tmp_path)

    assert loaded.accounts[0].money_loaded["amount"] == Decimal(506)


def test_a_cell_whose_formula_failed_is_mended_by_its_value(write_book: Callable[..., Path], tmp_path: Path) -> None:
    head = ["Order ID", "Order Date", "Customer", "Amount"]
    rows = [[row, datetime(2026, 1, row), "Ann", row + 0.5] for row in range(1, 11)]  # noqa: DTZ001
    path = write_book({"Jan": [head, *rows, [11, datetime(2026, 1, 11), "Bob", "#N/A"]]})  # noqa: DTZ001
    before = quarantine_rows(load([str(path)], options=ReadOptions()).aside, lang=Lang.EN)
    loaded = _again([path], _set("12", Amount="44.5"), folder=tmp_path)

    assert before["_reason"].to_list() == ["the cell holds the Excel error '#N/A'"]
    assert loaded.accounts[0].money_loaded["amount"] == Decimal("104.50")
    assert loaded.accounts[0].quarantined == 0


def test_corrections_reach_a_text_that_is_not_held_in_memory(
    write_text: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("salesperf.sources.texts.delimited.IN_MEMORY", 1000)
    cells = [[f"{row}", "2026-01-05", "Ann", "1"] for row in range(500)]
    cells[400][3] = "abc"
    loaded = _again(
        [write_text([HEAD.strip().split(","), *cells])], _set("402", Amount="7", Customer="张三"), folder=tmp_path
    )

    frame = loaded.bundle.tables["orders"].frame
    assert loaded.accounts[0].money_loaded["amount"] == Decimal(506)
    assert frame.row(400, named=True)["customer_name"] == "张三"
    assert frame["order_id"].to_list() == [f"{row}" for row in range(500)]


def test_of_several_tables_in_a_file_each_gets_its_own_rows(write_text: Write, tmp_path: Path) -> None:
    first = HEAD + "001,2026-01-01,Ann,5\n002,2026-01-02,Bob,abc\n003,2026-01-03,Cas,6\n"
    customers = "C1,Ann,steel,2020-01-01\nC2,Bob,food,2021-01-01\nC3,Eve,food,2022-01-01\n"
    second = f"Customer ID,Customer Name,Industry,Since\n{customers}"
    path = write_text(f"{first}\n\n{second}\n\n{first.replace('00', '10').replace('abc', 'abd')}")
    loaded = _again([path], _set("3", Amount="7"), lambda rows: rows, folder=tmp_path)

    errors = [(one.code, one.where.row, one.value) for one in loaded.issues if one.severity is Severity.ERROR]
    assert errors == [("R301", 15, "abd")]
    # 5 + 7 + 6 of the first table, 5 + 6 of the last
    assert loaded.bundle.tables["orders"].frame["amount"].sum() == Decimal(29)
