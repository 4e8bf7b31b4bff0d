"""The numbers of one team or rep, taken out of a measurement of all of them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.one_of_all import Whom, is_something
from salesperf.core.period import Grain
from salesperf.core.text import Text
from salesperf.metrics.compare import Against

Briefed = Callable[..., Briefing]


def test_a_rep_is_measured_by_rep_and_by_what_else_is_asked() -> None:
    rep = Whom("rep", "Mei Lin", "Mei Lin")

    assert rep.split(()) == ("rep",)
    assert rep.split(("customer",)) == ("rep", "customer")
    assert rep.split(("team", "rep")) == ("team", "rep")


def test_the_groups_of_a_rep_have_the_total_of_the_rep(briefed: Briefed) -> None:
    briefing = briefed({"kind": "breakdown"}).of(Whom("rep", "Mei Lin", "Mei Lin"))

    found = briefing.result(("net_revenue",), by=("customer",))

    assert found is not None
    assert found.total is not None
    # Bob bought a year before alone.
    assert [(one.group, one.now["net_revenue"]) for one in found.entries] == [
        (("Ann",), Decimal(150)),
        (("Dee",), Decimal(60)),
        (("Bob",), Decimal(0)),
    ]
    assert found.total.now["net_revenue"] == Decimal(210)


def test_a_month_in_which_a_rep_did_nothing_is_a_zero(briefed: Briefed) -> None:
    briefing = briefed({"kind": "trend"}, period="2025-04").of(Whom("rep", "Mei Lin", "Mei Lin"))

    found = briefing.result(("net_revenue",), grain=Grain.MONTH)

    assert found is not None
    entry = found.entries[0]
    # March 2025 is the period before; the data begin after April 2024.
    assert entry.now["net_revenue"] == Decimal(0)
    assert isinstance(entry.bases[Against.YOY], Text)
    assert not isinstance(entry.bases[Against.PREV], Text)


def test_nothing_is_what_no_lines_give() -> None:
    nothing = {"rows": 0, "orders": 0, "rate": None}

    assert not is_something({"rows": 3, "orders": 0, "rate": None}, nothing, metrics=("orders", "rate"))
    assert is_something({"rows": 3, "orders": 1, "rate": None}, nothing, metrics=("orders", "rate"))
