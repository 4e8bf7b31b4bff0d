"""Won deals as sales, and what to write where they lack the day of winning."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from salesperf.core.errors import DataError
from salesperf.engine import collect
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of


def test_won_deals_without_a_date_or_an_amount_are_findings_and_not_zero() -> None:
    text = "deal_id,stage,amount,closed_date\n1,Won,,2026-01-05\n2,Won,10,\n3,Won,5,2026-01-06\n4,Lost,,\n"

    found = sales(bundle_of([("deals", text)]), section=SalesSection())

    assert collect(found.lines)["net"].sum() == 5
    assert [(finding.code, finding.count) for finding in found.findings] == [("F501", 1), ("F502", 1)]


def test_deals_without_a_close_date_column_cannot_be_booked() -> None:
    with pytest.raises(DataError, match="no column for closed_date") as caught:
        sales(bundle_of([("deals", "deal_id,stage,amount\n1,Won,5\n")]), section=SalesSection())

    assert caught.value.hint is not None
    assert caught.value.hint.endswith('name = "deals"\nfiles = ["..."]\ncolumns = { closed_date = "header" }')


def test_the_expected_day_is_named_and_left_to_who_knows_whether_winning_sets_it() -> None:
    bundle = bundle_of([("deals", "deal_id,stage,amount,expected_close_date\n1,Won,5,2026-03-01\n")])
    named = replace(bundle, headers={"预计成交日期": "expected_close_date"})

    with pytest.raises(DataError) as caught:
        sales(named, section=SalesSection())

    assert caught.value.hint is not None
    assert 'columns = { closed_date = "预计成交日期" }' in caught.value.hint
