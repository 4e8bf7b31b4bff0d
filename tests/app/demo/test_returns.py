from __future__ import annotations

import pytest

from salesperf.app.demo.company import Company


def test_returns_are_the_companys_usual_share_of_what_it_sold(company: Company) -> None:
    words = company.setting.words
    for half in company.setting.halves:
        lines = [line for order in company.orders if half.first <= order.day <= half.last for line in order.lines]
        sold = sum(line.amount for line in lines if line.status == words.completed)
        returned = -sum(line.amount for line in lines if line.status == words.returned)

        assert returned / sold == pytest.approx(company.setting.return_permille / 1000, abs=0.0015)


def test_no_more_comes_back_than_was_sold(company: Company) -> None:
    orders = {order.number: order for order in company.orders if not order.return_of}

    for note in company.orders:
        if note.return_of:
            (line,) = note.lines
            sold = next(one for one in orders[note.return_of].lines if one.product == line.product)
            assert 0 < -line.quantity <= sold.quantity
            assert line.unit_price == sold.unit_price
            assert 0 <= -line.discount <= sold.discount


def test_a_credit_note_belongs_to_the_half_year_of_its_order(company: Company) -> None:
    day = {order.number: order.day for order in company.orders}

    for note in company.orders:
        if note.return_of:
            assert (day[note.return_of].year, day[note.return_of].month <= 6) == (note.day.year, note.day.month <= 6)


def test_whole_and_partial_returns_both_occur(company: Company) -> None:
    orders = {order.number: order for order in company.orders}
    whole = []
    for note in company.orders:
        if note.return_of:
            sold = next(one for one in orders[note.return_of].lines if one.product == note.lines[0].product)
            whole.append(-note.lines[0].quantity == sold.quantity)

    assert set(whole) == {True, False}
