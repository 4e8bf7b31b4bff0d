"""Lists in which a key stands in several rows."""

from __future__ import annotations

import polars as pl

from salesperf.engine import Frame, collect, small
from salesperf.facts.doubled_keys import one_row_a_key


def _list(*rows: tuple[str | None, str | None, str | None]) -> Frame:
    columns = {name: [row[at] for row in rows] for at, name in enumerate(("id", "region", "level"))}
    return small(columns, dict.fromkeys(columns, pl.String()))


def test_what_rows_of_a_key_say_alike_holds_and_what_they_contradict_is_unknown() -> None:
    """A blank contradicts nothing."""
    rows = _list(
        ("C1", "North", "A"), ("C1", "North", None), ("C2", "South", "B"), ("C2", "East", "B"), (None, "X", "Y")
    )

    found = one_row_a_key(rows, key="id", table="customers", asked={"region", "level"})

    assert collect(found.rows).sort("id").rows() == [("C1", "North", "A"), ("C2", None, "B")]
    (told,) = found.findings
    assert (told.code, told.count, told.value, told.where.column) == ("F507", 1, "C2", "region")
    assert told.message == (
        "1 key stands in several rows of the customers table with another region each, which is unknown there: "
        "'C2' ('East', 'South')"
    )


def test_contradictions_of_columns_that_nobody_asks_for_are_not_told() -> None:
    rows = _list(("C2", "South", "B"), ("C2", "East", "B"))

    assert one_row_a_key(rows, key="id", table="customers", asked={"level"}).findings == ()


def test_a_list_with_one_row_a_key_stays_as_it_is() -> None:
    rows = _list(("C1", "North", "A"), ("C2", "East", "B"))

    assert one_row_a_key(rows, key="id", table="customers", asked={"region"}).rows is rows
