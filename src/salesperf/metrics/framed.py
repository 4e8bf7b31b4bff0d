"""The lines that one question is about: of each subject, under the conditions of the question and of its metrics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import narwhals as nw

from salesperf.core.errors import Issue
from salesperf.core.registry import Registry
from salesperf.engine import Frame
from salesperf.facts.days import within
from salesperf.facts.dimensions import split
from salesperf.facts.events import Events
from salesperf.facts.filter import filtered, holds, parse_conditions
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import Facts
from salesperf.metrics.model import Metric
from salesperf.metrics.parts import Lens, atoms_under
from salesperf.metrics.possible import can_answer
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle


@dataclass(frozen=True, slots=True)
class Framed:
    """`lines` of every lens the metrics look through, and of each subject without conditions of its own.

    `claims` tell which lines satisfy the conditions of a lens; `labels` name the keys of dimensions to people.
    """

    lines: Mapping[Lens, Frame]
    claims: Mapping[Lens, nw.Expr]
    labels: Mapping[str, Mapping[str, str]]
    findings: tuple[Issue, ...]


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
    found = [_of_subject(facts[subject], request, lenses, bundle) for subject in looked_at]
    labels: dict[str, Mapping[str, str]] = {}
    for one in found:
        for dimension, names in one.labels.items():
            labels[dimension] = {**names, **labels.get(dimension, {})}
    return Framed(
        lines={lens: frame for one in found for lens, frame in one.lines.items()},
        claims={lens: claim for one in found for lens, claim in one.claims.items()},
        labels=labels,
        findings=tuple(dict.fromkeys(finding for one in found for finding in one.findings)),
    )


def _of_subject(events: Events, request: Request, lenses: Sequence[Lens], bundle: Bundle) -> Framed:
    conditions = parse_conditions(request.where)
    own = {
        lens: parse_conditions(lens.conditions) for lens in lenses if lens.subject is events.subject and lens.conditions
    }
    every = [*conditions, *(condition for listed in own.values() for condition in listed)]
    parts = split(events, bundle, by=[*request.by, *(part.key for part in every if part.is_dimension)])
    claims = {lens: holds(parts.lines, listed, labels=parts.labels) for lens, listed in own.items()}
    asked = filtered(parts.lines, conditions, labels=parts.labels)
    lines = asked if events.days is None else within(asked, events.days)
    of_lens = {lens: lines.filter(claim) for lens, claim in claims.items()}
    return Framed({Lens(events.subject): lines, **of_lens}, claims, parts.labels, parts.findings)
