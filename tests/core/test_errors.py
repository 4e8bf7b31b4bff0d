from __future__ import annotations

import pytest

from salesperf.core.errors import (
    ANYWHERE,
    ConfigError,
    DataError,
    Exit,
    Issue,
    OutputError,
    SalesperfError,
    Severity,
    UsageError,
    Where,
)


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("orders.csv, row 12, column 'amount'", Where("orders.csv", row=12, column="amount")),
        ("年报.xlsx, sheet '订单', row 3", Where("年报.xlsx", sheet="订单", row=3)),
        ("orders.csv", Where("orders.csv")),
        ("", ANYWHERE),
    ],
)
def test_a_place_reads_from_the_file_down(place: str, where: Where) -> None:
    assert str(where) == place


@pytest.mark.parametrize(
    ("kind", "code"),
    [(UsageError, 2), (ConfigError, 3), (DataError, 4), (OutputError, 5), (SalesperfError, 70)],
)
def test_every_kind_of_error_has_its_exit_code(kind: type[SalesperfError], code: int) -> None:
    error = kind("no such thing", "try another")

    assert error.exit_code == code
    assert (error.message, error.hint, str(error)) == ("no such thing", "try another", "no such thing")


def test_a_data_error_carries_every_issue() -> None:
    issues = (Issue("X1", Severity.ERROR, "first"), Issue("X2", Severity.ERROR, "second"))

    assert DataError("2 faults", issues=issues).issues == issues


def test_exit_codes_are_those_the_shell_expects() -> None:
    assert {code.name: code.value for code in Exit} == {
        "OK": 0,
        "FAIL_ON": 1,
        "USAGE": 2,
        "CONFIG": 3,
        "DATA": 4,
        "OUTPUT": 5,
        "DELIVERY": 6,
        "LOCKED": 7,
        "BUG": 70,
        "INTERRUPTED": 130,
    }
