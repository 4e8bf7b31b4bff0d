"""Which tables of a report show its records, and what can be asked for in them."""

from __future__ import annotations

from salesperf.report.model import Records, Sparkline, TableBlock


def shows_records(block: TableBlock, records: Records) -> bool:
    """Whether the rows of a table are records or metrics of one; a drawn-only column is no record column."""
    known = {column.key for column in records.columns}
    return has_metric_rows(block) or all(
        column.key in known or any(isinstance(row.cells[index], Sparkline) for row in block.rows)
        for index, column in enumerate(block.columns)
    )


def has_metric_rows(block: TableBlock) -> bool:
    """Whether the rows of a table are metrics, each the value of a record's column."""
    return any(row.key is not None for row in block.rows)


def names_of(block: TableBlock) -> set[str]:
    """What a table can be asked for: its columns, or the metrics that are its rows."""
    if has_metric_rows(block):
        return {row.key for row in block.rows if row.key is not None}
    return {column.key for column in block.columns}
