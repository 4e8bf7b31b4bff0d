"""What is said of a section that is not there: what the files lack, or whom alone they do not tell it of."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.app.pack_plans.plan import SectionPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.kinds import Kind
from salesperf.app.packs.own import whose_of
from salesperf.core.text import Text, listing, same
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.facts.filter import parse_conditions
from salesperf.facts.subject import Subject
from salesperf.facts.whose import events_of
from salesperf.metrics.condition_words import condition_words
from salesperf.metrics.possible import lacks_of
from salesperf.metrics.request import Request

_BY = Text("{title} by {dimension}", "{title}（按{dimension}）")
_NEEDS = Text("{title} (needs {needs})", "{title}（需要{needs}）")
_NOT_ALONE = Text("{title} (cannot be told of {alone} alone)", "{title}（无法仅就{alone}得出）")
_NOT_OF_TEAM = Text(
    "{title} (cannot be told of {alone} alone: a list of people with their teams would tell it)",
    "{title}（无法仅就{alone}得出：提供注明团队的人员名单即可）",
)
_NO_TARGET = Text("{title} (no target is of {alone} in this period)", "{title}（本期没有{alone}的目标）")
_TEAM, _REP = "team", "rep"
_TARGETS = frozenset({"targets", "reds", "own_targets"})
_OWED = "receivables"
_TABLES = {"pipeline": "deals", "open_deals": "deals", "stalled_deals": "deals", _OWED: "invoices"}
"""The table that a section looks at itself, instead of asking for metrics."""


def left_out(briefing: Briefing, kind: Kind, plan: SectionPlan) -> Text:
    """A section that is not there, and why; of several of its kind the dimension tells which."""
    by = getattr(plan, "by", None)
    title = kind.title
    if isinstance(by, str) and by in DIMENSIONS:
        title = _BY.fill(title=title, dimension=DIMENSIONS[by].label)
    alone = _alone(briefing)
    if alone is None or not _is_told_of_all(briefing, kind, plan):
        return _NEEDS.fill(title=title, needs=kind.needs)
    if kind.key in _TARGETS:
        return _NO_TARGET.fill(title=title, alone=alone)
    words = _NOT_OF_TEAM if _TEAM in _narrowed_by(briefing) and _names_reps(briefing, kind, plan) else _NOT_ALONE
    return words.fill(title=title, alone=alone)


def _alone(briefing: Briefing) -> Text | None:
    """Whom and what the report is of; None where it is of everything."""
    whom = () if briefing.whom is None else (same(briefing.whom.name),)
    conditions = condition_words(briefing.request.where)
    told = whom if conditions is None else (*whom, conditions)
    return listing(told, phrases.COMMA) if told else None


def _narrowed_by(briefing: Briefing) -> frozenset[str]:
    """The dimensions that make a report one of a part."""
    own = () if briefing.whom is None else (briefing.whom.dimension,)
    return frozenset({*own, *(one.key for one in parse_conditions(briefing.request.where))})


def _is_told_of_all(briefing: Briefing, kind: Kind, plan: SectionPlan) -> bool:
    """Whether the files tell the section of everybody, and what makes it be left out is whom it is asked of."""
    bundle = briefing.opened.loaded.bundle
    if kind.key in _TARGETS:
        return "targets" in bundle
    if kind.key == _OWED:
        owed = briefing.facts.get(Subject.RECEIVABLES)
        return owed is not None and events_of(owed, bundle, whose_of(briefing)) is None
    if kind.key in _TABLES:
        return _TABLES[kind.key] in bundle
    asked = tuple(plan.asks())
    if any(briefing.able(one.metrics, one.by) for one in asked):
        return False
    return any(_able(briefing, one.metrics, one.by) for one in asked)


def _names_reps(briefing: Briefing, kind: Kind, plan: SectionPlan) -> bool:
    """Whether the section can be told rep by rep, so that who is in a team would make it one of the team."""
    if kind.key in _TABLES:
        table = briefing.opened.loaded.bundle.get(_TABLES[kind.key])
        return table is not None and bool({"rep_id", "rep_name"} & set(table.frame.columns))
    return any(_able(briefing, one.metrics, (_REP, *one.by)) for one in plan.asks())


def _able(briefing: Briefing, metrics: tuple[str, ...], by: tuple[str, ...]) -> bool:
    """Whether the files allow one of the metrics, without the conditions of the question."""
    return any(_lacks_nothing(briefing, metrics, tuple(dict.fromkeys(by))))


def _lacks_nothing(briefing: Briefing, metrics: tuple[str, ...], by: tuple[str, ...]) -> Iterator[bool]:
    bundle, catalog = briefing.opened.loaded.bundle, briefing.catalog
    for key in metrics:
        yield not lacks_of(catalog[key], Request(by=by), briefing.facts, bundle, catalog)
