"""How much a workbook holds, and from where on a table is written as a plain list; tests draw with smaller ones."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """The bounds of Excel, and ours.

    `large` is the number of rows above which a table becomes a list on a sheet of its own: an Excel table cannot be
    streamed. `sheet_rows` are the rows below the header that one sheet takes, `text` the UTF-16 units of one cell,
    `links` those of one sheet, `remarks` the cells of one sheet that get a comment.
    """

    large: int = 50_000
    sheet_rows: int = 1_048_574
    text: int = 32_767
    links: int = 65_530
    comments: int = 500


EXCEL = Limits()
DIGITS = 15
"""What a number of a workbook keeps; one that shows more is written as text."""
