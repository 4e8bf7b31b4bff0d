"""One metric of very many groups, now and in a base."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
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


def test_what_looks_at_other_days_sees_them(briefed: Briefed) -> None:
    found = briefed({"kind": "pareto"}).amounts("new_customers", by="rep", compare=Compare.PREV)

    # Dee is new to Mei Lin in March, Eve to Ivo Kranz; nobody is new in February: Ann and Cas bought a year before.
    assert found is not None
    assert found.now.groups == {"Mei Lin": Decimal(1), "Ivo Kranz": Decimal(1)}
    assert isinstance(found.base, Side)
    assert found.base.groups == {"Mei Lin": Decimal(0), "Ivo Kranz": Decimal(0)}


def test_a_base_ends_where_the_period_does_so_far(briefed: Briefed) -> None:
    found = briefed({"kind": "pareto"}, as_of=date(2026, 3, 10)).amounts(
        "net_revenue", by="customer", compare=Compare.YOY
    )

    # The year before, Ann and Bob had bought by 10 March, Cas ten days later.
    assert found is not None
    assert found.base == Side({"Ann": Decimal(100), "Bob": Decimal(200)}, Decimal(300))
