"""One metric of very many groups, now and in a base."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from salesperf.app.packs.amounts import Side
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.one_of_all import Whom
from salesperf.core.text import Text
from salesperf.metrics.request import Compare

Briefed = Callable[..., Briefing]


def test_both_sides_have_their_groups_and_their_whole(briefed: Briefed) -> None:
    found = briefed({"kind": "pareto"}).amounts("net_revenue", by="customer", compare=Compare.PREV)

    assert found is not None
    assert found.now == Side(
        {"Ann": Decimal(150), "Cas": Decimal(30), "Dee": Decimal(60), "Eve": Decimal(20)}, Decimal(260)
    )
    assert found.base == Side({"Ann": Decimal(80), "Cas": Decimal(40)}, Decimal(120))
    assert not found.partial


def test_of_a_rep_they_are_the_own_ones(briefed: Briefed) -> None:
    briefing = briefed({"kind": "pareto"}).of(Whom("rep", "Ivo Kranz", "Ivo Kranz"))

    found = briefing.amounts("net_revenue", by="customer", compare=Compare.PREV)

    assert found is not None
    assert found.now == Side({"Cas": Decimal(30), "Eve": Decimal(20)}, Decimal(50))
    assert found.base == Side({"Cas": Decimal(40)}, Decimal(40))


def test_a_base_before_the_data_says_why_it_is_missing(briefed: Briefed) -> None:
    found = briefed({"kind": "pareto"}, period="2025-03").amounts("net_revenue", by="customer", compare=Compare.YOY)

    assert found is not None
    assert isinstance(found.base, Text)
