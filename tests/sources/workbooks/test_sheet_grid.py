from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import fastexcel
import openpyxl
import polars as pl
import pytest

from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import SourceFile
from salesperf.sources.workbooks.sheet_grid import Workbook

FIRST, SECOND = datetime(2026, 1, 5), datetime(2026, 1, 6)  # noqa: DTZ001 -- a workbook's dates have no zone
ROWS = (("id", "date", "amount"), (1, FIRST, 2.5), (2, SECOND, 40))
WriteBook = Callable[..., Path]


def _open(path: Path) -> Workbook:
    return Workbook(path, SourceFile(path, path.name, "", path.stat().st_size))


def test_sheets_come_in_the_order_of_the_workbook_and_hidden_ones_are_told(write_book: WriteBook) -> None:
    path = write_book({"Orders": ROWS, "Secret": ROWS, "Empty": ()}, hidden=("Secret",))
    whole = openpyxl.load_workbook(path)
    whole.create_chartsheet("Chart")
    whole.save(path)

    book = _open(path)

    assert book.names == ("Orders", "Secret", "Empty", "Chart")
    assert book.hidden() == {"Secret", "Chart"}


def test_the_first_filled_row_is_counted_as_the_sheet_counts(write_book: WriteBook) -> None:
    book = _open(write_book({"Orders": ROWS, "Empty": ()}, at=(4, 2)))

    assert (book.first_row("Orders"), book.first_row("Empty")) == (4, 0)


def test_cells_below_the_header_have_their_types_and_columns_their_numbers(write_book: WriteBook) -> None:
    grid = _open(write_book({"Orders": ROWS}, at=(4, 2))).grid("Orders", first=4, header=0)

    assert (grid.header, grid.columns) == (("id", "date", "amount"), (2, 3, 4))
    assert grid.rows.rows() == [(1.0, FIRST, 2.5), (2.0, SECOND, 40.0)]
    assert grid.rows.dtypes == [pl.Float64, pl.Datetime("ms"), pl.Float64]


def test_a_header_below_the_first_row_leaves_out_what_is_above(write_book: WriteBook) -> None:
    grid = _open(write_book({"Orders": (("A title",), *ROWS)})).grid("Orders", first=1, header=1)

    assert grid.header == ("id", "date", "amount")
    assert grid.rows.height == 2


def test_without_a_header_every_row_is_data(write_book: WriteBook) -> None:
    grid = _open(write_book({"Orders": ROWS[1:]})).grid("Orders", first=1, header=None)

    assert grid.header == ("", "", "")
    assert grid.rows.rows() == [(1.0, FIRST, 2.5), (2.0, SECOND, 40.0)]


def test_header_cells_are_what_the_sheet_says_repeated_numbers_and_empty_ones_too(write_book: WriteBook) -> None:
    rows = (("id", "amount", "amount", 2026, None), (1, 2, 3, 4, 5))

    grid = _open(write_book({"Orders": rows})).grid("Orders", first=1, header=0)

    assert grid.header == ("id", "amount", "amount", "2026", "")


def test_a_header_that_ends_like_a_renamed_one_stays_itself(write_book: WriteBook) -> None:
    rows = (("amount", "amount_1"), (1, 2))

    assert _open(write_book({"Orders": rows})).grid("Orders", first=1, header=0).header == ("amount", "amount_1")


def test_a_column_of_several_types_comes_as_text(write_book: WriteBook) -> None:
    rows = (("id", "amount"), (1, 2.5), (2, "open"), (3, 7))

    grid = _open(write_book({"Orders": rows})).grid("Orders", first=1, header=0)

    assert grid.rows["amount"].to_list() == ["2.5", "open", "7"]


def test_no_cell_of_numbers_is_nan(write_book: WriteBook) -> None:
    grid = _open(write_book({"Orders": (("n",), (1,), ("nan",), (4,))})).grid("Orders", first=1, header=0)

    assert grid.rows["n"].to_list() == [1.0, None, 4.0]


