from __future__ import annotations

from datetime import timedelta

import pytest

from salesperf.app.demo.company import Company


def test_everybody_asked_answers_twice_on_the_two_scales(company: Company) -> None:
    satisfied, recommends = company.setting.office.surveys
    by_kind = {kind: [one for one in company.beside.answers if one.kind == kind] for kind in (satisfied, recommends)}

    assert len(by_kind[satisfied]) == len(by_kind[recommends]) == 36 * len(company.setting.halves)
    assert all(1 <= one.score <= one.scale == 5 for one in by_kind[satisfied])
    assert all(0 <= one.score <= one.scale == 10 for one in by_kind[recommends])


def test_costs_stand_on_the_last_day_of_every_month(company: Company) -> None:
    days = {one.day for one in company.beside.costs}

    assert len(days) == 6 * len(company.setting.halves)
    assert all((day + timedelta(days=1)).day == 1 for day in days)


def test_the_costs_of_a_half_are_the_share_of_revenue_that_its_conduct_says(company: Company) -> None:
    for half, conduct in zip(company.setting.halves, company.setting.conduct, strict=True):
        spent = sum(one.amount for one in company.beside.costs if half.first <= one.day <= half.last)
        assert spent / half.revenue * 1000 == pytest.approx(conduct.cost, rel=0.05)


def test_the_whole_market_of_a_quarter_is_that_of_its_regions(company: Company) -> None:
    for period in {one.period for one in company.beside.market}:
        rows = [one for one in company.beside.market if one.period == period]
        (whole,) = [one.size for one in rows if not one.region]
        assert whole == sum(one.size for one in rows if one.region)
        assert {one.region for one in rows} == {"", *(region.name for region in company.setting.regions)}
