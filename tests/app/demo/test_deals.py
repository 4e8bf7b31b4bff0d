from __future__ import annotations

from salesperf.app.demo.company import Company


def test_each_half_closes_the_deals_of_its_story(company: Company) -> None:
    words = company.setting.words
    for half in company.setting.halves:
        closed = [deal for deal in company.deals if deal.closed and half.first <= deal.closed <= half.last]
        lost = [deal for deal in closed if deal.stage == words.lost]

        assert len(closed) - len(lost) == half.won_deals
        assert (len(lost), sum(deal.reason == words.price for deal in lost)) == (half.lost_deals, half.lost_on_price)


def test_a_won_deal_is_an_order_of_the_same_day_customer_rep_and_amount(company: Company) -> None:
    words = company.setting.words
    orders = {
        (
            order.day,
            order.customer.key,
            order.rep.key,
            sum(line.amount for line in order.lines if line.status == words.completed),
        )
        for order in company.orders
    }

    won = {
        (deal.closed, deal.customer.key, deal.rep.key, deal.amount) for deal in company.deals if deal.stage == words.won
    }

    assert won <= orders


def test_every_new_customer_begins_with_a_won_deal(company: Company) -> None:
    words = company.setting.words
    first: dict[str, object] = {}
    for order in company.orders:
        if any(line.status == words.completed for line in order.lines):
            first.setdefault(order.customer.key, order.day)
    won = {(deal.customer.key, deal.closed) for deal in company.deals if deal.stage == words.won}

    half = company.setting.halves[0]
    newcomers = {(key, day) for key, day in first.items() if day > half.last}

    assert newcomers <= won


def test_days_of_a_deal_are_in_order(company: Company) -> None:
    last = company.setting.halves[-1].last

    for deal in company.deals:
        assert deal.rep.hired < deal.created <= (deal.closed or last) <= last


def test_the_last_day_has_its_open_deals_some_of_them_overdue(company: Company) -> None:
    open_deals = [deal for deal in company.deals if deal.closed is None]

    assert len(open_deals) == company.setting.open_deals
    assert {deal.stage for deal in open_deals} == {stage for stage, _ in company.setting.words.stages}
    assert any(deal.expected <= company.setting.halves[-1].last for deal in open_deals)


def test_deals_are_numbered_in_the_order_they_were_created(company: Company) -> None:
    assert [deal.key for deal in company.deals] == sorted(deal.key for deal in company.deals)
    assert [deal.created for deal in company.deals] == sorted(deal.created for deal in company.deals)
