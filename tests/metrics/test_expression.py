from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.errors import UsageError
from salesperf.metrics.expression import compiled, divided, names_in

MONEY = pl.Decimal(38, 6)
ROW = pl.DataFrame(
    {"a": [Decimal(12)], "b": [Decimal(5)], "zero": [Decimal(0)], "none": [None], "n": [3]},
    schema={"a": MONEY, "b": MONEY, "zero": MONEY, "none": MONEY, "n": pl.Int64()},
)


def value(expression: str) -> object:
    return ROW.select(compiled(expression, pl.col)).to_series()[0]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a", Decimal(12)),
        ("a - b", Decimal(7)),
        ("a + b + 0.5", Decimal("17.5")),
        ("-a + b", Decimal(-7)),
        ("a / b", 2.4),
        ("a * b", 60.0),
        ("a - b * 2", 2.0),
        ("(a - b) * 2", 14.0),
        ("a / (b - 5)", None),
        ("a / zero", None),
        ("zero / zero", None),
        ("a / none", None),
        ("none + a", None),
        ("a / b / zero", None),
        ("n + 1", Decimal(4)),
        (" a\t/ n ", 4.0),
        ("1_000 * n", 3000.0),
        ("n - 99999999999999999999", Decimal(-99999999999999999996)),
    ],
)
def test_arithmetic_over_columns(expression: str, expected: object) -> None:
    assert value(expression) == expected


@pytest.mark.parametrize(
    "expression",
    [
        "", "a +", "a b", "a ** b", "a // b", "a % b", "+a", "a if b else n", "a > b", "a and b", "[a]", "a.b", "a[0]",
        "f(a)", "__import__('os')", "lambda: a", "(a := b)", "'a'", "True", "None", "1j", "a; b", "a\nb", "\x00", "...",
        "{a}", "a, b", "*a", "1e400", "1e25", "9" * 60, "0.0000001", "f'{a}'", "(" * 300 + "a" + ")" * 300,
        "-" * 5000 + "a",        "a" + "+a" * 3000, "not a", "~a", "await a", "a @ b",
    ],
)  # fmt: skip
def test_anything_else_is_refused(expression: str) -> None:
    with pytest.raises(UsageError):
        compiled(expression, pl.col)


def test_a_message_does_not_repeat_a_hostile_text_in_full() -> None:
    with pytest.raises(UsageError) as fault:
        names_in("a" + "+a" * 3000)

    assert len(fault.value.message) < 200


def test_names_are_listed_once() -> None:
    assert set(names_in("a / (b - a) * 2")) == {"a", "b"}
    assert len(names_in("a / (b - a) * 2")) == 2


@given(st.text(max_size=30))
def test_any_text_is_arithmetic_or_a_usage_error(text: str) -> None:
    try:
        compiled(text, pl.col)
    except UsageError:
        return


def test_a_ratio_may_refuse_a_negative_denominator() -> None:
    frame = pl.DataFrame({"top": [1, 1, 1, 1], "bottom": [2, 0, -2, None]})

    found = frame.select(
        any=divided(pl.col("top"), pl.col("bottom")), positive=divided(pl.col("top"), pl.col("bottom"), positive=True)
    )

    assert found["any"].to_list() == [0.5, None, -0.5, None]
    assert found["positive"].to_list() == [0.5, None, None, None]


def test_the_ends_of_intervals_are_functions_of_counts() -> None:
    # 1 of 29, as published: 0.0061 to 0.1718.
    row = pl.DataFrame({"count": [1], "of": [29]})
    ends = [compiled(f"wilson_{end}(count, of - 0)", pl.col).alias(end) for end in ("low", "high")]

    assert row.select(ends).row(0) == pytest.approx((0.0061, 0.1718), abs=5e-5)
    assert names_in("balance_low(above, below, of) - wilson_low(above, of)") == ("above", "below", "of")


@pytest.mark.parametrize(
    "expression",
    ["wilson_low(a)", "wilson_low(a, b, n)", "balance_low(a, b)", "wilson_low(a, of=b)", "wilson_low(a, 'b')"],
)
def test_a_function_takes_its_own_number_of_parts(expression: str) -> None:
    with pytest.raises(UsageError):
        names_in(expression)
