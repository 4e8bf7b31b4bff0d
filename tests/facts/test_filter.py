from __future__ import annotations

import pytest

from salesperf.core.errors import UsageError
from salesperf.engine import collect
from salesperf.facts.dimensions import split
from salesperf.facts.filter import Condition, filtered, parse_conditions
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

ORDERS = (
    "order_id,order_date,rep_id,rep_name,region,quantity,amount,paid_date\n"
    "A,2026-01-31,R1,Ann,East,1,99.99,2026-02-01\n"
    "B,2026-02-01,R2,Bob,West,2,100,2026-02-02\n"
    "C,2026-02-28,R3,Ann,,,100.01,2026-03-01\n"
    "D,2026-03-01,,,East,3,250.5,2026-03-02\n"
)


def orders(*texts: str, of: str = ORDERS) -> str:
    """The orders for which all conditions hold, as one word."""
    bundle = bundle_of([("orders", of)])
    conditions = parse_conditions(texts)
    parts = split(sales(bundle, section=SalesSection()), bundle, by=[one.key for one in conditions if one.is_dimension])
    found = collect(filtered(parts.lines, conditions, labels=parts.labels))
    return "".join(sorted(found["order"].to_list()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("region=East", "AD"),
        ("region = East", "AD"),
        ("region=East,West", "ABD"),
        ("region=Ｅａｓｔ", "AD"),
        ("region!=East", "BC"),
        ("region!=East,West", "C"),
        ("region=-", "C"),
        ("region!=-", "ABD"),
        ("region=West,-", "BC"),
        ("rep=R1", "A"),
        ("rep=Ann", "AC"),
        ("rep=-", "D"),
        ("amount=100", "B"),
        ("amount=100.00", "B"),
        ("amount!=100", "ACD"),
        ("amount=100,250.5", "BD"),
        ("amount>=100", "BCD"),
        ("amount>100", "CD"),
        ("amount<100", "A"),
        ("amount<=100", "AB"),
        ("amount>-1", "ABCD"),
        ("quantity>1", "BD"),
        ("quantity=-", "C"),
        ("quantity!=-", "ABD"),
        ("order_date>=2026-02-01", "BCD"),
        ("order_date<2026-02-28", "AB"),
        ("order_date=2026-02-28", "C"),
        ("order_id=A,D", "AD"),
        ("date>2026-02-28", "D"),
    ],
)
def test_a_condition_holds_for(text: str, expected: str) -> None:
    assert orders(text) == expected


def test_repeated_conditions_must_all_hold() -> None:
    assert orders("region=East", "amount>100") == "D"
    assert orders("amount>=100", "amount<=100.01") == "BC"


def test_a_value_that_other_conditions_leave_out_is_still_a_value() -> None:
    assert orders("region=West", "rep=R1") == ""
    assert orders("amount>1000", "region=East") == ""


@pytest.mark.parametrize("text", ["region", "=East", "region=", "region=,", "region~East", "", "re gion=East"])
def test_what_is_no_condition_shows_how_to_write_one(text: str) -> None:
    with pytest.raises(UsageError) as fault:
        orders(text)

    assert fault.value.hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("amount>=1,000", "several values"),
        ("amount>=-", "no value"),
        ("amount=abc", "not a number"),
        ("amount=NaN", "not a number"),
        ("amount<Infinity", "not a number"),
        ("amount=1e60", "not a number"),
        ("order_date>=March", "not a date"),
        ("region>East", "orders names"),
    ],
)
def test_a_value_that_cannot_be_compared_is_a_usage_error(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        orders(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("customer=Smith, John", "A"),
        ("customer=Smith,  John", "A"),
        ("customer=Smith", "B"),
        ("customer=Smith,Doe & Sons", "BC"),
        ("customer!=Smith, John", "BC"),
        ("customer_name=Smith, John", "A"),
        ("customer_name=Smith,Doe & Sons", "BC"),
    ],
)
def test_a_name_can_hold_a_comma(text: str, expected: str) -> None:
    header = "order_id,order_date,customer_name,amount\n"
    rows = 'A,2026-01-01,"Smith, John",1\nB,2026-01-01,Smith,1\nC,2026-01-01,Doe & Sons,1\n'

    assert orders(text, of=header + rows) == expected


def test_an_unknown_key_and_an_unknown_value_are_answered_with_the_closest() -> None:
    with pytest.raises(UsageError) as key:
        orders("regoin=East")
    with pytest.raises(UsageError) as value:
        orders("region=Eastt")
    with pytest.raises(UsageError) as far:
        orders("region=Zzz")

    assert "'region'" in key.value.hint
    assert "'East'" in value.value.hint
    assert far.value.hint == "there are: East, West"


def test_a_condition_reads_as_it_was_typed() -> None:
    assert str(Condition("region", "!=", ("East", "West"))) == "region!=East,West"
