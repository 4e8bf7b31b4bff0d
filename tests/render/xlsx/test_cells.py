from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl.cell.cell import Cell as Read
from xlsxwriter.worksheet import Worksheet

from drawn import draw_on_sheet
from salesperf.core.status import Status
from salesperf.core.text import Text, same
from salesperf.core.unit import Unit
from salesperf.render.xlsx.book import Book
from salesperf.render.xlsx.cells import Pen, Style, as_float, fits, put, serial
from salesperf.render.xlsx.styles import Look
from salesperf.report.model import Cell


def _put(cell: Cell, style: Style = Style()) -> Read:  # noqa: B008 - a frozen value
    def draw(book: Book, sheet: Worksheet) -> None:
        put(Pen(book, sheet), (0, 0), cell, style)

    found: Read = draw_on_sheet(draw)["A1"]
    return found


@pytest.mark.parametrize(
    ("cell", "style", "value", "code"),
    [
        (Cell(Decimal("1234.5")), Style(Unit.MONEY, 2), 1234.5, "#,##0.00"),
        (Cell(Decimal("1234.5678")), Style(Unit.MONEY), 1234.5678, "#,##0.00"),
        (Cell(0.347826), Style(Unit.NUMBER), 0.347826, "#,##0.00"),
        (Cell(0.25), Style(Unit.RATIO), 0.25, "0.0%"),
        (Cell(0.012), Style(Unit.POINTS), 1.2, '+0.0" ▲";-0.0" ▼";0.0'),
        (Cell(3, Unit.COUNT), Style(), 3, "#,##0"),
        (Cell(Decimal("9.5"), Unit.MONEY), Style(), 9.5, '"$"#,##0.00;-"$"#,##0.00'),
        (Cell("007"), Style(), "007", "@"),
        (Cell(value=True), Style(), True, "General"),
        (Cell(date(2026, 3, 1)), Style(), datetime(2026, 3, 1), "[$-409]mmm d, yyyy"),  # noqa: DTZ001 - as it is read
        (Cell(date(1900, 2, 1)), Style(), "1900-02-01", "General"),
    ],
)
def test_every_value_has_its_type_and_format(cell: Cell, style: Style, value: object, code: str) -> None:
    found = _put(cell, style)

    assert (found.value, found.number_format) == (value, code)


def test_a_number_that_is_not_zero_does_not_read_as_zero() -> None:
    """0.0004 is 0.04 %: one decimal would show 0.0 %."""
    assert _put(Cell(0.0004), Style(Unit.RATIO)).number_format == "0.00%"
    assert _put(Cell(0.0), Style(Unit.RATIO)).number_format == "0.0%"


@pytest.mark.parametrize(
    ("change", "unit", "code"),
    [
        (-0.0004, Unit.GROWTH, "0.0%;0.0%"),
        (0.0004, Unit.GROWTH, "0.0%;0.0%"),
        (-0.0005, Unit.GROWTH, '+0.0%" ▲";-0.0%" ▼";0.0%'),
        (-0.0004, Unit.POINTS, "0.0;0.0"),
        (0.0005, Unit.POINTS, '+0.0" ▲";-0.0" ▼";0.0'),
    ],
)
def test_a_change_that_rounds_to_zero_has_no_direction(change: float, unit: Unit, code: str) -> None:
    """0.0004 is 0.04 %, 0.0 at one decimal; 0.0005 rounds to 0.1. The second section draws what is below zero."""
    found = _put(Cell(change), Style(unit))

    assert found.number_format == code
    assert found.value == pytest.approx(change * (100 if unit is Unit.POINTS else 1))


def test_a_number_of_more_than_fifteen_digits_is_text_and_told() -> None:
    told = []

    def draw(book: Book, sheet: Worksheet) -> None:
        put(Pen(book, sheet), (0, 0), Cell(Decimal(1234567890123456)), Style(Unit.MONEY, 0))
        told.extend(book.told())

    sheet = draw_on_sheet(draw)

    assert sheet["A1"].value == "1234567890123456"
    assert [one.en for one in told] == ["Here: 1 number of more than 15 digits as text, first in A1"]
    assert fits(Decimal(999999999999999), 0)
    assert not fits(Decimal("1E+13"), 2)


def test_nothing_stays_empty_and_says_why() -> None:
    found = _put(Cell(None, reason=Text("nothing was sold", "没有销售")), Style(Unit.RATIO))

    assert found.value is None
    assert found.comment is not None
    assert found.comment.text == "nothing was sold"


def test_a_light_has_its_word_and_glyph_beside_texts_numbers_and_nothing() -> None:
    assert _put(Cell("", status=Status.RED)).value == "✗ red"
    assert _put(Cell("late", status=Status.YELLOW)).value == "! yellow late"
    found = _put(Cell(0.9, status=Status.GREEN), Style(Unit.RATIO))
    assert (found.value, found.number_format) == (0.9, '"✓ green "0.0%')
    assert found.fill.start_color.rgb == "FFC6EFCE"


def test_days_count_as_excel_counts_them() -> None:
    """Excel calls 1 January 2000 day 36,526."""
    assert serial(date(2000, 1, 1)) == 36_526
    assert serial(date(1900, 2, 28)) is None


def test_points_are_a_hundred_times_their_fraction_to_the_last_digit() -> None:
    assert as_float(0.021, Unit.POINTS) == 2.1
    assert as_float(Decimal("0.1"), Unit.MONEY) == 0.1


def test_a_look_is_kept_under_the_format_of_a_number() -> None:
    found = _put(Cell(Decimal(1)), Style(Unit.MONEY, look=Look(bold=True)))

    assert found.font.b
    assert found.alignment.horizontal == "right"
    assert _put(Cell(same("x").en)).alignment.horizontal is None
