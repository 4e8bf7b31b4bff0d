from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from rep_table import GROWTH, REP, REVENUE, report, row, words
from salesperf.core.status import Status
from salesperf.core.text import Lang, same
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Row, Sparkline
from salesperf.report.page import page
from salesperf.report.table_words import indented
from salesperf.report.words import Kind, Line, Word


def test_a_column_says_its_unit_once_in_the_header() -> None:
    grid = page(report(row("Ann", Decimal("1234.5")))).grids[0]

    assert grid.headers == ("Rep", "Net revenue (USD)")
    assert grid.kinds == (Kind.WORD, Kind.NUMBER)
    assert grid.lines == (Line((Word("Ann"), Word("1,234.50"))),)


def test_chinese_headers_use_chinese_brackets_and_currency() -> None:
    chinese = replace(report(row("张伟", Decimal(1))), lang=Lang.ZH, meta=Meta(currency="CNY"))

    assert page(chinese).grids[0].headers == ("销售员", "净销售额（元）")


def test_all_amounts_of_a_column_have_cents_where_one_has_a_fraction_even_the_total() -> None:
    drawn = page(report(row("Ann", Decimal(1)), row("Bob", Decimal(2)), total=row("Total", Decimal("3.1234"))))

    assert words(drawn) == [("Ann", "1.00"), ("Bob", "2.00")]
    assert drawn.grids[0].total == Line((Word("Total"), Word("3.12")))


def test_a_metric_a_row_has_its_unit_in_the_cell_and_reads_like_its_base() -> None:
    columns = (REP, Column("value", same("Value")), Column("prev", same("Previous")))
    money = row("Net revenue", Cell(Decimal(10), Unit.MONEY), Cell(Decimal("9.5"), Unit.MONEY))
    rate = row("Return rate", Cell(0.05, Unit.RATIO), Cell(None, Unit.RATIO))

    drawn = page(report(money, rate, columns=columns))

    assert words(drawn) == [("Net revenue", "$10.00", "$9.50"), ("Return rate", "5.0%", "–")]
    assert drawn.grids[0].kinds == (Kind.WORD, Kind.NUMBER, Kind.NUMBER)


def test_a_cell_that_repeats_the_unit_of_its_column_leaves_it_to_the_header() -> None:
    drawn = page(report(row("Ann", Cell(Decimal("1.5"), Unit.MONEY)), row("Bob", Cell(Decimal(2), Unit.MONEY))))

    assert words(drawn) == [("Ann", "1.50"), ("Bob", "2.00")]
    assert drawn.grids[0].headers[1] == "Net revenue (USD)"


def test_growth_has_a_sign_and_an_arrow_and_no_change_has_neither() -> None:
    columns = (REP, GROWTH)

    drawn = page(
        report(row("Ann", 0.5), row("Bob", -0.25), row("Cid", 0.0), row("Dan", Decimal("0.1")), columns=columns)
    )

    assert words(drawn) == [("Ann", "+50.0 ▲"), ("Bob", "-25.0 ▼"), ("Cid", "0.0"), ("Dan", "+10.0 ▲")]


def test_a_column_of_missing_numbers_stands_to_the_right_like_numbers() -> None:
    columns = (REP, Column("base", same("Base")), Column("word", same("Word")))

    grid = page(report(row("Ann", Cell(None, unit=Unit.MONEY), Cell(None)), columns=columns)).grids[0]

    assert [kind.value for kind in grid.kinds] == ["word", "number", "word"]


def test_a_growth_follows_its_metric() -> None:
    columns = (REP, REVENUE, GROWTH, Column("orders", same("Orders"), Unit.COUNT))

    grid = page(report(row("Ann", Decimal(1), 0.5, 3), columns=columns)).grids[0]

    assert grid.follows == (False, False, True, False)


def test_a_status_is_a_glyph_and_a_word_not_only_a_colour() -> None:
    drawn = page(report(row("Ann", Cell(Decimal(5), status=Status.RED))))

    assert drawn.grids[0].lines[0].words[1] == Word("✗ red 5", "", Status.RED, "✗ red")


def test_sparklines_and_headings() -> None:
    columns = (REP, Column("trend", same("Trend")))

    grid = page(report(row("Ann", Sparkline((1.0, 2.0)), heading=same("East")), columns=columns)).grids[0]

    assert grid.kinds == (Kind.WORD, Kind.SERIES)
    assert grid.lines == (Line((Word("Ann"), Word("▁█")), "East"),)


def test_hostile_names_and_currencies_cannot_steer_the_screen() -> None:
    hostile = replace(report(row("\x1b[31mAnn\u202e", Decimal("1.5"))), meta=Meta(currency="\x1b[0m"))

    drawn = page(hostile)

    assert words(drawn)[0][0] == "\ufffd[31mAnn\ufffd"
    assert drawn.grids[0].headers[1] == "Net revenue (\ufffd[0m)"


def test_a_header_in_both_languages_says_its_unit_once() -> None:
    both = replace(report(row("Ann", Decimal(1)), columns=(REP, GROWTH)), lang=Lang.BOTH)

    assert page(both).grids[0].headers == ("销售员 / Rep", "环比 / vs prev (%)")


def test_names_of_rows_are_indented_by_their_levels_and_nothing_else_is() -> None:
    deep = Row((Cell("Ann"), Cell(Decimal(2))), level=2, section="rep-1")
    grid = page(report(row("East", Decimal(1)), deep)).grids[0]

    shown = indented(grid, by="> ")

    assert [tuple(word.text for word in line.words) for line in shown.lines] == [("East", "1"), ("> > Ann", "2")]
    assert (shown.lines[1].level, shown.lines[1].section) == (2, "rep-1")


def test_a_figure_can_be_told_from_its_light() -> None:
    word = page(report(row("Ann", Cell(Decimal(5), status=Status.RED)))).grids[0].lines[0].words[1]

    assert (word.light, word.figure) == ("✗ red", "5")
    assert Word("5").figure == "5"
