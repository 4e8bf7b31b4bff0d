"""Records as a workbook: what comes back when it is opened."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from salesperf.core.errors import OutputError
from salesperf.core.text import Lang, same
from salesperf.render.xlsx.bare import draw
from salesperf.report.model import Column, Records, Report, Value


def _report(*rows: tuple[Value, ...]) -> Report:
    columns = tuple(Column(f"c{at}", same("C")) for at in range(len(rows[0])))
    return Report("salesperf.test/1", same("T"), Lang.EN, (), Records(columns, rows))


def _cells(report: Report) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(BytesIO(draw(report)))
    return [tuple(cell.value for cell in row) for row in book.worksheets[0].iter_rows()]


def test_every_cell_has_its_own_type() -> None:
    found = _cells(_report(("007", Decimal("1.50"), 3, 0.25, None, date(2026, 3, 1), True)))

    assert found[0] == ("c0", "c1", "c2", "c3", "c4", "c5", "c6")
    assert [str(cell).removesuffix(" 00:00:00") for cell in found[1]] == [
        "007",
        "1.5",
        "3",
        "0.25",
        "None",
        "2026-03-01",
        "True",
    ]


def test_a_number_whose_digits_would_be_lost_is_text() -> None:
    """A float has 53 bits: 2 ** 53 + 1 is none, 2 ** 53 is one."""
    exact, kept = Decimal(2**53 + 1), Decimal(2**53)

    assert _cells(_report((exact, kept)))[1] == ("9007199254740993", 9007199254740992)


def test_text_is_never_run() -> None:
    assert _cells(_report(("=1+1", "{=A1}", "http://a.b", "-2")))[1] == ("=1+1", "{=A1}", "http://a.b", "-2")


def test_a_text_longer_than_a_cell_is_refused() -> None:
    with pytest.raises(OutputError, match="c0 holds a text of 32,768 characters"):
        draw(_report(("x" * 32_768,)))


def test_the_same_report_gives_the_same_bytes() -> None:
    report = _report(("a", Decimal(1)))

    assert draw(report) == draw(report)
