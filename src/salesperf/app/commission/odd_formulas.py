"""Formulas that are not like those of other rows: the cells they refer to lie elsewhere, seen from their own row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.formula.translate import Translator

_HALF = 2


def odd_formulas(formulas: Mapping[str, str | None]) -> Mapping[str, str]:
    """What each odd cell of one column would hold if it were like most others, by cell; nothing where most differ.

    None is a cell with a typed amount. Formulas are alike where they are copies of each other down the column.

    >>> odd_formulas({"C2": "=B2*2", "C3": "=B3*2", "C4": "=B3*2", "C5": "=B5*2"})
    {'C4': '=B4*2'}
    """
    from openpyxl.formula.translate import Translator  # noqa: PLC0415 -- few commands look at formulas

    written = {cell: formula for cell, formula in formulas.items() if formula is not None}
    if not written:
        return {}
    at = max(written, key=_row)
    alike = {cell: _moved(Translator(formula, origin=cell), at) for cell, formula in written.items()}
    usual, count = Counter(alike.values()).most_common(1)[0]
    if count * _HALF <= len(formulas):
        return {}
    return {cell: _moved(Translator(usual, origin=at), cell) for cell in formulas if alike.get(cell) != usual}


def _row(cell: str) -> int:
    return int("".join(char for char in cell if char.isdigit()))


def _moved(formula: Translator, to: str) -> str:
    return str(formula.translate_formula(to))
