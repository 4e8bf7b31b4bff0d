"""The lines behind a number: those that add something to it, or are counted by it."""

from __future__ import annotations

from collections.abc import Iterator

import narwhals as nw

from salesperf.core.period import Span
from salesperf.core.unit import Unit
from salesperf.engine import Frame
from salesperf.facts.days import UNDATED
from salesperf.facts.subject import Subject
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.model import Atom, How, Metric
from salesperf.metrics.parts import Lens, atoms_under
from salesperf.metrics.scope import Scope


def lines_behind(scope: Scope, metric: Metric, subject: Subject, span: Span, *, undated: bool = False) -> Frame:
    """The lines of one subject within a span, under the conditions of the scope; one row a line of the files.

    `undated` lines count where the number is of all the data.
    """
    lines = scope.measure.lines[Lens(subject)]
    names = lines.collect_schema().names()
    is_inside = (nw.col("date") >= nw.lit(span.start)) & (nw.col("date") <= nw.lit(span.end))
    if undated and UNDATED in names:
        is_inside |= nw.col(UNDATED)
    inside = lines.filter(is_inside, nw.any_horizontal(*_counted(scope, metric, subject), ignore_nulls=True))
    if "told_for" in names:
        # One number is taken apart, that of the whole question, by what is told for periods within its own.
        inside = inside.filter(nw.col("told_for") == "", nw.col("known_on") <= nw.lit(span.end))
    return inside


def _counted(scope: Scope, metric: Metric, subject: Subject) -> Iterator[nw.Expr]:
    """For each atom, whether a line adds to it: among the lines of the conditions that it is measured under."""
    for lens, atoms in atoms_under([metric], scope.measure.catalog).items():
        if lens.subject is not subject:
            continue
        for atom in atoms:
            adds = _adds_to(ATOMS[atom])
            yield adds & scope.framed.claims[lens] if lens.conditions else adds


def _adds_to(atom: Atom) -> nw.Expr:
    """Whether a line adds something to the atom or is counted by it; a line of zero or of no value does neither."""
    if atom.how in {How.SUM, How.BALANCE, How.COVERED} and atom.column != "customer_net":
        return nw.col(atom.column) != 0
    if atom.how in {How.DISTINCT, How.COUNT, How.MEDIAN}:
        return ~nw.col(atom.column).is_null()
    # What is counted of customers are those who bought; what is added up of them is their net, returns included.
    if atom.unit is Unit.MONEY:
        return ~nw.col("customer").is_null() & (nw.col("net") != 0)
    return ~nw.col("buying_customer").is_null()
