from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from salesperf.analyses.peers.compute import Own, Peers, Standing, peers_of, teams_in
from salesperf.core.period import Span
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.tables.literal import bundle_of

METRICS = (CATALOG["net_revenue"], CATALOG["return_rate"], CATALOG["orders"])
NO_BASE = Text("the data begin later", "数据晚于此")


def own(rep: str, net: int | None, rate: float | None = None, orders: int = 1) -> Own:
    now = {"net_revenue": None if net is None else Decimal(net), "return_rate": rate, "orders": orders}
    return Own(rep, now, {"net_revenue": Decimal(80), "return_rate": 0.1, "orders": 0}, NO_BASE)


def stands(rep: str, *reps: Own, teams: dict[str, str] | None = None) -> Peers:
    found = peers_of(rep, reps, METRICS, teams or {})
    assert found is not None
    return found


def others(nets: Sequence[int]) -> list[Own]:
    return [own(f"O{number}", net, 0.2) for number, net in enumerate(nets)]


def test_the_median_is_that_of_the_others_alone() -> None:
    found = stands("R", own("R", 1000, 0.05), *others([10, 30, 20, 60]))

    revenue, rate, orders = found.comparisons
    # 10, 20, 30 and 60: the middle is 25; 1000 is 39 times more.
    assert (revenue.median, revenue.against.value, revenue.against.standing) == (25, 39.0, Standing.BETTER)
    assert (rate.median, rate.against.unit) == (0.2, Unit.POINTS)
    assert rate.against.value == pytest.approx(-0.15)
    assert orders.against.standing is Standing.EQUAL


def test_a_median_of_money_is_told_to_the_cent() -> None:
    cents = [Own(f"O{n}", {"net_revenue": Decimal(n)}, NO_BASE, NO_BASE) for n in ("1.00", "2.00", "2.01", "9.00")]

    # Between 2.00 and 2.01 lies 2.005.
    assert stands("R", own("R", 1), *cents).comparisons[0].median == Decimal("2.01")


def test_a_lower_return_rate_is_better() -> None:
    low = stands("R", own("R", 1, 0.05), *others([1, 1, 1])).comparisons[1]
    high = stands("R", own("R", 1, 0.5), *others([1, 1, 1])).comparisons[1]

    assert (low.against.standing, high.against.standing) == (Standing.BETTER, Standing.WORSE)


def test_of_fewer_than_three_others_there_is_no_median() -> None:
    found = stands("R", own("R", 5, 0.1), own("A", 1, 0.3), own("B", 2, 0.3), own("C", 3, None))

    revenue, rate, _ = found.comparisons
    assert revenue.median == 2
    assert (rate.median, rate.against.value) == (None, None)
    assert rate.against.reason is not None
    assert rate.against.reason.en.startswith("fewer than 3 others")


def test_who_sold_nothing_in_the_period_is_no_peer() -> None:
    found = stands("R", own("R", 5), own("A", 0), own("B", None), own("C", 3))

    assert found.others == 1


def test_four_others_of_the_team_are_the_peers_of_fewer_all_reps_are() -> None:
    reps = [own("R", 5), *others([10, 20, 30, 40, 99])]
    four = {"R": "North", "O0": "North", "O1": "North", "O2": "North", "O3": "North", "O4": "South"}
    three = {**four, "O3": "South"}

    in_team, of_all = stands("R", *reps, teams=four), stands("R", *reps, teams=three)

    assert (in_team.is_team, in_team.others, in_team.comparisons[0].median) == (True, 4, 25)
    assert (of_all.is_team, of_all.others, of_all.comparisons[0].median) == (False, 5, 30)


def test_the_period_before_and_last_year_are_told_or_why_not() -> None:
    revenue, rate, orders = stands("R", own("R", 100, 0.05, 2)).comparisons

    assert (revenue.before.value, rate.before.unit) == (0.25, Unit.POINTS)
    assert rate.before.value == pytest.approx(-0.05)
    assert (orders.before.value, orders.before.standing) == (None, Standing.BETTER)
    assert revenue.year_ago.reason == NO_BASE


def test_of_a_rep_that_nothing_is_known_of_nothing_is_told() -> None:
    assert peers_of("Z", [own("R", 1)], METRICS, {}) is None


def test_the_team_is_that_of_the_last_sale_in_the_period() -> None:
    orders = (
        "order_id,order_date,rep_id,team,amount\n1,2026-01-05,R1,North,1\n2,2026-01-20,R1,South,1\n"
        "3,2026-02-02,R1,West,1\n4,2026-01-03,R2,North,1\n"
    )
    bundle = bundle_of([("orders", orders)])
    events = sales(bundle, section=SalesSection())

    assert teams_in(events, bundle, Span(date(2026, 1, 1), date(2026, 1, 31))) == {"R1": "South", "R2": "North"}
