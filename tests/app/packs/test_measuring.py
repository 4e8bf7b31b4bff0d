"""What was measured of the files."""

from __future__ import annotations

from collections.abc import Callable

from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.packs.briefing import BOTH, Briefing
from salesperf.app.packs.library import Pack
from salesperf.app.packs.measuring import measured_together
from salesperf.core.text import same

Briefed = Callable[..., Briefing]


def test_sections_that_split_alike_are_measured_together() -> None:
    sections = [
        {"kind": "trend", "metric": "orders"},
        {"kind": "bridge", "by": "team"},
        {"kind": "breakdown", "by": "team", "metrics": ["orders"]},
    ]
    pack = Pack("test", PackPlan.model_validate({"title": "Test", "sections": sections}), same("test"))

    assert measured_together(pack) == {(): ("orders", "net_revenue"), ("team",): ("net_revenue", "orders")}


def test_a_split_is_measured_of_all_metrics_that_are_wanted_of_it(briefed: Briefed) -> None:
    wanted = {"kind": "breakdown", "by": "team", "metrics": ["orders", "net_revenue"]}
    measuring = briefed(wanted).measuring

    scope = measuring.scope(("orders",), ("team",))

    assert scope is not None
    assert {metric.key for metric in scope.metrics} >= {"orders", "net_revenue"}
    assert measuring.scope(("net_revenue",), ("team",)) is scope


def test_everything_is_measured_once_also_where_no_section_asks_for_it_unsplit(briefed: Briefed) -> None:
    """A page of a rep asks for nothing of the whole company; it was measured some eighty times a page."""
    unsplit = briefed({"kind": "trend"}).measuring
    split = briefed({"kind": "own_kpis"}).measuring

    assert split.together.get((), ()) == ()
    assert unsplit.everything is unsplit.everything
    assert split.everything is split.everything


def test_metrics_that_the_files_do_not_tell_have_no_scope(briefed: Briefed) -> None:
    measuring = briefed({"kind": "trend"}).measuring

    assert measuring.able(("receivable", "orders"), ()) == (measuring.catalog["orders"],)
    assert measuring.scope(("receivable",), ()) is None


def test_the_same_question_of_the_same_split_is_measured_once(briefed: Briefed) -> None:
    briefing = briefed({"kind": "trend"})
    scope = briefing.measuring.scope(("net_revenue",), ("rep",))

    assert scope is not None
    able = briefing.measuring.able(("net_revenue",), ("rep",))
    first, again = (
        briefing.measuring.result(scope, able, whole=briefing.period, grain=None, compare=BOTH) for _ in range(2)
    )
    assert first is again
    assert [entry.now["net_revenue"] for entry in first.entries] == [210, 50], "Mei Lin, then Ivo Kranz"


def test_groups_are_called_by_their_names_once_something_is_split_by_them(briefed: Briefed) -> None:
    measuring = briefed({"kind": "trend"}).measuring

    assert measuring.label("rep", "Mei Lin") == "Mei Lin"
    assert measuring.label("rep", "nobody") == "nobody"
