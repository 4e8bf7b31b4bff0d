"""Which tables of a report show its records."""

from __future__ import annotations

from salesperf.core.text import same
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Records, Row, Sparkline, TableBlock
from salesperf.report.record_tables import has_metric_rows, names_of, shows_records

_WHO, _SOLD = Column("who", same("who")), Column("sold", same("sold"), Unit.MONEY)
_RECORDS = Records((_WHO, _SOLD), (("Ann", 3),))


def _table(columns: tuple[Column, ...], *rows: Row) -> TableBlock:
    return TableBlock("table", same("Table"), columns, rows)


def test_a_table_of_record_columns_shows_the_records_and_one_of_others_does_not() -> None:
    assert shows_records(_table((_WHO,), Row((Cell("Ann"),))), _RECORDS)
    assert not shows_records(_table((_WHO, Column("age", same("age"))), Row((Cell("Ann"), Cell(3)))), _RECORDS)


def test_a_column_that_is_only_drawn_need_not_be_of_the_records() -> None:
    table = _table((_WHO, Column("trend", same("trend"))), Row((Cell("Ann"), Sparkline((1.0, 2.0)))))

    assert shows_records(table, _RECORDS)


def test_rows_of_metrics_are_asked_for_by_their_keys() -> None:
    columns = (Column("metric", same("metric")), Column("value", same("value")))
    table = _table(columns, Row((Cell("net revenue"), Cell(3)), key="sold"))

    assert has_metric_rows(table)
    assert shows_records(table, _RECORDS)
    assert names_of(table) == {"sold"}


def test_other_tables_are_asked_for_their_columns() -> None:
    table = _table((_WHO, _SOLD), Row((Cell("Ann"), Cell(3))))

    assert not has_metric_rows(table)
    assert names_of(table) == {"who", "sold"}
