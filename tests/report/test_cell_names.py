from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from company_pack import company_pack
from opened import opened
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.render.xlsx import draw
from salesperf.report.cell_names import RECORD, SENTENCE, TILE, TOTAL, names_of
from salesperf.report.model import (
    Beside,
    Cell,
    Column,
    Meta,
    Records,
    Report,
    Row,
    Section,
    Sentence,
    Sparkline,
    TableBlock,
    Tile,
)

TEAMS = TableBlock(
    "by_team",
    same("Teams"),
    (Column("team", same("Team")), Column("net_revenue", same("Net revenue"), Unit.MONEY)),
    (Row((Cell("East"), Cell(Decimal(3)))), Row((Cell("West"), Cell(Decimal(4))))),
    Row((Cell("Total"), Cell(Decimal(7)))),
)


def report_of(*sections: Section, blocks: tuple[TableBlock, ...] = (), records: Records | None = None) -> Report:
    return Report("salesperf.test/1", same("Test"), Lang.EN, blocks, records or Records((), ()), sections=sections)


def a_section(key: str, value: int) -> Section:
    tile = Tile(
        "net_revenue", same("Net revenue"), Cell(value), (Beside("target", Text("to reach", "目标"), Cell(value + 1)),)
    )
    return Section(key, same(key), tiles=(tile,))


def test_a_figure_of_one_team_or_rep_never_has_the_name_of_the_whole() -> None:
    outer = Section("drill", same("Teams"), blocks=(TEAMS,), sections=(a_section("team-east", 3),))
    bare = Section("summary", same("Summary"), tiles=(Tile("net_revenue", same("Net revenue"), Cell(10)),))

    names = names_of(report_of(bare, outer))

    assert names.cells["net_revenue"].value == 10
    assert "net_revenue_target" not in names.cells, "the summary has no target, and that of a team is not the company's"
    assert names.cells["team_east_net_revenue_target"].value == 4


def test_a_tile_and_what_stands_beside_it_have_names() -> None:
    names = names_of(report_of(a_section("summary", 10)))

    assert names.cells["net_revenue"].value == 10
    assert names.cells["net_revenue_target"].value == 11
    assert names.cells["summary_net_revenue_target"].value == 11
    assert names.shown["summary", TILE, "net_revenue", "target"] == "net_revenue_target"


def test_the_first_in_reading_order_has_the_short_name_and_every_one_its_full_name() -> None:
    names = names_of(report_of(a_section("team-1", 10), a_section("team-2", 20)))

    assert names.cells["net_revenue"].value == names.cells["team_1_net_revenue"].value == 10
    assert names.cells["team_2_net_revenue"].value == 20
    assert names.shown["team-2", TILE, "net_revenue", ""] == "team_2_net_revenue"


def test_a_full_name_does_not_depend_on_other_sections() -> None:
    alone = names_of(report_of(a_section("team-2", 20)))
    among = names_of(report_of(a_section("team-1", 10), a_section("team-2", 20)))

    assert alone.cells["team_2_net_revenue"] == among.cells["team_2_net_revenue"]


def test_a_table_and_the_figures_of_its_total_have_names() -> None:
    names = names_of(report_of(blocks=(TEAMS,)))

    assert names.tables["by_team"] is TEAMS
    assert names.cells["by_team_total_net_revenue"].value == Decimal(7)
    assert names.shown["", "by_team", TOTAL, "net_revenue"] == "by_team_total_net_revenue"
    assert "by_team_total_team" not in names.cells


def test_a_total_without_a_value_keeps_its_name() -> None:
    block = replace(TEAMS, total=Row((Cell("Total"), Cell(None))))

    assert names_of(report_of(blocks=(block,))).cells["by_team_total_net_revenue"].value is None


