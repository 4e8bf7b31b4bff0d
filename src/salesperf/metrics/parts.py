"""Parts: what a metric is made of, down to the atoms, and the conditions each of them is measured under.

A metric may have conditions of its own. They hold for everything below it, together with those of its parts: a ratio
of two metrics with different conditions divides what each counts among its own lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from salesperf.core.errors import UsageError
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.facts.subject import Subject
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.expression import names_in
from salesperf.metrics.model import OF_PERIOD, Derived, Distinct, How, Metric, Ratio, Simple, Snapshot

Conditions = tuple[str, ...]
"""Conditions in the syntax of `--where`, all of which hold; empty for all lines of the question."""


class Lens(Struct, frozen=True):
    """Which lines an atom is measured over: those of a subject that satisfy conditions."""

    subject: Subject = Subject.SALES
    conditions: Conditions = ()


EVERY_SALE = Lens()
"""All sales lines of the question."""


def parts_of(metric: Metric) -> tuple[str, ...]:
    """The metrics or atoms a metric is made of."""
    match metric.formula:
        case Simple(atom) | Distinct(atom) | Snapshot(atom):
            return (atom,)
        case Ratio(numerator, denominator):
            return (numerator, denominator)
        case Derived(expression):
            return names_in(expression)


def is_atom(name: str, metric: Metric, catalog: Registry[Metric]) -> bool:
    """Whether a part is an atom; where an atom and a metric share a name, composed metrics mean the metric."""
    is_plain = isinstance(metric.formula, Simple | Distinct | Snapshot)
    return name in ATOMS and (is_plain or name not in catalog)


def both(outer: Conditions, inner: Conditions) -> Conditions:
    """Both sets of conditions, each once."""
    return tuple(dict.fromkeys((*outer, *inner)))


def under(name: str, conditions: Conditions) -> str:
    """The column of a metric or atom that is measured under conditions."""
    return f"{name} where {' and '.join(conditions)}" if conditions else name


def rows_column(lens: Lens) -> str:
    """The column that counts the lines of a lens."""
    subject = "" if lens.subject is Subject.SALES else f" of {lens.subject}"
    return under(f"rows{subject}", lens.conditions)


def pooled_column(column: str) -> str:
    """The column of an atom that is added up over the months of the data."""
    return f"pooled {column}"


def keeps_its_own(part: Metric) -> bool:
    """Whether a part of a pooled metric is what it is of all the data: a ratio that needs no period before."""
    return isinstance(part.formula, Ratio | Derived) and not part.periodic


def atom_column(atom: str, conditions: Conditions = ()) -> str:
    """The column of an atom in evaluated frames."""
    return f"atom:{under(atom, conditions)}"


def atoms_of(metric: Metric, catalog: Registry[Metric]) -> tuple[str, ...]:
    """The atoms a metric needs, followed through the metrics it is made of."""
    return tuple(dict.fromkeys(atom for atom, _ in _followed(metric, catalog, (), path=())))


def atoms_under(metrics: Iterable[Metric], catalog: Registry[Metric]) -> dict[Lens, tuple[str, ...]]:
    """The atoms that metrics need, by the lines they are measured over; those of the period need no lines."""
    found: dict[Lens, dict[str, None]] = {}
    for metric in metrics:
        for atom, conditions in _followed(metric, catalog, (), path=()):
            if ATOMS[atom].how not in OF_PERIOD:
                found.setdefault(Lens(ATOMS[atom].subject, conditions), {})[atom] = None
    return {lens: tuple(atoms) for lens, atoms in found.items()}


def period_columns(metrics: Iterable[Metric], catalog: Registry[Metric]) -> dict[str, How]:
    """The columns of atoms that are of the period itself, and what of it they are."""
    followed = (found for metric in metrics for found in _followed(metric, catalog, (), path=()))
    return {atom_column(atom, told): ATOMS[atom].how for atom, told in followed if ATOMS[atom].how in OF_PERIOD}


def metrics_in(
    metric: Metric, catalog: Registry[Metric], outer: Conditions = (), *, is_pooled: bool = False
) -> Iterator[tuple[Metric, Conditions, bool]]:
    """The metric and every metric under it, each with the conditions it is a part under (its own not among them).

    And whether it is pooled over the months, where the whole is.
    """
    yield metric, outer, is_pooled
    for name in parts_of(metric):
        if not is_atom(name, metric, catalog):
            part = catalog.find(name)
            still = is_pooled and not keeps_its_own(part)
            yield from metrics_in(part, catalog, both(outer, metric.where), is_pooled=still)


def conditions_of(metric: Metric, catalog: Registry[Metric]) -> Conditions:
    """Every condition that a metric or one of its parts has, each once."""
    sets = (conditions for _, conditions in _followed(metric, catalog, (), path=()))
    return tuple(dict.fromkeys(condition for conditions in sets for condition in conditions))


def _followed(
    metric: Metric, catalog: Registry[Metric], outer: Conditions, *, path: tuple[str, ...]
) -> Iterator[tuple[str, Conditions]]:
    if metric.key in path:
        told = Text("metric {key!r} is made of itself: {path}", "指标「{key}」引用了自身：{path}")
        raise UsageError(told.fill(key=metric.key, path=" -> ".join([*path, metric.key])))
    conditions = both(outer, metric.where)
    for name in parts_of(metric):
        if is_atom(name, metric, catalog):
            yield name, conditions
        else:
            yield from _followed(catalog.find(name), catalog, conditions, path=(*path, metric.key))
