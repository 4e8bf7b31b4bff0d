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


def _placed(*rows: tuple[str, str, str, int]) -> Frame:
    columns = {name: [row[at] for row in rows] for at, name in enumerate(("id", "region", "_file", "_row"))}
    return small(columns, {"id": pl.String(), "region": pl.String(), "_file": pl.Categorical(), "_row": pl.UInt32()})


def test_a_contradiction_is_told_with_its_file_and_the_first_row_of_each_value() -> None:
    rows = _placed(("C1", "S", "a.csv", 2), ("C1", "N", "a.csv", 3), ("C2", "N", "a.csv", 4), ("C1", "N", "a.csv", 9))

    found = one_row_a_key(rows, key="id", table="customers", asked={"region"})

    (told,) = found.findings
    assert (told.where.file, told.where.column) == ("a.csv", "region")
    assert told.message.endswith("unknown there: 'C1' ('N' in row 3, 'S' in row 2)")
    assert told.text.zh.endswith("按未知处理：「C1」（第 3 行「N」、第 2 行「S」）")
    assert collect(found.rows).columns == ["id", "region"]


def test_a_contradiction_of_two_files_names_both() -> None:
    rows = _placed(("C1", "S", "a.csv", 7), ("C1", "N", "b.csv", 2))

    (told,) = one_row_a_key(rows, key="id", table="customers", asked={"region"}).findings

    assert told.where.file is None
    assert told.message.endswith("'C1' ('N' in row 2 of b.csv, 'S' in row 7 of a.csv)")


def test_where_rows_stand_is_dropped_from_a_list_with_one_row_a_key() -> None:
    rows = _placed(("C1", "S", "a.csv", 7), ("C2", "N", "b.csv", 2))

    assert collect(one_row_a_key(rows, key="id", table="customers", asked={"region"}).rows).columns == ["id", "region"]


def test_contradictions_of_columns_that_nobody_asks_for_are_not_told() -> None:
    rows = _list(("C2", "South", "B"), ("C2", "East", "B"))

    assert one_row_a_key(rows, key="id", table="customers", asked={"level"}).findings == ()


def test_a_list_with_one_row_a_key_stays_as_it_is() -> None:
    rows = _list(("C1", "North", "A"), ("C2", "East", "B"))

    assert one_row_a_key(rows, key="id", table="customers", asked={"region"}).rows is rows
