"""Tables without a header."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl
import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions
from salesperf.sources.recognition.headerless import by_cells
from salesperf.sources.recognition.sample import Sample

Write = Callable[..., Path]
Load = Callable[..., Loaded]
ROWS = "1001,2025-01-03,Acme,Bob,100.00\n1002,2025-01-04,Beta,Ann,200.00\n1003,2025-02-04,Beta,Ann,300.00\n"


def _sample(*columns: Sequence[str]) -> Sample:
    rows = pl.DataFrame({f"column_{place}": list(cells) for place, cells in enumerate(columns, start=1)})
    return Sample(tuple(rows.columns), rows)


IDS, DAYS, NAMES = ("1001", "1002", "1003"), ("2025-01-03", "2025-01-04", "2025-02-04"), ("Acme", "Beta", "Beta")


def test_the_only_date_amount_and_id_are_known_by_their_cells() -> None:
    found = by_cells(_sample(IDS, DAYS, NAMES, ("100.00", "200.00", "300.00")))

    assert found == {"order_id": "column_1", "order_date": "column_2", "amount": "column_4"}


def test_an_amount_that_is_the_product_of_the_others_tells_quantity_and_price() -> None:
    found = by_cells(_sample(IDS, DAYS, ("2", "3", "1"), ("50.00", "20.00", "30.50"), ("100.00", "60.00", "30.50")))

    assert found == {
        "order_id": "column_1",
        "order_date": "column_2",
        "quantity": "column_3",
        "unit_price": "column_4",
        "amount": "column_5",
    }


@pytest.mark.parametrize(
    "columns",
    [
        (IDS, DAYS, ("100", "200", "300"), ("200", "400", "100")),
        (DAYS, ("2025-02-03", "2025-02-04", "2025-03-04"), ("100.00", "200.00", "300.00")),
        (IDS, NAMES, ("100.00", "200.00", "300.00")),
        (IDS, DAYS, NAMES),
        (IDS, DAYS, ("100.00", "200.00", "300.00"), ("10", "11", "10")),
        (IDS[:2], DAYS[:2], ("100.00", "200.00")),
    ],
    ids=["two amounts", "two dates", "no date", "no amount", "an amount and a number", "two rows"],
)
def test_what_two_columns_could_be_or_none_is_not_guessed(columns: Sequence[Sequence[str]]) -> None:
    assert by_cells(_sample(*columns)) == {}


def test_a_file_without_a_header_is_read_and_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(ROWS))

    frame = loaded.bundle.tables["orders"].frame
    assert frame["amount"].sum() == 600
    assert frame["order_id"].to_list() == ["1001", "1002", "1003"]
    assert [fault.code for fault in loaded.issues if fault.code == "R212"] == ["R212"]
    assert any("amount is column_5" in note.en for note in loaded.bundle.notes)


def test_beside_sales_with_a_header_it_is_left_out(write_text: Write, load_files: Load) -> None:
    other = write_text("order_id,order_date,amount\n1,2025-01-03,5\n", name="orders.csv")

    loaded = load_files(write_text(ROWS, name="plain.csv"), other)

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 5


def test_what_is_not_certain_is_listed_with_the_lines_that_name_it(write_text: Write, load_files: Load) -> None:
    path = write_text("1001,2025-01-03,Acme,100,200\n1002,2025-01-04,Beta,200,400\n1003,2025-02-04,Beta,300,100\n")

    (fault,) = (fault for fault in load_files(path).issues if fault.code == "R201")

    assert "column_4 ('100', '200', '300'), column_5 ('200', '400', '100')" in fault.hint
    assert fault.hint.endswith(
        '\n[[table]]\nname = "orders"\nfiles = ["orders.csv"]\n'
        'columns = { order_date = "column_2", amount = "column_5", customer_name = "column_3" }'
    )


def test_columns_are_named_by_their_place(write_text: Write, load_files: Load) -> None:
    columns = {"order_date": "column_2", "amount": "column_4"}
    path = write_text("1001,2025-01-03,Acme,100,200\n1002,2025-01-04,Beta,200,400\n1003,2025-02-04,Beta,300,100\n")

    loaded = load_files(path, options=ReadOptions(tables=(TableOptions("orders", ("*.csv",), columns=columns),)))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 600


def test_clicks_without_days_and_money_get_no_lines(write_text: Write, load_files: Load) -> None:
    rows = [f"{user},22683{user},2520{user},pv,15115440{user}" for user in range(18, 26)]

    (fault,) = [one for one in load_files(write_text("\n".join(rows) + "\n")).issues if one.code == "R201"]

    assert "by their cells the columns are no sales (no column of days" in fault.hint
    assert "[[table]]" not in fault.hint
