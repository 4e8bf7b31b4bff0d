"""The formulas of a report's cells, in the words of Excel: written when it is known where every table stands.

A formula leads to cells by their places on the sheets. What a table of very many rows holds is on sheets that are
written out at once; a formula that leads there stays the number that it gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from salesperf.core.money import Rounding
from salesperf.report.formula import (
    Added,
    Beside,
    Formula,
    Limited,
    Named,
    Product,
    Rounded,
    SumOf,
    TotalOf,
)

_DUST = 9
"""Decimals to which a number is cleaned of what binary fractions leave, before it is cut or a tie is looked for."""


class Standing(Struct, frozen=True):
    """Where a table stands: its first and last row of data, its columns by key, and the row of its total."""

    sheet: str
    first_row: int
    last_row: int
    columns: dict[str, int]
    total_row: int | None = None


class Waiting(Struct, frozen=True):
    """A cell that is to get its formula; `value` is what it gives."""

    sheet: Worksheet
    place: tuple[int, int]
    formula: Formula
    form: Format
    value: float


class Live:
    """The formulas of one workbook, and where the tables are that they lead to."""

    def __init__(self) -> None:
        """No table stands yet."""
        self._waiting: list[Waiting] = []
        self._tables: dict[Named, Standing] = {}

    def stands(self, name: Named, place: Standing) -> None:
        """Note where a table stands."""
        self._tables[name] = place

    def wait(self, one: Waiting) -> None:
        """Note a cell that is to get its formula."""
        self._waiting.append(one)

    def written(self) -> Iterator[tuple[Waiting, str]]:
        """Every cell with its formula as Excel reads it, without those that lead to a sheet that is written out."""
        for one in self._waiting:
            if all(name in self._tables for name in _tables_of(one.formula)):
                yield one, "=" + _Cell(self._tables, one.sheet.get_name(), one.place[0]).said(one.formula)


class _Cell(Struct, frozen=True):
    """The cell whose formula is written: its sheet and row."""

    tables: dict[Named, Standing]
    sheet: str
    row: int

    def said(self, formula: Formula) -> str:  # noqa: PLR0911 -- one a kind
        match formula:
            case Beside(column):
                return str(xl_rowcol_to_cell(self.row, self._own().columns[column]))
            case TotalOf(name, column):
                there = self.tables[name]
                if there.total_row is None:
                    raise ValueError(f"{name.table} has no total")
                at = there.columns[column]
                return self._in(there, xl_rowcol_to_cell(there.total_row, at, row_abs=True, col_abs=True))
            case SumOf(name, column, same):
                return self._sum(self.tables[name], column, same)
            case Product(of, negative):
                factors = "*".join(f"({self.said(one)})" if isinstance(one, Added) else self.said(one) for one in of)
                return f"-{factors}" if negative else factors
            case Added(of):
                return "+".join(map(self.said, of))
            case Limited():
                return _limited(self.said(formula.of), formula.cap, formula.floor)
            case Rounded(of, places, mode):
                return _rounded(self.said(of), places, mode)
            case _:
                assert_never(formula)

    def _own(self) -> Standing:
        """The table that the cell is in."""
        inside = (one for one in self.tables.values() if one.sheet == self.sheet)
        return next(one for one in inside if one.first_row <= self.row <= (one.total_row or one.last_row))

    def _sum(self, there: Standing, column: str, same: tuple[str, str] | None) -> str:
        amounts = self._column(there, column)
        if same is None:
            return f"SUM({amounts})"
        # SUMIFS would take "07" for 7 and * for anything.
        here = xl_rowcol_to_cell(self.row, self._own().columns[same[1]], col_abs=True)
        return f"SUMPRODUCT(--EXACT({self._column(there, same[0])},{here}),{amounts})"

    def _column(self, there: Standing, column: str) -> str:
        at = there.columns[column]
        return self._in(there, xl_range_abs(there.first_row, at, there.last_row, at))

    def _in(self, there: Standing, cells: str) -> str:
        if there.sheet == self.sheet:
            return cells
        quoted = there.sheet.replace("'", "''")
        return f"'{quoted}'!{cells}"


def _limited(number: str, cap: Decimal | None, floor: Decimal | None) -> str:
    lifted = number if floor is None else f"IF({number}>0,MAX({number},{floor:f}),{number})"
    return lifted if cap is None else f"MIN({lifted},{cap:f})"


def _rounded(number: str, places: int, mode: Rounding) -> str:
    match mode:
        case Rounding.HALF_UP:
            return f"ROUND({number},{places})"
        case Rounding.DOWN:
            return f"ROUNDDOWN(ROUND({number},{_DUST}),{places})"
        case Rounding.HALF_EVEN:
            # A tie is rounded away from zero first, and one unit back where that is odd.
            units = f"ABS({number})*10^{places}"
            is_tie = f"ROUND({units}-INT({units}),{_DUST - places})=0.5"
            back = f"IF(AND({is_tie},ISODD(ROUND({units},0))),SIGN({number})*10^-{places},0)"
            return f"ROUND(ROUND({number},{places})-{back},{places})"
        case _:
            assert_never(mode)


def _tables_of(formula: Formula) -> Iterator[Named]:
    match formula:
        case TotalOf(name) | SumOf(name):
            yield name
        case Product(of) | Added(of):
            for one in of:
                yield from _tables_of(one)
        case Limited(of) | Rounded(of):
            yield from _tables_of(of)
        case Beside():
            return
        case _:
            assert_never(formula)
