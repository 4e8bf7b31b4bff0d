from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from salesperf.app.customer.run import customer
from salesperf.core.errors import DataError, UsageError
from salesperf.metrics.request import Request
from salesperf.report.model import Cell, sections_of

if TYPE_CHECKING:
    from conftest import Asking


def test_a_customer_is_shown_among_the_others_and_on_its_own(ask: Asking) -> None:
    answer = customer(ask("orders.csv"), "bob", Request(period="2026"))

    report = answer.report
    assert (report.schema, report.title.en) == ("salesperf.customer/1", "Customer: Bob")
    sections = {section.key: section for section in sections_of(report)}
    told = {
        str(row.cells[0].value): row.cells[1].value  # type: ignore[union-attr]
        for row in sections["standing"].blocks[0].rows
    }
    # Bob bought 200 and 70 of 420.50; Ann 150.50, and Cas gave back alone.
    assert (told["customer"], told["rank by revenue"], told["net revenue in all"]) == ("Bob", "1 of 3", 270)
    assert told["last sold by"] == "Mei Lin"
    assert [row.cells[0].value.isoformat() for row in sections["history"].blocks[0].rows] == ["2026-03-31"]  # type: ignore[union-attr]
    # The numbers of the pack are its own.
    trend = next(block for section in sections.values() for block in section.blocks if block.key == "trend")
    values = [cell.value for row in trend.rows for cell in row.cells[1:2] if isinstance(cell, Cell)]
    assert [value for value in values if value] == [200, 70]
    assert answer.report.meta.manifest["request"]["customer"] == "Bob"  # type: ignore[index]


def test_who_is_no_customer_is_told(ask: Asking) -> None:
    with pytest.raises(UsageError, match="no customer 'Rob' is scored"):
        customer(ask("orders.csv"), "Rob", Request())


def test_a_day_before_the_data_is_refused(ask: Asking) -> None:
    with pytest.raises(DataError, match="before the first day"):
        customer(ask("orders.csv"), "Bob", Request(as_of=date(2025, 1, 1)))
