from __future__ import annotations

from statistics import median

from salesperf.app.demo.company import Company
from salesperf.app.demo.hengyuan import HENGYUAN


def test_as_many_leads_come_a_month_as_the_conduct_says(company: Company) -> None:
    setting = company.setting

    for half, conduct in zip(setting.halves, setting.conduct, strict=True):
        came = [one for one in company.beside.leads if half.first <= one.created.date() <= half.last]
        assert len(came) == 6 * conduct.leads


def test_leads_stand_by_the_moment_they_came_and_are_answered_later(company: Company) -> None:
    moments = [one.created for one in company.beside.leads]

    assert moments == sorted(moments)
    assert all(one.answered is None or one.answered > one.created for one in company.beside.leads)


def test_a_converted_lead_was_answered_and_says_so(company: Company) -> None:
    converted = company.setting.office.lead_states[0]

    for one in company.beside.leads:
        assert (one.state == converted) == (one.converted is not None)
        assert one.converted is None or (one.answered is not None and one.converted > one.created.date())


def test_hengyuan_answers_after_three_days_and_then_after_one(company: Company) -> None:
    if company.setting != HENGYUAN:
        return
    bad, good = HENGYUAN.halves[4], HENGYUAN.halves[5]

    def hours(half: object) -> float:
        return median(
            (one.answered - one.created).total_seconds() / 3600
            for one in company.beside.leads
            if one.answered is not None and half.first <= one.created.date() <= half.last  # type: ignore[attr-defined]
        )

    assert 68 <= hours(bad) <= 76
    assert 22 <= hours(good) <= 27


def test_reps_are_active_on_days_they_are_there(company: Company) -> None:
    for one in company.beside.activities:
        assert one.rep.hired <= one.day
        assert one.rep.left is None or one.day <= one.rep.left
    kinds = {one.kind for one in company.beside.activities}
    assert kinds == {kind for kind, _ in company.setting.office.activities}
