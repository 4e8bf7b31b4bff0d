from __future__ import annotations

from msgspec.structs import replace

from salesperf.core.text import Lang, same
from salesperf.report.listing import listings
from salesperf.report.model import Cell, Column, Records, Report, Row, Sparkline, TableBlock

A, B, C = (Column(key, same(key)) for key in "abc")


def _report(blocks: tuple[TableBlock, ...], records: Records) -> Report:
    return Report("salesperf.test/1", same("T"), Lang.EN, blocks, records)


def _block(*values: tuple[str, ...], columns: tuple[Column, ...] = (A, B), key: str = "t") -> TableBlock:
    return TableBlock(key, same(key), columns, tuple(Row(tuple(Cell(one) for one in row)) for row in values))


def test_a_table_that_shows_the_first_records_goes_on_with_the_rest() -> None:
    records = Records((B, A), (("1", "x"), ("2", "y"), ("3", "z")))

    (found,) = listings(_report((_block(("x", "1")),), records))

    assert found.count == 3
    assert list(found.values()) == [("x", "1"), ("y", "2"), ("z", "3")]
    assert [list(found.column(at)) for at in (0, 1)] == [["x", "y", "z"], ["1", "2", "3"]]
    assert [row.cells[0] for row in found.rows()] == [Cell("x"), Cell("y"), Cell("z")]


def test_a_table_that_shows_other_rows_than_the_first_has_all_records_instead() -> None:
    records = Records((A, B), (("x", "1"), ("y", "2")))

    (found,) = listings(_report((_block(("y", "2")),), records))

    assert list(found.values()) == [("x", "1"), ("y", "2")]


def test_tables_that_show_the_records_between_them_stay_as_they_are() -> None:
    records = Records((A, B), (("x", "1"), ("y", "2")))
    blocks = (_block(("x", "1")), _block(("y", "2"), key="u"))

    assert [one.count for one in listings(_report(blocks, records))] == [1, 1]


def test_records_that_no_table_shows_make_a_table_of_their_own() -> None:
    records = Records((A, C), (("x", "1"),))

    found = listings(_report((_block(("x", "1")),), records))

    assert [one.block.key for one in found] == ["t", "records"]
    assert list(found[1].values()) == [("x", "1")]


def test_a_row_a_metric_is_whole() -> None:
    block = replace(_block(("a", "1")), rows=(Row((Cell("a"), Cell("1")), key="a"),))

    (found,) = listings(_report((block,), Records((A,), (("1",), ("2",)))))

    assert found.count == 1


def test_a_line_drawn_in_a_cell_goes_where_records_are_added() -> None:
    block = _block(("x", "1"), columns=(A, B))
    drawn = replace(block, columns=(A, C), rows=(Row((Cell("x"), Sparkline((1.0,)))),))

    (found,) = listings(_report((drawn,), Records((A,), (("x",), ("y",)))))

    assert [column.key for column in found.block.columns] == ["a"]
    assert list(found.values()) == [("x",), ("y",)]
