"""Targets that fit nothing, as `check` tells them."""

from __future__ import annotations

from collections.abc import Callable

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.faults import target_faults
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of


def faults(of: Bundle) -> list[tuple[str, str | None, int]]:
    facts = facts_of(of, section=SalesSection())
    question = Question(of, facts, SalesSection(), CalendarSection(), CATALOG, Request())
    return [(one.code, one.value, one.count) for one in target_faults(question)]


def test_targets_that_fit_are_no_fault(bundle: Callable[..., Bundle]) -> None:
    assert faults(bundle()) == []


def test_every_kind_of_misfit_is_told(bundle: Callable[..., Bundle], targets: str) -> None:
    more = (
        "rep,Bop,net_revenue,2026-03,1\nrep,Bop,net_revenue,2026-04,1\nrep,Ann,smiles,2026-03,1\n"
        "rep,Ann,gross_margin,2026-03,0.3\nchannel,Web,net_revenue,2026-03,1\nrep,R1,net_revenue,2026-03,7\n"
    )

    assert sorted(faults(bundle(targets=targets + more))) == [
        ("F570", "channel", 1),
        ("F570", "gross_margin", 1),
        ("F570", "smiles", 1),
        ("F571", "Bop", 2),
        ("F572", "7", 1),
    ]


def test_without_targets_there_is_none(orders: str) -> None:
    assert faults(bundle_of([("orders", orders)])) == []
