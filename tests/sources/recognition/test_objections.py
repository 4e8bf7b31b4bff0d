"""Tables that have all columns of another and are something else."""

from __future__ import annotations

import polars as pl
import pytest

from salesperf.sources.profile import profiles
from salesperf.sources.recognition.candidate import Verdict
from salesperf.sources.recognition.detect import detected
from salesperf.sources.recognition.sample import Sample

KNOWN = profiles()


def _verdict(**columns: list[object]) -> Verdict:
    rows = pl.DataFrame(dict(columns), strict=False)
    return detected(Sample(tuple(rows.columns), rows), KNOWN)


def _table(verdict: Verdict) -> str | None:
    return verdict.best.table if verdict.best else None


@pytest.mark.parametrize("key", ["shipperID", "supplierID", "carrier code"])
def test_a_table_with_an_id_of_its_own_is_no_list_of_customers(key: str) -> None:
    assert _table(_verdict(**{key: ["1", "2"], "companyName": ["A", "B"], "region": ["N", "S"]})) is None


def test_a_repeated_key_is_no_list_of_people() -> None:
    assert _table(_verdict(employeeID=["1", "1"], territoryID=["5", "6"])) is None


def test_ids_that_stand_twice_under_one_name_are_a_list() -> None:
    columns = {"Customer ID": ["C1", "C1", "C2", "C2"], "Customer Name": ["A", "A", "B", "B"], "Region": list("NNSE")}

    assert _table(_verdict(**columns)) == "customers"
    assert _table(_verdict(**columns | {"Customer Name": ["A", "B", "C", "D"]})) is None
    assert _table(_verdict(**{name: cells * 2 for name, cells in columns.items()})) is None


def test_rows_of_a_deal_are_no_orders() -> None:
    verdict = _verdict(opportunityid=["a", "a"], date=["2026-01-05", "2026-01-06"], amount=["1", "2"])

    (orders,) = [one for one in verdict.others if one.table == "orders"]

    assert _table(verdict) is None
    assert orders.objection.en == "'opportunityid' says the rows belong to deals"


def test_what_tells_actual_figures_from_planned_ones_is_no_kind_of_a_balance_or_an_activity() -> None:
    verdict = _verdict(
        Date=["2025-01-31", "2025-01-31"],
        Rep=["B", "B"],
        Customer=["C", "C"],
        Type=["Actual", "Budget"],
        Amount=["1", "2"],
    )

    assert _table(verdict) == "orders"


def test_opening_balances_need_a_header_that_speaks_of_them() -> None:
    of_balances = _verdict(**{"Rep": ["B"], "Type": ["bonus"], "As of": ["2025-01-31"], "Amount": ["1"]})
    of_others = _verdict(Rep=["B"], Type=["bonus"], Date=["2025-01-31"], Amount=["1"])

    assert _table(of_balances) == "opening_balances"
    assert _table(of_others) != "opening_balances"


def test_a_day_of_any_document_is_that_of_an_invoice_where_a_balance_and_a_due_day_stand_beside() -> None:
    plain = {"Date": ["2026-01-05"], "Num": ["1"], "Customer": ["A"], "Amount": ["10"]}

    assert _table(_verdict(**plain)) == "orders"
    assert _table(_verdict(**plain, **{"Due Date": ["2026-02-05"], "Open Balance": ["5"]})) == "invoices"


def test_a_list_of_contracts_is_no_list_of_people() -> None:
    days = {"Start Date": ["2024-05-01", "2024-06-01"], "End Date": ["2025-04-30", "2025-05-31"]}
    people = _verdict(**{"Sales Rep": ["Ann", "Bob"], "Team": ["E", "W"], **days})
    contracts = _verdict(**{"Sales Rep": ["Ann", "Bob"], "Team": ["E", "W"], **days, "Contract No": ["C1", "C2"]})

    assert _table(people) == "people"
    assert _table(contracts) is None


def test_the_value_of_a_contract_is_no_score() -> None:
    days = {"Start Date": ["2024-05-01", "2024-06-01"], "End Date": ["2025-04-30", "2025-05-31"]}
    names = {"Sales Rep": ["Ann", "Bob"], "Customer": ["X", "Y"], "Value": ["5", "6"]}

    assert _table(_verdict(**names, **days)) == "surveys"
    assert _table(_verdict(**names, **days, **{"Contract No": ["C1", "C2"]})) != "surveys"
