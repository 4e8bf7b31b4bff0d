from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from salesperf.app.commission.quotas import quotas_of
from salesperf.app.layers import Surroundings
from salesperf.app.workspace import Ask, Opened, read, workspace
from salesperf.core.period import Grain, Period
from salesperf.facts.calendar import Calendar
from salesperf.facts.subjects import Facts, facts_of

ORDERS = "Order ID,Order Date,Sales Rep,Amount\n1,2026-01-05,Ann,100\n2,2026-03-31,Ben,300\n"
TARGETS = "Sales Rep,Month,Target\nAnn,2026-02,100\nAnn,2026-03,120\nBen,2026-03,40.50\n"


def month(number: int) -> Period:
    return Calendar().period(Grain.MONTH, date(2026, number, 1))


QUARTER = Calendar().period(Grain.QUARTER, date(2026, 1, 1))


def opened(folder: Path, targets: str | None) -> tuple[Opened, Facts]:
    """The orders, and what is to be reached, as `commission run` reads them."""
    (folder / "orders.csv").write_text(ORDERS, encoding="utf-8")
    names = ["orders.csv"]
    if targets is not None:
        (folder / "targets.csv").write_text(targets, encoding="utf-8")
        names.append("targets.csv")
    found = read(workspace(Ask(tuple(str(folder / name) for name in names), Surroundings(folder, {}))))
    settings = found.space.configured.settings
    return found, facts_of(found.loaded.bundle, section=settings.kpi, calendar=settings.fiscal_calendar)


def test_everybody_has_what_is_to_be_reached_and_the_company_their_sum(tmp_path: Path) -> None:
    found = quotas_of(*opened(tmp_path, TARGETS), ["net_revenue"], [month(2), month(3)])

    # March: 120 + 40.50 = 160.50. Nobody but Ann has a target for February.
    assert {(scope, key, period.key): amount for (scope, key, _, period), amount in found.items()} == {
        ("rep", "Ann", "2026-02"): Decimal(100),
        ("rep", "Ann", "2026-03"): Decimal(120),
        ("rep", "Ben", "2026-03"): Decimal("40.50"),
        ("company", "", "2026-02"): Decimal(100),
        ("company", "", "2026-03"): Decimal("160.50"),
    }
    assert {metric for _, _, metric, _ in found} == {"net_revenue"}
    assert all(type(amount) is Decimal for amount in found.values())


def test_a_quarter_adds_up_its_months(tmp_path: Path) -> None:
    found = quotas_of(*opened(tmp_path, TARGETS), ["net_revenue"], [QUARTER])

    assert found["rep", "Ann", "net_revenue", QUARTER] == 220, "100 of February and 120 of March"


def test_nothing_is_to_be_reached_without_targets_of_the_metric(tmp_path: Path) -> None:
    assert quotas_of(*opened(tmp_path, None), ["net_revenue"], [month(3)]) == {}
    assert quotas_of(*opened(tmp_path, TARGETS), ["order_count"], [month(3)]) == {}
    assert quotas_of(*opened(tmp_path, TARGETS), [], [month(3)]) == {}


def test_a_month_without_a_target_is_left_out_rather_than_nought(tmp_path: Path) -> None:
    assert quotas_of(*opened(tmp_path, TARGETS), ["net_revenue"], [month(1)]) == {}


def test_targets_of_no_months_are_told_by_their_own_periods(tmp_path: Path) -> None:
    # Each runs to the day before the next: 15 January to 14 February, and from there on.
    dated = "Sales Rep,Quota Date,Quota\nAnn,2026-01-15,100\nAnn,2026-02-15,120\nAnn,2026-03-15,140\n"
    found = quotas_of(*opened(tmp_path, dated), ["net_revenue"], [QUARTER])

    told = [(one.participant, str(one.period.start), str(one.period.end), one.amount) for one in found.own(QUARTER)]
    assert told == [("Ann", "2026-01-15", "2026-02-14", 100), ("Ann", "2026-02-15", "2026-03-14", 120)]


def test_targets_of_months_are_those_of_the_plan(tmp_path: Path) -> None:
    assert quotas_of(*opened(tmp_path, TARGETS), ["net_revenue"], [QUARTER]).own(QUARTER) == ()
