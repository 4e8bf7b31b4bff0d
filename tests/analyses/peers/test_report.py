from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.peers.compute import Change, Comparison, Peers, Standing
from salesperf.analyses.peers.report import own_kpis_section
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog import CATALOG
from section_words import rows, said, table

BETTER = Change(0.5, Unit.GROWTH, None, Standing.BETTER)
WORSE = Change(0.1, Unit.POINTS, None, Standing.WORSE)
NOTHING = Change(None, Unit.GROWTH, Text("why", "原因"))
REVENUE = Comparison(CATALOG["net_revenue"], Decimal(150), BETTER, NOTHING, Decimal(100), BETTER)
RATE = Comparison(CATALOG["return_rate"], 0.2, WORSE, WORSE, 0.1, WORSE)
ORDERS = Comparison(CATALOG["orders"], 3, BETTER, BETTER, None, NOTHING)


def test_each_metric_is_a_row_with_its_own_unit_and_arrow() -> None:
    section = own_kpis_section(Peers((REVENUE, RATE, ORDERS), 5, is_team=True), lang=Lang.EN)

    assert rows(section, "own_kpis") == [
        ("net revenue", 150, 0.5, None, 100, 0.5, "better"),
        ("return rate", 0.2, 0.1, 0.1, 0.1, 0.1, "worse"),
        ("orders", 3, 0.5, 0.5, None, None, None),
    ]
    units = [cell.unit for cell in table(section, "own_kpis").rows[1].cells[1:6]]  # type: ignore[union-attr]
    assert units == [Unit.RATIO, Unit.POINTS, Unit.POINTS, Unit.RATIO, Unit.POINTS]
    assert said(section) == [
        "Better than the median in 1 of 2 metrics.",
        "The median is that of the 5 others in the team.",
    ]


def test_of_all_reps_or_of_too_few_it_is_said() -> None:
    of_all = own_kpis_section(Peers((REVENUE,), 3, is_team=False), lang=Lang.EN)
    too_few = own_kpis_section(Peers((ORDERS,), 2, is_team=False), lang=Lang.ZH)

    assert said(of_all)[-1] == "The median is that of the 3 other reps who sold in the period."
    assert said(too_few, Lang.ZH) == ["本期有销售的其他人过少，不给出中位数。"]


def test_a_value_of_a_period_that_goes_on_is_partial() -> None:
    section = own_kpis_section(Peers((REVENUE,), 3, is_team=False), lang=Lang.EN, partial=True)

    # The value and its change on the period before; the year before is not known, the median is of others.
    assert [cell.partial for cell in table(section, "own_kpis").rows[0].cells[1:6]] == [  # type: ignore[union-attr]
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_rep_that_nothing_is_known_of_is_told_so() -> None:
    empty = own_kpis_section(None, lang=Lang.EN).empty

    assert empty is not None
    assert empty.en == "nothing is known of this rep in the period"
