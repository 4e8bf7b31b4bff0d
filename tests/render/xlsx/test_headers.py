from __future__ import annotations

from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.render.xlsx.headers import headers
from salesperf.report.model import Column

YOY = Text("on last year", "同比")


def test_a_header_names_the_unit_that_its_cells_do_not_show() -> None:
    columns = (
        Column("a", Text("net revenue", "销售净额"), Unit.MONEY),
        Column("b", Text("age", "账龄"), Unit.DAYS),
        Column("c", Text("share", "占比"), Unit.RATIO),
    )

    assert headers(columns, lang=Lang.EN, currency="USD") == ("net revenue (USD)", "age (days)", "share")
    assert headers(columns, lang=Lang.ZH, currency="CNY") == ("销售净额（元）", "账龄（天）", "占比")


def test_a_header_that_comes_again_names_the_column_it_follows() -> None:
    columns = (
        Column("orders", same("orders"), Unit.COUNT),
        Column("orders_yoy", YOY, Unit.GROWTH),
        Column("units", same("units"), Unit.QUANTITY),
        Column("units_yoy", YOY, Unit.GROWTH),
    )

    assert headers(columns, lang=Lang.EN, currency=None) == (
        *("orders", "orders: on last year", "units", "units: on last year"),
    )


def test_no_two_headers_are_the_same_in_any_case_and_none_is_blank() -> None:
    columns = tuple(Column(f"c{at}", same(label)) for at, label in enumerate(("Name", "NAME", "", "two\nlines")))

    assert headers(columns, lang=Lang.EN, currency=None) == ("Name", "NAME (2)", "·", "two⏎lines")


def test_a_header_of_both_languages_stands_once_with_a_unit_that_both_read() -> None:
    columns = (Column("a", Text("actual", "实际"), Unit.MONEY), Column("a_yoy", YOY, Unit.GROWTH), Column("b", YOY))

    assert headers(columns, lang=Lang.BOTH, currency="USD") == (
        *("实际 / actual (USD)", "实际：同比 / actual: on last year", "同比 / on last year"),
    )