def test_what_the_typed_reader_refuses_is_read_cell_by_cell(
    write_book: WriteBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = ((None, None, None), ("id", "note", "amount"), (1, "a", 2.5), (2, 7, 40), (3, None, None))
    book = _open(write_book({"Orders": rows}, at=(1, 3)))

    def refuse(*_: object, **__: object) -> object:
        raise ValueError("no such type")

    monkeypatch.setattr(Workbook, "_typed", refuse)
    grid = book.grid("Orders", first=2, header=0)

    assert (grid.header, grid.columns) == (("id", "note", "amount"), (3, 4, 5))
    assert grid.rows.rows() == [(1.0, "a", 2.5), (2.0, "7", 40.0), (3.0, None, None)]


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b""])
def test_a_workbook_that_cannot_be_opened_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsx"
    path.write_bytes(content)

    with pytest.raises(Refused) as refused:
        _open(path)

    assert (refused.value.issue.code, refused.value.issue.where.file) == ("R122", "orders.xlsx")
    assert "Context" not in refused.value.issue.message


def test_a_sheet_that_cannot_be_read_is_refused_by_name(write_book: WriteBook) -> None:
    with pytest.raises(Refused) as refused:
        _open(write_book({"Orders": ROWS})).grid("Other", first=1, header=0)

    assert (refused.value.issue.code, refused.value.issue.where.sheet) == ("R122", "Other")


def _raising(error: BaseException) -> Callable[..., Any]:
    def read(_: object) -> object:
        raise error

    return read


def test_a_panic_of_the_native_reader_refuses_and_an_interruption_stops(
    write_book: WriteBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PanicException(BaseException):
        """As native code raises it."""

    path = write_book({"Orders": ROWS})

    monkeypatch.setattr(fastexcel, "read_excel", _raising(PanicException("index out of bounds")))
    with pytest.raises(Refused, match="index out of bounds"):
        _open(path)

    monkeypatch.setattr(fastexcel, "read_excel", _raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        _open(path)


def test_a_password_is_told_as_one(write_book: WriteBook, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_book({"Orders": ROWS})
    monkeypatch.setattr(fastexcel, "read_excel", _raising(ValueError("Workbook is Password protected")))

    with pytest.raises(Refused) as refused:
        _open(path)

    assert refused.value.issue.code == "R120"


def _text(word: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{word}</text:p></table:table-cell>'


def _number(value: str) -> str:
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def _time(value: str) -> str:
    return (
        f'<table:table-cell office:value-type="time" office:time-value="{value}"><text:p>0</text:p></table:table-cell>'
    )


def _open_document(path: Path, *rows: tuple[str, ...]) -> Workbook:
    namespaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    body = "".join(f"<table:table-row>{''.join(cells)}</table:table-row>" for cells in rows)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<office:document-content {namespaces} office:version="1.2"><office:body><office:spreadsheet>'
            f'<table:table table:name="S">{body}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return _open(path)


def test_lengths_of_time_are_text_beyond_a_day_too(write_book: WriteBook) -> None:
    rows = (("id", "hours"), (1, timedelta(hours=10, minutes=30)), (2, timedelta(hours=26, seconds=5)), (3, None))

    grid = _open(write_book({"S": rows})).grid("S", first=1, header=0)

    assert grid.rows.rows() == [(1.0, "10:30:00"), (2.0, "26:00:05"), (3.0, None)]


def test_a_length_of_time_among_numbers_is_not_taken_for_a_date(write_book: WriteBook) -> None:
    rows = (("id", "amount"), (1, 2.5), (2, timedelta(days=2)))

    assert _open(write_book({"S": rows})).grid("S", first=1, header=0).rows.rows() == [(1.0, "2.5"), (2.0, "48:00:00")]


def test_lengths_of_time_of_open_document_are_read_where_the_typed_reader_gives_none(tmp_path: Path) -> None:
    alone = _open_document(
        tmp_path / "alone.ods",
        (_text("id"), _text("hours")),
        (_text("a"), _time("PT10H30M00S")),
        (_text("b"), _time("PT26H00M05S")),
    )
    mixed = _open_document(
        tmp_path / "mixed.ods",
        (_text("id"), _text("amount")),
        (_text("PTO"), _number("10")),
        (_text("b"), _time("PT48H")),
    )

    assert alone.grid("S", first=1, header=0).rows.rows() == [("a", "10:30:00"), ("b", "26:00:05")]
    assert mixed.grid("S", first=1, header=0).rows.rows() == [("PTO", "10"), ("b", "48:00:00")]
