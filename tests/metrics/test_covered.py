"""What is told for whole periods, against plain Python that looks at every day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.core.period import Grain, Period
from salesperf.core.text import Text
from salesperf.facts.dimensions import column_of
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.compare import Against
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.tables.literal import bundle_of

TENTH = settings(max_examples=settings().max_examples // 10)
KEYS = ("market_share", "market_size", "relative_market_share")
ORDERS = (
    "order_id,order_date,region,amount\n"
    + "".join(
        f"O{month}{region},2025-{month:02d}-10,{region},{month * 10}\n"
        for month in range(1, 13)
        for region in ("E", "W")
    )
    + "Z,2025-12-31,E,5\n"
)
MONTHS = [f"2025-{month:02d}" for month in range(1, 13)]
QUARTERS = [f"2025-Q{number}" for number in range(1, 5)]

Size = tuple[str, int, int]
"""Region (empty for the whole), size, sales of the largest rival (0 for unknown)."""
SIZES = st.dictionaries(
    st.tuples(st.sampled_from([*MONTHS, *QUARTERS, "2025-H1", "2025"]), st.sampled_from(["", "E", "W"])),
    st.tuples(st.integers(100, 999), st.sampled_from([0, 50, 70])),
    min_size=1,
    max_size=24,
)


def asked(sizes: Mapping[tuple[str, str], tuple[int, int]], request: Request) -> Scope:
    market = "period,region,market_size,largest_rival\n" + "".join(
        f"{period},{region},{size},{rival or ''}\n" for (period, region), (size, rival) in sizes.items()
    )
    # One row of another year, so that there always is a rival.
    return scope_of(
        bundle_of([("orders", ORDERS), ("market", market + "2020,,1,1\n2020,E,1,1\n")]),
        request,
        section=SalesSection(),
        calendar=CalendarSection(),
        catalog=CATALOG,
    )


def span(key: str) -> tuple[date, date]:
    if "Q" in key:
        first = int(key[-1]) * 3 - 2
        last = first + 2
    elif "H" in key:
        first, last = 1, 6
    elif "-" in key:
        first = last = int(key[-2:])
    else:
        first, last = 1, 12
    return date(2025, first, 1), (date(2025, last, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def truth(
    sizes: Mapping[tuple[str, str], tuple[int, int]], period: Period, region: str
) -> tuple[int | None, int | None]:
    """Size and rival: of all choices of rows that cover each day of the period once, that of the fewest rows."""
    rows = [(*span(key), size, rival) for (key, of), (size, rival) in sizes.items() if of == region]
    inside = [row for row in rows if row[0] >= period.start and row[1] <= period.end]
    best: list[tuple[date, date, int, int]] | None = None
    ways: list[tuple[date, list[tuple[date, date, int, int]]]] = [(period.start, [])]
    while ways:
        day, way = ways.pop()
        if day > period.end:
            best = way if best is None or len(way) < len(best) else best
            continue
        ways += [(row[1] + timedelta(days=1), [*way, row]) for row in inside if row[0] == day]
    if best is None:
        return None, None
    known = all(row[3] for row in best)
    return sum(row[2] for row in best), sum(row[3] for row in best) if known else None


def net(period: Period, regions: Sequence[str]) -> int:
    months = [month * 10 for month in range(1, 13) if date(2025, month, 10) in period]
    return sum(months) * len(regions) + (5 if "E" in regions and date(2025, 12, 31) in period else 0)


def check(row: Mapping[str, object], expected: tuple[int | None, int | None], sold: int) -> None:
    size, rival = expected
    assert row["market_size"] == (None if size is None else Decimal(size))
    assert row["market_share"] == (None if size is None else pytest.approx(sold / size))
    assert row["relative_market_share"] == (None if not rival else pytest.approx(sold / rival))


@TENTH
@given(SIZES, st.sampled_from([Grain.MONTH, Grain.QUARTER, Grain.YEAR]), st.sampled_from(["", "E", "W"]))
def test_a_period_is_known_where_rows_cover_every_day_once(
    sizes: dict[tuple[str, str], tuple[int, int]], grain: Grain, region: str
) -> None:
    scope = asked(sizes, Request(metrics=KEYS, grain=grain, period="2025", by=("region",) if region else ()))

    for period in scope.periods:
        view = scope.measure.view(period, Against.NOW)
        assert not isinstance(view, Text)
        rows = list(scope.measure.values(view, by=[column_of(key) for key in scope.by]).iter_rows(named=True))
        row = next(row for row in rows if not region or row[column_of("region")] == region)
        check(row, truth(sizes, period, region), net(period, [region] if region else ["E", "W"]))


@TENTH
@given(SIZES)
def test_a_region_by_itself_is_the_same_question_asked_with_that_region_alone(
    sizes: dict[tuple[str, str], tuple[int, int]],
) -> None:
    if not any(region for _, region in sizes):
        return
    scope = asked(sizes, Request(metrics=KEYS, period="2025-Q1", where=("region=E",)))
    view = scope.measure.view(scope.whole, Against.NOW)
    assert not isinstance(view, Text)

    row = scope.measure.values(view, by=()).row(0, named=True)

    check(row, truth(sizes, scope.whole, "E"), net(scope.whole, ["E"]))


def test_a_month_that_is_not_over_has_no_share_yet() -> None:
    orders = "order_id,order_date,amount\nA,2026-01-10,10\nB,2026-02-10,10\n"
    bundle = bundle_of([("orders", orders), ("market", "period,market_size\n2026-01,100\n2026-02,100\n")])

    def share(period: str) -> object:
        told = {"section": SalesSection(), "calendar": CalendarSection(), "catalog": CATALOG}
        scope = scope_of(bundle, Request(metrics=("market_share",), period=period), **told)  # type: ignore[arg-type]
        view = scope.measure.view(scope.whole, Against.NOW)
        assert not isinstance(view, Text)
        return scope.measure.values(view, by=())["market_share"][0]

    assert [share("2026-01"), share("2026-02")] == [0.1, None]


def test_two_regions_asked_for_together_add_their_markets() -> None:
    sizes = {("2025-Q1", "E"): (100, 0), ("2025-Q1", "W"): (300, 0)}
    scope = asked(sizes, Request(metrics=("market_size",), period="2025-Q1", where=("region=E,W",)))
    view = scope.measure.view(scope.whole, Against.NOW)
    assert not isinstance(view, Text)

    assert scope.measure.values(view, by=())["market_size"].to_list() == [Decimal(400)]


def test_a_region_without_a_market_of_its_own_is_not_known() -> None:
    scope = asked({("2025-Q1", "E"): (100, 0)}, Request(metrics=KEYS, period="2025-Q1", where=("region=W",)))
    view = scope.measure.view(scope.whole, Against.NOW)
    assert not isinstance(view, Text)

    assert scope.measure.values(view, by=())["market_size"].to_list() == [None]


def test_all_the_data_stand_for_the_months_they_lie_in() -> None:
    # 1 January is a holiday and 31 January 2026 a Saturday: sales run from the 2nd to the 30th.
    orders = "order_id,order_date,amount\nA,2026-01-02,10\nB,2026-01-30,10\n"

    def share(orders: str) -> object:
        bundle = bundle_of([("orders", orders), ("market", "period,market_size\n2026-01,100\n")])
        told = {"section": SalesSection(), "calendar": CalendarSection(), "catalog": CATALOG}
        scope = scope_of(bundle, Request(metrics=("market_share",)), **told)  # type: ignore[arg-type]
        view = scope.measure.view(scope.whole, Against.NOW)
        assert not isinstance(view, Text)
        return scope.measure.values(view, by=())["market_share"][0]

    assert share(orders) == 0.2
    assert share(orders.replace("01-02", "01-12")) is None, "a third of the month is lacking"
    assert share(orders.replace("01-30", "01-20")) is None
