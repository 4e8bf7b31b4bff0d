from __future__ import annotations

from salesperf.app.sheets import block, sheet
from salesperf.core.text import Lang, Text, same
from salesperf.report.model import Cell, Column

COLUMNS = (Column("a", same("a")), Column("b", same("b")), Column("c", same("c")))


def test_people_do_not_see_columns_in_which_no_row_says_anything() -> None:
    found = block("x", Text("X", "某"), COLUMNS, [("1", None, ""), ("2", None, "z")])

    assert [column.key for column in found.columns] == ["a", "c"]
    assert found.rows[1].cells == (Cell("2"), Cell("z"))


def test_an_empty_table_keeps_its_columns() -> None:
    assert [column.key for column in block("x", Text("X", "某"), COLUMNS, []).columns] == ["a", "b", "c"]


def test_machines_see_every_column_and_nobody_sees_control_characters() -> None:
    report = sheet("salesperf.config/1", Text("X", "某"), COLUMNS, [("1", None, "\x1b[2J")], lang=Lang.EN)

    assert report.records.rows == (("1", None, "\N{REPLACEMENT CHARACTER}[2J"),)
    assert report.blocks[0].key == "config"
