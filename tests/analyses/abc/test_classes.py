from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from salesperf.analyses.abc.classes import classed, is_above, total_of
from salesperf.analyses.abc.section import AbcSection, Own

SCHEMA = {"key": pl.String(), "amount": pl.Decimal(38, 6), "last": pl.Date()}
NOBODY = pl.DataFrame(schema=SCHEMA)
AMOUNTS = st.lists(st.decimals(-50, 100, places=2, allow_nan=False, allow_infinity=False), min_size=1, max_size=20)


def frame(*amounts: str) -> pl.DataFrame:
    rows = [(f"K{at}", Decimal(amount), None) for at, amount in enumerate(amounts)]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def classes(*amounts: str, **said: object) -> str:
    found = classed(frame(*amounts), NOBODY, AbcSection.model_validate(said))
    return "".join(found.sort("key")["class"].to_list())


def test_who_is_within_the_threshold_with_its_own_share_is_in_the_class() -> None:
    # Of 100: 50, 80 (not above 0.8), 95 (not above 0.95), 100.
    assert classes("50", "30", "15", "5") == "AABC"
    assert classes("50", "30.01", "14.99", "5") == "ABBC"
    assert classes("15", "5", "30", "50") == "BCAA"


def test_who_crosses_a_threshold_is_in_where_its_own_share_does_not_count() -> None:
    # Before them stand 0, 50, 80.01 and 95: only who begins below 80 is of class A.
    assert classes("50", "30.01", "14.99", "5", own=Own.NOT) == "AABC"
    assert classes("90", "6", "4", own=Own.NOT) == "ABC"
    # By its own share the first would be of class B, and nobody of class A.
    assert classes("90", "6", "4") == "ACC"
    assert classes("96", "4") == "AC"


def test_equals_are_in_one_class() -> None:
    # 40, then three of 20: with all of them 100. Alone the first two of the three would be within 80.
    assert classes("40", "20", "20", "20") == "ACCC"
    assert classes("40", "20", "20", "20", own=Own.NOT) == "AAAA"
    assert classes("20", "20", "20") == "AAA"


@pytest.mark.parametrize(
    ("amounts", "said", "expected"),
    [
        # Whoever brings most has 80, a hair more, and 90 with an equal.
        (("80", "20"), {}, False),
        (("80.01", "19.99"), {}, True),
        (("45", "45", "10"), {}, True),
        (("80.01", "19.99"), {"own": Own.NOT}, False),
        (("-1", "0"), {}, False),
        ((), {}, False),
    ],
)
def test_a_first_class_that_is_above_its_limit_is_known(
    amounts: tuple[str, ...], said: dict[str, object], *, expected: bool
) -> None:
    section = AbcSection.model_validate(said)

    assert is_above(classed(frame(*amounts), NOBODY, section), section) is expected


def test_thresholds_can_be_set() -> None:
    assert classes("50", "30", "20", a="0.5", b="0.8") == "ABC"
    with pytest.raises(ValidationError, match="b must not be below a"):
        AbcSection.model_validate({"a": "0.9", "b": "0.8"})


def test_a_threshold_between_two_steps_is_exact() -> None:
    # The first is within 0.333334 of 1, and not within what is a hair less; the two equals begin where it ends.
    third = ("0.333334", "0.333333", "0.333333")
    assert classes(*third, a="0.333334", b="0.9") == "ACC"
    assert classes(*third, a="0.3333339", b="0.9") == "ACC"
    assert classes("0.333334", *third[1:], a="0.2", b="0.333334") == "ACC"
    assert classes(*third, a="0.333334", b="0.9", own=Own.NOT) == "ABB"
    assert classes(*third, a="0.3333341", b="0.9", own=Own.NOT) == "AAA"


def test_who_brings_nothing_or_less_is_of_class_c_and_changes_no_share() -> None:
    assert classes("80", "20", "0", "-30") == "ACCC"
    assert total_of(frame("80", "20", "0", "-30")) == 100
    assert classes("-1", "-2") == "CC"


def test_who_brought_something_only_before_is_of_class_d() -> None:
    found = classed(frame("10"), frame("5").with_columns(key=pl.lit("old")), AbcSection())

    assert found.select("key", "amount", "rank", "class").rows() == [("K0", 10, 1, "A"), ("old", 0, None, "D")]


@given(AMOUNTS, st.sampled_from(Own))
def test_classes_follow_the_amounts(amounts: list[Decimal], own: Own) -> None:
    found = classed(frame(*map(str, amounts)), NOBODY, AbcSection(own=own))

    rows = found.select("amount", "class", "rank").rows()
    assert sorted(rows, key=lambda row: row[2]) == rows
    assert [row[0] for row in rows] == sorted(amounts, reverse=True)
    # The classes stand in order, and nobody has another one than its equals.
    assert [row[1] for row in rows] == sorted(row[1] for row in rows)
    assert len({(row[0], row[1]) for row in rows}) == len({row[0] for row in rows})
    whole = sum((one for one in amounts if one > 0), Decimal(0))
    within = sum((row[0] for row in rows if row[1] == "A"), Decimal(0))
    if own is Own.COUNTED:
        # Only those who bring most may bring more than the limit.
        assert within <= whole * Decimal("0.8") or {row[0] for row in rows if row[1] == "A"} == {max(amounts)}
        assert whole == 0 or rows[0][1] == "A"
    elif whole > 0:
        assert within >= whole * Decimal("0.8")
