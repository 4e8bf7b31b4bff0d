from __future__ import annotations

import tomllib

import pytest

from salesperf.app.amend import with_values
from salesperf.core.errors import UsageError

PROJECT = """# ours
[workspace]
name = "Acme"  # [table]

[[table]]   # first
name = "orders"
files = ["a.csv"]

[table.columns]
amount = "Total"

[[table]]
name = "deals"
files = ["d.csv"]
columns = { amount = "Value" }

[kpi]
basis = "orders"
"""


def test_values_stand_with_their_table_and_all_else_stays() -> None:
    amended = with_values(PROJECT, {0: {"product_name": ['"a" = "b"  # 1 row']}, 1: {"rep_name": ['"c" = "d"']}})

    first, second = tomllib.loads(amended)["table"]
    assert (first["values"], second["values"]) == ({"product_name": {"a": "b"}}, {"rep_name": {"c": "d"}})
    assert [line for line in amended.splitlines() if line in PROJECT.splitlines()] != []
    kept = iter(amended.splitlines())
    assert all(line in kept for line in PROJECT.splitlines() if line)


def test_more_values_of_a_column_join_those_there() -> None:
    once = with_values(PROJECT, {0: {"product_name": ['"a" = "b"']}})
    twice = with_values(once, {0: {"product_name": ['"c" = "d"']}})

    assert tomllib.loads(twice)["table"][0]["values"] == {"product_name": {"a": "b", "c": "d"}}
    assert twice.count("[table.values.product_name]") == 1


def test_comments_alone_are_put_in_too() -> None:
    amended = with_values(PROJECT, {1: {"rep_name": ['# "c" = "d"']}})

    assert '# "c" = "d"' in amended
    assert tomllib.loads(amended)["table"][1]["values"] == {"rep_name": {}}


@pytest.mark.parametrize(
    "text",
    [
        PROJECT.replace('columns = { amount = "Value" }', 'values = { rep_name = { x = "y" } }'),
        PROJECT.replace('name = "deals"', 'name = """\n[[table]]\ndeals"""'),
        "table = [{ name = 'deals', files = ['d.csv'] }]\n",
    ],
)
def test_what_cannot_be_amended_safely_is_left_alone_with_the_lines_to_add(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        with_values(text, {1: {"rep_name": ['"c" = "d"']}})

    assert '"c" = "d"' in caught.value.hint
