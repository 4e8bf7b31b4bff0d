from __future__ import annotations

from datetime import date

import pytest

from salesperf.core.errors import DataError
from salesperf.core.text import Text
from salesperf.engine import collect
from salesperf.facts.chosen import Chosen, chosen_lines
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

ORDERS = """\
order_id,order_date,customer_id,region,amount
A,2026-01-05,C1,East,100
B,2026-01-06,C2,West,50
C,,C2,East,7
"""
WHY = Text("a test needs them", "测试需要日期")


def chosen(*where: str, by: tuple[str, ...] = ("customer",), orders: str = ORDERS) -> Chosen:
    shop = bundle_of([("orders", orders)])
    return chosen_lines(sales(shop, section=SalesSection()), shop, by=by, where=where, needed_for=WHY)


def test_lines_have_the_dimensions_asked_for_and_those_of_the_conditions() -> None:
    found = chosen("region=East")
    lines = collect(found.found.lines)

    assert sorted(lines.select("order", "customer", "region").rows()) == [("A", "C1", "East"), ("C", "C2", "East")]
    assert found.is_cut
    assert (found.days.first, found.days.last) == (date(2026, 1, 5), date(2026, 1, 6))


def test_without_conditions_nothing_is_cut_off() -> None:
    found = chosen()

    assert sorted(collect(found.found.lines)["order"].to_list()) == ["A", "B", "C"]
    assert not found.is_cut


def test_without_a_day_it_is_said_what_days_are_needed_for() -> None:
    with pytest.raises(DataError, match="no line of sales has a date") as caught:
        chosen(orders="order_id,order_date,customer_id,amount\nA,,C1,100\n")

    assert caught.value.hint == WHY.en


def test_a_condition_on_what_is_not_there_is_refused() -> None:
    with pytest.raises(DataError, match="cannot split by team"):
        chosen("team=North")
