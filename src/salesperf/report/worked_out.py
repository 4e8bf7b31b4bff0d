"""The formulas of a report worked out exactly: what a workbook would show after it has calculated everything again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import reduce
from typing import assert_never

from msgspec import Struct

from salesperf.core.money import EXACT, exact, settle
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
from salesperf.report.model import Cell, Report, Row, TableBlock, Value, sections_of

ZERO = Decimal(0)


class Wrong(Struct, frozen=True):
    """A cell whose formula gives another number than it holds; `row` is None in totals and tiles."""

    section: str
    table: str
    column: str
    row: int | None
    held: Value
    gives: Decimal


class ContradictionError(AssertionError):
    """A report whose formulas do not give its numbers: a fault of the program, not of its data."""


def proved(report: Report) -> Report:
    """The same report; raises `ContradictionError` where a formula does not give the number of its cell."""
    for wrong in wrong_formulas(report):
        place = f"{wrong.section}/{wrong.table}/{wrong.column}, row {wrong.row}"
        raise ContradictionError(f"{place}: {wrong.held} is printed where the formula gives {wrong.gives}")
    return report


def wrong_formulas(report: Report) -> Iterator[Wrong]:
    """Every cell whose formula gives another number than it holds."""
    tables = {Named("", block.key): block for block in report.blocks}
    for section in sections_of(report):
        tables |= {Named(section.key, block.key): block for block in section.blocks}
    known = _Tables(tables, {})
    for name, block in tables.items():
        yield from _wrong_in(name, block, known)
    for section in sections_of(report):
        for tile in section.tiles:
            if (gives := known.given(tile.cell, {})) is not None:
                yield Wrong(section.key, "", tile.key, None, tile.cell.value, gives)


def _wrong_in(name: Named, block: TableBlock, known: _Tables) -> Iterator[Wrong]:
    rows: list[tuple[int | None, Row]] = [*enumerate(block.rows)]
    rows += [(None, block.total)] if block.total else []
    for number, row in rows:
        here = _cells(block, row)
        for column, cell in zip(block.columns, row.cells, strict=True):
            if isinstance(cell, Cell) and (gives := known.given(cell, here)) is not None:
                yield Wrong(name.section, name.table, column.key, number, cell.value, gives)


class _Tables(Struct, frozen=True):
    """The tables by name, and of each pair of columns the sums by what the rows have in common, made once."""

    known: Mapping[Named, TableBlock]
    sums: dict[tuple[Named, str, str], dict[Value, Decimal]]

    def given(self, cell: Cell, here: Mapping[str, Value]) -> Decimal | None:
        """What the formula of a cell gives, where that is not what the cell holds."""
        gives = None if cell.formula is None else self.number(cell.formula, here)
        return None if gives == cell.value else gives

    def number(self, formula: Formula, here: Mapping[str, Value]) -> Decimal:  # noqa: PLR0911 -- one a kind
        def inner(one: Formula) -> Decimal:
            return self.number(one, here)

        match formula:
            case Beside(column):
                return _amount(here[column])
            case TotalOf(name, column):
                block = self.known[name]
                return _amount(_cells(block, block.total)[column]) if block.total else ZERO
            case SumOf(name, column, same):
                there, own = same or ("", "")
                return self._by(name, column, there).get(here[own] if same else None, ZERO)
            case Product(parts, negative):
                product = reduce(EXACT.multiply, map(inner, parts))
                return EXACT.minus(product) if negative else product
            case Added(parts):
                return reduce(EXACT.add, map(inner, parts), ZERO)
            case Limited(of, cap, floor):
                return _limited(inner(of), cap, floor)
            case Rounded(of, places, mode):
                return settle(inner(of), places=places, mode=mode)
            case _:
                assert_never(formula)

    def _by(self, name: Named, column: str, key: str) -> Mapping[Value, Decimal]:
        place = (name, column, key)
        if place not in self.sums:
            block, found = self.known[name], dict[Value, Decimal]()
            for row in block.rows:
                cells = _cells(block, row)
                of = cells[key] if key else None
                found[of] = EXACT.add(found.get(of, ZERO), _amount(cells[column]))
            self.sums[place] = found
        return self.sums[place]


def _cells(block: TableBlock, row: Row) -> Mapping[str, Value]:
    pairs = zip(block.columns, row.cells, strict=True)
    return {column.key: cell.value for column, cell in pairs if isinstance(cell, Cell)}


def _amount(value: Value) -> Decimal:
    """A number as it is; nothing counts as zero, as in a workbook."""
    return exact(value) if isinstance(value, Decimal | int | float) else ZERO


def _limited(amount: Decimal, cap: Decimal | None, floor: Decimal | None) -> Decimal:
    if cap is not None and amount > cap:
        return cap
    return floor if floor is not None and ZERO < amount < floor else amount