def test_a_table_with_a_row_a_metric_names_each_value() -> None:
    columns = (Column("metric", same("Metric")), Column("value", same("Value")), Column("prev", same("Before")))
    row = Row((Cell("Orders"), Cell(3, Unit.COUNT), Cell(2, Unit.COUNT)), key="orders")
    series = replace(row, cells=(Cell("Units"), Cell(5, Unit.COUNT), Sparkline((1.0,))), key="units")
    block = TableBlock("kpi", same("KPI"), columns, (row, series))

    names = names_of(report_of(blocks=(block,)))

    assert (names.cells["orders"].value, names.cells["orders_prev"].value) == (3, 2)
    assert names.cells["units"].value == 5
    assert "units_prev" not in names.cells


def test_one_record_names_its_columns() -> None:
    columns = (Column("period", same("Period")), Column("aov", same("Average order"), Unit.PRICE))
    one = Records(columns, (("2026-01", Decimal("2.5")),))

    names = names_of(report_of(records=one))

    assert names.cells["period"].value == "2026-01"
    assert names.shown["", RECORD, "", "aov"] == "aov"
    assert "aov" not in names_of(report_of(records=replace(one, rows=one.rows * 2))).cells


def test_a_sentence_shares_the_name_of_a_tile_of_the_same_value_and_has_its_own_for_another() -> None:
    said = Sentence(same("{net_revenue} {growth}"), {"net_revenue": Cell(10), "growth": Cell(0.5)})
    other = Sentence(same("{net_revenue}"), {"net_revenue": Cell(9)})
    section = replace(a_section("summary", 10), sentences=(said, other))

    names = names_of(report_of(section))

    assert names.shown["summary", SENTENCE, "1", "net_revenue"] == "net_revenue"
    assert names.shown["summary", SENTENCE, "1", "growth"] == "growth"
    assert names.cells[names.shown["summary", SENTENCE, "2", "net_revenue"]].value == 9
    assert names.shown["summary", SENTENCE, "2", "net_revenue"] == "summary_net_revenue_2"


def test_what_the_report_is_about_has_names() -> None:
    meta = Meta(date(2026, 3, 20), (date(2026, 1, 1), date(2026, 3, 31)), "USD", organisation="Acme")

    names = names_of(replace(report_of(), meta=meta, subtitle=same("Q1")))

    assert names.cells["report_title"].value == "Test"
    assert names.cells["report_subtitle"].value == "Q1"
    assert names.cells["report_from"].value == date(2026, 1, 1)
    assert names.cells["report_to"].value == date(2026, 3, 31)
    assert names.cells["report_organisation"].value == "Acme"
    assert names.cells["report_through"].value is None


def test_names_do_not_depend_on_the_language() -> None:
    english, both = names_of(company_pack()), names_of(company_pack(lang=Lang.BOTH))

    assert list(english.cells) == list(both.cells)
    assert list(english.tables) == list(both.tables)
    assert english.cells["net_revenue_target"].value == Decimal(1250)


@given(st.lists(st.sampled_from(["net", "NET", "net_2", "Net_2", "Q1", "R1C1", "目标", ""]), max_size=12))
def test_names_are_legal_and_unique_without_regard_to_case(keys: list[str]) -> None:
    tiles = tuple(Tile(key, same(key), Cell(number)) for number, key in enumerate(keys))

    names = names_of(report_of(Section("net", same("Net"), tiles=tiles)))

    assert len({name.casefold() for name in names.cells}) == len(names.cells)
    assert {cell.value for cell in names.cells.values()} >= set(range(len(keys)))
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) for name in names.cells)
    assert not any(re.fullmatch(r"(?i)[a-z]{1,3}[0-9]+|r[0-9]*c[0-9]*", name) for name in names.cells)


def test_the_cells_of_a_workbook_that_is_made_have_the_same_names(pack_report: Report) -> None:
    names = names_of(pack_report)
    book = opened(draw(pack_report))

    assert len(book.defined_names) > 20
    for name, defined in book.defined_names.items():
        sheet, place = next(iter(defined.destinations))
        shown, value = book[sheet][place].value, names.cells[name].value
        if isinstance(value, Decimal | int | float) and isinstance(shown, int | float):
            # Points and scores stand in a workbook a hundred times as large.
            assert float(shown) == pytest.approx(float(value) * (100 if names.cells[name].unit is Unit.POINTS else 1))
        elif not str(shown).startswith("="):
            assert shown == value
