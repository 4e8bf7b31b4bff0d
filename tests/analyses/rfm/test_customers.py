from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rfm_ground import FIVE, HEAD, MORE, bundle, question, scored, sold
from salesperf.analyses.rfm.axes import Axis, Counting, Returns
from salesperf.analyses.rfm.customers import Unscored, customers_of
from salesperf.core.errors import DataError

EDGES = {Axis.RECENCY: (60,), Axis.FREQUENCY: (1, 3), Axis.MONETARY: (100, 300)}


def test_who_is_not_scored_is_counted() -> None:
    found = customers_of(sold(bundle(MORE)), bundle(MORE), question())

    assert found.unscored == Unscored(lines=1, amount=Decimal(7), returned=1, returned_net=Decimal(0))
    assert sorted(found.values["customer"]) == ["Ann", "Bob", "Cas", "Dora", "Eve"]
    assert (found.first, found.day) == (date(2025, 12, 1), date(2026, 3, 31))


def test_refunds_above_sales_leave_a_customer_with_less_than_nothing() -> None:
    lines = HEAD + "1,2026-01-01,Ann,R1,East,10\n2,2026-01-02,Ann,R1,East,-40\n3,2026-01-03,Bob,R1,East,5\n"

    values = {row["customer"]: row for row in scored(question(), lines).frame.iter_rows(named=True)}

    assert (values["Ann"]["monetary"], values["Ann"]["frequency"]) == (-30, 1)
    ignored = scored(question(counting=Counting(returns=Returns.IGNORED)), lines).frame
    assert dict(ignored.select("customer", "monetary").iter_rows()) == {"Ann": 10, "Bob": 5}


def test_recency_is_of_the_day_asked_for_and_what_follows_is_not_known() -> None:
    found = scored(question(as_of=date(2026, 2, 1)))

    assert {row["customer"]: (row["recency"], row["frequency"]) for row in found.frame.iter_rows(named=True)} == {
        "Ann": (0, 2),
        "Bob": (22, 1),
        "Dora": (2, 1),
        "Eve": (59, 4),
    }


def test_a_window_leaves_out_who_bought_only_before_it() -> None:
    # 31 days up to the end of March: from the 1st on.
    found = scored(question(window=31))

    assert {row["customer"]: (row["frequency"], row["monetary"]) for row in found.frame.iter_rows(named=True)} == {
        "Ann": (1, 100),
        "Bob": (1, 50),
        "Cas": (1, 400),
    }
    assert found.customers.unscored.before == 2


def test_of_thresholds_who_bought_only_before_the_window_is_dormant() -> None:
    found = scored(question("thresholds", edges=EDGES, window=31))

    values = {
        row["customer"]: (row["recency"], row["frequency"], row["code"]) for row in found.frame.iter_rows(named=True)
    }
    assert values["Dora"] == (60, 0, "211")
    assert values["Eve"] == (117, 0, "111")
    assert values["Cas"] == (30, 1, "223")
    assert found.customers.unscored.before == 0


def test_conditions_choose_the_lines() -> None:
    found = scored(question(where=("region=West",)))

    assert dict(found.frame.select("customer", "monetary").iter_rows()) == {"Ann": 100, "Cas": 400, "Dora": 20}
    assert found.customers.is_cut


def test_a_day_before_the_data_is_refused() -> None:
    with pytest.raises(DataError, match="before the first day of the data, 2025-12-01") as fault:
        scored(question(as_of=date(2025, 11, 30)))
    assert fault.value.hint == "ask for a day from 2025-12-01 to 2026-03-31"


def test_lines_without_customers_cannot_be_scored() -> None:
    with pytest.raises(DataError, match="customer"):
        scored(question(), "order_id,order_date,amount\n1,2026-01-01,10\n")


def test_the_values_do_not_depend_on_the_files_they_come_from() -> None:
    first, rest = FIVE.splitlines()[1:5], FIVE.splitlines()[5:]
    turned = HEAD + "\n".join((*rest, *first)) + "\n"

    one, other = (scored(question(), lines).frame.sort("customer") for lines in (FIVE, turned))
    assert one.equals(other)
