"""Every figure of a report's sections as one flat record each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from salesperf.core.status import Status
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.long import long_records
from salesperf.report.model import Beside, Cell, Column, Row, Section, Sentence, TableBlock, Tile

_WHY = Text("nothing to divide by", "分母为零")


def _section() -> Section:
    table = TableBlock(
        "teams",
        Text("Teams", "团队"),
        (
            Column("who", Text("who", "对象")),
            Column("net_revenue", Text("net revenue", "销售净额"), Unit.MONEY),
            Column("rate", Text("rate", "比率"), Unit.RATIO),
        ),
        (
            Row((Cell("East"), Cell(Decimal("12.50"), status=Status.RED), Cell(0.1))),
            Row((Cell("West"), Cell(Decimal(3), partial=True), Cell(None, reason=_WHY)), key="west_key"),
        ),
        total=Row((Cell("all"), Cell(Decimal("15.50")), Cell(0.25))),
    )
    inner = Section(
        "team-1", Text("East", "华东"), tiles=(Tile("orders", Text("orders", "订单"), Cell(3, unit=Unit.COUNT)),)
    )
    return Section(
        "company",
        Text("Company", "公司"),
        sentences=(Sentence(Text("as of {day}", "截至{day}"), {"day": Cell(date(2026, 3, 31))}),),
        tiles=(
            Tile(
                "net_revenue",
                Text("net revenue", "销售净额"),
                Cell(Decimal("15.50"), unit=Unit.MONEY),
                beside=(Beside("target", Text("to reach", "目标"), Cell(Decimal(20), unit=Unit.MONEY)),),
                trend=(1.5, None),
            ),
        ),
        blocks=(table,),
        sections=(inner,),
    )


def test_every_figure_is_a_record_in_reading_order() -> None:
    records = long_records((_section(),), lang=Lang.EN)

    assert [row[:6] for row in records.rows] == [
        ("company", "sentences", 1, "1", "day", None),
        ("company", "tiles", 1, "net_revenue", "value", Decimal("15.50")),
        ("company", "tiles", 1, "net_revenue", "target", Decimal(20)),
        ("company", "tiles", 1, "net_revenue", "trend 1", Decimal("1.5")),
        ("company", "tiles", 1, "net_revenue", "trend 2", None),
        ("company", "teams", 1, "East", "who", None),
        ("company", "teams", 1, "East", "net_revenue", Decimal("12.50")),
        ("company", "teams", 1, "East", "rate", Decimal("0.1")),
        ("company", "teams", 2, "west_key", "who", None),
        ("company", "teams", 2, "west_key", "net_revenue", Decimal(3)),
        ("company", "teams", 2, "west_key", "rate", None),
        ("company", "teams", None, "total", "who", None),
        ("company", "teams", None, "total", "net_revenue", Decimal("15.50")),
        ("company", "teams", None, "total", "rate", Decimal("0.25")),
        ("team-1", "tiles", 1, "orders", "value", Decimal(3)),
    ]


def test_words_units_lights_and_reasons_stand_beside_the_value() -> None:
    records = long_records((_section(),), lang=Lang.ZH)

    rest = [row[6:] for row in records.rows]
    assert rest[0] == ("2026-03-31", None, None, False, None)
    assert rest[5] == ("East", None, None, False, None)
    assert rest[6] == (None, "money", "red", False, None)
    assert rest[9] == (None, "money", None, True, None)
    assert rest[10] == (None, "ratio", None, False, "分母为零")
    assert len(records.columns) == len(records.rows[0])
