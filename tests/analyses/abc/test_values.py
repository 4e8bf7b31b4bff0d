from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from abc_ground import HEAD, found
from salesperf.analyses.abc.values import Asked, Bring, Brought
from salesperf.core.errors import DataError, UsageError


def amounts(told: Brought) -> dict[str, Decimal]:
    return dict(told.frame.select("key", "amount").iter_rows())


def test_everybody_has_what_came_in_less_what_came_back() -> None:
    told = found()

    assert amounts(told) == {"Ann": 50, "Bob": 30, "Cas": 15, "Dora": 5}
    assert (told.unkeyed, told.unkeyed_amount) == (1, 7)
    assert told.days.start == date(2026, 1, 5)
    assert told.lapsed.is_empty()


def test_products_and_other_dimensions_can_be_classed() -> None:
    # Tea 60 - 10 + 10 + 7, rice 30 + 5 + 5.
    assert amounts(found(Asked(of="product"))) == {"tea": 67, "rice": 40}
    assert amounts(found(Asked(of="region", where=("product=rice",)))) == {"West": 40}


def test_margin_is_of_what_has_a_cost() -> None:
    told = found(Asked(measure=Bring.MARGIN))

    # Ann 50 - 15, Bob 30 - 30, Cas 15 - 2; the cost of Dora's 5 is not known: 102 of 107 have one.
    assert amounts(told) == {"Ann": 35, "Bob": 0, "Cas": 13, "Dora": 0}
    assert told.costed == pytest.approx(102 / 107)
    with pytest.raises(DataError, match="no cost"):
        found(Asked(measure=Bring.MARGIN), "order_id,order_date,customer_id,amount\n1,2026-01-01,Ann,5\n")


def test_who_brought_something_only_before_has_lapsed() -> None:
    march = found(Asked(period="2026-03"))
    assert amounts(march) == {"Cas": 15, "Dora": 5}
    assert march.lapsed.select("key", "last").rows() == [("Ann", date(2026, 2, 5)), ("Bob", date(2026, 2, 6))]

    # Of 30 days up to the end of February: from January 30 on.
    window = found(Asked(window=30, as_of=date(2026, 2, 28)))
    assert amounts(window) == {"Ann": -10, "Bob": 30}
    assert window.lapsed.is_empty()


def test_days_that_cannot_be_are_refused() -> None:
    with pytest.raises(UsageError, match="both say the days"):
        found(Asked(period="2026", window=3))
    with pytest.raises(DataError, match="no sales from 2025-01-01 to 2025-12-31"):
        found(Asked(period="2025"))


def test_sales_whose_customers_are_all_missing_are_not_called_no_sales() -> None:
    with pytest.raises(DataError, match="no sale from 2026-01-01 to 2026-01-01 says its customer") as caught:
        found(orders=HEAD + "1,2026-01-01,,tea,East,5,1\n")
    assert caught.value.hint.startswith("1 line has none; ")
