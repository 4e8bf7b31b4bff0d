"""Where a long table is cut: how many of its rows stand alone, while those beyond are told as one sum."""

from __future__ import annotations


def rows_alone(rows: int, *, most: int) -> int:
    """How many rows stand alone: one more than `most` takes no more room than a row for the others.

    >>> rows_alone(9, most=10), rows_alone(11, most=10), rows_alone(12, most=10)
    (9, 11, 10)
    """
    return rows if rows <= most + 1 else most
