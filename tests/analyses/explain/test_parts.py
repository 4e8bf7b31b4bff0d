from __future__ import annotations

from decimal import Decimal

from salesperf.analyses.explain.parts import formula_text, parts_block
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.model import Better, Distinct, Family, Metric, Ratio
from salesperf.report.model import Cell

Line = tuple[object, ...]


def lines(metric: str, values: dict[str, object], lang: Lang = Lang.EN) -> list[Line]:
    block = parts_block(CATALOG[metric], CATALOG, values, lang)
    return [tuple(cell.value for cell in row.cells if isinstance(cell, Cell)) for row in block.rows]


def test_a_ratio_is_followed_down_to_what_is_added_up() -> None:
    values = {
        "return_rate": 0.1,
        "returned_amount": Decimal(20),
        "gross_revenue": Decimal(200),
        "atom:returned": Decimal(20),
        "atom:gross": Decimal(200),
    }

    assert [line[:3] for line in lines("return_rate", values)] == [
        ("return_rate", "returned_amount / gross_revenue", 0.1),
        ("  returned_amount", "returned", Decimal(20)),
        ("    returned", "sum over lines", Decimal(20)),
        ("  gross_revenue", "gross", Decimal(200)),
        ("    gross", "sum over lines", Decimal(200)),
    ]


def test_arithmetic_names_what_it_is_made_of() -> None:
    names = [line[:2] for line in lines("gross_profit", {})]

    assert names == [
        ("gross_profit", "costed_net - cost"),
        ("  costed_net", "sum over lines"),
        ("  cost", "sum over lines"),
    ]


def test_a_metric_with_the_name_of_its_atom_is_not_made_of_itself() -> None:
    assert [line[:2] for line in lines("orders", {"orders": 3, "atom:orders": 3})] == [
        ("orders", "orders"),
        ("  orders", "distinct count"),
    ]
    assert [str(line[0]).strip() for line in lines("aov", {})] == ["aov", "net_revenue", "net", "orders", "orders"]


def test_what_has_no_value_shows_none() -> None:
    assert [line[2] for line in lines("net_revenue", {"net_revenue": None})] == [None, None]


def test_each_part_has_its_own_unit_and_its_meaning_in_the_language_of_the_report() -> None:
    block = parts_block(CATALOG["aov"], CATALOG, {}, Lang.ZH)
    cells = [row.cells for row in block.rows]

    assert [cell[2].unit for cell in cells if isinstance(cell[2], Cell)] == [
        Unit.PRICE,
        Unit.MONEY,
        Unit.MONEY,
        Unit.COUNT,
        Unit.COUNT,
    ]
    assert [line[1] for line in lines("aov", {}, Lang.ZH)][2] == "按明细求和"
    assert lines("aov", {}, Lang.ZH)[0][3] == "销售净额／订单数"


def test_a_formula_reads_as_people_write_it() -> None:
    ratio = Metric(
        "share", Text("share", "占比"), Text("a / b", "a／b"), Unit.RATIO, Better.UP, Family.RESULT, Ratio("a", "b")
    )
    count = Metric("n", Text("n", "数"), Text("n", "数"), Unit.COUNT, Better.UP, Family.RESULT, Distinct("orders"))

    assert formula_text(ratio) == "a / b"
    assert formula_text(count) == "orders"
    assert formula_text(CATALOG["discount_rate"]) == "(list_value - listed_gross) / list_value"
