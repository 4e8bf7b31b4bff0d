from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from salesperf.core.text import same
from salesperf.render.template.areas import Area
from salesperf.render.template.faults import Fault
from salesperf.render.template.headed import Filling, Headed, filling_of
from salesperf.render.template.ours import Ours
from salesperf.report.model import Value
from template_books import TEAMS

ALL_ROWS = range(1, 100)


def filling(area: Area, *first_row: str | None, rows: range = ALL_ROWS) -> Filling:
    found = filling_of(TEAMS, Headed("by_team", area, first_row, rows))
    assert isinstance(found, Filling)
    return found


def fault(area: Area, *first_row: str | None) -> str:
    found = filling_of(TEAMS, Headed("by_team", area, first_row, ALL_ROWS, currency="EUR"))
    assert isinstance(found, Fault)
    return found.told.en


def test_without_headings_the_columns_stand_in_their_order_but_for_drawn_ones() -> None:
    found = filling(Area("S", 5, 2, 6, 4), None, "sample", None)

    expected: dict[tuple[int, int], Value] = {
        (5, 2): "East",
        (5, 3): Decimal("700.25"),
        (5, 4): 3,
        (6, 2): "West",
        (6, 3): None,
        (6, 4): 4,
    }
    assert found.values == expected
    assert not found.has_headings


def test_under_headings_the_columns_stand_where_they_are_called_for() -> None:
    found = filling(Area("S", 5, 2, 7, 4), "ORDERS", None, "团队")

    assert found.values == {(6, 2): 3, (6, 4): "East", (7, 2): 4, (7, 4): "West"}
    assert found.has_headings


def test_a_heading_may_be_a_key_a_label_in_any_language_or_one_with_a_unit() -> None:
    for heading in ("net_revenue", "Net revenue", " net  REVENUE (USD)", "净销售额（元）", "净销售额 / Net revenue"):
        found = filling(Area("S", 1, 1, 3, 1), heading)

        assert found.values == {(2, 1): Decimal("700.25"), (3, 1): None}, heading


def test_columns_under_other_headings_are_somebody_elses() -> None:
    found = filling(Area("S", 1, 1, 3, 3), "Team", "Comment", None)

    assert found.unknown == ("Comment",)
    assert {column for _, column in found.values} == {1}


def test_rows_to_spare_are_emptied_where_there_are_cells() -> None:
    found = filling(Area("S", 1, 1, 1_000_000, 3), None, None, None, rows=range(1, 5))

    assert [place for place, value in found.values.items() if value is None and place[0] > 2] == [
        (row, column) for row in (3, 4) for column in (1, 2, 3)
    ]
    assert len(found.values) == 12


def test_columns_to_spare_stay() -> None:
    assert {column for _, column in filling(Area("S", 1, 1, 2, 9), *[None] * 9).values} == {1, 2, 3}


def test_more_rows_or_columns_than_the_range_are_refused_with_both_numbers() -> None:
    assert fault(Area("S", 1, 1, 1, 3), None, None, None) == "by_team has 2 rows, its range A1:C1 takes 1"
    assert fault(Area("S", 1, 1, 2, 1), "team") == "by_team has 2 rows, its range A1:A2 takes 1"
    assert fault(Area("S", 1, 1, 2, 2), None, None) == "by_team has 3 columns, its range A1:B2 takes 2"


def test_a_heading_that_two_columns_have_is_refused_and_their_keys_are_told() -> None:
    alike = replace(TEAMS, columns=tuple(replace(column, label=same("Same")) for column in TEAMS.columns))

    found = filling_of(alike, Headed("by_team", Area("S", 1, 1, 9, 1), ["Same"], ALL_ROWS))

    assert isinstance(found, Fault)
    assert found.cure.en == "write the column's key over it: team, net_revenue, orders"


def test_a_heading_of_another_currency_or_scale_is_refused() -> None:
    area = Area("S", 1, 1, 9, 1)

    assert fault(area, "Net revenue (USD)") == (
        "by_team: the heading 'Net revenue (USD)' says USD, the report is in EUR"
    )
    assert "says CNY, the report is in EUR" in fault(area, "净销售额（元）")
    assert "says 万元, the report has whole amounts" in fault(area, "净销售额（万元）")
    assert "says k EUR, the report has whole amounts" in fault(area, "Net revenue (k EUR)")


def test_a_heading_of_the_same_currency_or_of_no_currency_is_filled() -> None:
    for heading in ("Net revenue (EUR)", "Net revenue (€)", "Net revenue (net)", "Orders (USD)"):
        found = filling_of(TEAMS, Headed("by_team", Area("S", 1, 1, 9, 1), [heading], ALL_ROWS, currency="EUR"))
        assert isinstance(found, Filling)
        assert found.has_headings


def test_other_words_for_a_metric_are_headings_too() -> None:
    ours = Ours({"net_revenue": ("Net revenue", "销售额", "Turnover"), "orders": ("Orders",)})
    found = filling_of(TEAMS, Headed("by_team", Area("S", 5, 1, 7, 2), ["销售额", "Team"], ALL_ROWS, ours=ours))

    assert isinstance(found, Filling)
    assert found.values == {(6, 1): Decimal("700.25"), (6, 2): "East", (7, 1): None, (7, 2): "West"}


def test_a_figure_of_ours_that_the_answer_lacks_is_emptied_under_its_heading() -> None:
    ours = Ours({"gross_margin": ("Gross margin", "毛利率")})
    first_row = ["Team", "Gross margin (%)", "Notes"]
    found = filling_of(TEAMS, Headed("by_team", Area("S", 5, 1, 7, 3), first_row, ALL_ROWS, ours=ours))

    assert isinstance(found, Filling)
    assert found.values == {(6, 1): "East", (6, 2): None, (7, 1): "West", (7, 2): None}
    assert (found.emptied, found.unknown) == (("Gross margin (%)",), ("Notes",))
