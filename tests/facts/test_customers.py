from __future__ import annotations

from collections.abc import Mapping

import narwhals as nw
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.engine import collect
from salesperf.facts.customers import LARGEST, customer_periods

COUNTS = ("opening", "new", "retained", "reactivated", "lost", "repeat")
ATOMS = (*COUNTS, "new_net", "top10_net")
LAST = 4

FOURTH = settings(max_examples=settings().max_examples // 4)
"""A case runs three frames for each group: a quarter of the cases keeps a property within seconds."""

LINES = st.lists(
    st.tuples(
        st.integers(0, LAST),
        st.sampled_from(["north", "south", None]),
        st.sampled_from(["a", "b", "c", "d", None]),
        st.sampled_from(["A", "B", "C", None]),
        st.integers(-3, 3),
        st.booleans(),
    ),
    max_size=20,
)
Row = tuple[int, str | None, str | None, str | None, int, bool]


def measured(lines: list[Row], *, by: tuple[str, ...] = ()) -> dict[tuple[object, ...], Mapping[str, object]]:
    """The atoms by period and group; what a frame does not have is nothing, so 0."""
    frame = pl.DataFrame(
        [(*line[:3], line[3] if line[5] and line[4] > 0 else None, line[4], line[4], line[5]) for line in lines],
        schema={
            "period": pl.Int32(),
            "team": pl.String(),
            "customer": pl.String(),
            "qualified_order": pl.String(),
            "gross": pl.Int64(),
            "net": pl.Int64(),
            "is_sold": pl.Boolean(),
        },
        orient="row",
    )
    keys = ["period", *by]
    found: dict[tuple[object, ...], dict[str, object]] = {}
    for part in customer_periods(nw.from_native(frame.lazy()), keys=keys, atoms=ATOMS, last_period=LAST):
        for row in collect(part).iter_rows(named=True):
            counted = {key: value for key, value in row.items() if key in ATOMS}
            found.setdefault(tuple(row[key] for key in keys), dict.fromkeys(ATOMS, 0)).update(counted)
    return dict(found)


def buyers(lines: list[Row], period: int) -> set[str]:
    return {who for number, _, who, _, amount, sold in lines if number == period and who and sold and amount > 0}


@FOURTH
@given(LINES)
def test_customers_are_counted_as_sets_are(lines: list[Row]) -> None:
    found = measured(lines)

    for period in range(LAST + 1):
        row = found.get((period,), dict.fromkeys(ATOMS, 0))
        active, before = buyers(lines, period), buyers(lines, period - 1)
        earlier = set[str]().union(*(buyers(lines, number) for number in range(period)))
        assert row["opening"] == len(before)
        assert row["new"] == len(active - earlier)
        assert row["retained"] == len(active & before)
        assert row["reactivated"] == len((active & earlier) - before)
        assert row["lost"] == len(before - active)


@FOURTH
@given(LINES)
def test_active_is_new_retained_and_reactivated_and_what_opening_became(lines: list[Row]) -> None:
    for by in ((), ("team",)):
        for (period, *group), row in measured(lines, by=by).items():
            own = [line for line in lines if not by or line[1] == group[0]]
            active = len(buyers(own, int(str(period))))
            new, retained, back = (int(str(row[key])) for key in ("new", "retained", "reactivated"))
            opening, lost = int(str(row["opening"])), int(str(row["lost"]))
            assert active == new + retained + back
            assert active == opening + new + back - lost


@FOURTH
@given(LINES)
def test_a_group_is_what_its_own_lines_give(lines: list[Row]) -> None:
    grouped = measured(lines, by=("team",))

    for team in sorted({line[1] for line in lines}, key=str)[:2]:
        alone = measured([line for line in lines if line[1] == team])
        assert {period: row for (period, group), row in grouped.items() if group == team} == {
            period: row for (period,), row in alone.items()
        }


@FOURTH
@given(LINES)
def test_the_ten_largest_are_those_of_a_sorted_list(lines: list[Row]) -> None:
    many: list[Row] = [(0, None, f"{who}{number}", order, amount, sold) for number in range(4)
                       for _, _, who, order, amount, sold in lines if who]  # fmt: skip

    found = measured(many)

    nets: dict[str | None, int] = {}
    for _, _, who, _, amount, _ in many:
        nets[who] = nets.get(who, 0) + amount
    expected = sum(sorted(nets.values(), reverse=True)[:LARGEST])
    assert found.get((0,), {"top10_net": 0})["top10_net"] == expected


def test_a_customer_who_returns_after_a_pause_is_reactivated_once_and_not_new() -> None:
    found = measured([(0, None, "a", "A", 1, True), (3, None, "a", "B", 1, True), (4, None, "a", "C", 1, True)])

    assert [found[(0,)][key] for key in COUNTS] == [0, 1, 0, 0, 0, 0]
    assert [found[(1,)][key] for key in COUNTS] == [1, 0, 0, 0, 1, 0]
    assert (2,) not in found
    assert [found[(3,)][key] for key in COUNTS] == [0, 0, 0, 1, 0, 0]
    assert [found[(4,)][key] for key in COUNTS] == [1, 0, 1, 0, 0, 0]


def test_a_return_and_a_free_line_make_no_active_customer() -> None:
    assert measured([(0, None, "a", "A", 0, True), (0, None, "b", "B", -1, False)]) == {
        (0,): dict.fromkeys(ATOMS, 0) | {"top10_net": -1}
    }


def test_a_repeat_customer_has_two_orders_and_not_two_lines() -> None:
    twice = measured([(0, None, "a", "A", 1, True), (0, None, "a", "A", 1, True), (0, None, "b", "B", 1, True)])
    again = measured([(0, None, "a", "A", 1, True), (0, None, "a", "C", 1, True), (0, None, "a", None, 1, True)])

    assert twice[(0,)]["repeat"] == 0
    assert again[(0,)]["repeat"] == 1
