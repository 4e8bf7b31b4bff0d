from __future__ import annotations

import polars as pl

from salesperf.sources.profile import profiles
from salesperf.sources.recognition.candidate import HEADER, Verdict
from salesperf.sources.recognition.detect import detected
from salesperf.sources.recognition.sample import Sample

KNOWN = profiles()


def _verdict(**columns: list[object]) -> Verdict:
    rows = pl.DataFrame({name.replace("_", " ").strip(): cells for name, cells in columns.items()}, strict=False)
    return detected(Sample(tuple(rows.columns), rows), KNOWN)


def _table(verdict: Verdict) -> str | None:
    return verdict.best.table if verdict.best else None


DATES = ["2026-01-05", "2026-01-06"]
AMOUNTS = ["10", "20.5"]


def test_orders_need_no_order_id() -> None:
    assert _table(_verdict(customer_id=["A", "A"], order_date=DATES, revenue=AMOUNTS)) == "orders"


def test_a_list_of_customers_by_name_alone_is_one() -> None:
    assert _table(_verdict(account=["A", "B"], sector=["retail", "health"])) == "customers"


def test_people_may_be_named_by_first_and_last_name() -> None:
    verdict = _verdict(first_name=["Ann", "Bob"], last_name=["Lee", "Ray"], job_title=["rep", "rep"])

    assert _table(verdict) == "people"


def test_a_price_is_an_amount_only_where_nothing_may_be_a_quantity() -> None:
    prices: dict[str, list[object]] = {"order_id": ["1", "2"], "order_date": DATES, "price": AMOUNTS}

    assert _table(_verdict(**prices)) == "orders"
    half = _verdict(**prices, count_of_pieces=["1", "3"]).best
    assert half is not None
    assert half.role == HEADER


def test_a_status_says_enough_of_a_deal_without_stages() -> None:
    verdict = _verdict(deal_name=["a", "b"], amount=AMOUNTS, status=["Won", "Open"], close_date=DATES)

    assert _table(verdict) == "deals"


def _by_day(day: str, **beside: list[object]) -> str | None:
    cells = {day: DATES, "product": ["Pen", "Ink"], "price": AMOUNTS, **beside}
    return _table(_verdict(**cells))


def test_rows_with_the_day_of_a_sale_and_a_price_are_sales() -> None:
    assert _by_day("transaction_date", country=["France", "Spain"], account_created=["1/2/25", "1/3/25"]) == "orders"
    assert _by_day("成交时间") == "orders"
    assert _by_day("saledate") == "orders"


def test_a_list_of_prices_has_days_and_is_none() -> None:
    assert _by_day("effective_date") != "orders"
    assert _by_day("date") != "orders"


def test_beside_what_was_measured_a_price_is_that_of_one_of_it() -> None:
    assert _by_day("成交日期", 面积=["89.5", "120"]) != "orders"
    assert _by_day("sold_date", weight=["3", "4"]) != "orders"
    # Quantities that cannot be read are no reason to count without them.
    assert _by_day("sold_date", qty=["some", "few"]) != "orders"
