"""How a report is to be drawn, as the caller decides it; renderers get only the parts that concern them."""

from __future__ import annotations

from dataclasses import dataclass

UTF_8 = "utf-8"


@dataclass(frozen=True, slots=True)
class DrawOptions:
    """How a report is drawn; a format reads what concerns it.

    `color` and `width` (None: do not wrap) are for people's eyes; `total` adds the total to csv, tsv, jsonl and
    parquet (json always has it apart from the rows); `csv_safe` keeps spreadsheets from running text as formulas;
    `encoding` is one of the format's `encodings`.
    """

    color: bool = False
    width: int | None = None
    total: bool = False
    csv_safe: bool = False
    encoding: str = UTF_8
