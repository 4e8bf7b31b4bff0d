"""What a metric is made of: each metric and atom under it, with its value and its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from salesperf.analyses.explain import phrases
from salesperf.core.registry import Registry
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.model import Derived, Metric, Ratio
from salesperf.metrics.parts import (
    Conditions,
    atom_column,
    both,
    is_atom,
    keeps_its_own,
    parts_of,
    pooled_column,
    under,
)
from salesperf.report.model import Cell, Column, Row, TableBlock, Value


def parts_block(
    metric: Metric, catalog: Registry[Metric], values: dict[str, object], lang: Lang, *, is_pooled: bool = False
) -> TableBlock:
    """The metric, then each part it is made of down to the atoms, indented by depth; pooled over months or not."""
    rows = [
        Row(
            (
                Cell(f"{'  ' * depth}{name}"),
                Cell(formula.say(lang)),
                Cell(_plain(value), unit=unit),
                Cell(meaning.say(lang)),
            )
        )
        for depth, name, formula, value, unit, meaning in _parts(metric, catalog, values, is_pooled=is_pooled)
    ]
    columns = (
        Column("part", phrases.PART),
        Column("formula", phrases.FORMULA),
        Column("value", phrases.VALUE),
        Column("meaning", phrases.MEANING),
    )
    return TableBlock("parts", phrases.PARTS, columns, tuple(rows))


_Part = tuple[int, str, Text, object, Unit, Text]


def _parts(
    metric: Metric,
    catalog: Registry[Metric],
    values: dict[str, object],
    *,
    is_pooled: bool,
    depth: int = 0,
    outer: Conditions = (),
) -> Iterator[_Part]:
    conditions = both(outer, metric.where)
    value = values.get(under(metric.key, conditions))
    yield depth, metric.key, _only(formula_text(metric), metric.where), value, metric.unit, metric.meaning
    for name in parts_of(metric):
        if is_atom(name, metric, catalog):
            atom = ATOMS[name]
            column = atom_column(name, conditions)
            value = values.get(pooled_column(column) if is_pooled else column)
            yield depth + 1, name, phrases.HOW[atom.how.value], value, atom.unit, atom.meaning
        else:
            part = catalog[name]
            still = is_pooled and not keeps_its_own(part)
            yield from _parts(part, catalog, values, is_pooled=still, depth=depth + 1, outer=conditions)


def _only(formula: str, conditions: Conditions) -> Text:
    """The formula, and the conditions of which lines it is."""
    if not conditions:
        return same(formula)
    return phrases.ONLY.fill(formula=formula, conditions=", ".join(conditions))


def formula_text(metric: Metric) -> str:
    """The formula as people write it."""
    match metric.formula:
        case Ratio(numerator, denominator):
            return f"{numerator} / {denominator}"
        case Derived(expression):
            return expression
        case formula:
            return formula.atom


def _plain(value: object) -> Value:
    return value if isinstance(value, Decimal | int | float | str) else None
