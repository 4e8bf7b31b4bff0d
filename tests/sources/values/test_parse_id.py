from __future__ import annotations

from datetime import date

import polars as pl

from salesperf.sources.values.parse_id import IdForm, IdFormat, folded, id_form


def _read(cells: pl.Series) -> list[str | None]:
    return cells.to_frame("id").select(IdFormat(id_form(cells)).parsed(pl.col("id"))).to_series().to_list()


def test_leading_zeros_stay() -> None:
    assert _read(pl.Series(["007", "00042"])) == ["007", "00042"]


def test_point_zero_goes_only_when_every_cell_has_it() -> None:
    assert _read(pl.Series(["17850.0", "13047.0"])) == ["17850", "13047"]
    assert _read(pl.Series(["17850.0", "C100"])) == ["17850.0", "C100"]


def test_numbers_of_a_workbook_become_whole_texts() -> None:
    assert _read(pl.Series([17850, None])) == ["17850", None]
    assert _read(pl.Series([17850.0, 1.5])) == ["17850", "1.5"]


def test_an_id_shown_as_a_date_is_its_serial_number_again() -> None:
    assert id_form(pl.Series([date(2019, 7, 13)])) is IdForm.DATE
    assert _read(pl.Series([date(2019, 7, 13)])) == ["43659"]


def test_ids_past_floating_point_are_suspect() -> None:
    cells = pl.DataFrame({"id": [12345678901234567.0, 42.0]})

    marked = cells.select(IdFormat(IdForm.FLOAT).is_suspect(pl.col("id"))).to_series().to_list()

    assert marked == [True, False]


def test_names_differ_by_letters_not_by_blanks_or_width() -> None:
    names = pl.Series("name", ["ＡＣＭＥ", "ACME ", "Bob  Smith", "bob smith", "NULL", "无", None])

    assert folded(names).to_list() == ["ACME", "ACME", "Bob Smith", "bob smith", None, None, None]
