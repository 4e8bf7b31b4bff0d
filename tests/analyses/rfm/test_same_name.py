from __future__ import annotations

import pytest
from msgspec.structs import replace

from rfm_ground import question, scored
from salesperf.analyses.rfm.compute import Scored
from salesperf.analyses.rfm.same_name import customer_of
from salesperf.core.errors import UsageError


def named(**names: str) -> Scored:
    found = scored(question())
    return replace(found, customers=replace(found.customers, names=names))


def test_a_customer_is_known_by_key_and_by_name_in_any_case() -> None:
    found = named(Ann="Ann & Co", Bob="Bob Ltd")

    assert [customer_of(found, wrote) for wrote in ("Ann", "ann", "ANN & CO", " Bob Ltd")] == [
        "Ann",
        "Ann",
        "Ann",
        "Bob",
    ]


def test_who_is_nobody_or_several_is_refused() -> None:
    found = named(Ann="Twin", Bob="Twin", Cas="Caspar")
    with pytest.raises(UsageError, match="several customers: 'Ann', 'Bob'"):
        customer_of(found, "twin")
    with pytest.raises(UsageError, match="no customer 'Casper' is scored") as fault:
        customer_of(found, "Casper")
    assert "Caspar" in fault.value.hint
    with pytest.raises(UsageError) as unlike:
        customer_of(found, "zzzzzz")
    assert unlike.value.hint == "--format csv lists everybody"
