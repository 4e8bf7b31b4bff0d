"""Rows that are no data: blank rows, totals, statistics, footers, headers said again."""
