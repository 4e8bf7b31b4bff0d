from __future__ import annotations

from collections import Counter

from salesperf.app.demo.company import Company

_MONDAY = 0


def test_what_was_agreed_stands_in_every_state_and_some_of_it_is_late(company: Company) -> None:
    agreed, last = company.beside.agreed, company.setting.halves[-1].last
    open_, in_progress, done, cancelled = company.setting.office.agreed_states

    assert Counter(one.state for one in agreed) == {open_: 3, in_progress: 3, done: 3, cancelled: 1}
    late = [one for one in agreed if one.state in {open_, in_progress} and one.due < last]
    assert len(late) == 2


def test_actions_are_raised_in_the_meetings_of_mondays_and_done_before_the_last_day(company: Company) -> None:
    last = company.setting.halves[-1].last

    for one in company.beside.agreed:
        assert one.raised.weekday() == _MONDAY
        assert one.raised <= last
        assert (one.done is not None) == (one.state == company.setting.office.agreed_states[2])
        assert one.done is None or one.raised < one.done <= min(one.due, last)


def test_each_is_for_who_serves_the_customer_it_names(company: Company) -> None:
    last = company.setting.halves[-1].last
    served = {customer.name: company.setting.seller(customer, last).name for customer in company.customers}

    for one in company.beside.agreed:
        assert [rep for name, rep in served.items() if name in one.text and rep == one.owner.name]
