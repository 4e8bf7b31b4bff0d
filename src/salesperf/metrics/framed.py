"""The lines that one question is about: of each subject, under the conditions of the question and of its metrics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import narwhals as nw
from msgspec import Struct

from salesperf.core.errors import Issue, UsageError
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.engine import Frame
from salesperf.facts.days import within
from salesperf.facts.dimensions import Split, split
from salesperf.facts.events import Events
from salesperf.facts.filter import Condition, filtered, holds, parse_conditions
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import Facts
from salesperf.metrics.covered import asked_of
from salesperf.metrics.model import Metric
from salesperf.metrics.parts import Lens, atoms_under
from salesperf.metrics.possible import can_answer
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle


class Framed(Struct, frozen=True):
    """`lines` of every lens the metrics look through, and of each subject without conditions of its own.

    `claims` tell which lines satisfy the conditions of a lens; `labels` name the keys of dimensions to people.
    """

    lines: Mapping[Lens, Frame]
    claims: Mapping[Lens, nw.Expr]
    labels: Mapping[str, Mapping[str, str]]
    findings: tuple[Issue, ...]
    notes: tuple[tuple[str, Text], ...] = ()


def framed(
    facts: Facts, request: Request, metrics: Sequence[Metric], bundle: Bundle, *, catalog: Registry[Metric]
) -> Framed:
    """The lines of the question; every condition is checked against all lines of its subject.

    A region that another condition leaves out is no unknown region.
    """
    lenses = tuple(atoms_under(metrics, catalog))
    sales = facts.get(Subject.SALES)
    # Their groups are shown in any case, unless nothing is asked of them and they have no such groups.
    sold = [Subject.SALES] if sales is not None and can_answer(sales, request, bundle) else []
    looked_at = dict.fromkeys([*sold, *(lens.subject for lens in lenses)])
    parts = {subject: _split(facts[subject], request, lenses, bundle) for subject in looked_at}
    labels: dict[str, Mapping[str, str]] = {}
    for one in parts.values():
        for dimension, names in one.labels.items():
            labels[dimension] = {**names, **labels[dimension]} if dimension in labels else names
    asked = _asked(parts, parse_conditions(request.where), labels=labels)
    found = [_of_subject(facts[subject], parts[subject], asked[subject], request, lenses) for subject in looked_at]
    return Framed(
        lines={lens: frame for one in found for lens, frame in one.lines.items()},
        claims={lens: claim for one in found for lens, claim in one.claims.items()},
        labels=labels,
        findings=tuple(dict.fromkeys(finding for one in parts.values() for finding in one.findings)),
        notes=tuple(dict.fromkeys(note for one in parts.values() for note in one.notes)),
    )


def _own(events: Events, lenses: Sequence[Lens]) -> Mapping[Lens, tuple[Condition, ...]]:
    """The conditions of the lenses that look at these events."""
    own = (lens for lens in lenses if lens.subject is events.subject and lens.conditions)
    return {lens: tuple(parse_conditions(lens.conditions)) for lens in own}


def _split(events: Events, request: Request, lenses: Sequence[Lens], bundle: Bundle) -> Split:
    every = [*parse_conditions(request.where), *(part for own in _own(events, lenses).values() for part in own)]
    return split(events, bundle, by=[*request.by, *(part.key for part in every if part.is_dimension)])


def _asked(
    parts: Mapping[Subject, Split], conditions: Sequence[Condition], *, labels: Mapping[str, Mapping[str, str]]
) -> Mapping[Subject, Frame]:
    """The lines of each subject that satisfy the conditions; a value must be named by the events of one of them.

    A region in which something was sold need not be in a table of costs.
    """
    found: dict[Subject, Frame] = {}
    unnamed: dict[Subject, UsageError] = {}
    for subject, one in parts.items():
        try:
            found[subject] = filtered(one.lines, conditions, labels=labels)
        except UsageError as fault:
            unnamed[subject] = fault
    if not found:
        raise next(iter(unnamed.values()))
    for subject in unnamed:
        found[subject] = filtered(parts[subject].lines, conditions, labels=labels, named_elsewhere=True)
    return found


def _of_subject(events: Events, parts: Split, asked: Frame, request: Request, lenses: Sequence[Lens]) -> Framed:
    own = _own(events, lenses)
    claims = {lens: holds(parts.lines, listed, labels=parts.labels) for lens, listed in own.items()}
    lines = asked if events.days is None else within(asked, events.days)
    fixed = [part.key for part in parse_conditions(request.where) if part.is_dimension]
    of_lens = {
        lens: asked_of(lines.filter(claim), [*fixed, *(part.key for part in own[lens] if part.is_dimension)])
        for lens, claim in claims.items()
    }
    return Framed({Lens(events.subject): asked_of(lines, fixed), **of_lens}, claims, parts.labels, parts.findings)
