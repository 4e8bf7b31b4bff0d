"""How much each group changed a metric that adds up."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.changes import Change, changes_of
from salesperf.core.text import Text
from salesperf.metrics.request import Compare

Briefed = Callable[..., Briefing]


def test_the_changes_of_the_groups_make_up_that_of_the_whole(briefed: Briefed) -> None:
    found = changes_of(briefed({"kind": "bridge"}), "net_revenue", by="customer", compare=Compare.YOY)

    assert found is not None
    assert {change.name: (change.base, change.now, change.by) for change in found.changes} == {
        "Ann": (Decimal(100), Decimal(150), Decimal(50)),
        "Bob": (Decimal(200), Decimal(0), Decimal(-200)),
        "Cas": (Decimal(50), Decimal(30), Decimal(-20)),
        "Dee": (Decimal(0), Decimal(60), Decimal(60)),
        "Eve": (Decimal(0), Decimal(20), Decimal(20)),
    }
    assert (found.base, found.now, found.rest) == (Decimal(350), Decimal(260), Decimal(0))


def test_a_group_without_a_name_is_called_by_our_words_in_either_language() -> None:
    nameless = Change(None, "未归属 / Unassigned", Decimal(1), Decimal(3))

    assert nameless.called == Text("Unassigned", "未归属")
    assert Change("C1", "Ann", Decimal(1), Decimal(3)).called == Text("Ann", "Ann")


def test_there_are_none_without_a_base_or_for_what_does_not_add_up(briefed: Briefed) -> None:
    briefing = briefed({"kind": "bridge"}, period="2025-03")

    assert changes_of(briefing, "net_revenue", by="customer", compare=Compare.YOY) is None
    assert changes_of(briefed({"kind": "bridge"}), "orders", by="product", compare=Compare.YOY) is None
    assert changes_of(briefed({"kind": "bridge"}), "net_revenue", by="channel", compare=Compare.YOY) is None
