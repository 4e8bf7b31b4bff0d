"""What must hold of standings whoever sold what: teams and the company are sums over sums."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.report import status_report
from salesperf.analyses.targets.section import TargetsSection
from salesperf.core.text import Lang
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subjects import facts_of
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.request import Request
from salesperf.tables.literal import bundle_of

FEW = settings(max_examples=settings().max_examples // 10)
TEAM_OF = {"R1": "East", "R2": "East", "R3": "West", "R4": "West", "R5": ""}
CENTS = st.decimals(Decimal("0.01"), Decimal(900), places=2)
SALES = st.lists(
    st.tuples(st.sampled_from(sorted(TEAM_OF)), st.integers(1, 6), st.integers(1, 28), CENTS), min_size=1, max_size=12
)
AIMS = st.dictionaries(st.tuples(st.sampled_from(sorted(TEAM_OF)), st.integers(1, 6)), CENTS, min_size=1, max_size=12)


def lines(
    sales: Sequence[tuple[str, int, int, Decimal]], aims: dict[tuple[str, int], Decimal]
) -> list[dict[str, object]]:
    """The records of the half-year's second quarter and the year to date."""
    orders = "".join(
        f"{n},2026-{month:02d}-{day:02d},{rep},{sum_}\n" for n, (rep, month, day, sum_) in enumerate(sales)
    )
    goals = "".join(f"rep,{rep},net_revenue,2026-{month:02d},{amount}\n" for (rep, month), amount in aims.items())
    people = "".join(f"{rep},{team}\n" for rep, team in TEAM_OF.items())
    # A first and a last sale of nobody, so that the data reach over the whole half-year.
    head = "order_id,order_date,rep_id,amount\nfirst,2026-01-01,,1\nlast,2026-06-30,,1\n"
    bundle = bundle_of(
        [
            ("orders", head + orders),
            ("people", "rep_id,team\n" + people),
            ("targets", "scope,scope_id,metric,period,amount\n" + goals),
        ]
    )
    facts = facts_of(bundle, section=SalesSection())
    question = Question(bundle, facts, SalesSection(), CalendarSection(), CATALOG, Request(period="2026-Q2"))
    report = status_report(question, TargetsSection(), lang=Lang.EN)
    keys = [column.key for column in report.records.columns]
    return [dict(zip(keys, row, strict=True)) for row in report.records.rows]


@FEW
@given(SALES, AIMS)
def test_a_team_and_the_company_attain_the_sum_of_actuals_over_the_sum_of_targets(
    sales: list[tuple[str, int, int, Decimal]], aims: dict[tuple[str, int], Decimal]
) -> None:
    found = lines(sales, aims)

    for horizon, months in (("period", range(4, 7)), ("ytd", range(1, 7))):
        asked = {rep: {month for one, month in aims if one == rep and month in months} for rep in TEAM_OF}
        target = {
            rep: sum((amount for (one, month), amount in aims.items() if one == rep and month in months), Decimal(0))
            for rep in TEAM_OF
        }
        groups = {
            ("team", "East"): ["R1", "R2"],
            ("team", "West"): ["R3", "R4"],
            ("company", None): list(TEAM_OF),
        }
        for (scope, key), members in groups.items():
            held = {rep for rep, _ in aims if rep in members}
            days = {month for rep in held for month in asked[rep]}
            line = next(
                (one for one in found if (one["horizon"], one["scope"], one["id"]) == (horizon, scope, key)), None
            )
            if not days:
                assert line is None or line["attainment"] is None
                continue
            assert line is not None
            # Who has a target at some time is one of them throughout; months that nobody has one in are left out.
            reached = sum((amount for rep, month, _, amount in sales if rep in held and month in days), Decimal(0))
            wanted = sum(target[rep] for rep in held)
            assert (line["actual"], line["target"]) == (reached, wanted)
            assert line["attainment"] == pytest.approx(float(reached / wanted))
